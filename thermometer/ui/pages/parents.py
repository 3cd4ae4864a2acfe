"""The parents' corner, for now one plain page: full screen, where the data is, the version."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from thermometer import __version__
from thermometer.ui.page import Page, Surroundings, Wish
from thermometer.ui.places import Home, Place
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton

WIDEST = 860


class ParentsPage(Page):
    """Facts for a grown-up, and the way out of full screen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.back = PillButton(theme, self.tr("Home"), picture="interface/home")
        self.back.clicked.connect(lambda: self.go_to.emit(Home()))
        self.leave_full_screen = PillButton(
            theme, self.tr("Leave full screen"), picture="interface/fullscreen-leave", primary=True
        )
        self.leave_full_screen.clicked.connect(lambda: self.wish.emit(Wish.LEAVE_FULL_SCREEN))
        self._title = FittedLabel(theme, self.tr("Parents' corner"), size="display", weight=BOLD)
        self._folder = FittedLabel(theme, colour="ink")
        self._kept = FittedLabel(
            theme, self.tr("Your family's data is kept here, on this device only:"), colour="muted"
        )
        version = self.tr("Feelings Thermometer, version {version}").format(version=__version__)
        self._version = FittedLabel(theme, version, colour="muted")
        self._card = CardFrame(theme, self)
        self._build()

    @property
    def shown_folder(self) -> str:
        """Where the data is, as the page says it."""
        return self._folder.text

    @override
    def enter(self, place: Place) -> None:
        self._folder.show_text(str(self._services.folder))
        self.leave_full_screen.setVisible(self.window().isFullScreen())
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back)
        self._column = QVBoxLayout(self._card)
        self._column.addLayout(head)
        for widget in (self._kept, self._folder, self._version, self.leave_full_screen):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _lay_out(self) -> None:
        pad = self._theme.px(36)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self._theme.px(16))
        width = min(self.width() - 2 * self._theme.px(24), max(460, self._theme.px(WIDEST)))
        height = min(self.height() - 2 * self._theme.px(24), max(380, self._theme.px(480)))
        self._card.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )
