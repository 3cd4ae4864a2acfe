"""Settings: looks, behaviour, the lock, the start, where the data is, and what it is made of."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer import __version__
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.lock_settings import LockSettings
from thermometer.ui.page import Surroundings, Wish
from thermometer.ui.places import Backups, Parents, Place
from thermometer.ui.preference_settings import PreferenceSettings
from thermometer.ui.start_settings import StartSettings
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.setting_choice import ChoiceList
from thermometer.ui.widgets.setting_rows import SettingCard

WIDEST = 860


class ParentsPage(CornerPage):
    """One card for each kind of setting; what is chosen is kept and worn at once."""

    rail_place = Parents

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.leave_full_screen = PillButton(
            theme, self.tr("Leave full screen"), picture="interface/fullscreen-leave", primary=True
        )
        self.leave_full_screen.clicked.connect(lambda: self.wish.emit(Wish.LEAVE_FULL_SCREEN))
        self._title = FittedLabel(theme, self.tr("Settings"), size="title", weight=BOLD)
        self._folder = FittedLabel(theme)
        looks = ChoiceList(theme, self.tr("How it looks"))
        behaviour = ChoiceList(theme, self.tr("How it behaves"))
        self.preferences = PreferenceSettings(self._services, theme, looks, behaviour)
        self.preferences.trouble.connect(self.trouble)
        self.lock_card = SettingCard(theme, self.tr("The lock"))
        self.lock = LockSettings(self._services, theme, self.lock_card)
        self.lock.go_to.connect(self.go_to)
        self.lock.trouble.connect(self.trouble)
        self.start_card = SettingCard(theme, self.tr("At the start"))
        self.start = StartSettings(self._services, theme, self.start_card)
        self.start.trouble.connect(self.trouble)
        self.about_card = self._about()
        content = QWidget()
        self._column = QVBoxLayout(content)
        for widget in (
            self._title,
            self.leave_full_screen,
            looks,
            behaviour,
            self.lock_card,
            self.start_card,
            self._data(),
            self.about_card,
        ):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll = ScrollColumn(theme, content, self)

    def _data(self) -> ChoiceList:
        """Where the family's data is."""
        card = ChoiceList(self._theme, self.tr("Your data"))
        kept = self.tr("Your family's data is kept here, on this device only:")
        card.add(FittedLabel(self._theme, kept, colour="muted"))
        card.add(self._folder)
        self.backups = PillButton(self._theme, self.tr("Backups"))
        self.backups.quiet = True
        self.backups.clicked.connect(lambda: self.go_to.emit(Backups()))
        card.add(self.backups)
        return card

    def _about(self) -> ChoiceList:
        """The version, and whose work is in it under which licence."""
        card = ChoiceList(self._theme, self.tr("About"))
        version = self.tr("Feelings Thermometer, version {version}").format(version=__version__)
        card.add(FittedLabel(self._theme, version))
        for words in (
            self.tr("Free software under the MIT licence: use it, change it, pass it on."),
            self.tr("Qt and PySide6: LGPL 3. Lexend: SIL Open Font Licence 1.1."),
            self.tr("SQLModel, Alembic, pyqtgraph, argon2-cffi: MIT. NumPy: BSD."),
            self.tr("It uses no network and keeps no account."),
        ):
            card.add(FittedLabel(self._theme, words, size="small", colour="muted"))
        return card

    @property
    def shown_folder(self) -> str:
        """Where the data is, as the page says it."""
        return self._folder.text

    @override
    def enter(self, place: Place) -> None:
        self._folder.show_text(str(self._services.folder))
        self.leave_full_screen.setVisible(self.window().isFullScreen())
        self.preferences.show_now()
        self.lock.show_now()
        self.start.show_now()

    @override
    def lay_out(self, room: QRect) -> None:
        margin = self._theme.px(18)
        width = min(room.width() - 2 * margin, max(700, self._theme.px(WIDEST)))
        self._column.setSpacing(self._theme.px(10))
        self._scroll.setGeometry(room.left() + margin, room.top() + 6, width, room.height() - 12)
