"""The story of an episode: what was tapped, seen and done, and what a parent adds afterwards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.local_time import local_day
from thermometer.domain.mend_questions import MendAnswer, MendQuestion
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Subject
from thermometer.domain.stories import Story as Told
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import LateEntry, Observe, OneCheckIn, Place, Story, Week
from thermometer.ui.repair.mend_question_card import MendQuestionCard
from thermometer.ui.repair.repair_telling import RepairTelling
from thermometer.ui.repair.repairs_showing import questions_asked
from thermometer.ui.story_telling import is_unfinished, telling_of
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.episode_line import EpisodeLine, EpisodeLines
from thermometer.ui.widgets.note_box import NoteBox
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pictures import is_drawn
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.story_list import StoryList
from thermometer.ui.widgets.story_neighbours import StoryNeighbours
from thermometer.ui.widgets.week_card import WeekCard

TWO_COLUMNS_FROM = 640
STORY_CHANGES = (
    Change.CHECK_INS,
    Change.TOOL_USES,
    Change.REMARKS,
    Change.REPAIRS,
    Change.EVERYTHING,
)


class StoryPage(CornerPage):
    """One episode, top to bottom; what is typed or tagged is kept at once."""

    rail_place = Week

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._place: Story | None = None
        self.told: Told | None = None
        self.head = PageHead(theme, self.tr("Week"), self)
        self.line = EpisodeLine(theme)
        self.list = StoryList(theme)
        self.noticed = PillButton(theme, self.tr("I noticed …"), picture="interface/plus")
        self.over = PillButton(theme, self.tr("It’s over now"))
        self.neighbours = StoryNeighbours(theme)
        self.tags: ChipFlow[str] = ChipFlow(theme, many=True, size="small")
        self.note = NoteBox(
            theme, self.tr("A note, only for parents"), self.tr("What happened just before?")
        )
        self._chart_card = CardFrame(theme)
        self._chart = QVBoxLayout(self._chart_card)
        self._chart.addWidget(self.line)
        self._tags_card = WeekCard(theme, self.tr("What else was going on?"), self.tags)
        self._note_card = WeekCard(theme, self.tr("A note, only for parents"), self.note)
        self.mend: MendQuestionCard | None = None
        self._content = QWidget()
        self._scroll = ScrollColumn(theme, self._content, self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        actions = QHBoxLayout()
        actions.addWidget(self.noticed)
        actions.addWidget(self.over)
        actions.addStretch(1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.list)
        left.addLayout(actions)
        left.addStretch(1)
        right.addWidget(self._tags_card)
        right.addWidget(self._note_card)
        right.addWidget(self.neighbours)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addLayout(left, 6)
        self._columns.addLayout(right, 5)
        self._rows = column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chart_card)
        column.addLayout(self._columns, 1)

    def _connect(self) -> None:
        self.head.back_chosen.connect(self._back)
        self.list.chosen.connect(self._look_at)
        self.noticed.clicked.connect(self._notice)
        self.over.clicked.connect(self._end)
        self.neighbours.chosen.connect(self._go_to_story)
        self.tags.changed.connect(self._tag)
        self.note.left.connect(self._keep_note)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, Story):
            raise TypeError(place)
        self._place = place
        self._scroll.verticalScrollBar().setValue(0)
        self._show()
        if self.told is not None:
            self.note.show_note(self.told.text(Subject.NOTE))

    @override
    def refresh(self, change: Change) -> None:
        if change in STORY_CHANGES:
            self._show()

    @override
    def leave(self) -> None:
        self._keep_note(self.note.field.toPlainText())
        if self.told is not None:
            self._try(lambda told: self._services.stories().settle_tags(told))
        self.told = None

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        side = theme.px(30)
        head = self.head.height_in(room.width() - 2 * side)
        top = room.top() + theme.px(18)
        self.head.setGeometry(room.left() + side, top, room.width() - 2 * side, head)
        top += head + theme.px(8)
        wide = room.width() > room.height() and room.width() >= TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._chart.setContentsMargins(side, theme.px(18), side, theme.px(12))
        self._columns.setSpacing(theme.px(16))
        margin = side - 6
        self._scroll.setGeometry(
            room.left() + margin, top, room.width() - 2 * margin, room.bottom() - top
        )

    def _show(self) -> None:
        """Read the story again and show it; what is being typed stays."""
        if self._place is None:
            return
        try:
            self.told = told = self._services.stories().read(self._place.first_check_in)
        except Problem as problem:
            self.told = None
            self.trouble.emit(problem)
            self._content.hide()
            return
        self._content.show()
        telling = telling_of(self._services)
        self.head.show_words(*telling.head(told))
        self.lay_out(self.room())
        zone = told.first.time_zone
        self.line.show_lines(EpisodeLines(told.lines, told.span, zone), telling.chart(told))
        self._chart_card.setVisible(bool(told.lines))
        self.list.show_lines(telling.lines(told))
        self.neighbours.show_episodes(told.before, told.after)
        self.over.setVisible(is_unfinished(told.episode))
        tags = self._services.content.contexts()
        unknown = {tag: tag.replace("-", " ") for tag in told.contexts if tag not in tags}
        pictures = {tag: f"contexts/{tag}" for tag in tags if is_drawn(f"contexts/{tag}")}
        choices = {
            tag: Choice(text, pictures.get(tag, "")) for tag, text in (tags | unknown).items()
        }
        self.tags.show_choices(choices, told.contexts)
        self._ask_to_mend(told)

    def _ask_to_mend(self, told: Told) -> None:
        """Ask "anything to mend?" where the Repairs page asks it too; answered, it is gone."""
        if self.mend is not None:
            self._rows.removeWidget(self.mend)
            self.mend.hide()
            self.mend.deleteLater()
            self.mend = None
        if told.episode is None or told.episode.peak is not Zone.RED:
            return
        for asked in questions_asked(self._services, RepairTelling(self._services)):
            if asked.question.episode.id == told.episode.id:
                self.mend = MendQuestionCard(self._theme, asked.words, asked.others)
                self.mend.answered.connect(partial(self._answer, asked.question))
                self._rows.insertWidget(0, self.mend)
                self.mend.show()

    def _answer(self, question: MendQuestion, answer: MendAnswer, other: UUID | None) -> None:
        try:
            self._services.hard_moments().answer(question, answer, other)
        except Problem as problem:
            self.trouble.emit(problem)

    def _back(self) -> None:
        told = self.told
        if told is None:
            self.go_to.emit(Week())
            return
        day = local_day(told.first.at, told.first.time_zone)
        self.go_to.emit(Week(person=told.person.id, day=day))

    def _look_at(self, check_in: UUID) -> None:
        if self._place is not None:
            self.go_to.emit(OneCheckIn(check_in, self._place))

    def _notice(self) -> None:
        if self.told is not None:
            self.go_to.emit(Observe(self.told.person.id, back=self._place))

    def _end(self) -> None:
        if self.told is not None and self.told.episode is not None:
            self.go_to.emit(LateEntry(self.told.person.id, self.told.episode.day))

    def _go_to_story(self, first_check_in: UUID) -> None:
        if self.told is not None:
            self.go_to.emit(Story(self.told.person.id, first_check_in))

    def _tag(self) -> None:
        """Keep the tags as they stand now; where they were not kept, show what is."""
        chosen = self.tags.chosen
        if not self._try(lambda told: self._services.stories().tag(told, chosen)):
            self._show()

    def _keep_note(self, text: str) -> None:
        if self._try(lambda told: self._services.stories().note(told, text)):
            self.note.show_saved()

    def _try(self, say: Callable[[Told], bool]) -> bool:
        """Say something about the story; whether it was kept, and told if it could not be."""
        if self.told is None:
            return False
        try:
            return say(self.told)
        except Problem as problem:
            self.trouble.emit(problem)
            return False
