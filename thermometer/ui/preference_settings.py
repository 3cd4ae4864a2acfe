"""The choices about looks and behaviour, for the page of settings; each is worn at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from thermometer.domain.problems import Problem
from thermometer.domain.settings import (
    IDLE_MINUTES,
    OOPS_SECONDS,
    TEXT_SIZES,
    BreathPace,
    FirstDay,
    Look,
    Motion,
    Preferences,
)
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.chip_flow import Choice
from thermometer.ui.widgets.setting_choice import ChoiceList, SettingChoice

if TYPE_CHECKING:
    from thermometer.services.bundle import Services


class PreferenceSettings(QObject):
    """Fills two lists, one with looks and one with behaviour.

    Args:
        services: keeps what is chosen.
        theme: colours and sizes.
        looks: the list of looks; shown on the page, which keeps this alive.
        behaviour: the list of what it does.
    """

    trouble = Signal(object)

    def __init__(
        self, services: Services, theme: Theme, looks: ChoiceList, behaviour: ChoiceList
    ) -> None:
        super().__init__(looks)
        self._services, self._theme = services, theme
        self.choices: dict[str, SettingChoice[Any]] = {
            "look": self._look(),
            "text_size": self._text_size(),
            "motion": self._motion(),
            "sound": self._sound(),
            "first_day": self._first_day(),
            "oops_seconds": self._oops(),
            "idle_minutes": self._idle(),
            "breath_pace": self._breath_pace(),
        }
        for field, choice in self.choices.items():
            choice.flow.changed.connect(partial(self._keep, field))
        for field in ("look", "text_size", "motion"):
            looks.add(self.choices[field])
        for field in ("sound", "first_day", "oops_seconds", "idle_minutes", "breath_pace"):
            behaviour.add(self.choices[field])

    def show_now(self) -> None:
        """Show what is chosen now."""
        now = self._services.preferences.now
        for field, choice in self.choices.items():
            choice.flow.show_chosen(getattr(now, field))

    def _keep(self, field: str) -> None:
        chosen = self.choices[field].flow.chosen
        self._do(lambda now: replace(now, **{field: chosen[0]}))

    def _do(self, change: Callable[[Preferences], Preferences]) -> None:
        preferences = self._services.preferences
        try:
            preferences.keep(change(preferences.now))
        except Problem as problem:
            self.trouble.emit(problem)
        self.show_now()

    def _choice(self, title: str, sentence: str, choices: Mapping[Any, str]) -> SettingChoice[Any]:
        return SettingChoice(
            self._theme, title, sentence, {key: Choice(words) for key, words in choices.items()}
        )

    def _look(self) -> SettingChoice[Any]:
        return self._choice(
            self.tr("Colours"),
            self.tr("High contrast draws a line around everything that can be touched."),
            {
                Look.SYSTEM: self.tr("Like the computer"),
                Look.LIGHT: self.tr("Light"),
                Look.DARK: self.tr("Dark"),
                Look.CONTRAST: self.tr("High contrast"),
            },
        )

    def _text_size(self) -> SettingChoice[Any]:
        return self._choice(
            self.tr("Text size"),
            self.tr("Larger text shows fewer people and cards at a time."),
            {size: self.tr("{size} %").format(size=size) for size in TEXT_SIZES},
        )

    def _motion(self) -> SettingChoice[Any]:
        return self._choice(
            self.tr("Motion"),
            self.tr("With less motion things are there at once instead of moving."),
            {Motion.FULL: self.tr("Full"), Motion.REDUCED: self.tr("Less")},
        )

    def _sound(self) -> SettingChoice[Any]:
        return self._choice(
            self.tr("Sounds"),
            self.tr("A soft sound at a touch, at a tool’s end, and when a child calls."),
            {True: self.tr("On"), False: self.tr("Off")},
        )

    def _first_day(self) -> SettingChoice[Any]:
        return self._choice(
            self.tr("First day of the week"),
            self.tr("Where a week begins on the Week page and in print."),
            {
                FirstDay.SYSTEM: self.tr("Like the computer"),
                FirstDay.MONDAY: self.tr("Monday"),
                FirstDay.SUNDAY: self.tr("Sunday"),
                FirstDay.SATURDAY: self.tr("Saturday"),
            },
        )

    def _oops(self) -> SettingChoice[Any]:
        return self._choice(
            self.tr("How long “Oops” stays"),
            self.tr("So long a wrong tap can be taken back."),
            {n: self.tr("{seconds} seconds").format(seconds=n) for n in OOPS_SECONDS},
        )

    def _idle(self) -> SettingChoice[Any]:
        return self._choice(
            self.tr("Back Home by itself"),
            self.tr("When nobody touches the screen. The parents’ corner locks after two minutes."),
            {n: self.tr("{minutes} minutes").format(minutes=n) for n in IDLE_MINUTES},
        )

    def _breath_pace(self) -> SettingChoice[Any]:
        return self._choice(
            self.tr("Breathing pace"),
            self.tr("How long each breath of a guide lasts. Stop if you feel dizzy."),
            {
                BreathPace.SLOWER: self.tr("A second slower"),
                BreathPace.AS_IS: self.tr("As it is"),
                BreathPace.FASTER: self.tr("A second faster"),
            },
        )
