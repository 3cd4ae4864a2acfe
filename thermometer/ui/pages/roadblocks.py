"""What gets in the way of going first: kind words, private, and one small next step each."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Place, Repairs, Roadblocks
from thermometer.ui.repair.text_cards import TextCard, lay_out_text_page
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.scroll_column import ScrollColumn


class RoadblocksPage(CornerPage):
    """Nothing of it is kept, printed or counted."""

    rail_place = Repairs

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._place: Roadblocks | None = None
        self.head = PageHead(self._theme, self.tr("Back to the repair"), self)
        self.head.show_words(
            self.tr("What gets in the way"), self.tr("Only for you. Nothing of it is kept.")
        )
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        self.cards = []
        for block in self._services.repair_texts().roadblocks().values():
            card = TextCard(
                self._theme, block.name, block.words, self.tr("One small step"), block.next_step
            )
            column.addWidget(card)
            self.cards.append(card)
        column.addStretch(1)
        self._scroll = ScrollColumn(self._theme, self._content, self)
        self.head.back_chosen.connect(self._back)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, Roadblocks):
            raise TypeError(place)
        self._place = place
        self._scroll.verticalScrollBar().setValue(0)

    @override
    def lay_out(self, room: QRect) -> None:
        lay_out_text_page(self._theme, room, self.head, self._scroll)

    def _back(self) -> None:
        if self._place is not None:
            self.go_to.emit(self._place.back)
