"""Settings, for now one plain page: the lock, the start, full screen, where the data is."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer import __version__
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.lock_settings import LockSettings
from thermometer.ui.page import Surroundings, Wish
from thermometer.ui.places import Parents, Place
from thermometer.ui.start_settings import StartSettings
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.setting_rows import SettingCard

WIDEST = 860


class ParentsPage(CornerPage):
    """Facts for a grown-up, the lock, how the program starts, the way out of full screen."""

    rail_place = Parents

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.leave_full_screen = PillButton(
            theme, self.tr("Leave full screen"), picture="interface/fullscreen-leave", primary=True
        )
        self.leave_full_screen.clicked.connect(lambda: self.wish.emit(Wish.LEAVE_FULL_SCREEN))
        self._folder = FittedLabel(theme)
        self.lock_card = SettingCard(theme, self.tr("The lock"))
        self.lock = LockSettings(self._services, theme, self.lock_card)
        self.lock.go_to.connect(self.go_to)
        self.lock.trouble.connect(self.trouble)
        self.start_card = SettingCard(theme, self.tr("At the start"))
        self.start = StartSettings(self._services, theme, self.start_card)
        self.start.trouble.connect(self.trouble)
        content = QWidget()
        self._column = QVBoxLayout(content)
        for widget in (self._facts(), self.lock_card, self.start_card):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll = ScrollColumn(theme, content, self)

    def _facts(self) -> CardFrame:
        """The title, where the data is, the version, and the way out of full screen."""
        theme = self._theme
        card = CardFrame(theme)
        column = QVBoxLayout(card)
        pad = theme.px(26) + 6
        column.setContentsMargins(pad, pad, pad, pad)
        kept = self.tr("Your family's data is kept here, on this device only:")
        version = self.tr("Feelings Thermometer, version {version}").format(version=__version__)
        for widget in (
            FittedLabel(theme, self.tr("Parents' corner"), size="title", weight=BOLD),
            FittedLabel(theme, kept, colour="muted"),
            self._folder,
            FittedLabel(theme, version, colour="muted"),
            self.leave_full_screen,
        ):
            column.addWidget(widget)
        return card

    @property
    def shown_folder(self) -> str:
        """Where the data is, as the page says it."""
        return self._folder.text

    @override
    def enter(self, place: Place) -> None:
        self._folder.show_text(str(self._services.folder))
        self.leave_full_screen.setVisible(self.window().isFullScreen())
        self.lock.show_now()
        self.start.show_now()

    @override
    def lay_out(self, room: QRect) -> None:
        margin = self._theme.px(18)
        width = min(room.width() - 2 * margin, max(700, self._theme.px(WIDEST)))
        self._column.setSpacing(self._theme.px(10))
        self._scroll.setGeometry(room.left() + margin, room.top() + 6, width, room.height() - 12)
