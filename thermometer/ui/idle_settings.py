"""The settings of what happens when nobody is there, and of a tap made by mistake."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from thermometer.domain.settings import DIM_MINUTES, IDLE_MINUTES, NEVER, OOPS_SECONDS
from thermometer.ui.page import Surroundings
from thermometer.ui.settings_part import PreferencePart


class IdleSettings(PreferencePart):
    """After how long it goes Home, and after how long Home dims."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("IdleSettings", "When nobody touches the screen")
        super().__init__(around, title)
        minutes = self.tr("{minutes} minutes")
        self.offer(
            "idle_minutes",
            self.tr("Back Home by itself"),
            self.tr("The parents’ corner locks after two minutes."),
            {n: minutes.format(minutes=n) for n in IDLE_MINUTES},
        )
        self.offer(
            "dim_minutes",
            self.tr("Home dims"),
            self.tr("To a quiet picture with the time. The touch that wakes it does nothing else."),
            {n: self.tr("Never") if n == NEVER else minutes.format(minutes=n) for n in DIM_MINUTES},
        )


class OopsSettings(PreferencePart):
    """How long a wrong tap can be taken back."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("OopsSettings", "After a tap")
        super().__init__(around, title)
        self.offer(
            "oops_seconds",
            self.tr("How long “Oops” stays"),
            self.tr("So long a wrong tap can be taken back."),
            {n: self.tr("{seconds} seconds").format(seconds=n) for n in OOPS_SECONDS},
        )
