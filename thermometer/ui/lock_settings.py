"""The settings of the lock, for the page of settings: whose PINs there are, and the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.page import Surroundings
from thermometer.ui.places import NewCode, Parents, SetPin
from thermometer.ui.settings_part import SettingsPart
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow

if TYPE_CHECKING:
    from thermometer.services.lock_values import Owner


class LockSettings(SettingsPart):
    """A row for each parent, and one for the recovery code."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("LockSettings", "The lock")
        self.list = SettingCard(around.theme, title)
        super().__init__(around, self.list)

    @override
    def show_now(self) -> None:
        state = self._services.lock.state()
        people = self._services.family.people()
        names: dict[Owner, str] = {p.id: p.name for p in people if not p.is_child}
        for owner in state.owners:
            names.setdefault(owner, self.tr("Somebody else"))
        if not names:
            names[None] = self.tr("Grown-ups")
        rows = [self._row(key, name, has=key in state.owners) for key, name in names.items()]
        if state.is_set:
            rows.append(self._code_row(has=state.has_code))
        rows.append(SettingRow(self._theme, self.tr("What a PIN is for"), below=self._what_it_is()))
        self.list.show_rows(*rows)

    def _what_it_is(self) -> str:
        return self.tr(
            "It keeps children and guests out of this corner. It is no key to the files "
            "themselves: protect those with the device's own encryption."
        )

    def _row(self, owner: Owner, name: str, *, has: bool) -> SettingRow:
        if not has:
            choose = self._button(self.tr("Set a PIN"))
            choose.clicked.connect(lambda: self.go_to.emit(SetPin(Parents(), owner)))
            return SettingRow(self._theme, self.tr("{name}: no PIN").format(name=name), choose)
        change = self._button(self.tr("Change PIN"))
        change.clicked.connect(lambda: self.go_to.emit(SetPin(Parents(), owner)))
        away = self._button(self.tr("Take the PIN away"))
        away.clicked.connect(lambda: self._take_away(owner))
        return SettingRow(self._theme, self.tr("{name}: PIN set").format(name=name), change, away)

    def _code_row(self, *, has: bool) -> SettingRow:
        words = self.tr("Recovery code") if has else self.tr("No recovery code")
        below = self.tr("Its five words open the lock, once, when a PIN is forgotten.")
        new = self._button(self.tr("New recovery code"))
        new.clicked.connect(lambda: self.go_to.emit(NewCode(Parents())))
        return SettingRow(self._theme, words, new, below=below)

    def _button(self, text: str) -> PillButton:
        return PillButton(self._theme, text)

    def _take_away(self, owner: Owner) -> None:
        try:
            self._services.lock.take_away(owner)
        except Problem as problem:
            self.trouble.emit(problem)
        self.show_now()
