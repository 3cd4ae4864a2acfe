"""Practise a repair in green: with whom, and what for."""

from __future__ import annotations

from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.zones import Zone
from thermometer.ui.entry_form import EntryForm, people_choices
from thermometer.ui.page import Surroundings
from thermometer.ui.places import GuidedRepair, Place, Rehearsal, Repairs
from thermometer.ui.repair.repair_words import KINDS, kind_name
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


class RehearsalPage(EntryForm):
    """The same steps, lines and tools as in a real one; it is marked and counts nowhere."""

    rail_place = Repairs

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.kinds: ChipFlow[RuptureKind] = ChipFlow(self._theme)
        self.about = FittedLabel(self._theme, colour="muted")
        self.go_on = PillButton(self._theme, self.tr("Go on with the last one"))
        self.head.show_back(self.tr("Repairs"))
        self.head.show_words(
            self.tr("Practise"),
            self.tr("In green, before it is needed. Practice counts nowhere."),
        )
        self.save.setText(self.tr("Begin"))
        self.save.setAccessibleName(self.tr("Begin"))
        self.add_row(self.tr("Child"), self.who)
        self.add_row(self.tr("Grown-up"), self.by)
        self.add_row(self.tr("What for?"), self.kinds, self.about)
        self.add_row(self.tr("Begun"), self.go_on)
        self.kinds.changed.connect(self.update_form)
        self.go_on.clicked.connect(self._go_on)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, Rehearsal):
            raise TypeError(place)
        children = [one for one in self._services.family.people() if one.is_child]
        self.who.show_choices(people_choices(children), [one.id for one in children[:1]])
        self.ask_by()
        self.kinds.show_choices({kind: Choice(kind_name(kind)) for kind in KINDS}, KINDS[:1])
        self.show_row(self.go_on, shown=self._services.repairs().practice() is not None)
        self.update_form()
        self.lay_out(self.room())

    @override
    def go_back(self) -> None:
        self.go_to.emit(Repairs())

    @override
    def update_form(self) -> None:
        chosen = self.kinds.chosen
        self.about.show_text(self._services.repair_texts().about(chosen[0]) if chosen else "")
        ready = bool(self.who.chosen and self.by.chosen)
        self.show_result(self._words(ready=ready), ready=ready)

    def _words(self, *, ready: bool) -> str:
        """A word where it is not the time for it, or nobody is there to practise with."""
        if not ready:
            return self.tr("It takes a child and a grown-up. Please add them to the family first.")
        zone_now = self._services.journal.zone_now
        if zone_now(self.by.chosen[0]) in (None, Zone.GREEN):
            return ""
        return self.tr("You are not in green just now. It can wait.")

    @override
    def keep(self) -> None:
        kind = next(iter(self.kinds.chosen), None)
        try:
            begun = self._services.mending().rehearse(self.by.chosen[0], self.who.chosen[0], kind)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.go_to.emit(GuidedRepair(begun.id))

    def _go_on(self) -> None:
        practice = self._services.repairs().practice()
        if practice is not None:
            self.go_to.emit(GuidedRepair(practice.id, resumed=True))
