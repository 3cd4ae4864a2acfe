"""Erasing everything: what it is, a word to be typed, and a long hold; then the first start."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.copy_first import CopyFirst
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings, Wish
from thermometer.ui.places import Parents, Place
from thermometer.ui.widgets.final_card import FinalCard
from thermometer.ui.widgets.line_field import LineField
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow

WIDEST = 860
LONGEST_WORD = 40


class EraseAllPage(CornerPage):
    """The button can be held once the word stands in the field."""

    rail_place = Parents

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.word = self.tr("erase")
        self.head = PageHead(theme, self.tr("Settings"), self)
        self.goes = SettingCard(theme, self.tr("What goes"))
        self.copy = CopyFirst(self._services, theme, self)
        self.field = LineField(theme, self._ask(), LONGEST_WORD)
        self.field.setPlaceholderText(self._ask())
        self.final = FinalCard(
            theme, self.tr("Hold to erase everything"), self._timings.hold, self.field
        )
        self.final.words.show_text(
            self.tr("Nothing here can bring it back. To go on, {ask}").format(ask=self._ask())
        )
        content = QWidget()
        self._column = QVBoxLayout(content)
        for card in (self.goes, self.copy.card, self.final):
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.view = ScrollColumn(theme, content, self)
        self.head.back_chosen.connect(lambda: self.go_to.emit(Parents()))
        self.copy.trouble.connect(self.trouble)
        self.copy.changed.connect(lambda: self._typed(self.field.text()))
        self.field.textChanged.connect(self._typed)
        self.final.hold.held.connect(self._erase)

    def _ask(self) -> str:
        return self.tr("type the word: {word}").format(word=self.word)

    @override
    def enter(self, place: Place) -> None:
        self.head.show_words(
            self.tr("Erase everything"), self.tr("From this device, for good; then it begins anew.")
        )
        self.field.clear()
        self._typed("")
        self.copy.show_words(self.tr("It would hold everything. None is made unless you ask."))
        self.view.verticalScrollBar().setValue(0)
        self._show()

    def _show(self) -> None:
        family = self._services.family
        everybody = (*family.people(), *family.set_aside())
        names = ", ".join(person.name for person in everybody)
        self.goes.show_rows(
            SettingRow(
                self._theme,
                self.tr("Everybody’s records, settings and PINs"),
                below=names,
            ),
            SettingRow(
                self._theme,
                self.tr("Every backup on this device"),
                below=str(self._services.folder),
            ),
            SettingRow(
                self._theme,
                self.tr("What you have taken elsewhere stays as it is"),
                below=self.tr(
                    "Copies on other disks, exported files and printed pages are out of reach."
                ),
            ),
        )

    def _typed(self, text: str) -> None:
        is_meant = text.strip().casefold() == self.word.casefold()
        self.final.hold.setEnabled(is_meant and not self.copy.is_working())

    def _erase(self) -> None:
        """What is begun here is done when the family is opened again."""
        try:
            self._services.erasing().begin_everything()
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.field.clear()
        self.wish.emit(Wish.BEGIN_ANEW)

    @override
    def leave(self) -> None:
        self.final.hold.stop()
        self.field.clear()
        self.copy.close()

    @override
    def lay_out(self, room: QRect) -> None:
        margin = self._theme.px(24)
        width = min(room.width() - 2 * margin, max(700, self._theme.px(WIDEST)))
        height = self.head.height_in(width)
        self.head.setGeometry(room.left() + margin, room.top() + margin // 2, width, height)
        top = self.head.geometry().bottom() + 6
        across = room.width() - margin
        self.view.stand(QRect(room.left() + margin - 5, top, across, room.bottom() - top), width)
        self._column.setContentsMargins(0, 0, 0, margin // 2)
        self._column.setSpacing(self._theme.px(10))
