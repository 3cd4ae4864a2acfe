"""A dark screen with a slow glow in a picture's colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture, picture_colour
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.zone_button import mixed


class Glow(QAbstractButton):
    """The whole screen is one button: a touch means "I am back"."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture, self._name, self._hint = "", "", ""
        self._dim, self._breath = 0.0, 0.0

    def show_card(self, picture: str, name: str, hint: str) -> None:
        """Show the card's picture, its name, and a hint for once it has dimmed."""
        self._picture, self._name, self._hint = picture, name, hint
        self.setAccessibleName(name or hint)
        self.update()

    def show_dim(self, dim: float, breath: float) -> None:
        """Show the screen dimmed by ``dim`` (0 to 1), its glow widened by ``breath`` (0 to 1)."""
        self._dim, self._breath = dim, breath
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box = self._theme.tokens, QRectF(self.rect())
        ground = mixed(tokens.paper, tokens.dim_ground, self._dim)
        painter.fillRect(box, ground)
        side = min(box.width() * 0.62, box.height() * 0.5)
        picture = QRectF(0, 0, side, side)
        picture.moveCenter(box.center())
        picture.translate(0, -box.height() * 0.06)
        self._draw_light(painter, picture, ground)
        painter.setOpacity(1 - 0.25 * self._dim)
        draw_picture(painter, self._picture, picture)
        painter.setOpacity(1)
        ink = mixed(tokens.ink, tokens.dim_ink, self._dim)
        name = QRectF(16, picture.bottom() + 8, box.width() - 32, box.height() * 0.12)
        draw_fitted(painter, self._name, self._theme, name, ink, size="display", weight=BOLD)
        painter.setOpacity(self._dim)
        hint = QRectF(16, name.bottom(), box.width() - 32, box.height() * 0.09)
        draw_fitted(painter, self._hint, self._theme, hint, tokens.dim_ink, size="normal")

    def _draw_light(self, painter: QPainter, picture: QRectF, ground: QColor) -> None:
        if self._dim <= 0:
            return
        radius = picture.width() * (1.0 + 0.25 * self._breath)
        light = mixed(ground, picture_colour(self._picture), 0.34 * self._dim)
        gradient = QRadialGradient(picture.center(), radius)
        gradient.setColorAt(0, light)
        light.setAlpha(0)
        gradient.setColorAt(1, light)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawEllipse(picture.center(), radius, radius)
