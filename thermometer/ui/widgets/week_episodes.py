"""A week's episodes as a list; each one leads to its story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.episodes import Episode
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted
from thermometer.ui.widgets.week_words import clock_time, lasted, short_weekday
from thermometer.ui.widgets.zone_shape import draw_shape

AT_FIRST = 12
MORE = 40
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EpisodeRow(QAbstractButton):
    """When it began, its peak, how long it took."""

    def __init__(self, theme: Theme, episode: Episode, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.episode = theme, episode
        began = episode.local_start
        self._when = f"{short_weekday(began.date())} {clock_time(began)}"
        self._lasted = lasted(episode)
        self._caught = self.tr("caught in yellow") if episode.caught_in_yellow else ""
        self.setAccessibleName(f"{self._when}, {episode.peak}, {self._lasted}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), max(self._theme.target("parent"), self._theme.px(48)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens, box = self._theme, self._theme.tokens, QRectF(self.rect())
        radius = float(theme.px(12))
        if self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_soft)
            painter.drawRoundedRect(box, radius, radius)
        painter.setPen(tokens.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        side = min(theme.px(24), box.height() * 0.5)
        shape = QRectF(theme.px(8), box.center().y() - side / 2, side, side)
        peak = self.episode.peak
        draw_shape(painter, peak, shape, tokens.zones.of(peak).full, tokens.outline, 1.5)
        left = shape.right() + theme.px(16)
        arrow = QRectF(box.right() - side - theme.px(4), shape.top() + side * 0.1, side, side * 0.8)
        draw_picture(painter, "interface/forward", arrow)
        wide = arrow.left() - theme.px(10) - left
        for share, part, text, colour, weight, align in (
            (0.0, 0.34, self._when, tokens.ink, BOLD, LEFT),
            (0.34, 0.34, self._caught, tokens.muted, 400, LEFT),
            (0.68, 0.32, self._lasted, tokens.ink, 500, RIGHT),
        ):
            place = QRectF(left + wide * share, 0, wide * part, box.height())
            draw_fitted(
                painter, text, theme, place, colour, size="small", weight=weight, align=align
            )
        draw_focus(painter, self, box, radius, theme)


class WeekEpisodes(QWidget):
    """The rows, the first ones at first; ``chosen`` tells the id of the one tapped."""

    chosen = Signal(UUID)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[EpisodeRow] = []
        self._waiting: list[Episode] = []
        self.more = PillButton(theme, self.tr("Show more"), parent=self)
        self.more.clicked.connect(lambda: self._add(MORE))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_episodes(self, episodes: Sequence[Episode]) -> None:
        """Show ``episodes`` in their order."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        self._waiting = list(episodes)
        self._add(AT_FIRST)

    def _add(self, count: int) -> None:
        now, self._waiting = self._waiting[:count], self._waiting[count:]
        for episode in now:
            row = EpisodeRow(self._theme, episode, self)
            row.clicked.connect(partial(self._choose, episode))
            self._column.insertWidget(len(self.rows), row)
            row.show()
            self.rows.append(row)
        self.more.setVisible(bool(self._waiting))

    def _choose(self, episode: Episode) -> None:
        self.chosen.emit(episode.id)
