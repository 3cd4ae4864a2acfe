"""A week in plain words, from ``content/<language>/week.toml``.

``WeekText(language).lines(week, only=person_id)`` is what ``thermometer week`` prints: the days,
a sentence or two for each person, and the family's. The Week page takes ``days``, ``person``,
``family`` and ``tool`` one by one.
"""

from __future__ import annotations

from uuid import UUID

from thermometer.domain.episodes import Episode
from thermometer.domain.minutes import minutes, plain
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.tool_outcomes import ToolCount
from thermometer.domain.week_days import WeekDays
from thermometer.domain.weeks import FamilyWeek, Week
from thermometer.domain.wording import Wording, minutes_wording, repair_wording, tool_wording
from thermometer.sentences import SOURCE_LANGUAGE, content_table

Value = int | float | str


class WeekText:
    """The words of one language for a week's numbers.

    Args:
        language: a folder of ``resources/content``; unknown ones read English.

    Raises:
        Problem: ``content-broken``.
    """

    def __init__(self, language: str = SOURCE_LANGUAGE) -> None:
        texts = content_table(language, "week.toml")
        self._months: list[str] = texts.pop("months")
        self._texts: dict[str, str] = texts

    def lines(self, week: Week, *, only: UUID | None = None) -> list[str]:
        """The whole week: its days, a line for each person, one for the family.

        Args:
            week: its numbers.
            only: leaves out everybody else.
        """
        people = (w for w in week.people if only is None or w.person.id == only)
        return [self.days(week.days), *map(self.person, people), self.family(week.family)]

    def days(self, days: WeekDays) -> str:
        """The seven days, for example "16 – 22 November 2026"."""
        first, last = days.first_day, days.last_day
        key = "days-in-a-month" if first.month == last.month else "days-in-two-months"
        return self._text(
            key if first.year == last.year else "days-in-two-years",
            first=first.day,
            month=self._months[first.month - 1],
            year=first.year,
            last=last.day,
            next_month=self._months[last.month - 1],
            next_year=last.year,
        )

    def person(self, week: PersonWeek) -> str:
        """One or two sentences about one person."""
        left = self._text(
            _left_green(week),
            name=week.person.name,
            check_ins=week.check_ins,
            episodes=week.episodes,
            caught=week.caught_in_yellow,
        )
        return f"{left} {self._back_in_green(week)}" if week.episodes else left

    def family(self, week: FamilyWeek) -> str:
        """What is said about the family as a whole."""
        together = week.together
        found = [self.used(week)]
        if together.of:
            found.append(self._text("together", of=together.of, pairs=together.pairs))
        found.append(self.words(repair_wording(week.repairs)))
        return " ".join(found)

    def used(self, week: FamilyWeek) -> str:
        """On how many days anybody used the thermometer."""
        return self._text("days-used", days=week.days_used)

    def tool(self, count: ToolCount) -> str:
        """What may be said of one tool; ``caution`` belongs under the list."""
        return self.words(tool_wording(count))

    @property
    def caution(self) -> str:
        """What always stands under a list of tools."""
        return self._text("tools-caution")

    def words(self, wording: Wording) -> str:
        """The text of ``wording`` with its numbers."""
        return self._text(wording.key, **wording.values)

    def _back_in_green(self, week: PersonWeek) -> str:
        wording = minutes_wording(week.minutes_to_green)
        known = sorted((e for e in week.found if e.end_known), key=_minutes)
        listed = zip(("first", "second"), known, strict=False)
        values: dict[str, Value] = {key: self._duration(episode) for key, episode in listed}
        counts = {"known": week.end_known, "episodes": week.episodes}
        return self._text(wording.key, **(wording.values | values | counts))

    def _duration(self, episode: Episode) -> str:
        number = plain(_minutes(episode))
        return self._text("about", minutes=number) if episode.about else number

    def _text(self, key: str, **values: Value) -> str:
        shown = {name: plain(v) if isinstance(v, float) else v for name, v in values.items()}
        return self._texts[key].format(**shown)


def _minutes(episode: Episode) -> float:
    return minutes(episode.check_ins[-1].at - episode.start)


def _left_green(week: PersonWeek) -> str:
    """The key of what is said about leaving green."""
    if not week.episodes:
        return {0: "no-check-ins", 1: "no-episodes-once"}.get(week.check_ins, "no-episodes")
    caught = week.caught_in_yellow
    if week.episodes == 1:
        return "left-green-once-caught" if caught else "left-green-once"
    return {0: "left-green", 1: "left-green-caught-one"}.get(caught, "left-green-caught")
