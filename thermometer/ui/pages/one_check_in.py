"""One check-in: what was noticed with it, and what to do if it was a mistake."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.checkins import Source
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.story_events import Tapped
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.entry_form import people_choices
from thermometer.ui.page import Surroundings
from thermometer.ui.places import OneCheckIn, Place, Week
from thermometer.ui.sign_choices import MORE, sign_choices
from thermometer.ui.story_telling import StoryTelling, telling_of, title_of, zone_word
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.week_card import WeekCard

SOMEBODY_ELSE: Literal["somebody else"] = "somebody else"
Maker = UUID | Literal["somebody else"]


class OneCheckInPage(CornerPage):
    """What it says stays; signs can be added once, and a mistake withdrawn."""

    rail_place = Week

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._place: OneCheckIn | None = None
        self._person: Person | None = None
        self._tapped: Tapped | None = None
        self._all_signs = False
        self.head = PageHead(theme, self.tr("Story"), self)
        self.facts = FittedLabel(theme)
        self.signs: ChipFlow[str] = ChipFlow(theme, many=True, size="small")
        self.keep_signs = PillButton(theme, self.tr("Keep these signs"), picture="interface/check")
        self.made_by: ChipFlow[Maker] = ChipFlow(theme)
        self.withdraw = PillButton(theme, self.tr("Withdraw it"), picture="interface/undo")
        self.stays = FittedLabel(
            theme, self.tr("It is kept and shown struck through."), size="small", colour="muted"
        )
        signs, mistake = QWidget(), QWidget()
        self._column_of(signs, self.signs, self.keep_signs)
        self._column_of(mistake, self.made_by, self.stays, self.withdraw)
        self._facts_card = WeekCard(theme, self.tr("What was tapped"), self.facts)
        self._signs_card = WeekCard(theme, self.tr("Any signs?"), signs)
        self._mistake_card = WeekCard(theme, self.tr("Was it a mistake?"), mistake)
        self._content = QWidget()
        self._column_of(self._content, self._facts_card, self._signs_card, self._mistake_card)
        self._scroll = ScrollColumn(theme, self._content, self)
        self._connect()

    def _connect(self) -> None:
        self.head.back_chosen.connect(self._back)
        self.signs.changed.connect(self._signs_chosen)
        self.keep_signs.clicked.connect(self._keep_signs)
        self.made_by.changed.connect(lambda: self.withdraw.setEnabled(True))
        self.withdraw.clicked.connect(self._withdraw)

    @staticmethod
    def _column_of(holder: QWidget, *widgets: QWidget) -> None:
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            is_button = isinstance(widget, PillButton)
            left = Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0)
            column.addWidget(widget, 0, left)
        column.addStretch(1)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, OneCheckIn):
            raise TypeError(place)
        self._place, self._all_signs = place, False
        self.signs.show_chosen()
        self._show()

    @override
    def refresh(self, change: Change) -> None:
        if change in (Change.CHECK_INS, Change.EVERYTHING):
            self._show()

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        side = theme.px(30)
        head = self.head.height_in(room.width() - 2 * side)
        top = room.top() + theme.px(18)
        self.head.setGeometry(room.left() + side, top, room.width() - 2 * side, head)
        top += head + theme.px(8)
        margin = side - 6
        wide = room.width() - 2 * margin
        self._scroll.setGeometry(room.left() + margin, top, wide, room.bottom() - top)

    def _show(self) -> None:
        if self._place is None:
            return
        try:
            story = self._services.stories().read(self._place.back.first_check_in)
            check_in = self._services.stories().check_in(self._place.check_in)
        except Problem as problem:
            self.trouble.emit(problem)
            self._content.hide()
            return
        events = (e for e in story.events if isinstance(e, Tapped))
        told = (e for e in events if e.check_in.id == check_in.id)
        self._tapped = tapped = next(told, Tapped(check_in=check_in))
        self._content.show()
        self._person = story.person
        telling = telling_of(self._services)
        self.head.show_words(title_of(story.person, check_in))
        self.lay_out(self.room())
        self.facts.show_text(self._facts(telling, tapped))
        self._show_signs(tapped)
        self._show_mistake(tapped)

    def _show_signs(self, tapped: Tapped) -> None:
        """Signs can be added once, to what was out of green and is not withdrawn."""
        check_in = tapped.check_in
        fit = check_in.zone is not Zone.GREEN and check_in.withdrawn_at is None
        self._signs_card.setVisible(fit and not check_in.signs)
        self._signs_chosen()

    def _signs_chosen(self) -> None:
        if self._person is None:
            return
        if MORE in self.signs.chosen:
            self._all_signs = True
        chosen = [sign for sign in self.signs.chosen if sign != MORE]
        offered = self._services.content.signs(self._person.role)
        choices = sign_choices(self._person, offered, everything=self._all_signs)
        self.signs.show_choices(choices, chosen)
        self.keep_signs.setEnabled(bool(chosen))

    def _show_mistake(self, tapped: Tapped) -> None:
        """A child's own tap is withdrawn only with who made it."""
        self._mistake_card.setVisible(tapped.check_in.withdrawn_at is None)
        asked = self._is_childs_own(tapped)
        self.made_by.setVisible(asked)
        self.withdraw.setEnabled(not asked)
        title = self.tr("This was a mistake, made by …") if asked else self.tr("Was it a mistake?")
        self._mistake_card.title.show_text(title)
        makers: dict[Maker, Choice] = {}
        for id_, choice in people_choices(self._services.family.people()).items():
            makers[id_] = choice
        makers[SOMEBODY_ELSE] = Choice(self.tr("Somebody else"))
        self.made_by.show_choices(makers)

    def _is_childs_own(self, tapped: Tapped) -> bool:
        child = self._person is not None and self._person.is_child
        return child and tapped.check_in.source is Source.SELF

    def _facts(self, telling: StoryTelling, tapped: Tapped) -> str:
        """What is known of it, in a few sentences."""
        person, check_in = self._person, tapped.check_in
        if person is None:
            return ""
        said = self.tr("{name} tapped “{word}” ({zone}).")
        if check_in.source is Source.OBSERVED:
            said = self.tr("“{word}” ({zone}), {seen}.")
        seen = telling.seen_by(person, check_in)
        word, zone = person.words.of(check_in.zone), zone_word(check_in.zone)
        parts = [said.format(name=person.name, word=word, zone=zone, seen=seen)]
        if check_in.entered_afterwards:
            parts.append(self.tr("It was entered afterwards."))
        if check_in.signs:
            signs = telling.sign_words(check_in.signs)
            parts.append(self.tr("Signs: {signs}.").format(signs=signs))
        if check_in.withdrawn_at is not None:
            withdrawn = telling.withdrawn(tapped)
            parts.append(self.tr("Withdrawn: {why}.").format(why=withdrawn))
        return " ".join(parts)

    def _back(self) -> None:
        self.go_to.emit(self._place.back if self._place else Week())

    def _keep_signs(self) -> None:
        if self._tapped is None:
            return
        signs = tuple(sign for sign in self.signs.chosen if sign != MORE)
        try:
            self._services.observing().add_signs(self._tapped.check_in, signs)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._show()

    def _withdraw(self) -> None:
        if self._tapped is None or self._person is None:
            return
        check_in, observing = self._tapped.check_in, self._services.observing()
        try:
            if self._is_childs_own(self._tapped):
                made_by = self.made_by.chosen[0]
                observing.mistake(check_in, None if made_by == SOMEBODY_ELSE else made_by)
            else:
                observing.withdraw(self._person, check_in)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._back()
