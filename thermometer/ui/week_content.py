"""A week's numbers as what the Week page's widgets show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thermometer.domain.histories import History
from thermometer.domain.minutes import plain
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.repair_numbers import RepairNumbers
from thermometer.domain.thresholds import SIGNS_FROM, TOOL_TOLD_FROM
from thermometer.domain.week_days import DAYS
from thermometer.domain.weeks import FamilyWeek, Week
from thermometer.domain.wording import repair_wording
from thermometer.ui.widgets.week_columns import Column
from thermometer.ui.widgets.week_counts import Count
from thermometer.ui.widgets.week_trend import MinutesPoint
from thermometer.ui.widgets.week_words import day_and_month, short_weekday, weekday

if TYPE_CHECKING:
    from thermometer.services.content import Content
    from thermometer.services.safe_place import SafePlaces
    from thermometer.services.week_text import WeekText


class WeekContent(QObject):
    """Puts numbers into the shapes that the widgets take; says in words where they are too few.

    Args:
        text: the sentences about a week.
        content: the names of signs.
        places: names and pictures of tools, as each person knows them.
        parent: keeps it.
    """

    def __init__(
        self, text: WeekText, content: Content, places: SafePlaces, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._text, self._content, self._places = text, content, places

    def sentence(self, week: PersonWeek, family: FamilyWeek) -> str:
        """The week in a sentence or two, its hard moments, and how often the app was used."""
        repaired = self._text.words(repair_wording(family.repairs))
        return f"{self._text.person(week)} {repaired} {self._text.used(family)}"

    def days(self, week: PersonWeek, history: History, today: date) -> list[Column]:
        """One column a day; one without a record says so, one yet to come says nothing."""
        return [
            Column(
                label=short_weekday(count.day),
                spoken=self._spoken(weekday(count.day), count.yellow, count.red),
                yellow=count.yellow,
                red=count.red,
                note=self._note(count.day, history, today),
            )
            for count in week.by_day
        ]

    def weeks(self, person: PersonWeek, weeks: Sequence[Week]) -> list[Column]:
        """One column a week, each named by its first day."""
        columns: list[Column] = []
        for week in weeks:
            numbers = _of(person, week)
            first, full = week.days.first_day, day_and_month(week.days.first_day)
            label = str(first.day) if columns and first.day > DAYS else full
            yellow, red = (numbers.peak_yellow, numbers.peak_red) if numbers else (0, 0)
            recorded = bool(numbers and numbers.check_ins)
            note = "0" if recorded else self.tr("no check-ins")
            columns.append(Column(label, self._spoken(full, yellow, red), yellow, red, note))
        return columns

    def points(self, person: PersonWeek, weeks: Sequence[Week]) -> list[MinutesPoint]:
        """Each week's median of the minutes to green, and how many ends it rests on."""
        found = []
        for week in weeks:
            numbers = _of(person, week)
            known = numbers.minutes_to_green.known if numbers else 0
            median = numbers.minutes_to_green.median if numbers else None
            said = self.tr("n {known}").format(known=known) if known else ""
            found.append(MinutesPoint(median, said))
        return found

    def tools(self, week: PersonWeek) -> list[Count]:
        """What followed each tool; too few known outcomes have no bar."""
        counts = []
        for count in week.tools:
            tool = self._places.tool(week.person, count.tool)
            told = count.known >= TOOL_TOLD_FROM
            part, whole = (count.helped, count.known) if told else (0, 0)
            counts.append(Count(tool.picture, tool.name, self._text.tool(count), part, whole))
        return counts

    def signs(self, week: PersonWeek) -> list[Count]:
        """The signs ticked at the beginning of episodes."""
        names = {sign.id: sign.text for sign in self._content.signs(week.person.role)}
        said = self.tr("{count} of {episodes} episodes")
        return [
            Count(
                picture=f"signs/{sign.sign}",
                name=names.get(sign.sign, sign.sign),
                said=said.format(count=sign.count, episodes=week.episodes),
                part=sign.count,
                whole=week.episodes,
            )
            for sign in week.first_signs
        ]

    def no_episodes(self, week: PersonWeek) -> str:
        """Why there is nothing to draw of episodes; nothing where there is."""
        if week.episodes:
            return ""
        return self.tr("No episode began in this week.") if week.check_ins else self.no_check_ins()

    def no_tools(self, week: PersonWeek) -> str:
        """Why no tool is listed; nothing where one is."""
        return "" if week.tools else self.tr("No tool was used in this week.")

    def no_signs(self, week: PersonWeek) -> str:
        """Why no sign is listed; nothing where one is."""
        if week.first_signs:
            return ""
        if not week.check_ins:
            return self.no_check_ins()
        if week.episodes < SIGNS_FROM:
            return self.tr("Fewer than three episodes: too early to tell.")
        return self.tr("No sign was noted at the start of an episode.")

    def no_check_ins(self) -> str:
        """What is said of a week or a day without any."""
        return self.tr("No check-ins.")

    def repairs(self, numbers: RepairNumbers) -> list[tuple[str, str]]:
        """Repairs as they stand, as a description; nothing of what did not happen."""
        of = self.tr("{part} of {whole}")
        facts = [
            (self.tr("Hard moments noted"), str(numbers.ruptures)),
            (self.tr("Repaired"), of.format(part=numbers.repaired, whole=numbers.countable)),
            (self.tr("Still open"), str(numbers.open)),
        ]
        firsts = numbers.first_bid_by_grown_up + numbers.first_bid_by_child
        if firsts:
            by_parent = of.format(part=numbers.first_bid_by_grown_up, whole=firsts)
            facts.append((self.tr("A grown-up reached out first"), by_parent))
        if numbers.bids:
            calm = of.format(part=numbers.calm_first, whole=numbers.bids)
            facts.append((self.tr("Calm before reaching out"), calm))
        if numbers.not_yet:
            again = of.format(part=numbers.came_again, whole=numbers.not_yet)
            facts.append((self.tr("Tried again after “not yet”"), again))
        return [*facts, *self._to_repair(numbers)]

    def _to_repair(self, numbers: RepairNumbers) -> list[tuple[str, str]]:
        summary = numbers.minutes_to_repair
        name = self.tr("Minutes until together again")
        if summary.median is not None:
            said = self.tr("{median} (median of {known})")
            return [(name, said.format(median=plain(summary.median), known=summary.known))]
        listed = ", ".join(plain(each) for each in summary.listed)
        return [(name, listed)] if listed else []

    def _note(self, day: date, history: History, today: date) -> str:
        if history.used_on(day):
            return "0"
        return "" if day > today else self.tr("no check-ins")

    def _spoken(self, name: str, yellow: int, red: int) -> str:
        said = self.tr("{name}: {yellow} up to yellow, {red} up to red")
        return said.format(name=name, yellow=yellow, red=red)


def _of(person: PersonWeek, week: Week) -> PersonWeek | None:
    return next((w for w in week.people if w.person.id == person.person.id), None)
