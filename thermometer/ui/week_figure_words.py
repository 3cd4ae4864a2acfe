"""The four figures of a week in words: each number with what it is out of."""

from __future__ import annotations

from PySide6.QtCore import QObject

from thermometer.domain.minutes import minutes, plain
from thermometer.domain.person_weeks import PersonWeek, comparable
from thermometer.domain.repair_numbers import RepairNumbers
from thermometer.domain.together import Together
from thermometer.domain.weeks import FamilyWeek
from thermometer.ui.widgets.week_figures import Figure

NOTHING = "–"


class FigureWords(QObject):
    """Words the figures of one person's week and of the family's."""

    def of(self, week: PersonWeek, before: PersonWeek | None, family: FamilyWeek) -> list[Figure]:
        """The four of them; ``before`` is shown only where both weeks have enough episodes."""
        compared = before if before and comparable(week, before) else None
        return [
            self._caught(week, compared),
            self._back_to_green(week, compared),
            self._repaired(family.repairs),
            self._together(family.together),
        ]

    def _caught(self, week: PersonWeek, before: PersonWeek | None) -> Figure:
        name = self.tr("Caught in yellow")
        if not week.episodes:
            return Figure(name, NOTHING, self._no_episode(week))
        of = self.tr("{caught} of {episodes}")
        number = of.format(caught=week.caught_in_yellow, episodes=week.episodes)
        detail = self.tr("began and stayed in yellow, and the end is known")
        if before:
            earlier = of.format(caught=before.caught_in_yellow, episodes=before.episodes)
            detail = self.tr("{number} the week before").format(number=earlier)
        return Figure(name, number, detail)

    def _back_to_green(self, week: PersonWeek, before: PersonWeek | None) -> Figure:
        name, known = self.tr("Back to green"), week.minutes_to_green
        if not week.episodes:
            return Figure(name, NOTHING, self._no_episode(week))
        ends = self.tr("{known} of {episodes} ends known")
        detail = ends.format(known=known.known, episodes=week.episodes)
        if known.median is None:
            return Figure(name, self._listed(week), detail)
        minutes_said = self.tr("{minutes} min")
        if before and before.minutes_to_green.median is not None:
            earlier = minutes_said.format(minutes=plain(before.minutes_to_green.median))
            said = self.tr("{number} the week before ({known} known)")
            of = before.minutes_to_green.known
            detail = f"{detail}; {said.format(number=earlier, known=of)}"
        else:
            said = self.tr("median; from {shortest} to {longest}")
            reach = said.format(
                shortest=plain(known.shortest or 0.0), longest=plain(known.longest or 0.0)
            )
            detail = f"{reach}; {detail}"
        return Figure(name, minutes_said.format(minutes=plain(known.median)), detail)

    def _listed(self, week: PersonWeek) -> str:
        """The known durations themselves, where they are too few for a median."""
        known = sorted(
            (e.duration, "≈ " if e.about else "") for e in week.found if e.duration is not None
        )
        numbers = [f"{about}{plain(minutes(duration))}" for duration, about in known]
        if not numbers:
            return NOTHING
        if len(numbers) == 1:
            return self.tr("{minutes} min").format(minutes=numbers[0])
        said = self.tr("{first} and {second} min")
        return said.format(first=numbers[0], second=numbers[1])

    def _repaired(self, numbers: RepairNumbers) -> Figure:
        name = self.tr("Repaired")
        if not numbers.ruptures:
            return Figure(name, NOTHING, self.tr("no hard moment was noted"))
        if not numbers.countable:
            said = self.tr("{ruptures} noted, less than a day old or let be")
            return Figure(name, NOTHING, said.format(ruptures=numbers.ruptures))
        number = self.tr("{repaired} of {countable}")
        detail = self.tr("hard moments; still open: {open}").format(open=numbers.open)
        return Figure(
            name,
            number.format(repaired=numbers.repaired, countable=numbers.countable),
            detail,
        )

    def _together(self, numbers: Together) -> Figure:
        name = self.tr("Together out of green")
        if not numbers.of:
            detail = self.tr("no child left green on a day on which a grown-up took part")
            return Figure(name, NOTHING, detail)
        number = self.tr("{pairs} of {of}").format(pairs=numbers.pairs, of=numbers.of)
        detail = self.tr("a child and a grown-up; came down together: {came_down}")
        return Figure(name, number, detail.format(came_down=numbers.came_down))

    def _no_episode(self, week: PersonWeek) -> str:
        return self.tr("no episode began") if week.check_ins else self.tr("no check-ins")
