"""The guided repair: nine steps, one at a time, kept at each change, left at any time."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QRect
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.drafts import Draft
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import Outcome
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import (
    ChildsCard,
    FrighteningHelp,
    GuidedRepair,
    Home,
    Place,
    Repairs,
    Roadblocks,
)
from thermometer.ui.repair.calm_body import CalmBody
from thermometer.ui.repair.calming import Calming
from thermometer.ui.repair.in_hand import RepairInHand
from thermometer.ui.repair.outcome_body import OutcomeBody
from thermometer.ui.repair.reading_column import ReadingColumn
from thermometer.ui.repair.repair_foot import RepairFoot
from thermometer.ui.repair.repair_head import RepairHead
from thermometer.ui.repair.situation import Situation
from thermometer.ui.repair.speak_words import speak_words
from thermometer.ui.repair.step_bodies import step_bodies
from thermometer.ui.repair.step_marks import marks
from thermometer.ui.repair.step_words import (
    STEPS,
    below_words,
    card_words,
    note_words,
    number_words,
    paused_line,
    step_picture,
    waits_for,
)
from thermometer.ui.theme.closer_theme import CloserTheme
from thermometer.ui.widgets.step_rail import StepRail

WIDEST = 830
NARROW = 640
"""A narrower page has no room for the steps at its side."""
TALL, CLOSER = 1000, 1.25
"""From so many pixels of height on, and so much larger, a short step of a tall page is read."""
LONG = (RepairStep.CALM_FIRST, RepairStep.BOTH_SIDES, RepairStep.REFLECT)
"""Steps that fill a tall page as they are."""


class GuidedRepairPage(CornerPage):
    """Shows the step at which a repair is; what is chosen and typed is kept at once."""

    rail_place = Repairs

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.rail.hide()
        self.here = GuidedRepair(UUID(int=0))
        self._hand = RepairInHand(self._services, self)
        self._paused_at: datetime | None = None
        self.calm = CalmBody(theme, self._timings.fill)
        self._calming = Calming(around, self.calm, self)
        self._closer = closer = CloserTheme(theme)
        self.outcome = OutcomeBody(closer)
        self.bodies = step_bodies(closer, self.calm, self.outcome)
        self.steps = StepRail(theme, len(STEPS), self)
        self.head = RepairHead(theme, self)
        self.column = ReadingColumn(closer, list(self.bodies.values()), around.voice, self)
        self.foot = RepairFoot(theme, self)
        self._connect()

    def _connect(self) -> None:
        for body in self.bodies.values():
            body.drafted.connect(self._drafted)
            body.kept.connect(self._keep_line)
            body.dropped.connect(self._drop_line)
            body.asked.connect(self.go_to)
            body.turned.connect(self.column.to_top)
        self._hand.trouble.connect(self.trouble)
        self._calming.go_to.connect(self.go_to)
        self._calming.trouble.connect(self.trouble)
        self._calming.changed.connect(self._show_foot)
        self.outcome.changed.connect(self._show_foot)
        self.steps.chosen.connect(self._go_to_step)
        self.foot.next.clicked.connect(self._next)
        self.foot.back.clicked.connect(self._back)
        self.foot.skip.clicked.connect(self._skip)
        self.foot.pause.clicked.connect(lambda: self.go_to.emit(Repairs()))
        self.foot.home.clicked.connect(lambda: self.go_to.emit(Home()))
        self.foot.give.clicked.connect(lambda: self.go_to.emit(ChildsCard(self.here)))
        self.head.roadblocks.clicked.connect(lambda: self.go_to.emit(Roadblocks(self.here)))
        self.head.help.clicked.connect(lambda: self.go_to.emit(FrighteningHelp(self.here)))

    @property
    def step(self) -> RepairStep:
        """The step in view."""
        return self._hand.step

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, GuidedRepair):
            raise TypeError(place)
        self.here = GuidedRepair(place.rupture)
        self._hand.take(place.rupture)
        self._paused_at = self._hand.changed_at if place.resumed else None
        self._show()

    @override
    def come_back(self) -> None:
        self._hand.take_again()
        self._paused_at = self._hand.changed_at
        self._show()

    @override
    def refresh(self, change: Change) -> None:
        if change in (Change.CHECK_INS, Change.EVERYTHING):
            self._calming.refresh()
            self._show_foot()

    @override
    def leave(self) -> None:
        self._hand.save()
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
        left, wide = room.left() + side, room.width() - 2 * side
        tall = not upright and self.height() >= TALL
        short = tall and self.step not in LONG
        # Less so where the text is large already, and never smaller than with smaller text.
        closer = max(1.0, CLOSER - (theme.text_scale - 1) / 2)
        self._closer.come_closer(closer if short else 1.0)
        self.head.stand(tall=tall)
        top, high = room.top() + theme.px(20), self.head.height_in(wide)
        self.head.setGeometry(left, top, wide, high)
        foot = self.foot.height_in(wide)
        bottom = room.bottom() - foot - gap // 2
        self.foot.setGeometry(left, bottom, wide, foot)
        top += high + (gap if short else gap // 4)
        self.column.setGeometry(left - 6, top, room.right() - left, bottom - top - gap // 4)
        self.column.show_width(min(wide, max(560, theme.px(WIDEST))))

    def _show(self) -> None:
        """Show the step from its top."""
        now, step = self._hand.situation(), self.step
        if now is None:
            return
        self.steps.show_words(
            self.tr("Repair with {name}").format(name=now.child.name),
            below_words(now),
            self.tr("Pause any time. Nothing is lost."),
        )
        self.steps.show_steps(marks(now, step))
        if step is RepairStep.HOW_DID_IT_GO:
            clock = self._services.clock
            times = self._services.mending().try_again_times()
            self.outcome.show_times(times, clock.now(), clock.time_zone())
        body = self.bodies[step]
        body.show_situation(now)
        body.begin()
        self._show_words(now)  # they tell of the part that the body begins with
        if step is RepairStep.CALM_FIRST:
            self._calming.begin(now)
        else:
            self._calming.end()
        self._show_foot()
        self.column.show_body(body)

    def _show_words(self, now: Situation) -> None:
        """What stands over the step; at *Calm first* that is beside the thermometer."""
        step = self.step
        texts = now.texts.step(step)
        paused = paused_line(now, step, self._paused_at, self._services.clock)
        picture = step_picture(step)
        self.head.show_step(number_words(step), texts.name, picture, help_too=now.frightening)
        calm = step is RepairStep.CALM_FIRST
        self.calm.show_paused(paused)
        says = not calm and step is not RepairStep.LATER  # it is not later yet
        self.column.show_step(
            texts.say if says else "",
            paused="" if calm else paused,
            speak=speak_words(now, step, self.bodies[step].part),
            note=note_words(now, step),
            tip=texts.tip,
        )

    def _show_foot(self) -> None:
        words = waits_for(self.step, self._calming.zone, self.outcome)
        ready = not words
        now = self._hand.situation()
        if now is not None and self.step is RepairStep.REFLECT:
            words = card_words(now)
            self.foot.show_given(is_given=now.draft.card is not None)
        self.foot.show_step(self.step, ready=ready, words=words)
        self.lay_out(self.room())

    def _drafted(self, draft: Draft) -> None:
        """Something was chosen or typed: it is kept in a moment, and at the latest on leaving."""
        self._hand.change(draft)
        now = self._hand.situation()
        if now is not None:
            self.bodies[self.step].take(now)
            self._show_words(now)
        if self.step is RepairStep.REFLECT:
            self._show_foot()
        self.column.settle()

    def _move(self, draft: Draft) -> None:
        if self._hand.move(draft):
            self._paused_at = None
            self._show()

    def _go_to_step(self, step: RepairStep) -> None:
        if self._hand.draft is not None and step is not RepairStep.LATER:
            self._move(self._hand.draft.at_step(step))

    def _skip(self) -> None:
        if self._hand.draft is not None:
            self._move(self._hand.draft.skipping(self.step))

    def _back(self) -> None:
        """To what was in view before: a part, a step, the list."""
        step = self.step
        if step in (RepairStep.CALM_FIRST, RepairStep.LATER):
            self.go_to.emit(Repairs())
        elif self.bodies[step].go_back():
            self._turned()
        else:
            self._go_to_step(STEPS[STEPS.index(step) - 1])

    def _next(self) -> None:
        draft, step = self._hand.draft, self.step
        if draft is None:
            return
        if self.bodies[step].go_on():
            self._turned()
        elif step is RepairStep.LATER:
            self.go_to.emit(Repairs())
        elif step is RepairStep.HOW_DID_IT_GO:
            self._finish()
        elif step is not RepairStep.CALM_FIRST or self._hand.note_calm():
            self._move(draft.doing(step))

    def _turned(self) -> None:
        """Another part of the step is in view: one is not where one paused any more."""
        self._paused_at = None
        now = self._hand.situation()
        if now is not None:
            self._show_words(now)
            self.column.to_top()

    def _finish(self) -> None:
        """Keep how it went; after together there is a last page, else the list again."""
        outcome = self.outcome.outcome
        if outcome is None:
            return
        again = None if outcome is Outcome.TOGETHER else self.outcome.again.at
        if not self._hand.finish(outcome, again):
            return
        self._paused_at = None
        if outcome is Outcome.TOGETHER:
            self._show()
        else:
            self.go_to.emit(Repairs())

    def _keep_line(self, part: Part, text: str) -> None:
        self._hand.keep_line(part, text)
        self._show_lines()

    def _drop_line(self, part: Part, text: str) -> None:
        self._hand.drop_line(part, text)
        self._show_lines()

    def _show_lines(self) -> None:
        now = self._hand.situation()
        if now is not None:
            self.bodies[self.step].show_situation(now)
            self.column.settle()
