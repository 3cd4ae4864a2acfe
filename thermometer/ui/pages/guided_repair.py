"""The guided repair: nine steps, one at a time, kept at each change, left at any time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect, QTimer
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.drafts import Draft
from thermometer.domain.mending import Move, Repair, State
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import PARTS, Part, RepairStep
from thermometer.domain.ruptures import Outcome, RuptureKind
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import (
    FrighteningHelp,
    GuidedRepair,
    Home,
    Place,
    Repairs,
    Roadblocks,
)
from thermometer.ui.repair.body import StepBody
from thermometer.ui.repair.calm_body import CalmBody
from thermometer.ui.repair.calming import Calming
from thermometer.ui.repair.later_body import LaterBody
from thermometer.ui.repair.lines_body import LinesBody
from thermometer.ui.repair.outcome_body import OutcomeBody
from thermometer.ui.repair.reading_column import ReadingColumn
from thermometer.ui.repair.reflect_body import ReflectBody
from thermometer.ui.repair.repair_foot import RepairFoot
from thermometer.ui.repair.sides_body import SidesBody
from thermometer.ui.repair.situation import Situation, situation_of
from thermometer.ui.repair.step_marks import marks
from thermometer.ui.widgets.step_rail import StepRail

SAVE_AFTER_MS = 300
WIDEST = 830
NARROW = 640
"""A narrower page has no room for the steps at its side."""
LIMIT_STAYS = (RepairStep.GO_TO_CHILD, RepairStep.VALIDATE, RepairStep.OWN_IT, RepairStep.MEND_IT)


class GuidedRepairPage(CornerPage):
    """Shows the step at which a repair is; what is chosen and typed is kept at once."""

    rail_place = Repairs

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.rail.hide()
        self._mending = self._services.mending()
        self.here = GuidedRepair(UUID(int=0))
        self._repair: Repair | None = None
        self._draft: Draft | None = None
        self.calm = CalmBody(theme, self._timings.fill)
        self._calming = Calming(around, self.calm, self)
        self.outcome = OutcomeBody(theme)
        self.bodies: dict[RepairStep, StepBody] = {
            RepairStep.CALM_FIRST: self.calm,
            RepairStep.BOTH_SIDES: SidesBody(theme),
            RepairStep.GO_TO_CHILD: LinesBody(theme, PARTS[RepairStep.GO_TO_CHILD]),
            RepairStep.REFLECT: ReflectBody(theme),
            RepairStep.VALIDATE: LinesBody(theme, PARTS[RepairStep.VALIDATE]),
            RepairStep.OWN_IT: LinesBody(theme, PARTS[RepairStep.OWN_IT]),
            RepairStep.MEND_IT: LinesBody(theme, PARTS[RepairStep.MEND_IT]),
            RepairStep.HOW_DID_IT_GO: self.outcome,
            RepairStep.LATER: LaterBody(theme),
        }
        self.steps = StepRail(theme, len(RepairStep), self)
        self.column = ReadingColumn(theme, list(self.bodies.values()), around.voice, self)
        self.foot = RepairFoot(theme, self)
        self._save_soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self._save_soon.timeout.connect(self._save)
        for body in self.bodies.values():
            body.drafted.connect(self._drafted)
            body.kept.connect(self._keep_line)
            body.dropped.connect(self._drop_line)
            body.asked.connect(self.go_to)
            body.revealed.connect(self.column.reveal)
        self._calming.go_to.connect(self.go_to)
        self._calming.trouble.connect(self.trouble)
        self._calming.changed.connect(self._show_foot)
        self.outcome.changed.connect(self._show_foot)
        self.steps.chosen.connect(self._go_to_step)
        self.foot.next.clicked.connect(self._next)
        self.foot.skip.clicked.connect(self._skip)
        self.foot.pause.clicked.connect(lambda: self.go_to.emit(Repairs()))
        self.foot.lock.clicked.connect(lambda: self.go_to.emit(Home()))
        self.foot.roadblocks.clicked.connect(lambda: self.go_to.emit(Roadblocks(self.here)))
        self.foot.help.clicked.connect(lambda: self.go_to.emit(FrighteningHelp(self.here)))

    @property
    def step(self) -> RepairStep:
        """The step in view."""
        if self._repair is not None and self._repair.state is State.TOGETHER:
            return RepairStep.LATER
        return self._draft.step if self._draft else RepairStep.CALM_FIRST

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, GuidedRepair):
            raise TypeError(place)
        self._repair = self._draft = None
        self.here = place
        self._take(self._services.repairs().one(place.rupture))
        self._show()

    @override
    def come_back(self) -> None:
        if self._repair is not None:
            self._take(self._services.repairs().one(self._repair.id))
            self._show()

    @override
    def refresh(self, change: Change) -> None:
        if change in (Change.CHECK_INS, Change.EVERYTHING):
            self._calming.refresh()
            self._show_foot()

    @override
    def leave(self) -> None:
        self._save()
        for body in self.bodies.values():
            body.rest()

    @override
    def lay_out(self, room: QRect) -> None:
        theme, room = self._theme, self.rect().adjusted(0, room.top(), 0, 0)
        upright = room.width() > room.height() and room.width() >= NARROW
        thick = self.steps.thickness(upright=upright)
        if upright:
            self.steps.setGeometry(0, room.top(), thick, room.height())
            room = room.adjusted(thick, 0, 0, 0)
        else:
            self.steps.setGeometry(0, room.top(), room.width(), thick)
            room = room.adjusted(0, thick, 0, 0)
        side, gap = theme.px(48 if upright else 36), theme.px(16)
        wide = min(room.width() - 2 * side, max(560, theme.px(WIDEST)))
        foot, left = self.foot.sizeHint().height(), room.left() + side
        top = room.bottom() - foot - gap
        self.foot.setGeometry(left, top, room.width() - 2 * side, foot)
        height = top - room.top() - gap // 2
        self.column.setGeometry(left - 6, room.top(), room.right() - left, height)
        self.column.show_width(wide)

    def _take(self, repair: Repair) -> None:
        """Take what is kept; a bid that came from elsewhere gets a draft first."""
        if repair.state is State.UNDER_WAY and repair.draft is None:
            repair = self._mending.begin(repair.id, repair.bids[-1].by)
        self._repair, self._draft = repair, repair.draft

    def _situation(self) -> Situation | None:
        if self._repair is None or self._draft is None:
            return None
        return situation_of(self._services, self._repair, self._draft)

    def _show(self) -> None:
        """Show the step from its top."""
        now, step = self._situation(), self.step
        if now is None:
            return
        texts = now.texts.step(step)
        number = self.tr("Step {number} of {count}").format(
            number=list(RepairStep).index(step) + 1, count=len(RepairStep)
        )
        say = "" if step is RepairStep.LATER else texts.say  # it is not later yet
        self.column.show_step(number, texts.name, say, note=self._note(now), tip=texts.tip)
        title = self.tr("Repair with {name}").format(name=now.child.name)
        below = self.tr("Practice. It counts nowhere.") if now.repair.rupture.practice else ""
        self.steps.show_words(title, below, self.tr("Pause any time. Nothing is lost."))
        self.steps.show_steps(marks(now, step))
        self.foot.show_help(shown=now.frightening)
        if step is RepairStep.HOW_DID_IT_GO:
            clock = self._services.clock
            times = self._mending.try_again_times()
            self.outcome.show_times(times, clock.now(), clock.time_zone())
        body = self.bodies[step]
        body.show_situation(now)
        if step is RepairStep.CALM_FIRST:
            self._calming.begin(now)
        else:
            self._calming.end()
        self.column.show_body(body)
        self._show_foot()

    def _note(self, now: Situation) -> str:
        if now.kind is RuptureKind.LIMIT and self.step in LIMIT_STAYS:
            return self.tr("The limit stays. The feeling is mended.")
        return ""

    def _show_foot(self) -> None:
        step = self.step
        calm = step is not RepairStep.CALM_FIRST or self._calming.zone is Zone.GREEN
        answered = step is not RepairStep.HOW_DID_IT_GO or self.outcome.is_answered
        self.foot.show_step(step, ready=calm and answered)

    def _drafted(self, draft: Draft) -> None:
        """Something was chosen or typed: it is kept in a moment, and at the latest on leaving."""
        self._draft = draft
        now = self._situation()
        if now is not None:
            self.bodies[self.step].take(now)
        self.column.settle()
        self._save_soon.start()

    def _save(self) -> bool:
        """Keep the draft now; whether it is kept."""
        self._save_soon.stop()
        repair, draft = self._repair, self._draft
        if repair is None or draft is None or not repair.allows(Move.GO_ON):
            return True
        if draft == repair.draft:
            return True
        try:
            self._draft = self._mending.save(draft)
            self._repair = self._services.repairs().one(repair.id)
        except Problem as problem:
            self.trouble.emit(problem)
            return False
        return True

    def _move(self, draft: Draft) -> None:
        self._draft = draft
        if self._save():
            self._show()

    def _go_to_step(self, step: RepairStep) -> None:
        if self._draft is not None and step is not RepairStep.LATER:
            self._move(self._draft.at_step(step))

    def _skip(self) -> None:
        if self._draft is not None:
            self._move(self._draft.skipping(self.step))

    def _next(self) -> None:
        repair, draft, step = self._repair, self._draft, self.step
        if repair is None or draft is None:
            return
        if step is RepairStep.LATER:
            self.go_to.emit(Repairs())
        elif step is RepairStep.HOW_DID_IT_GO:
            self._finish()
        elif step is not RepairStep.CALM_FIRST or self._note_calm(repair):
            self._move(draft.doing(step))

    def _note_calm(self, repair: Repair) -> bool:
        """Note that the grown-up was calm first; whether it is kept."""
        if repair.bids[-1].calm_first is not None:
            return True
        try:
            self._repair = self._mending.calm(repair.id)
        except Problem as problem:
            self.trouble.emit(problem)
            return False
        return True

    def _finish(self) -> None:
        """Keep how it went; after together there is a last page, else the list again."""
        repair, outcome = self._repair, self.outcome.outcome
        if repair is None or outcome is None or not self._save():
            return
        again = None if outcome is Outcome.TOGETHER else self.outcome.again.at
        try:
            self._take(self._mending.finish(repair.id, outcome, again))
        except Problem as problem:
            self.trouble.emit(problem)
            return
        if outcome is Outcome.TOGETHER:
            self._show()
        else:
            self.go_to.emit(Repairs())

    def _keep_line(self, part: Part, text: str) -> None:
        self._change_lines(partial(self._services.own_lines().keep, part, text))

    def _drop_line(self, part: Part, text: str) -> None:
        now = self._situation()
        if now is not None and (line := now.own_line(part, text)):
            self._change_lines(partial(self._services.own_lines().drop, line))

    def _change_lines(self, change: Callable[[], object]) -> None:
        try:
            change()
        except Problem as problem:
            self.trouble.emit(problem)
        now = self._situation()
        if now is not None:
            self.bodies[self.step].show_situation(now)
            self.column.settle()
