"""A photo for a card, out of a file: a grown-up's page, as a child has no business among files."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.card_changes import CardChanges
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.own_places import CardFile
from thermometer.ui.page import Surroundings
from thermometer.ui.photo_taking import PhotoTaking
from thermometer.ui.places import Place, SafePlaceSetup
from thermometer.ui.widgets.card_panel import CardPanel
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.week_card import WeekCard


class CardFilePage(CornerPage):
    """Asks for a file at once; the photo in it is on the card, and the card in view again."""

    rail_place = SafePlaceSetup

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._place: CardFile | None = None
        self._changes = CardChanges(self._services, around.undoing)
        self.head = PageHead(theme, self.tr("Card"), self)
        self.head.back_chosen.connect(self._go_back)
        self.photos = PhotoTaking(self, around)
        self.photos.taken.connect(self._wear)
        self.choose = PillButton(
            theme, self.tr("Choose a file"), picture="interface/folder", primary=True
        )
        self.choose.clicked.connect(self.photos.open_files)
        words = FittedLabel(
            theme,
            self.tr(
                "The photo is turned upright, cut to a square and kept small. Nothing else in the"
                " file is kept: no place, no time. The file itself stays where it is."
            ),
        )
        self.panel = CardPanel(theme, (self.choose,), self)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WeekCard(theme, self.tr("Which photo?"), words))
        column.addStretch(1)
        self._scroll = ScrollColumn(theme, content, self)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, CardFile):
            raise TypeError(place)
        self._place = place
        tool = self._services.safe_places.tool(place.card.person, place.card.tool)
        self.head.show_words(self.tr("A photo from a file"), tool.name)
        self.panel.show_card(tool)
        self.lay_out(self.room())
        self.photos.open_files()

    @override
    def leave(self) -> None:
        self.photos.stop()

    def _wear(self, photo: bytes) -> None:
        if self._place is None:
            return
        try:
            self._changes.wear_photo(self._place.card, photo)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._go_back()

    def _go_back(self) -> None:
        if self._place:
            self.go_to.emit(self._place.card)

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        side, top = theme.px(26), room.top() + theme.px(18)
        left, width = room.left() + side, room.width() - 2 * side
        head = self.head.height_in(width)
        self.head.setGeometry(left, top, width, head)
        top += head + theme.px(8)
        self.panel.stand_with(
            self._scroll, QRect(left, top, width, room.bottom() - theme.px(8) - top)
        )
