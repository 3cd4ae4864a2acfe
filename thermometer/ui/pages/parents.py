"""Settings: a quiet list of sections, and the cards of the one in view."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings, Wish
from thermometer.ui.places import Parents, Place
from thermometer.ui.setting_sections import Section, parts_of, titles
from thermometer.ui.settings_part import SettingsPart
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.section_list import SectionList

P = TypeVar("P", bound=SettingsPart)
WIDEST, SIDE = 860, 216
NARROWEST_SIDE = 104


class ParentsPage(CornerPage):
    """What is chosen is kept and worn at once."""

    rail_place = Parents

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._parts: dict[Section, tuple[SettingsPart, ...]] = {}
        self.section = Section.LOOK
        self.title = FittedLabel(theme, self.tr("Settings"), size="title", weight=BOLD)
        self.sections = SectionList(theme, titles())
        self.sections.chosen.connect(self.show_section)
        self._side = QWidget()
        for widget in (self.title, self.sections):
            widget.setParent(self._side)
        self._side_scroll = ScrollColumn(theme, self._side, self)
        self.leave_full_screen = PillButton(
            theme, self.tr("Leave full screen"), picture="interface/fullscreen-leave", primary=True
        )
        self.leave_full_screen.clicked.connect(lambda: self.wish.emit(Wish.LEAVE_FULL_SCREEN))
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.addWidget(self.leave_full_screen)
        self._column.addStretch(1)
        self.view = ScrollColumn(theme, content, self)

    def parts(self, section: Section) -> tuple[SettingsPart, ...]:
        """The cards of ``section``; made when they are first asked for."""
        if section not in self._parts:
            made = self._parts[section] = parts_of(section, self._around)
            for part in made:
                part.card.hide()
                self._column.insertWidget(self._column.count() - 1, part.card)
                part.go_to.connect(self.go_to)
                part.trouble.connect(self.trouble)
                part.wish.connect(self.wish)
        return self._parts[section]

    def part(self, section: Section, kind: type[P]) -> P:
        """The card of this kind, in ``section``."""
        return next(part for part in self.parts(section) if isinstance(part, kind))

    def show_section(self, section: Section) -> None:
        """Show the cards of ``section``, from the first one on."""
        self._leave_section()
        self.section = section
        self.sections.show_current(section)
        for part in self.parts(section):
            part.show_now()
            part.card.show()
        self.view.verticalScrollBar().setValue(0)

    @override
    def enter(self, place: Place) -> None:
        self.leave_full_screen.setVisible(self.window().isFullScreen())
        self.show_section(self.section)

    @override
    def refresh(self, change: Change) -> None:
        if change is Change.EVERYTHING:
            for part in self.parts(self.section):
                part.show_now()

    @override
    def leave(self) -> None:
        for part in self.parts(self.section):
            part.leave()

    def _leave_section(self) -> None:
        for part in self.parts(self.section):
            part.leave()
            part.card.hide()

    @override
    def lay_out(self, room: QRect) -> None:
        margin = self._theme.px(18)
        self._column.setSpacing(self._theme.px(10))
        if room.width() >= room.height():
            self._lay_out_beside(room, margin)
        else:
            self._lay_out_above(room, margin)

    def _lay_out_beside(self, room: QRect, margin: int) -> None:
        """The list at the left."""
        larger = (1 + self._theme.text_scale) / 2
        widest = min(self._theme.px(SIDE * larger), room.width() * 3 // 10)
        side = max(NARROWEST_SIDE, widest)
        left = room.left() + margin
        head = self.title.heightForWidth(side) + self._theme.px(10)
        self.title.setGeometry(8, 0, side - 8, head)
        below = self.sections.stand_at_side(side - 10)
        self.sections.setGeometry(0, head, side - 10, below)
        self._side.setMinimumHeight(head + below)
        self._side_scroll.setGeometry(left, room.top() + margin, side, room.height() - margin)
        left += side + self._theme.px(8)
        box = QRect(left, room.top() + 6, room.right() - left - 4, room.height() - 12)
        self.view.stand(box, max(700, self._theme.px(WIDEST)))

    def _lay_out_above(self, room: QRect, margin: int) -> None:
        """The list in rows under the title."""
        width, left = room.width() - 2 * margin, room.left() + margin
        head = self.title.heightForWidth(width) + self._theme.px(6)
        self.title.setGeometry(8, 0, width - 8, head)
        rows = self.sections.stand_above(width - 10)
        self.sections.setGeometry(0, head, width - 10, rows)
        self._side.setMinimumHeight(head + rows)
        top = room.top() + margin
        self._side_scroll.setGeometry(left, top, width, head + rows)
        top += head + rows + self._theme.px(6)
        self.view.stand(QRect(left, top, width, room.bottom() - top - 6), width)
