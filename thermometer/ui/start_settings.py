"""The settings of the start, for the page of settings: full screen, with the computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.page import Surroundings
from thermometer.ui.settings_part import SettingsPart
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow


class StartSettings(SettingsPart):
    """Two rows that can be turned on and off."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("StartSettings", "At the start")
        self.list = SettingCard(around.theme, title)
        super().__init__(around, self.list)

    @override
    def show_now(self) -> None:
        starting = self._services.starting()
        full, with_computer = starting.in_full_screen(), starting.with_computer()
        self.list.show_rows(
            self._row(
                self.tr("Start in full screen"),
                self.tr("Without a frame; only these settings lead out of it."),
                lambda: starting.set_in_full_screen(on=not full),
                on=full,
            ),
            self._row(
                self.tr("Start with the computer"),
                self.tr("As soon as somebody logs in."),
                lambda: starting.set_with_computer(on=not with_computer),
                on=with_computer,
            ),
        )

    def _row(self, words: str, below: str, change: Callable[[], None], *, on: bool) -> SettingRow:
        button = PillButton(self._theme, self.tr("On") if on else self.tr("Off"), primary=on)
        button.setAccessibleName(
            self.tr("{setting}: {state}").format(setting=words, state=button.text())
        )
        button.clicked.connect(lambda: self._change(change))
        return SettingRow(self._theme, words, button, below=below)

    def _change(self, change: Callable[[], None]) -> None:
        try:
            change()
        except Problem as problem:
            self.trouble.emit(problem)
        self.show_now()
