"""The settings of the soft sounds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from thermometer.domain.settings import LOUDNESSES
from thermometer.ui.page import Surroundings
from thermometer.ui.settings_part import PreferencePart
from thermometer.ui.sounds import Sound


class SoundSettings(PreferencePart):
    """On or off, and how loud; a choice is heard at once."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("SoundSettings", "Sounds")
        super().__init__(around, title)
        self.offer(
            "sound",
            self.tr("Soft sounds"),
            self.tr("At a touch, at a tool’s end, and when a child calls."),
            {True: self.tr("On"), False: self.tr("Off")},
        )
        self.offer(
            "loudness",
            self.tr("Loudness"),
            self.tr("Of sounds and of the voice; no louder than the computer is set to."),
            {n: self.tr("{loudness} %").format(loudness=n) for n in LOUDNESSES},
        )

    @override
    def chosen(self, field: str) -> None:
        self._around.sounds.play(Sound.TAP)
