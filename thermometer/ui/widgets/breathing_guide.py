"""A breath that can be seen: a picture that breathes, its word, and a dot for each breath."""

from __future__ import annotations

import logging
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer import assets
from thermometer.domain.breathing import BreathMoment
from thermometer.domain.tools import Pace, Tool
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.guides.known import MOVING
from thermometer.ui.widgets.guides.rings import Rings
from thermometer.ui.widgets.guides.scene import MovingScene
from thermometer.ui.widgets.guides.still_bar import StillBar
from thermometer.ui.widgets.text import draw_fitted

DOT_LINE = 1.5

log = logging.getLogger(__name__)


class BreathPicture(Protocol):
    """What shows how full a breath is."""

    def fit(self, room: QRectF, theme: Theme, ratio: float) -> None:
        """Take its place in ``room``; ``ratio`` pixels of the screen are a logical one."""

    def show(self, moment: BreathMoment, pace: Pace) -> QRect:
        """Show ``moment`` of breaths at ``pace``; what has to be painted for it."""

    def covers(self, rect: QRect) -> bool:
        """Whether nothing shines through in ``rect``."""

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint what of it lies in ``rect``."""


class BreathingGuide(QWidget):
    """Shows one ``BreathMoment``, its word, and a dot for each breath."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word = ""
        self._shown: tuple[Tool, Pace] | None = None
        self._moment: BreathMoment | None = None
        self._picture: BreathPicture | None = None
        self._ratio = 0.0
        theme.changed.connect(self._measure)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_tool(self, tool: Tool, pace: Pace) -> None:
        """Show whose breath it is, before its first moment."""
        self._shown, self._moment, self._word = (tool, pace), None, ""
        self._picture = None
        self.update()

    def show_moment(self, moment: BreathMoment, word: str) -> None:
        """Show ``moment`` with its word, two at most; what has not changed is not painted again."""
        if self._shown is None:
            return
        before, self._moment = self._moment, moment
        if not self.isVisible():
            self._word = word
            return
        changed = self._fitted(*self._shown).show(moment, self._shown[1])
        if before is None or moment.breath != before.breath:
            changed |= self._dots_room().toAlignedRect()
        if word != self._word:
            self._word = word
            changed |= self._words_room().toAlignedRect()
        if not changed.isEmpty():
            self.update(changed)  # one rectangle: a region of several is many times as dear

    def _fitted(self, tool: Tool, pace: Pace) -> BreathPicture:
        """The picture at the size of now; made when there is none, or the screen is another."""
        if self._picture is None or self._ratio != self.devicePixelRatioF():
            self._ratio = self.devicePixelRatioF()
            self._picture = _picture_of(tool, self._theme)
            self._picture.fit(self._picture_room(), self._theme, self._ratio)
            if self._moment:
                self._picture.show(self._moment, pace)
        return self._picture

    def _measure(self) -> None:
        """Other colours, or another size: it is made anew when it is next painted."""
        self._picture = None
        self.update()

    def _words_room(self) -> QRectF:
        height = max(self._theme.text_px("title") * 1.5, self.height() * 0.11)
        dots = self._dots_room()
        return QRectF(0, dots.top() - height, self.width(), height)

    def _dots_room(self) -> QRectF:
        height = max(22.0, self.height() * 0.06)
        return QRectF(0, self.height() - height, self.width(), height)

    def _picture_room(self) -> QRectF:
        return QRectF(0, 0, self.width(), self._words_room().top())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, rect = self._theme.tokens, event.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = self._fitted(*self._shown) if self._shown else None
        if picture is None or not picture.covers(rect):
            painter.fillRect(rect, tokens.paper)
        if picture:
            picture.paint(painter, rect)
        words = self._words_room()
        if words.top() < rect.bottom():
            draw_fitted(
                painter, self._word, self._theme, words, tokens.ink, size="title", weight=BOLD
            )
            self._draw_dots(painter)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._picture = None  # with all the pixels that it keeps

    def _draw_dots(self, painter: QPainter) -> None:
        room, tokens = self._dots_room(), self._theme.tokens
        breaths = self._shown[1].breaths if self._shown else 0
        done = self._moment.breath if self._moment else 0
        radius = min(room.height() * 0.28, 13.0)
        left = room.center().x() - (breaths - 1) * radius * 1.6
        for i in range(breaths):
            begun = i <= done  # filled or hollow: not told apart by colour alone
            painter.setPen(QPen(tokens.second_line if begun else tokens.outline, DOT_LINE))
            painter.setBrush(tokens.second_line if begun else tokens.card)
            painter.drawEllipse(QPointF(left + i * radius * 3.2, room.center().y()), radius, radius)


def _picture_of(tool: Tool, theme: Theme) -> BreathPicture:
    """With reduced motion nothing but a bar changes; a guide without a picture has its rings."""
    if theme.reduced_motion:
        return StillBar(tool.picture)
    if tool.id in MOVING:
        try:
            return MovingScene(tool.id, MOVING[tool.id])
        except assets.MissingAssetError as error:
            log.warning("no moving picture: %s", error)
    return Rings(tool.picture)
