"""What is written on the empty week."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class DayPart(StrEnum):
    """The parts of a day; also the names of their pictures."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class WeekSheetWords:
    """The labels in the language of the window."""

    def part(self, part: DayPart) -> str:
        """What a part of a day is called."""
        return {
            DayPart.MORNING: QCoreApplication.translate("WeekSheet", "Morning"),
            DayPart.MIDDAY: QCoreApplication.translate("WeekSheet", "Midday"),
            DayPart.AFTERNOON: QCoreApplication.translate("WeekSheet", "Afternoon"),
            DayPart.EVENING: QCoreApplication.translate("WeekSheet", "Evening"),
        }[part]

    def helped(self) -> str:
        """What the lowest row is for."""
        return QCoreApplication.translate("WeekSheet", "What helped")

    def name(self) -> str:
        """Beside the line for a name."""
        return QCoreApplication.translate("WeekSheet", "Name")

    def week(self) -> str:
        """Beside the line for a date."""
        return QCoreApplication.translate("WeekSheet", "Week of")
