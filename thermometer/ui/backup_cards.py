"""The cards of the page of backups: those on this device, a copy elsewhere, one to decide on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.backups import Backup
from thermometer.services.safekeeping import Coming
from thermometer.ui.backup_words import BackupWords
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.line_field import LineField
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow

LONGEST_PASSPHRASE = 200


class KeptCard(SettingCard):
    """The backups beside the data; ``chosen`` tells which one somebody wants to look into."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, words: BackupWords, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, QCoreApplication.translate("KeptCard", "Backups on this device"), parent
        )
        self._theme, self._words = theme, words
        self.backups: Sequence[Backup] = ()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show ``backups``, the newest first."""
        self.backups = backups
        none = self.tr("There is none yet. One is made on each day on which the app is used.")
        self.show_rows(*map(self._row, backups) if backups else [SettingRow(self._theme, none)])

    def _row(self, backup: Backup) -> SettingRow:
        said = self.tr("{when}: {count} check-ins").format(
            when=self._words.when(backup.made_at), count=backup.holds.check_ins
        )
        button = PillButton(self._theme, self.tr("Restore"))
        button.setAccessibleDescription(said)
        button.clicked.connect(lambda: self.chosen.emit(backup))
        return SettingRow(self._theme, said, button)


class _Card(CardFrame):
    """Widgets under each other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.column = QVBoxLayout(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        pad = self._theme.px(26) + 6
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(self._theme.px(10))

    def add_buttons(self, *buttons: PillButton) -> None:
        """Buttons side by side, from the left; in a narrow card below each other."""
        self.column.addWidget(ButtonFlow(self._theme, *buttons))


class ElsewhereCard(_Card):
    """Make a backup now, write one to a place of one's choice, or look into one from there."""

    now_asked = Signal()
    save_asked = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        title = FittedLabel(theme, self.tr("A copy elsewhere"), size="large", weight=BOLD)
        why = FittedLabel(
            theme,
            self.tr(
                "A copy on another disk outlives this device. With a passphrase nobody can read"
                " it without it, not even you: keep it where you will find it."
            ),
            size="small",
            colour="muted",
        )
        self.passphrase = LineField(theme, self.tr("Passphrase"), LONGEST_PASSPHRASE)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(self.tr("Passphrase, if you want one"))
        self.save = PillButton(
            theme, self.tr("Save a copy"), picture="interface/folder", primary=True
        )
        self.open = PillButton(theme, self.tr("Restore from a file"))
        self.now = PillButton(theme, self.tr("Back up now"))
        self.said = FittedLabel(theme, weight=BOLD)
        for widget in (title, why, self.passphrase, self.said):
            self.column.addWidget(widget)
        self.add_buttons(self.save, self.open, self.now)
        self.save.clicked.connect(self.save_asked)
        self.open.clicked.connect(self.open_asked)
        self.now.clicked.connect(self.now_asked)
        self.show_said("")

    def show_said(self, text: str) -> None:
        """Say what came of it; nothing says nothing."""
        self.said.show_text(text)
        self.said.setVisible(bool(text))


class DecisionCard(_Card):
    """A backup beside what is here now, and whether it is to be put back."""

    agreed = Signal()
    refused = Signal()

    def __init__(self, theme: Theme, words: BackupWords, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = words
        self.coming: Coming | None = None
        title = self.tr("Put this backup in the place of everything that is here?")
        self.there, self.here = FittedLabel(theme), FittedLabel(theme)
        self.stranger = FittedLabel(theme, weight=BOLD)
        undo = self.tr("What is here now is backed up first, so that this can be undone.")
        self.agree = PillButton(theme, self.tr("Put it back"), primary=True)
        self.refuse = PillButton(theme, self.tr("Leave it"))
        for widget in (
            FittedLabel(theme, title, size="large", weight=BOLD),
            self.there,
            self.here,
            self.stranger,
            FittedLabel(theme, undo, size="small", colour="muted"),
        ):
            self.column.addWidget(widget)
        self.add_buttons(self.agree, self.refuse)
        self.agree.clicked.connect(self.agreed)
        self.refuse.clicked.connect(self.refused)
        self.hide()

    def ask(self, coming: Coming) -> None:
        """Show what would come and what would go."""
        self.coming = coming
        there, here = self._words.holds(coming.holds), self._words.holds(coming.here)
        self.there.show_text(self.tr("In the backup: {holds}").format(holds=there))
        self.here.show_text(self.tr("Here now: {holds}").format(holds=here))
        self.stranger.show_text(self.tr("It seems to be another family's."))
        self.stranger.setVisible(not coming.is_same_family)
        self.show()
