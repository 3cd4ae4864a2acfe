"""A contact sheet: each drawing large and small, on every ground it is seen on, and in greys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from tests.pictures.catalogue import Drawing
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.zone_shape import draw_face

LARGE, SMALL, GAP, WORDS = 160, 40, 10, 40
"""Sides of the pictures, the room around them and the room for their names, in pixels."""
GROUNDS = ("light", "dark", "contrast", "grey")
COLUMNS, ROWS = 2, 7
PLATE = LARGE + SMALL + 3 * GAP
CELL_WIDTH, CELL_HEIGHT = PLATE * len(GROUNDS) + 2 * GAP, LARGE + 2 * GAP + WORDS
NUMBERED_COLUMNS, NUMBERED_ROWS = 6, 5


def draw_drawing(painter: QPainter, drawing: Drawing, box: QRectF, theme: Theme) -> None:
    """Draw it as the program does: a face stands on its zone's shape."""
    if drawing.folder == "faces":
        draw_face(painter, Zone(drawing.id), box, theme)
    else:
        draw_picture(painter, drawing.name, box)


def sheets(drawings: Sequence[Drawing]) -> Iterator[QImage]:
    """As many sheets as ``drawings`` need, with the id and the spoken name under each."""
    many = COLUMNS * ROWS
    for start in range(0, len(drawings), many):
        yield _sheet(drawings[start : start + many])


def _sheet(drawings: Sequence[Drawing]) -> QImage:
    rows = -(-len(drawings) // COLUMNS)
    sheet = _blank(CELL_WIDTH * COLUMNS, CELL_HEIGHT * rows)
    themes = {name: Theme("light" if name == "grey" else name) for name in GROUNDS}
    painter = _painter(sheet)
    for i, drawing in enumerate(drawings):
        x, y = i % COLUMNS * CELL_WIDTH, i // COLUMNS * CELL_HEIGHT
        for j, name in enumerate(GROUNDS):
            plate = _plate(drawing, themes[name])
            if name == "grey":
                plate = plate.convertToFormat(QImage.Format.Format_Grayscale8)
            painter.drawImage(x + GAP + j * PLATE, y, plate)
        under = QRectF(x + GAP, y + LARGE + 2 * GAP, CELL_WIDTH - 2 * GAP, WORDS)
        _write(painter, f"{drawing.id} – {drawing.spoken}", under, themes["light"])
    painter.end()
    return sheet


def _plate(drawing: Drawing, theme: Theme) -> QImage:
    plate = QImage(PLATE, LARGE + 2 * GAP, QImage.Format.Format_RGB32)
    plate.fill(theme.tokens.paper)
    painter = _painter(plate)
    draw_drawing(painter, drawing, QRectF(GAP, GAP, LARGE, LARGE), theme)
    below = QRectF(LARGE + 2 * GAP, GAP + LARGE - SMALL, SMALL, SMALL)
    painter.fillRect(below.translated(0, -2 * SMALL).adjusted(-3, -3, 3, 3), theme.tokens.card)
    for small in (below, below.translated(0, -2 * SMALL)):
        draw_drawing(painter, drawing, small, theme)
    painter.end()
    return plate


def numbered(drawings: Sequence[Drawing]) -> Iterator[QImage]:
    """Sheets without a word: under each picture only its number, from 1 on over all sheets."""
    many = NUMBERED_COLUMNS * NUMBERED_ROWS
    for start in range(0, len(drawings), many):
        yield _numbered(drawings[start : start + many], start + 1)


def _numbered(drawings: Sequence[Drawing], first: int) -> QImage:
    side, theme = LARGE + 4 * GAP, Theme()
    rows = -(-len(drawings) // NUMBERED_COLUMNS)
    sheet = _blank(side * NUMBERED_COLUMNS, (side + WORDS) * rows)
    painter = _painter(sheet)
    for i, drawing in enumerate(drawings):
        x, y = i % NUMBERED_COLUMNS * side, i // NUMBERED_COLUMNS * (side + WORDS)
        box = QRectF(x + 2 * GAP, y + 2 * GAP, LARGE, LARGE)
        draw_drawing(painter, drawing, box, theme)
        _write(painter, str(first + i), QRectF(x, y + side - GAP, side, WORDS), theme)
    painter.end()
    return sheet


def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def _painter(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _write(painter: QPainter, words: str, box: QRectF, theme: Theme) -> None:
    painter.setPen(theme.tokens.ink)
    painter.setFont(theme.font("normal", MEDIUM))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
