"""The place of the day's timeline; the plot itself comes when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.week_timeline import DayPicture, LineKey

if TYPE_CHECKING:
    from thermometer.ui.widgets.week_charts import DayPlot


class WeekDay(QWidget):
    """The key of the lines, and under it the plot.

    pyqtgraph is loaded by ``draw`` and not before: the page is on the screen by then.
    """

    episode_chosen = Signal(UUID)
    scrolled = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.plot: DayPlot | None = None
        self._picture: DayPicture | None = None
        self.key = LineKey(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.key)
        self._column.addStretch(1)
        self.setMinimumHeight(max(190, theme.px(240)))

    def show_day(self, picture: DayPicture, shaded: str) -> None:
        """Show ``picture``; ``shaded`` says what its shading means, if something is shaded."""
        self._picture = picture
        self.key.show_key([line.person for line in picture.lines], shaded)
        if self.plot:
            self.plot.show_day(picture)

    def draw(self) -> None:
        """Make the plot, the first time, and fill it."""
        if self.plot is None and self._picture:
            from thermometer.ui.widgets.week_charts import DayPlot  # noqa: PLC0415 - it is slow

            self.plot = DayPlot(self._theme)
            self.plot.episode_chosen.connect(self.episode_chosen)
            self.plot.scrolled.connect(self.scrolled)
            self._column.insertWidget(1, self.plot)
            self.plot.show()
            self.plot.show_day(self._picture)

    def rest(self) -> None:
        """Nobody looks any more."""
        if self.plot:
            self.plot.rest()
