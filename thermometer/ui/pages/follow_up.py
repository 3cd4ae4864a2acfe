"""Later: "what was that like for you?", the child's card, a note, something nice together."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.mending import Repair
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import RepairStep
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import ChildsCard, FollowUpPlace, Place, Repairs
from thermometer.ui.repair.quote_card import QuoteCard
from thermometer.ui.repair.repair_words import card_name
from thermometer.ui.repair.situation import people_of
from thermometer.ui.repair.text_cards import lay_out_text_page
from thermometer.ui.theme.theme import BOLD, MEDIUM
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.note_box import NoteBox
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn


class FollowUpPage(CornerPage):
    """Ask and listen; nothing needs fixing now."""

    rail_place = Repairs

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.repair: Repair | None = None
        self.head = PageHead(theme, self.tr("Repairs"), self)
        self.questions = QuoteCard(theme, self.tr("Words you could use"))
        self.give = PillButton(
            theme, self.tr("Show the answer card"), picture="interface/check", primary=True
        )
        self.answer = FittedLabel(theme, size="large", weight=BOLD)
        self.note = NoteBox(
            theme,
            self.tr("A note, only for parents"),
            self.tr("What did you hear? Private and optional."),
        )
        self.closing = QuoteCard(theme, self.tr("Something nice to do together"))
        self.done = PillButton(theme, self.tr("Done"), primary=True, parent=self)
        self.kept = FittedLabel(
            theme, self.tr("Kept"), weight=MEDIUM, colour="second_line", parent=self
        )
        self._card_box, self._note_box = CardFrame(theme), CardFrame(theme)
        self._card_row = QHBoxLayout(self._card_box)
        self._card_row.addWidget(self.answer, 1)
        self._card_row.addWidget(self.give)
        self._note_rows = QVBoxLayout(self._note_box)
        self._note_rows.addWidget(self.note)
        self._arrange()
        self.head.back_chosen.connect(lambda: self.go_to.emit(Repairs()))
        self.done.clicked.connect(self._end)
        self.give.clicked.connect(self._give)

    def _arrange(self) -> None:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self.questions, self._card_box, self._note_box, self.closing):
            column.addWidget(card)
        column.addStretch(1)
        self.view = ScrollColumn(self._theme, self._content, self)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, FollowUpPlace):
            raise TypeError(place)
        self.repair = repair = self._services.repairs().one(place.rupture)
        texts, (child, _) = self._services.repair_texts(), people_of(self._services, repair)
        step = texts.step(RepairStep.LATER)
        title = self.tr("Later, with {name}").format(name=child.name)
        self.head.show_words(title, step.say)
        self.questions.show_lines(texts.follow_up(child.age_band))
        self.closing.show_lines(texts.closing(child.age_band))
        self._show_answer()
        self.lay_out(self.room())

    @override
    def has_draft(self) -> bool:
        return bool(self.note.field.toPlainText().strip()) and not self.note.field.isReadOnly()

    @override
    def leave(self) -> None:
        self._keep_note()

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        foot, gap = self.done.sizeHint(), theme.px(12)
        upper = room.adjusted(0, 0, 0, -foot.height() - 2 * gap)
        lay_out_text_page(theme, upper, self.head, self.view)
        top, right = upper.bottom() + gap, self.head.geometry().right()
        self.done.setGeometry(right - foot.width(), top, foot.width(), foot.height())
        left = self.head.x()
        self.kept.setGeometry(left, top, self.done.x() - gap - left, foot.height())
        side, top = theme.px(28), theme.px(18)
        for layout in (self._card_row, self._note_rows):
            layout.setContentsMargins(side + 5, top + 4, side + 5, top + 10)

    def _show_answer(self) -> None:
        from thermometer.services.repair_texts import Frame  # noqa: PLC0415 - not for a child's tap

        said = self.repair.follow_ups[-1] if self.repair and self.repair.follow_ups else None
        card, note = (said.card, said.note or "") if said else (None, "")
        asked = self._services.repair_texts().frame(Frame.AGAIN)
        words = (
            self.tr("{question} {card}.").format(question=asked, card=card_name(card))
            if card
            else self.tr("Then ask: “{question}” They may answer by card.").format(question=asked)
        )
        self.answer.show_text(words)
        self.kept.setVisible(card is not None)
        self.give.setVisible(card is None)
        if note or not self.has_draft():
            self.note.show_note(note)
        self.note.field.setReadOnly(bool(note))

    def _give(self) -> None:
        if self.repair is not None:
            self.go_to.emit(ChildsCard(FollowUpPlace(self.repair.id)))

    def _end(self) -> None:
        """It was asked, whatever was said: it is not offered again."""
        if self.repair is not None and not self.repair.follow_ups and not self.has_draft():
            try:
                self.repair = self._services.mending().follow_up(self.repair.id)
            except Problem as problem:
                self.trouble.emit(problem)
                return
        self.go_to.emit(Repairs())

    def _keep_note(self) -> None:
        """Keep what was written; the first note stands."""
        if self.repair is None or not self.has_draft():
            return
        try:
            text = self.note.field.toPlainText()
            self.repair = self._services.mending().follow_up(self.repair.id, note=text)
        except Problem as problem:
            self.trouble.emit(problem)
