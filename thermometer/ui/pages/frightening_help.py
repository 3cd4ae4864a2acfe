"""When it was frightening: safety first, then the repair, and whom to call."""

from __future__ import annotations

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import FrighteningHelp, Place, Repairs
from thermometer.ui.repair.number_list import NumberList
from thermometer.ui.repair.text_cards import TextCard, lay_out_text_page
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.scroll_column import ScrollColumn

SAVE_AFTER_MS = 400


class FrighteningHelpPage(CornerPage):
    """Plain words, and the numbers that the family has entered itself."""

    rail_place = Repairs

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme, texts = self._theme, self._services.repair_texts().help()
        self._place: FrighteningHelp | None = None
        self.head = PageHead(theme, self.tr("Back"), self)
        self.head.show_words(texts.title)
        self.numbers = NumberList(theme, texts.numbers_title, texts.numbers)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (
            TextCard(theme, self.tr("Safety first"), texts.first),
            TextCard(theme, self.tr("Before the repair, and in it"), texts.then),
            self.numbers,
            TextCard(theme, texts.ask_title, texts.ask),
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = ScrollColumn(theme, self._content, self)
        self._save_soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._save_soon.timeout.connect(self._save)
        self.numbers.changed.connect(self._save_soon.start)
        self.head.back_chosen.connect(self._back)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, FrighteningHelp):
            raise TypeError(place)
        self._place = place
        known = self._services.help_numbers().all()
        self.numbers.show_numbers([(one.name, one.number) for one in known])
        self._scroll.verticalScrollBar().setValue(0)

    @override
    def leave(self) -> None:
        if self._save_soon.isActive():
            self._save()

    @override
    def lay_out(self, room: QRect) -> None:
        lay_out_text_page(self._theme, room, self.head, self._scroll)

    def _save(self) -> None:
        from thermometer.services.help_numbers import HelpNumber  # noqa: PLC0415 - rarely needed

        self._save_soon.stop()
        try:
            self._services.help_numbers().keep(HelpNumber(*row) for row in self.numbers.numbers)
        except Problem as problem:
            self.trouble.emit(problem)

    def _back(self) -> None:
        if self._place is not None:
            self.go_to.emit(self._place.back)
