"""By how much something is moved in time, chosen by touch: steps of a day, an hour, a minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.time_pick import Stepper

FARTHEST = timedelta(days=36_500)
NOTHING = timedelta()


class ShiftPick(FlowBox):
    """``changed`` tells that a hand has chosen another span."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.shift = NOTHING
        self.day = Stepper(theme, self.tr("A day earlier"), self.tr("A day later"), self)
        self.hour = Stepper(theme, self.tr("An hour earlier"), self.tr("An hour later"), self)
        self.minute = Stepper(theme, self.tr("A minute earlier"), self.tr("A minute later"), self)
        steps: tuple[tuple[Stepper, Callable[[int], timedelta]], ...] = (
            (self.day, lambda n: timedelta(days=n)),
            (self.hour, lambda n: timedelta(hours=n)),
            (self.minute, lambda n: timedelta(minutes=n)),
        )
        for stepper, size in steps:
            stepper.stepped.connect(partial(self._step, size))
        self.show_items((self.day, self.hour, self.minute))

    def show_shift(self, shift: timedelta) -> None:
        """Show ``shift``; earlier is negative."""
        self.shift = min(max(shift, -FARTHEST), FARTHEST)
        days, hours, minutes, _ = parts(self.shift)
        self.day.show_words(self.tr("{number} d").format(number=self._signed(days)))
        self.hour.show_words(self.tr("{number} h").format(number=self._signed(hours)))
        self.minute.show_words(self.tr("{number} min").format(number=self._signed(minutes)))
        self.rearrange()

    def _signed(self, number: int) -> str:
        return f"−{number}" if number and self.shift < NOTHING else str(number)

    def _step(self, size: Callable[[int], timedelta], number: int) -> None:
        self.show_shift(self.shift + size(number))
        self.changed.emit()


def parts(span: timedelta) -> tuple[int, int, int, int]:
    """Days, hours, minutes and seconds of a span, whichever way it goes."""
    whole = abs(span)
    minutes, seconds = divmod(whole.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return whole.days, hours, minutes, seconds


def span_words(span: timedelta) -> str:
    """A span in words, whichever way it goes: 1 day 2 hours."""
    days, hours, minutes, seconds = parts(span)
    counted = (
        (days, QCoreApplication.translate("ShiftPick", "{number} d")),
        (hours, QCoreApplication.translate("ShiftPick", "{number} h")),
        (minutes, QCoreApplication.translate("ShiftPick", "{number} min")),
        (seconds, QCoreApplication.translate("ShiftPick", "{number} s")),
    )
    said = [words.format(number=number) for number, words in counted if number]
    return " ".join(said) or QCoreApplication.translate("ShiftPick", "no time")
