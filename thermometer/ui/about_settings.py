"""What the program is, and whose work is in it under which licence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from thermometer import __version__
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Licences
from thermometer.ui.settings_part import SettingsPart
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow


class AboutSettings(SettingsPart):
    """The version, what may be done with it, and the way to everybody's licence."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("AboutSettings", "About")
        self.list = SettingCard(around.theme, title)
        super().__init__(around, self.list)

    @override
    def show_now(self) -> None:
        from thermometer.services.licences import source  # noqa: PLC0415 - only here

        theme = self._theme
        self.licences = PillButton(theme, self.tr("Licences"))
        self.licences.clicked.connect(lambda: self.go_to.emit(Licences()))
        where = source()
        version = self.tr("Feelings Thermometer, version {version}").format(version=__version__)
        rows = [
            SettingRow(theme, version, below=self.tr("It uses no network and has no account.")),
            SettingRow(
                theme,
                self.tr("Free software under the MIT licence"),
                below=self.tr("Use it, change it, pass it on."),
            ),
            SettingRow(
                theme,
                self.tr("With the work of others in it"),
                self.licences,
                below=self.tr("Qt, PySide6, SQLModel, pyqtgraph, NumPy, the font Lexend and more."),
            ),
        ]
        if where:
            rows.append(SettingRow(theme, self.tr("Its source"), below=where))
        self.list.show_rows(*rows)
