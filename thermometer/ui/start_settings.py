"""The settings of the start, for the page of settings: full screen, with the computer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thermometer.domain.problems import Problem
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow

if TYPE_CHECKING:
    from thermometer.services.bundle import Services


class StartSettings(QObject):
    """Fills a card with two rows that can be turned on and off.

    Args:
        services: knows how the program starts.
        theme: colours and sizes.
        card: shown on the page, which keeps this alive.
    """

    trouble = Signal(object)

    def __init__(self, services: Services, theme: Theme, card: SettingCard) -> None:
        super().__init__(card)
        self._services, self._theme, self._card = services, theme, card

    def show_now(self) -> None:
        """Show what is set now."""
        starting = self._services.starting()
        full, with_computer = starting.in_full_screen(), starting.with_computer()
        self._card.show_rows(
            self._row(
                self.tr("Start in full screen; only this page leads out of it"),
                lambda: starting.set_in_full_screen(on=not full),
                on=full,
            ),
            self._row(
                self.tr("Start with the computer"),
                lambda: starting.set_with_computer(on=not with_computer),
                on=with_computer,
            ),
        )

    def _row(self, words: str, change: Callable[[], None], *, on: bool) -> SettingRow:
        button = PillButton(self._theme, self.tr("On") if on else self.tr("Off"), primary=on)
        button.setAccessibleName(
            self.tr("{setting}: {state}").format(setting=words, state=button.text())
        )
        button.clicked.connect(lambda: self._change(change))
        return SettingRow(self._theme, words, button)

    def _change(self, change: Callable[[], None]) -> None:
        try:
            change()
        except Problem as problem:
            self.trouble.emit(problem)
        self.show_now()
