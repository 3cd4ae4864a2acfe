"""A day and a time of day, chosen by touch: steps of a day, an hour and five minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.week_words import day_and_month, hour_label, short_weekday

MINUTES = 5


class Stepper(QWidget):
    """Less, a value in words, more; ``stepped`` tells −1 or 1."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, less: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.less = PillButton(theme, "", picture="interface/back", parent=self)
        self.more = PillButton(theme, "", picture="interface/forward", parent=self)
        self._words = FittedLabel(theme, weight=BOLD, align=Qt.AlignmentFlag.AlignCenter)
        self._words.setMinimumWidth(theme.px(64))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button, name, step in ((self.less, less, -1), (self.more, more, 1)):
            button.setAccessibleName(name)
            button.setAutoRepeat(True)
            button.clicked.connect(partial(self.stepped.emit, step))
        row.addWidget(self.less)
        row.addWidget(self._words)
        row.addWidget(self.more)

    def show_words(self, words: str) -> None:
        """Show the value."""
        self._words.show_text(words)


class TimePick(FlowBox):
    """``changed`` tells that a hand has chosen another moment; none is later than the last one."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._moment: datetime | None = None
        self._last: datetime | None = None
        self.day = Stepper(theme, self.tr("A day earlier"), self.tr("A day later"), self)
        self.hour = Stepper(theme, self.tr("An hour earlier"), self.tr("An hour later"), self)
        self.minute = Stepper(
            theme, self.tr("Five minutes earlier"), self.tr("Five minutes later"), self
        )
        steps: tuple[tuple[Stepper, Callable[[int], timedelta]], ...] = (
            (self.day, lambda n: timedelta(days=n)),
            (self.hour, lambda n: timedelta(hours=n)),
            (self.minute, lambda n: timedelta(minutes=n * MINUTES)),
        )
        for stepper, size in steps:
            stepper.stepped.connect(partial(self._step, size))
        self.show_items((self.day, self.hour, self.minute))

    @property
    def day_and_time(self) -> tuple[date, time] | None:
        """The moment chosen, as the clocks here show it; None as long as none was shown."""
        return (self._moment.date(), self._moment.time()) if self._moment else None

    def show_moment(self, moment: datetime, last: datetime) -> None:
        """Show a local ``moment``; nobody can go beyond ``last``."""
        self._last = last.replace(tzinfo=None)
        whole = moment.replace(tzinfo=None, second=0, microsecond=0)
        self._show(whole - timedelta(minutes=whole.minute % MINUTES))

    def _step(self, size: Callable[[int], timedelta], number: int) -> None:
        if self._moment is None or self._last is None:
            return
        moment = self._moment + size(number)
        if moment <= self._last:
            self._show(moment)
            self.changed.emit()

    def _show(self, moment: datetime) -> None:
        self._moment = moment
        day = moment.date()
        self.day.show_words(f"{short_weekday(day)} {day_and_month(day)}")
        self.hour.show_words(hour_label(moment.hour))
        self.minute.show_words(f":{moment.minute:02d}")
        self.rearrange()
