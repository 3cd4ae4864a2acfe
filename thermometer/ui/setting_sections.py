"""The sections of the settings, and which cards each of them has."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from thermometer.ui.page import Surroundings
    from thermometer.ui.settings_part import SettingsPart


class Section(StrEnum):
    """A section, in the order of the list."""

    LOOK = "look"
    SOUND = "sound"
    HOME = "home"
    LOCK = "lock"
    DATA = "data"
    HEALTH = "health"
    ABOUT = "about"


def titles() -> dict[Section, str]:
    """What each section is called."""
    return {
        Section.LOOK: QCoreApplication.translate("Settings", "Look"),
        Section.SOUND: QCoreApplication.translate("Settings", "Sound and voice"),
        Section.HOME: QCoreApplication.translate("Settings", "Home and idle"),
        Section.LOCK: QCoreApplication.translate("Settings", "Lock"),
        Section.DATA: QCoreApplication.translate("Settings", "Data"),
        Section.HEALTH: QCoreApplication.translate("Settings", "Health"),
        Section.ABOUT: QCoreApplication.translate("Settings", "About"),
    }


def parts_of(section: Section, around: Surroundings) -> tuple[SettingsPart, ...]:
    """The cards of ``section``; each is loaded when its section is first looked at."""
    match section:
        case Section.LOOK:
            from thermometer.ui import look_settings as look  # noqa: PLC0415 - as above

            return (
                look.LookSettings(around),
                look.MotionSettings(around),
                look.LanguageSettings(around),
            )
        case Section.SOUND:
            from thermometer.ui.sound_settings import SoundSettings  # noqa: PLC0415 - as above
            from thermometer.ui.voice_settings import VoiceSettings  # noqa: PLC0415 - as above

            return SoundSettings(around), VoiceSettings(around)
        case Section.HOME:
            from thermometer.ui.home_settings import HomeSettings  # noqa: PLC0415 - as above
            from thermometer.ui.idle_settings import (  # noqa: PLC0415 - as above
                IdleSettings,
                OopsSettings,
            )
            from thermometer.ui.start_settings import StartSettings  # noqa: PLC0415 - as above

            return (
                HomeSettings(around),
                OopsSettings(around),
                IdleSettings(around),
                StartSettings(around),
            )
        case Section.LOCK:
            from thermometer.ui.lock_settings import LockSettings  # noqa: PLC0415 - as above

            return (LockSettings(around),)
        case _:
            return _facts_of(section, around)


def _facts_of(section: Section, around: Surroundings) -> tuple[SettingsPart, ...]:
    """The cards of a section that tells how things are."""
    match section:
        case Section.DATA:
            from thermometer.ui.data_settings import DataSettings  # noqa: PLC0415 - as above
            from thermometer.ui.keeping_card import KeepingSettings  # noqa: PLC0415 - as above

            return DataSettings(around), KeepingSettings(around)
        case Section.HEALTH:
            from thermometer.ui.health_card import HealthSettings  # noqa: PLC0415 - as above

            return (HealthSettings(around),)
        case _:
            from thermometer.ui.about_settings import AboutSettings  # noqa: PLC0415 - as above

            return (AboutSettings(around),)
