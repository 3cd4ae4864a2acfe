"""One zone of one thermometer: the plate, and the stretch of tube beside it, as one target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted
from thermometer.ui.widgets.zone_shape import draw_face

NOTCH = 12.0
PRESSED = 0.3  # how much of the full colour a touched plate takes on; its word stays readable


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour ``share`` (0 to 1) of the way from ``one`` to ``other``."""

    def between(a: float, b: float) -> float:
        return a + (b - a) * share

    return QColor.fromRgbF(
        between(one.redF(), other.redF()),
        between(one.greenF(), other.greenF()),
        between(one.blueF(), other.blueF()),
    )


class ZoneButton(QAbstractButton):
    """Paints the plate at ``plate_left``; the tube beside it is painted by the thermometer."""

    def __init__(self, zone: Zone, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.zone = zone
        self.plate_left = 0.0
        self._theme = theme
        self._word = ""
        self.shows_word = True
        self._current = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_word(self, person: str, word: str) -> None:
        """Show the person's own word and say both to a screen reader."""
        self._word = word
        self.setAccessibleName(f"{person}: {word}")
        self.update()

    def show_current(self, *, current: bool) -> None:
        """Show whether this is the zone the person is in."""
        if current != self._current:
            self._current = current
            self.update()

    @property
    def is_current(self) -> bool:
        """Whether the plate shows that the person is in this zone."""
        return self._current

    def plate(self) -> QRectF:
        """The plate in this widget's pixels."""
        room = 4.0
        return QRectF(
            self.plate_left, 0, self.width() - self.plate_left - room, self.height() - room
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if event.rect().right() < self.plate_left - NOTCH:
            return  # only the column beside the plate moves
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate, colours = self.plate(), self._theme.tokens.zones.of(self.zone)
        radius = min(float(self._theme.radius("plate")), plate.height() / 2)
        if self._current:
            draw_card(painter, plate, self._theme, radius=radius, fill=colours.full)
            self._draw_plate(painter, plate, radius, colours.full)
        elif self.isDown():
            self._draw_plate(painter, plate, radius, mixed(colours.soft, colours.full, PRESSED))
        else:
            self._draw_plate(painter, plate, radius, colours.soft)
        ink = colours.on_full if self._current else colours.deep
        self._draw_label(painter, plate, ink)
        draw_focus(painter, self, plate, radius, self._theme)

    def _draw_plate(self, painter: QPainter, plate: QRectF, radius: float, fill: QColor) -> None:
        notch = min(NOTCH, plate.height() * 0.12)
        path = QPainterPath()
        path.addRoundedRect(plate, radius, radius)
        pointer = QPainterPath(QPointF(plate.left() - notch, plate.center().y()))
        pointer.lineTo(plate.left() + 1, plate.center().y() - notch)
        pointer.lineTo(plate.left() + 1, plate.center().y() + notch)
        pointer.closeSubpath()
        outlined = self._theme.name == "contrast"
        painter.setPen(QPen(self._theme.tokens.line, 2) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        if outlined:
            path = path.united(pointer)
        else:
            painter.drawPath(pointer)
        painter.drawPath(path)

    def _draw_label(self, painter: QPainter, plate: QRectF, ink: QColor) -> None:
        if not self.shows_word:
            side = min(plate.height() * 0.74, plate.width() * 0.74)
            alone = QRectF(0, 0, side, side)
            alone.moveCenter(plate.center())
            draw_face(painter, self.zone, alone, self._theme)
            return
        if plate.width() >= plate.height() * 1.45:
            face, word, align = self._side_by_side(plate)
        else:
            face, word, align = self._stacked(plate)
        draw_face(painter, self.zone, face, self._theme)
        draw_fitted(
            painter, self._word, self._theme, word, ink, size="large", weight=BOLD, align=align
        )

    @staticmethod
    def _side_by_side(plate: QRectF) -> tuple[QRectF, QRectF, Qt.AlignmentFlag]:
        side = min(plate.height() * 0.54, plate.width() * 0.30)
        pad = (plate.height() - side) / 2 * 0.72
        face = QRectF(plate.left() + pad, plate.center().y() - side / 2, side, side)
        word = QRectF(plate)
        word.setLeft(face.right() + pad * 0.7)
        return face, word.adjusted(0, 4, -pad * 0.4, -4), LEFT

    @staticmethod
    def _stacked(plate: QRectF) -> tuple[QRectF, QRectF, Qt.AlignmentFlag]:
        side = min(plate.height() * 0.5, plate.width() * 0.56)
        room = plate.height() - side
        face = QRectF(plate.center().x() - side / 2, plate.top() + room * 0.26, side, side)
        word = QRectF(plate)
        word.setTop(face.bottom() + room * 0.06)
        return face, word.adjusted(6, 0, -6, -4), Qt.AlignmentFlag.AlignCenter
