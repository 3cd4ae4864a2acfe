"""It's over now: an episode told afterwards, in four touches and Save."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from typing_extensions import override

from thermometer.domain.episodes import Episode
from thermometer.domain.local_time import local_time
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.ui.entry_form import EntryForm, people_choices, zone_choices
from thermometer.ui.page import Surroundings
from thermometer.ui.places import LateEntry, Place, Story, Week
from thermometer.ui.story_telling import about_episode
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.week_words import clock_time, weekday

if TYPE_CHECKING:
    from thermometer.services.observing import OverNow, Preview

MINUTES = (5, 15, 30, 60, 120)


class LateEntryPage(EntryForm):
    """Who, how big, when about, how long about; the sentence shows what would come of it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._place = LateEntry()
        self.preview: Preview | None = None
        self.big: ChipFlow[Zone] = ChipFlow(self._theme)
        self.began: ChipFlow[Zone] = ChipFlow(self._theme)
        self.long: ChipFlow[timedelta] = ChipFlow(self._theme)
        self.head.show_words(self.tr("It’s over now"), self.tr("Tell afterwards how it was."))
        self.add_row(self.tr("Who?"), self.who)
        self.add_row(self.tr("How big?"), self.big)
        self.add_row(self.tr("Over when?"), self.when, self.pick)
        self.add_row(self.tr("How long?"), self.long)
        self.add_row(self.tr("It began in"), self.began)
        self.add_row(self.tr("Who tells it?"), self.by)
        for flow in (self.big, self.began, self.long):
            flow.changed.connect(self.update_form)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, LateEntry):
            raise TypeError(place)
        self._place = place
        family = self._services.family.people()
        known = [one.id for one in family if one.id == place.person]
        self.who.show_choices(people_choices(family), known)
        self.long.show_choices({timedelta(minutes=n): Choice(self._minutes(n)) for n in MINUTES})
        self.big.show_chosen()
        self.began.show_choices(zone_choices(None, (Zone.RED, Zone.YELLOW)), (Zone.RED,))
        times = self.quick_times(place.day)
        self.ask_when(None, times)
        self.show_pick(next(iter(times.values())))
        self.ask_by()
        self.update_form()

    @override
    def go_back(self) -> None:
        self.go_to.emit(Week(person=self._place.person, day=self._place.day))

    @override
    def update_form(self) -> None:
        person = self._person()
        zones = (Zone.YELLOW, Zone.RED)
        self.big.show_choices(zone_choices(person, zones), self.big.chosen)
        self.began.show_choices(zone_choices(person, reversed(zones)), self.began.chosen)
        self.show_row(self.began, shown=self.big.chosen == (Zone.RED,))
        self.pick.setVisible(self.when.chosen == ("pick",))
        told = self._told()
        self.preview = None
        if told is None or person is None:
            missing = self.tr("Please choose an answer in each line.")
            nobody = self.tr("Only a grown-up can tell it. Please add one to the family first.")
            self.show_result(missing if self.by.chosen else nobody, ready=False)
            return
        try:
            self.preview = self._services.observing().preview(told)
        except Problem as problem:
            self.show_result(self._services.sentences.of(problem), ready=False)
            return
        self.show_result(self._sentence(person, self.preview), ready=True)

    @override
    def keep(self) -> None:
        if self.preview is None:
            return
        try:
            first = self._services.observing().over(self.preview)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.go_to.emit(Story(first.person, first.id))

    def _person(self) -> Person | None:
        family = self._services.family.people()
        return next((one for one in family if self.who.chosen == (one.id,)), None)

    def _told(self) -> OverNow | None:
        """What was said so far; None as long as an answer is missing."""
        from thermometer.services.observing import OverNow  # noqa: PLC0415 - not for a child's tap

        end = self.moment
        answers = (self.who.chosen, self.by.chosen, self.big.chosen, self.long.chosen)
        if end is None or not all(answers):
            return None
        peak = self.big.chosen[0]
        return OverNow(
            person=self.who.chosen[0],
            by=self.by.chosen[0],
            peak=peak,
            end=end,
            lasted=self.long.chosen[0],
            first_zone=self.began.chosen[0] if peak is Zone.RED else peak,
        )

    def _minutes(self, number: int) -> str:
        if number < 120:
            return self.tr("{minutes} min").format(minutes=number)
        return self.tr("{hours} hours").format(hours=number // 60)

    def _sentence(self, person: Person, preview: Preview) -> str:
        """What will show, and whether the person's own taps make it another than was told."""
        if preview.episode is None:
            none = self.tr(
                "{name}’s own taps say otherwise: they stay, what you saw stands beside."
            )
            return none.format(name=person.name)
        shown = self._episode_words(preview.episode)
        if preview.as_told:
            return self.tr("{name}, {episode}.").format(name=person.name, episode=shown)
        other = self.tr("With what is there already it will be: {name}, {episode}.")
        return other.format(name=person.name, episode=shown)

    def _episode_words(self, episode: Episode) -> str:
        zone = self._services.clock.time_zone()
        start, last = (
            local_time(c.at, zone) for c in (episode.check_ins[0], episode.check_ins[-1])
        )
        words = self.tr("{day} about {start} to {end}, {about}")
        return words.format(
            day=weekday(start.date()),
            start=clock_time(start),
            end=clock_time(last),
            about=about_episode(episode),
        )
