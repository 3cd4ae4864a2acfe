"""A card of settings: what every one of them has, and those that keep a choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.domain.settings import Preferences
from thermometer.ui.page import Surroundings, Wish
from thermometer.ui.widgets.chip_flow import Choice
from thermometer.ui.widgets.setting_choice import ChoiceList, SettingChoice


class SettingsPart(QObject):
    """Fills one card; like a page it asks to go elsewhere and says what went wrong.

    Args:
        around: what pages share.
        card: shown on the page, which keeps this alive.
    """

    go_to = Signal(object)
    trouble = Signal(object)
    wish = Signal(Wish)

    def __init__(self, around: Surroundings, card: QWidget) -> None:
        super().__init__(card)
        self._around, self._services, self._theme = around, around.services, around.theme
        self.card = card

    def show_now(self) -> None:
        """Show what is set now; the card comes into view."""

    def leave(self) -> None:
        """The card goes out of view."""


class PreferencePart(SettingsPart):
    """Choices about looks and behaviour; each is kept, worn and shown at once.

    Args:
        around: what pages share.
        title: what the choices have in common.
    """

    def __init__(self, around: Surroundings, title: str) -> None:
        self.list = ChoiceList(around.theme, title)
        super().__init__(around, self.list)
        self.choices: dict[str, SettingChoice[Any]] = {}

    def offer(self, field: str, title: str, sentence: str, choices: Mapping[Any, str]) -> None:
        """One more choice.

        Args:
            field: of ``Preferences``.
            title: what it is called.
            sentence: what it does.
            choices: what can be chosen, by the value that is kept.
        """
        made = {value: Choice(words) for value, words in choices.items()}
        choice = SettingChoice(self._theme, title, sentence, made)
        choice.flow.changed.connect(partial(self._keep, field))
        self.choices[field] = choice
        self.list.add(choice)

    @override
    def show_now(self) -> None:
        now = self._services.preferences.now
        for field, choice in self.choices.items():
            choice.flow.show_chosen(getattr(now, field))

    def chosen(self, field: str) -> None:
        """A hand has chosen, and it was kept."""

    def _keep(self, field: str) -> None:
        chosen = self.choices[field].flow.chosen[0]
        if self.keep(lambda now: replace(now, **{field: chosen})):
            self.chosen(field)

    def keep(self, change: Callable[[Preferences], Preferences]) -> bool:
        """Keep what ``change`` makes of the choices of now; whether that was possible."""
        preferences = self._services.preferences
        try:
            preferences.keep(change(preferences.now))
        except Problem as problem:
            self.trouble.emit(problem)
            return False
        finally:
            self.show_now()
        return True
