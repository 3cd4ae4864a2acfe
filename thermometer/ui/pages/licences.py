"""Whose work is in the program: a list, and the text of one licence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.services.licences import Work, works
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Licences, Parents, Place
from thermometer.ui.widgets.long_text import LongText
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow

WIDEST = 860


class LicencesPage(CornerPage):
    """The list, or the licence of the work that the place names."""

    rail_place = Parents

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.head = PageHead(self._theme, self.tr("Back"), self)
        self.head.back_chosen.connect(self._back)
        self.works = {work.name: work for work in works()}
        self.list = SettingCard(self._theme, self.tr("What it is made of"))
        self.list.show_rows(*map(self._row, self.works.values()))
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.addWidget(self.list)
        self._column.addStretch(1)
        self.view = ScrollColumn(self._theme, content, self)
        self.text = LongText(self._theme, self)
        self._work: Work | None = None

    @override
    def enter(self, place: Place) -> None:
        name = place.work if isinstance(place, Licences) else ""
        self._work = work = self.works.get(name)
        if work:
            self.head.show_words(work.name, work.licence)
            self.text.show_text(work.name, work.text())
        else:
            words = self.tr("Whose work is in it, and what may be done with it.")
            self.head.show_words(self.tr("Licences"), words)
        self.text.setVisible(work is not None)
        self.view.setVisible(work is None)
        self.lay_out(self.room())

    @override
    def lay_out(self, room: QRect) -> None:
        margin = self._theme.px(18)
        width = min(room.width() - 2 * margin, max(700, self._theme.px(WIDEST)))
        head = self.head.sizeHint().height()
        left, top = room.left() + margin, room.top() + self._theme.px(10)
        self.head.setGeometry(left, top, width, head)
        below = top + head + self._theme.px(8)
        box = QRect(left, below, width, room.bottom() - below - 6)
        self.view.stand(box.adjusted(-5, 0, room.right() - box.right() - 4, 0), width)
        self._column.setContentsMargins(0, 0, 0, margin)
        self.text.setGeometry(box)

    def _row(self, work: Work) -> SettingRow:
        button = PillButton(self._theme, self.tr("Read"))
        button.setAccessibleDescription(work.name)
        button.clicked.connect(partial(self.go_to.emit, Licences(work.name)))
        return SettingRow(self._theme, work.name, button, below=work.licence)

    def _back(self) -> None:
        self.go_to.emit(Licences() if self._work else Parents())
