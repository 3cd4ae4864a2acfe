"""Settings, for now one plain page: full screen, where the data is, the version."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from thermometer import __version__
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings, Wish
from thermometer.ui.places import Parents, Place
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton

WIDEST = 860


class ParentsPage(CornerPage):
    """Facts for a grown-up, and the way out of full screen."""

    rail_place = Parents

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.leave_full_screen = PillButton(
            theme, self.tr("Leave full screen"), picture="interface/fullscreen-leave", primary=True
        )
        self.leave_full_screen.clicked.connect(lambda: self.wish.emit(Wish.LEAVE_FULL_SCREEN))
        self._title = FittedLabel(theme, self.tr("Parents' corner"), size="display", weight=BOLD)
        self._kept = FittedLabel(
            theme, self.tr("Your family's data is kept here, on this device only:"), colour="muted"
        )
        self._folder = FittedLabel(theme)
        version = self.tr("Feelings Thermometer, version {version}").format(version=__version__)
        self._version = FittedLabel(theme, version, colour="muted")
        self._card = CardFrame(theme, self)
        self._column = QVBoxLayout(self._card)
        for widget in (self._title, self._kept, self._folder, self._version):
            self._column.addWidget(widget)
        self._column.addWidget(self.leave_full_screen)
        self._column.addStretch(1)

    @property
    def shown_folder(self) -> str:
        """Where the data is, as the page says it."""
        return self._folder.text

    @override
    def enter(self, place: Place) -> None:
        self._folder.show_text(str(self._services.folder))
        self.leave_full_screen.setVisible(self.window().isFullScreen())

    @override
    def lay_out(self, room: QRect) -> None:
        pad, margin = self._theme.px(36), self._theme.px(24)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self._theme.px(16))
        width = min(room.width() - 2 * margin, max(460, self._theme.px(WIDEST)))
        height = min(room.height() - 2 * margin, max(300, self._theme.px(380)))
        self._card.setGeometry(room.left() + margin, room.top() + margin, width, height)
