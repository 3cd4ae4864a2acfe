"""The day on which a week begins here."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from thermometer.domain.settings import Preferences


def first_weekday(chosen: Preferences) -> int:
    """The family's first day of the week, or the system's: 0 for Monday to 6 for Sunday."""
    own = chosen.first_day.weekday
    return QLocale.system().firstDayOfWeek().value - 1 if own is None else own
