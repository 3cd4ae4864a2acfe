"""Where the family's data is, its newest backup, and the ways of files in and out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.backup_words import BackupWords
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Backups, Exchange
from thermometer.ui.settings_part import SettingsPart
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow


class DataSettings(SettingsPart):
    """Where everything is, and two ways on."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("DataSettings", "Your data")
        self.list = SettingCard(around.theme, title)
        super().__init__(around, self.list)
        self._words = BackupWords(self._services.clock, self)

    @property
    def folder(self) -> str:
        """Where the data is, as the card says it."""
        return self.list.rows[0].below.text

    @override
    def show_now(self) -> None:
        self.backups = PillButton(self._theme, self.tr("Backups"))
        self.backups.clicked.connect(lambda: self.go_to.emit(Backups()))
        self.files = PillButton(self._theme, self.tr("Files"))
        self.files.clicked.connect(lambda: self.go_to.emit(Exchange()))
        file = self._services.stores.database.path.name
        whole = self.tr("Everything is one file on this device, {file}, in this folder:")
        self.list.show_rows(
            SettingRow(self._theme, whole.format(file=file), below=str(self._services.folder)),
            SettingRow(
                self._theme,
                self.tr("Backups, and putting one back"),
                self.backups,
                below=self._newest(),
            ),
            SettingRow(
                self._theme,
                self.tr("Files out and in"),
                self.files,
                below=self.tr("What was saved, as tables that other programs can read; and back."),
            ),
        )

    def _newest(self) -> str:
        try:
            newest = self._services.safekeeping().newest()
        except Problem as problem:
            return self._services.sentences.of(problem)
        if newest is None:
            return self.tr("There is none yet.")
        said = self.tr("The newest: {when}, {count} check-ins.")
        return said.format(when=self._words.when(newest.made_at), count=newest.holds.check_ins)
