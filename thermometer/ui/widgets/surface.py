"""Cards lying on the page with one soft shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from thermometer.ui.theme.theme import KEYBOARD_IN_USE, Theme

SHADOW_LAYERS = 7
SHADOW_ALPHA = 4


def draw_shadow(painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
    """A soft shadow a little below ``box``, of a few translucent layers."""
    colour = QColor(theme.tokens.shadow)
    colour.setAlpha(SHADOW_ALPHA)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    step = max(1.0, theme.factor) * 1.1
    for layer in range(1, SHADOW_LAYERS + 1):
        grow = layer * step
        spread = box.adjusted(-grow * 0.7, grow * 0.2, grow * 0.7, grow)
        painter.drawRoundedRect(spread, radius + grow * 0.5, radius + grow * 0.5)


def draw_card(
    painter: QPainter,
    box: QRectF,
    theme: Theme,
    *,
    radius: float | None = None,
    fill: QColor | None = None,
) -> None:
    """A card with its shadow; in the high-contrast theme with a line around it."""
    corner = theme.radius("card") if radius is None else radius
    draw_shadow(painter, box, corner, theme)
    outlined = theme.name == "contrast"
    painter.setPen(QPen(theme.tokens.line, 2) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(fill or theme.tokens.card)
    painter.drawRoundedRect(box, corner, corner)


def shows_focus(widget: QWidget) -> bool:
    """Whether a ring is due: the widget has the focus and the keyboard was used last."""
    return widget.hasFocus() and bool(widget.window().property(KEYBOARD_IN_USE))


def draw_focus(
    painter: QPainter, widget: QWidget, box: QRectF, radius: float, theme: Theme
) -> None:
    """The ring that shows where the keyboard is, if it is here."""
    if not shows_focus(widget):
        return
    painter.setPen(QPen(theme.tokens.accent, max(2, theme.px(3))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
