"""Cards lying on the page with one soft shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from thermometer.ui.theme.theme import Theme

SHADOW_LAYERS = 5
SHADOW_ALPHA = 7


def draw_shadow(painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
    """A soft shadow a little below ``box``, of a few translucent layers."""
    colour = QColor(theme.tokens.shadow)
    colour.setAlpha(SHADOW_ALPHA)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    step = theme.px(2)
    for layer in range(1, SHADOW_LAYERS + 1):
        grow = layer * step * 0.6
        spread = box.adjusted(-grow, -grow + step, grow, grow + step * 1.5)
        painter.drawRoundedRect(spread, radius + grow, radius + grow)


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


def draw_focus(painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
    """The ring that shows where the keyboard is."""
    painter.setPen(QPen(theme.tokens.accent, max(2, theme.px(3))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
