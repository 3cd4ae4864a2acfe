"""Seen across the kitchen: somebody calls for their grown-up."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.avatar import draw_avatar
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.text import draw_fitted

RINGS = 3


class CallPicture(QWidget):
    """The call's picture with soft rings that widen once at each call."""

    def __init__(self, theme: Theme, wave_ms: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture, self._words = "", ""
        self._caller: Person | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._wave = QVariantAnimation(self)
        self._wave.setDuration(wave_ms)
        self._wave.setStartValue(0.0)
        self._wave.setEndValue(1.0)
        self._wave.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._wave.valueChanged.connect(lambda _: self.update())

    def show_call(self, picture: str, caller: Person, words: str) -> None:
        """Show who calls and the words, three at most."""
        self._picture, self._caller, self._words = picture, caller, words
        self.setAccessibleName(words)
        self.update()

    def wave(self) -> None:
        """Call once more."""
        if not self._theme.reduced_motion:
            self._wave.start()

    def stop(self) -> None:
        """Rest."""
        self._wave.stop()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        words_height = max(self._theme.text_px("display") * 1.6, self.height() * 0.13)
        room = QRectF(self.rect()).adjusted(0, 0, 0, -words_height)
        side = min(room.width() * 0.8, room.height() * 0.92)
        box = QRectF(0, 0, side, side)
        box.moveCenter(room.center())
        self._draw_rings(painter, box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.card)
        painter.drawEllipse(box)
        pad = side * 0.16
        draw_picture(painter, self._picture, box.adjusted(pad, pad, -pad, -pad))
        if self._caller:
            self._draw_caller(painter, self._caller, box)
        words = QRectF(0, room.bottom(), self.width(), words_height)
        draw_fitted(
            painter, self._words, self._theme, words, tokens.ink, size="display", weight=BOLD
        )

    def _draw_caller(self, painter: QPainter, caller: Person, box: QRectF) -> None:
        side = box.width() * 0.3
        picture = QRectF(box.right() - side, box.bottom() - side, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.card)
        painter.drawEllipse(picture.adjusted(-5, -5, 5, 5))
        draw_avatar(painter, caller.picture, picture, self._theme, caller.colour)

    def _draw_rings(self, painter: QPainter, box: QRectF) -> None:
        if self._wave.state() is not QVariantAnimation.State.Running:
            return
        share = float(self._wave.currentValue())
        colour = QColor(self._theme.tokens.card)
        for ring in range(1, RINGS + 1):
            colour.setAlphaF(max(0.0, 0.5 * (1 - share) / ring))
            grow = box.width() * 0.2 * share * ring
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(box.adjusted(-grow, -grow, grow, grow))
