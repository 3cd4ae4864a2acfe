"""Cards lying on the page with one soft shadow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from thermometer.ui.theme.theme import KEYBOARD_IN_USE, Theme

SHADOW_LAYERS = 7
SHADOW_ALPHA = 4


def draw_shadow(painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
    """A soft shadow a little below ``box``, of a few translucent layers."""
    _paint_shadow(painter, box, radius, theme.tokens.shadow, max(1.0, theme.factor) * 1.1)


def _paint_shadow(
    painter: QPainter, box: QRectF, radius: float, shadow: QColor, step: float
) -> None:
    colour = QColor(shadow)
    colour.setAlpha(SHADOW_ALPHA)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for layer in range(1, SHADOW_LAYERS + 1):
        grow = layer * step
        spread = box.adjusted(-grow * 0.7, grow * 0.2, grow * 0.7, grow)
        painter.drawRoundedRect(spread, radius + grow * 0.5, radius + grow * 0.5)


@dataclass(frozen=True, slots=True)
class Wash:
    """A colour that runs out over a card, from its top or from its foot, and one for its edge.

    ``depth`` and ``width`` in logical pixels.
    """

    colour: str
    depth: float
    edge: str
    width: float
    from_foot: bool = False


def draw_card(
    painter: QPainter,
    box: QRectF,
    theme: Theme,
    *,
    radius: float | None = None,
    fill: QColor | None = None,
    wash: Wash | None = None,
) -> None:
    """A card with its shadow; in the high-contrast theme with a line around it.

    On the screen a card of a size is painted once and kept: a shadow is the dearest thing on Home,
    and a tap repaints only what stands on the card. On paper it stays a drawing.
    """
    corner = theme.radius("card") if radius is None else radius
    look = _CardLook(
        box.width(),
        box.height(),
        corner,
        (fill or theme.tokens.card).name(),
        theme.tokens.shadow.name(),
        theme.tokens.line.name() if theme.name == "contrast" else "",
        max(1.0, theme.factor) * 1.1,
        wash,
    )
    if not isinstance(painter.device(), QWidget):
        _paint_card(painter, box, look)
        return
    room = look.step * (SHADOW_LAYERS + 2)
    pixmap = _card(look, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(box.left() - room, box.top() - room), pixmap)


@dataclass(frozen=True, slots=True)
class _CardLook:
    """Everything that makes one card look like another; colours by their names."""

    width: float
    height: float
    radius: float
    fill: str
    shadow: str
    line: str
    step: float
    wash: Wash | None


@lru_cache(maxsize=64)
def _card(look: _CardLook, ratio: float) -> QPixmap:
    room = look.step * (SHADOW_LAYERS + 2)
    pixmap = QPixmap(ceil((look.width + 2 * room) * ratio), ceil((look.height + 2 * room) * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_card(painter, QRectF(room, room, look.width, look.height), look)
    painter.end()
    return pixmap


def _paint_card(painter: QPainter, box: QRectF, look: _CardLook) -> None:
    _paint_shadow(painter, box, look.radius, QColor(look.shadow), look.step)
    painter.setPen(QPen(QColor(look.line), 2) if look.line else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.fill))
    painter.drawRoundedRect(box, look.radius, look.radius)
    if look.wash:
        _paint_wash(painter, box, look, look.wash)


def _paint_wash(painter: QPainter, box: QRectF, look: _CardLook, wash: Wash) -> None:
    start, way = (box.bottom(), -wash.depth) if wash.from_foot else (box.top(), wash.depth)
    colours = QLinearGradient(0, start, 0, start + way)
    colours.setColorAt(0, QColor(wash.colour))
    colours.setColorAt(1, QColor(look.fill))
    painter.setBrush(QBrush(colours))
    painter.setPen(QPen(QColor(wash.edge), wash.width) if wash.width else Qt.PenStyle.NoPen)
    inward = wash.width / 2
    corner = max(0.0, look.radius - inward)
    painter.drawRoundedRect(box.adjusted(inward, inward, -inward, -inward), corner, corner)


def see_through(colour: QColor, alpha: int) -> QColor:
    """``colour`` so strong of 255 that what is under it is seen as well."""
    glass = QColor(colour)
    glass.setAlpha(alpha)
    return glass


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
