"""When to come back to it: later today, tomorrow, or when I choose."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.domain.local_time import local_time
from thermometer.domain.try_again import TryAgain
from thermometer.domain.when import instant_at
from thermometer.ui.repair.repair_words import again_name, moment_words
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.time_pick import TimePick

PICK: Literal["pick"] = "pick"
Again = TryAgain | Literal["pick"]
LATEST = timedelta(days=60)
"""Nobody puts it off for longer in one go."""


class AgainPick(QWidget):
    """``changed`` tells that another time was chosen.

    Args:
        theme: colours and sizes.
        question: what is asked.
        parent: the widget it stands on.
    """

    changed = Signal()

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times: dict[TryAgain, datetime] = {}
        self._zone = "UTC"
        self._now: datetime | None = None
        self.choices: ChipFlow[Again] = ChipFlow(theme)
        self.pick = TimePick(theme)
        self._says = FittedLabel(theme, colour="muted")
        self._rows = QVBoxLayout(self)
        label = FittedLabel(theme, question, size="small", weight=MEDIUM, colour="muted")
        for widget in (label, self.choices, self.pick, self._says):
            self._rows.addWidget(widget)
        self.choices.changed.connect(self._show)
        self.choices.changed.connect(self.changed)
        self.pick.changed.connect(self._show)
        self.pick.changed.connect(self.changed)
        theme.changed.connect(self._measure)
        self._measure()

    def show_times(self, times: dict[TryAgain, datetime], now: datetime, zone: str) -> None:
        """Offer ``times``, instants later than ``now``, and any other; none is chosen yet."""
        self._times, self._now, self._zone = times, now, zone
        choices: dict[Again, Choice] = {each: Choice(again_name(each)) for each in times}
        choices[PICK] = Choice(self.tr("When I choose"))
        self.choices.show_choices(choices, ())
        first = times[TryAgain.TOMORROW]
        self.pick.show_moment(local_time(first, zone), local_time(now + LATEST, zone))
        self._show()

    @property
    def at(self) -> datetime | None:
        """The instant chosen, None where none is, or one that is over."""
        chosen = self.choices.chosen[0] if self.choices.chosen else None
        if isinstance(chosen, TryAgain):
            return self._times[chosen]
        picked = self.pick.day_and_time
        if chosen is None or picked is None or self._now is None:
            return None
        at = instant_at(*picked, self._zone)
        return at if at > self._now else None

    def _show(self) -> None:
        self.pick.setVisible(self.choices.chosen == (PICK,))
        at = self.at
        if at is not None and self._now is not None:
            when = moment_words(at, self._zone, self._now)
            self._says.show_text(self.tr("It comes back quietly: {when}.").format(when=when))
        elif self.choices.chosen:
            self._says.show_text(self.tr("That is over already. Please choose a later time."))
        self._says.setVisible(bool(self.choices.chosen))

    def _measure(self) -> None:
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self._theme.px(10))
