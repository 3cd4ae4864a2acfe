"""I noticed: a check-in that a grown-up enters about somebody, just now or for earlier."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from typing_extensions import override

from thermometer.domain.local_time import local_day, local_time
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.when import When
from thermometer.domain.zones import Zone
from thermometer.ui.entry_form import PICK, EntryForm, people_choices, zone_choices
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Home, Observe, Place, Story, Week
from thermometer.ui.sign_choices import MORE, sign_choices
from thermometer.ui.story_telling import zone_word
from thermometer.ui.widgets.chip_flow import ChipFlow
from thermometer.ui.widgets.week_words import clock_time, weekday


class ObservePage(EntryForm):
    """Who, which zone, when, and the signs that were seen; it stands beside their own taps."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._place = Observe()
        self._all_signs = False
        self.zone: ChipFlow[Zone] = ChipFlow(self._theme)
        self.signs: ChipFlow[str | Literal["more"]] = ChipFlow(self._theme, many=True, size="small")
        self.add_row(self.tr("Who?"), self.who)
        self.add_row(self.tr("Which zone?"), self.zone)
        self.add_row(self.tr("Any signs?"), self.signs)
        self.add_row(self.tr("When?"), self.when, self.pick)
        self.add_row(self.tr("Who saw it?"), self.by)
        for flow in (self.zone, self.signs):
            flow.changed.connect(self.update_form)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, Observe):
            raise TypeError(place)
        self._place, self._all_signs = place, False
        family = self._services.family.people()
        known = [one for one in family if one.id == place.person]
        self.who.show_choices(people_choices(family), [one.id for one in known])
        self.show_row(self.who, shown=not (place.back and known))
        self._show_head(place, known[0] if place.back and known else None)
        self.zone.show_chosen()
        self.signs.show_chosen()
        self._ask_when(place)
        self.ask_by()
        self.update_form()

    def _show_head(self, place: Observe, known: Person | None) -> None:
        """Where the way back leads, and whom it is about where that is not asked."""
        match place.back:
            case Story():
                self.head.show_back(self.tr("Story"))
            case Home():
                self.head.show_back(self.tr("Home"))
            case None:
                self.head.show_back(self.tr("Week"))
        title = self.tr("{name}: I noticed …").format(name=known.name) if known else ""
        beside = self.tr("It stands beside their own taps, never in their place.")
        self.head.show_words(title or self.tr("I noticed …"), beside)

    def _ask_when(self, place: Observe) -> None:
        """Just now, or the day that is looked at, or the time of the story that led here."""
        times = self.quick_times(place.day)
        self.show_pick(next(iter(times.values())))
        self.ask_when(When.JUST_NOW if When.JUST_NOW in times else None, times)
        if isinstance(place.back, Story):
            try:
                first = self._services.stories().check_in(place.back.first_check_in)
            except Problem:
                return
            self.show_pick(first.at)
            self.ask_when(PICK, times)

    @override
    def go_back(self) -> None:
        place = self._place
        self.go_to.emit(place.back or Week(person=place.person, day=place.day))

    @override
    def update_form(self) -> None:
        person = self._person()
        self.zone.show_choices(zone_choices(person, Zone), self.zone.chosen)
        self.pick.setVisible(self.when.chosen == (PICK,))
        if MORE in self.signs.chosen:
            self._all_signs = True
        offered = self._services.content.signs(person.role) if person else ()
        chosen = [sign for sign in self.signs.chosen if sign != MORE]
        choices = sign_choices(person, offered, everything=self._all_signs)
        self.signs.show_choices(choices, chosen)
        is_green = self.zone.chosen == (Zone.GREEN,)
        self.show_row(self.signs, shown=bool(choices) and not is_green)
        self._show_sentence(person)

    def _show_sentence(self, person: Person | None) -> None:
        moment = self.moment
        if not self.by.chosen:
            nobody = self.tr("Only a grown-up can enter it. Please add one to the family first.")
            self.show_result(nobody, ready=False)
        elif person and moment and not self.zone.chosen:
            self.show_result(self.tr("Please choose the zone you see."), ready=False)
        elif person is None or moment is None or not self.zone.chosen:
            self.show_result(self.tr("Please choose who, which zone and when."), ready=False)
        else:
            here = local_time(moment, self._services.clock.time_zone())
            words = self.tr("{name} in {zone}, {day} {time}.")
            words = words.format(
                name=person.name,
                zone=zone_word(self.zone.chosen[0]),
                day=weekday(here.date()),
                time=clock_time(here),
            )
            self.show_result(words, ready=True)

    @override
    def keep(self) -> None:
        person, moment = self._person(), self.moment
        if person is None or moment is None or not self.zone.chosen:
            return
        now = self.when.chosen == (When.JUST_NOW,)
        zone = self.zone.chosen[0]
        signs = [str(s) for s in self.signs.chosen if s != MORE and zone is not Zone.GREEN]
        try:
            self._services.observing().noticed(
                person.id, self._by(), zone, None if now else moment, signs=tuple(signs)
            )
        except Problem as problem:
            self.trouble.emit(problem)
            return
        day = local_day(moment, self._services.clock.time_zone())
        self.go_to.emit(self._place.back or Week(person=person.id, day=day))

    def _by(self) -> UUID:
        return self.by.chosen[0]

    def _person(self) -> Person | None:
        family = self._services.family.people()
        return next((one for one in family if self.who.chosen == (one.id,)), None)
