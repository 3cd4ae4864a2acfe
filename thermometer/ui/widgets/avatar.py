"""A person's picture on a round ground, in their own colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.colours import PersonColour
from thermometer.ui.theme.theme import Theme
from thermometer.ui.theme.tokens import PersonTint
from thermometer.ui.widgets.pictures import PEOPLE, draw_picture, is_photo
from thermometer.ui.widgets.surface import shows_focus
from thermometer.ui.widgets.touch_button import TouchButton

RING, RING_IN_CONTRAST = 0.05, 0.08
"""Shares of the side; where grounds are all alike, the ring alone has the colour."""
THINNEST, THICKEST = 2.0, 9.0
AROUND_DRAWING = 0.13
"""Of the side: so far from the edge a drawing begins."""
AROUND_PHOTO = 2.0
"""Of a ring's width: so far from the edge a photo begins, with the ground seen around it."""


def draw_avatar(
    painter: QPainter,
    picture: str,
    box: QRectF,
    theme: Theme,
    colour: PersonColour | None = None,
) -> None:
    """Draw the person's picture ``picture`` as large as ``box`` allows, a photo within its ring.

    Args:
        painter: in logical pixels.
        picture: id below ``resources/pictures/people``, or ``own:<uuid>``.
        box: a square.
        theme: colours and sizes.
        colour: the person's own; None for a picture that is nobody's yet.
    """
    if colour is None:
        _draw_round(painter, box, theme.tokens.well, QPen(theme.tokens.line, 1))
        _draw_person(painter, picture, box)
        return
    ring = ring_width(box.width(), theme)
    draw_in_ring(painter, picture, box, theme.tokens.people[colour], ring, draw_picture)


def draw_in_ring(
    painter: QPainter,
    picture: str,
    box: QRectF,
    tint: PersonTint,
    ring: float,
    draw: Callable[[QPainter, str, QRectF], None],
) -> None:
    """Draw somebody's picture on its ground and in its ring, on the screen or on paper.

    Args:
        painter: in the units of ``box``.
        picture: id below ``resources/pictures/people``, or ``own:<uuid>``.
        box: a square.
        tint: of ground and ring.
        ring: how thick it is, in the same units.
        draw: a picture by its whole name, as sharp as the device allows.
    """
    _draw_round(painter, box, tint.ground, Qt.PenStyle.NoPen)
    draw(painter, f"{PEOPLE}{picture}", _inside(picture, box, AROUND_PHOTO * ring))
    within = box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
    _draw_round(painter, within, Qt.BrushStyle.NoBrush, QPen(tint.ring, ring))


def ring_width(side: float, theme: Theme) -> float:
    """How thick the ring of a picture of this side is."""
    share = RING_IN_CONTRAST if theme.name == "contrast" else RING
    return min(THICKEST, max(THINNEST, side * share))


def _draw_round(
    painter: QPainter, box: QRectF, fill: QColor | Qt.BrushStyle, pen: QPen | Qt.PenStyle
) -> None:
    painter.setBrush(fill)
    painter.setPen(pen)
    painter.drawEllipse(box)


def _draw_person(painter: QPainter, picture: str, box: QRectF) -> None:
    draw_picture(painter, f"{PEOPLE}{picture}", _inside(picture, box, 0))


def _inside(picture: str, box: QRectF, around_photo: float) -> QRectF:
    pad = around_photo if is_photo(picture) else box.width() * AROUND_DRAWING
    return box.adjusted(pad, pad, -pad, -pad)


class AvatarButton(TouchButton):
    """A picture to choose, or somebody else's thermometer to go to.

    Args:
        theme: colours and sizes.
        picture: id below ``resources/pictures/people``, or ``own:<uuid>``.
        name: what a screen reader says.
        parent: the widget it stands on.
        colour: the person's own; None for a picture that is nobody's yet.
    """

    def __init__(
        self,
        theme: Theme,
        picture: str,
        name: str,
        parent: QWidget | None = None,
        *,
        colour: PersonColour | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.picture, self.colour = theme, picture, colour
        self.dimmed = False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setOpacity(0.35 if self.dimmed and not self.isDown() else 1.0)
        if self.isChecked():
            painter.setBrush(self._theme.tokens.accent_soft)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(box)
            _draw_person(painter, self.picture, box)
        else:
            draw_avatar(painter, self.picture, box, self._theme, self.colour)
        if self.isChecked() or shows_focus(self) or self.isDown():
            painter.setPen(QPen(self._theme.tokens.accent, max(2, self._theme.px(4))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(-1, -1, 1, 1))
