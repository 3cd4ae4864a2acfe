"""A soft ring around what is read aloud just now."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.step_view import StepView
from thermometer.ui.widgets.zone_button import ZoneButton

HALO = 9
"""So far around a card the ring's light reaches, in pixels."""
WORDS = 10
"""So much room words have on both sides, in pixels."""
HALO_ALPHA = 70
HALO_LAYERS = 3


class ReadingRing(QWidget):
    """Lies above the page and lets every touch through; it does not move, it is here or there."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self.lit: QWidget | None = None
        self._box, self._radius = QRectF(), 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def light(self, widget: QWidget | None) -> None:
        """Stand around ``widget``; around nothing where it is None or cannot be seen."""
        self.lit = widget if widget is not None and widget.isVisible() else None
        self.setVisible(self.lit is not None)
        if self.lit is not None:
            ground, self._radius = ground_of(self.lit, self._theme)
            corner = self.lit.mapTo(self._page, QPoint(0, 0))
            self.setGeometry(ground.translated(corner).adjusted(-HALO, -HALO, HALO, HALO).toRect())
            self._box = QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)
            self.raise_()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        light = QColor(self._theme.tokens.accent)
        light.setAlpha(HALO_ALPHA)
        width = max(3.0, float(self._theme.px(4)))
        for layer in range(HALO_LAYERS, 0, -1):
            grow = layer * (HALO - width) / HALO_LAYERS
            self._draw(painter, light, width + grow)
        self._draw(painter, self._theme.tokens.accent, width)

    def _draw(self, painter: QPainter, colour: QColor, width: float) -> None:
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(self._box, self._radius, self._radius)


def ground_of(widget: QWidget, theme: Theme) -> tuple[QRectF, float]:
    """What of ``widget`` the ring goes around, in its own pixels, and the radius of its corners."""
    if isinstance(widget, ZoneButton):
        plate = widget.plate()
        return plate, min(float(theme.radius("plate")), plate.height() / 2)
    whole = QRectF(widget.rect())
    if isinstance(widget, FittedLabel):
        return widget.words().adjusted(-WORDS, -2, WORDS, 2), theme.px(16)
    if isinstance(widget, StepView):
        return widget.tile(), theme.radius("card")
    box = whole.adjusted(5, 4, -5, -8)  # as the card is painted, above its shadow
    return box, min(float(theme.radius("card")), box.height() / 2)
