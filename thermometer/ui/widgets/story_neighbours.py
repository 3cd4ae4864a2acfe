"""The episodes before and after one, each leading to its own story."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.domain.episodes import Episode
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.week_episodes import EpisodeRow


class StoryNeighbours(CardFrame):
    """``chosen`` tells the id of the episode touched."""

    chosen = Signal(UUID)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows: list[EpisodeRow] = []
        self._column = QVBoxLayout(self)
        self._shown: list[QWidget] = []
        theme.changed.connect(self._measure)
        self._measure()

    def show_episodes(self, before: Episode | None, after: Episode | None) -> None:
        """Show those that there are within the days around."""
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown, self.rows = [], []
        self._add(self.tr("The one before"), before)
        self._add(self.tr("The one after"), after)
        self.setVisible(bool(self.rows))

    def _add(self, title: str, episode: Episode | None) -> None:
        if episode is None:
            return
        label = FittedLabel(self._theme, title, size="small", weight=MEDIUM, colour="muted")
        row = EpisodeRow(self._theme, episode, self)
        row.clicked.connect(partial(self._choose, episode))
        self.rows.append(row)
        for widget in (label, row):
            self._column.addWidget(widget)
            widget.show()
            self._shown.append(widget)

    def _measure(self) -> None:
        side, top = self._theme.px(24), self._theme.px(16)
        self._column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        self._column.setSpacing(2)

    def _choose(self, episode: Episode) -> None:
        self.chosen.emit(episode.id)
