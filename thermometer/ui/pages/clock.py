"""The clock was set while a family tapped: what was seen, and which check-ins to move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn
from thermometer.domain.clock_changes import ClockChange, Side
from thermometer.domain.problems import Problem
from thermometer.ui.clock_words import ClockWords
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Parents, Place
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.line_list import LineList
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.shift_pick import NOTHING, ShiftPick
from thermometer.ui.widgets.week_card import WeekCard

WIDEST = 860
LISTED = 30
"""So many check-ins are listed one by one."""


class ClockPage(CornerPage):
    """Nothing is moved before a parent has chosen which, by how much, and touched the button."""

    rail_place = Parents

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._changes = self._services.clock_changes()
        self._words = ClockWords(self._services.clock.time_zone(), self)
        self._change: ClockChange | None = None
        self._stretches: dict[Side, tuple[CheckIn, ...]] = {}
        self._moved: Sequence[CheckIn] = ()
        self._shift = NOTHING
        self.head = PageHead(theme, self.tr("Settings"), self)
        self.seen, self.said = FittedLabel(theme), FittedLabel(theme)
        self.undo = PillButton(theme, self.tr("Undo"), picture="interface/undo")
        self.right = PillButton(theme, self.tr("Leave everything as it is"))
        self.sides: ChipFlow[Side] = ChipFlow(theme)
        self.list = LineList(theme)
        self.pick = ShiftPick(theme)
        self.moves = FittedLabel(theme)
        self.move_them = PillButton(theme, self.tr("Move them"), primary=True)
        self._put_together()
        self._connect()

    def _put_together(self) -> None:
        theme = self._theme
        safe = self.tr(
            "Nothing is lost: every check-in is kept, in the order in which it was tapped. Please"
            " look whether the clock of this device is right now. Tools and hard moments keep"
            " the times with which they were kept: whether a tool was followed by something calmer"
            " may then not be known, and a hard moment stays with its episode."
        )
        kept = self.tr(
            "What was tapped stays, struck through, and says that the clock was wrong; beside it"
            " stands the same with the right time."
        )
        self._safe = FittedLabel(theme, safe, colour="muted")
        seen = _column(self.seen, self._safe, self.right)
        which = _column(self.sides, self.list)
        how_far = _column(
            self.pick,
            self.moves,
            FittedLabel(theme, kept, size="small", colour="muted"),
            self.move_them,
        )
        self._over = QWidget()
        over = QHBoxLayout(self._over)
        over.addWidget(self.said, 1)
        over.addWidget(self.undo)
        self._seen = WeekCard(theme, self.tr("What was seen"), seen)
        self._which = WeekCard(theme, self.tr("Which have the wrong time?"), which)
        self._how_far = WeekCard(theme, self.tr("By how much?"), how_far)
        content = _column(self._over, self._seen, self._which, self._how_far)
        self.view = ScrollColumn(theme, content, self)

    def _connect(self) -> None:
        self.head.back_chosen.connect(lambda: self.go_to.emit(Parents()))
        self.sides.changed.connect(self._side_chosen)
        self.pick.changed.connect(self._show_moves)
        self.move_them.clicked.connect(self._move)
        self.undo.clicked.connect(self._undo)
        self.right.clicked.connect(self._settle)

    @override
    def enter(self, place: Place) -> None:
        self.head.show_words(self.tr("Check the clock"))
        self._say("")
        self._read()

    @override
    def refresh(self, change: Change) -> None:
        if change in (Change.CHECK_INS, Change.EVERYTHING):
            self._read()

    @override
    def lay_out(self, room: QRect) -> None:
        margin = self._theme.px(18)
        width = min(room.width() - 2 * margin, max(700, self._theme.px(WIDEST)))
        left, top = room.left() + margin, room.top() + self._theme.px(10)
        head = max(self.head.sizeHint().height(), self._theme.px(64))
        self.head.setGeometry(left, top, width, head)
        below = top + head + self._theme.px(8)
        self.view.setGeometry(left, below, width, room.bottom() - below - 6)

    # ------------------------------------------------------------------------------- showing

    def _read(self) -> None:
        """The latest change that nobody has looked at, and what was entered around it."""
        try:
            changes = self._changes.all()
            self._change = change = changes[0] if changes else None
            self._stretches = {side: self._changes.stretch(change, side) for side in Side if change}
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._show_seen()

    def _show_seen(self) -> None:
        change = self._change
        nothing = self.tr("There is nothing to look at: no check-in waits for another time.")
        self.seen.show_text(self._words.seen(change) if change else nothing)
        for widget in (self._safe, self.right):
            widget.setVisible(change is not None)
        before = self.tr("Before that: {count}").format(count=self._count(Side.BEFORE))
        since = self.tr("Since then: {count}").format(count=self._count(Side.SINCE))
        sides = {Side.BEFORE: Choice(before), Side.SINCE: Choice(since)}
        there = {side: choice for side, choice in sides.items() if self._count(side)}
        chosen = [side for side in self.sides.chosen if side in there] or list(there)[:1]
        self.sides.show_choices(there, chosen)
        for card in (self._which, self._how_far):
            card.setVisible(bool(there))
        self._side_chosen()

    def _count(self, side: Side) -> int:
        return len(self._stretches.get(side, ()))

    def _side_chosen(self) -> None:
        """Suggest what would make that side agree with the other."""
        if self._change and self.sides.chosen:
            self.pick.show_shift(self._change.shift(self.sides.chosen[0]))
        self._show_moves()

    def _show_moves(self) -> None:
        if not self.sides.chosen:
            return
        shift, chosen = self.pick.shift, self._stretches[self.sides.chosen[0]]
        people = {one.id: one for one in self._services.stories().everybody()}
        lines = [self._words.line(each, shift, people) for each in chosen[:LISTED]]
        if len(chosen) > LISTED:
            lines.append(self.tr("and {count} more").format(count=len(chosen) - LISTED))
        self.list.show_lines(lines)
        self.moves.show_text(self._words.moved(shift))
        self.move_them.setEnabled(shift != NOTHING)

    def _say(self, words: str, *, can_undo: bool = False) -> None:
        self.said.show_text(words)
        self.undo.setVisible(can_undo)
        self._over.setVisible(bool(words))

    # ------------------------------------------------------------------------------- moving

    def _move(self) -> None:
        if self._change is None or not self.sides.chosen:
            return
        side, self._shift = self.sides.chosen[0], self.pick.shift
        try:
            self._moved = self._changes.correct(self._change, side, self._shift)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        done = self.tr("{count} check-ins have another time now.")
        self._over_with(done.format(count=len(self._moved)), can_undo=True)

    def _undo(self) -> None:
        try:
            self._changes.undo(self._moved, self._shift)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._over_with(self.tr("They have their times again."))

    def _settle(self) -> None:
        if self._change is None:
            return
        try:
            self._changes.settle(self._change)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._over_with(self.tr("Everything stays as it is."))

    def _over_with(self, words: str, *, can_undo: bool = False) -> None:
        self._say(words, can_undo=can_undo)
        self._read()
        self.look_for_worries()
        self.view.verticalScrollBar().setValue(0)


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        is_button = isinstance(widget, PillButton)
        column.addWidget(
            widget, 0, Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0)
        )
    column.addStretch(1)
    return holder
