"""What a hard moment was: filled in afterwards, or noted afterwards as a whole."""

from __future__ import annotations

from uuid import UUID

from typing_extensions import override

from thermometer.domain.local_time import local_time
from thermometer.domain.mending import Move, Repair
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.same_moments import can_be_replaced
from thermometer.domain.when import When
from thermometer.ui.entry_form import EntryForm, people_choices
from thermometer.ui.page import Surroundings
from thermometer.ui.places import MomentDetails, Place, Repairs
from thermometer.ui.repair.again_pick import AgainPick
from thermometer.ui.repair.repair_telling import RepairTelling
from thermometer.ui.repair.repair_words import KIND_PICTURES, KINDS, kind_name
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.note_box import NoteBox
from thermometer.ui.widgets.week_words import clock_time


class MomentDetailsPage(EntryForm):
    """Who, when about, what it was, which episode, a private note; everything may stay open."""

    rail_place = Repairs

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.repair: Repair | None = None
        self.kinds: ChipFlow[RuptureKind] = ChipFlow(theme)
        self.about = FittedLabel(theme, colour="muted")
        self.episodes: ChipFlow[UUID] = ChipFlow(theme)
        self.note = NoteBox(
            theme,
            self.tr("A note, only for parents"),
            self.tr("Private and optional. You may leave it empty."),
        )
        self.again = AgainPick(theme, self.tr("It waits quietly until then."))
        self.head.show_back(self.tr("Repairs"))
        self.add_row(self.tr("Child"), self.who)
        self.add_row(self.tr("Grown-up"), self.by)
        self.add_row(self.tr("When about?"), self.when, self.pick)
        self.add_row(self.tr("What was it?"), self.kinds, self.about)
        self.add_row(self.tr("Belongs to"), self.episodes)
        self.add_row(self.tr("Only for you"), self.note)
        self.add_row(self.tr("Later"), self.again)
        self.kinds.changed.connect(self.update_form)
        self.episodes.changed.connect(self.update_form)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, MomentDetails):
            raise TypeError(place)
        self.repair = None
        if place.rupture is not None:
            self.repair = self._services.repairs().one(place.rupture)
        self._show_people()
        self._show_when()
        self._show_kinds()
        self._show_episodes()
        self._show_note()
        self._show_again()
        self.update_form()
        self.lay_out(self.room())

    @override
    def go_back(self) -> None:
        self.go_to.emit(Repairs())

    @override
    def has_draft(self) -> bool:
        typed = self.note.field.toPlainText().strip()
        return bool(typed) and typed != self._standing_note()

    @override
    def update_form(self) -> None:
        chosen = self.kinds.chosen
        self.about.show_text(self._services.repair_texts().about(chosen[0]) if chosen else "")
        self.about.setVisible(bool(chosen))
        self.pick.setVisible(self.when.chosen == ("pick",))
        ready = self.repair is not None or bool(
            self.who.chosen and self.by.chosen and self.moment is not None
        )
        missing = self.tr("Please choose the child, the grown-up and about when.")
        self.show_result("" if ready else missing, ready=ready)

    @override
    def keep(self) -> None:
        try:
            if self.repair is None:
                self._log()
            else:
                self._describe(self.repair)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.go_to.emit(Repairs())

    def _changeable(self) -> bool:
        return self.repair is None or can_be_replaced(self.repair)

    def _standing_note(self) -> str:
        return (self.repair.rupture.note if self.repair else None) or ""

    def _show_people(self) -> None:
        """Ask who it was where that is not known; else say it above."""
        new = self.repair is None
        family = self._services.family.people()
        children = [one for one in family if one.is_child]
        self.ask_by()
        only = [one.id for one in children] if len(children) == 1 else []
        self.who.show_choices(people_choices(children), only)
        self.show_row(self.who, shown=new)
        self.show_row(self.by, shown=new and len(self.grown_ups()) > 1)
        if self.repair is None:
            below = self.tr("As you remember it. What you leave open can wait.")
            self.head.show_words(self.tr("A hard moment"), below)
        else:
            title = RepairTelling(self._services).title(self.repair)
            self.head.show_words(title, self.tr("What you leave open can wait."))

    def _show_when(self) -> None:
        times = self.quick_times(None)
        self.ask_when(None, times)
        at = self.repair.rupture.at if self.repair else next(iter(times.values()))
        self.show_pick(at)
        self.show_row(self.when, shown=self._changeable())
        self.pick.hide()

    def _show_kinds(self) -> None:
        """A kind that stands once something was done about it is shown alone."""
        stands = self.repair.rupture.kind if self.repair else None
        offered = KINDS if stands is None or self._changeable() else (stands,)
        choices = {kind: Choice(kind_name(kind), KIND_PICTURES[kind]) for kind in offered}
        now = self.repair.kind if self.repair else None
        self.kinds.show_choices(choices, [now] if now else [])

    def _show_episodes(self) -> None:
        repair = self.repair
        found = self._services.hard_moments().episodes(repair.id) if repair else ()
        stands = repair.rupture.episode if repair else None
        if not self._changeable() and stands is not None:
            found = tuple(one for one in found if one.id == stands)
        people = {one.id: one.name for one in self._services.stories().everybody()}
        zone = self._services.clock.time_zone()
        choices = {
            one.id: Choice(
                f"{people.get(one.person, '')} {clock_time(local_time(one.start, zone))}",
                zone=one.peak,
            )
            for one in found
        }
        self.episodes.show_choices(choices, [stands] if stands else [])
        self.show_row(self.episodes, shown=bool(choices))

    def _show_note(self) -> None:
        note = self._standing_note()
        self.note.show_note(note)
        self.note.field.setReadOnly(bool(note) and not self._changeable())

    def _show_again(self) -> None:
        clock, repair = self._services.clock, self.repair
        times = self._services.mending().try_again_times()
        self.again.show_times(times, clock.now(), clock.time_zone())
        self.show_row(self.again, shown=repair is not None and repair.allows(Move.SNOOZE))

    def _log(self) -> None:
        """A moment told just now has the time of now."""
        self._services.hard_moments().log(
            self.by.chosen[0],
            self.who.chosen[0],
            at=None if self.when.chosen == (When.JUST_NOW,) else self.moment,
            kind=next(iter(self.kinds.chosen), None),
            note=self.note.field.toPlainText(),
        )

    def _describe(self, repair: Repair) -> None:
        """Fill in what is new; what stands is left as it is."""
        typed = self.note.field.toPlainText()
        told = self._services.hard_moments().describe(
            repair.id,
            kind=next(iter(self.kinds.chosen), None),
            at=self.moment,
            episode=next(iter(self.episodes.chosen), None),
            note="" if typed.strip() == self._standing_note() else typed,
        )
        if self.again.at is not None and told.allows(Move.SNOOZE):
            self._services.mending().snooze(told.id, self.again.at)
