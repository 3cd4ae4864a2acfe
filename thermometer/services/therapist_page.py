"""Makes the one page that a parent may bring to a therapist.

The numbers are those of ``services.reports`` and the domain, the sentences those of
``services.week_text``, the names those of ``services.content``. Tools have the names that come with
the program, or the family's own: what a child calls a card of its own is nobody else's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from thermometer.domain.data_line import data_line
from thermometer.domain.episodes import Episode
from thermometer.domain.initials import initials
from thermometer.domain.local_time import local_time
from thermometer.domain.people import Person, Role
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Subject, standing
from thermometer.domain.repair_numbers import Mending, repair_numbers
from thermometer.domain.tool_outcomes import ToolCount
from thermometer.domain.tools import ToolUse
from thermometer.domain.week_days import WeekDays
from thermometer.domain.weeks import Records, Week, in_family_order, week
from thermometer.domain.wording import repair_wording
from thermometer.services.therapist_values import (
    About,
    Choice,
    EpisodeLine,
    MomentLine,
    NoteLine,
    Private,
    RepairPart,
    SignLine,
    TherapistPage,
    ToolLine,
    UsedTool,
)
from thermometer.store.remarks import Remarks

if TYPE_CHECKING:
    from thermometer.services.content import Content
    from thermometer.services.reports import Reports
    from thermometer.services.safe_place import SafePlaces
    from thermometer.services.stores import Stores
    from thermometer.services.week_text import WeekText


class TherapistPages:
    """Makes pages from what the family has recorded.

    Args:
        reports: reads the records.
        stores: where notes lie.
        content: the names of signs and kinds.
        places: the names of tools.
        text: the sentences.
    """

    def __init__(
        self,
        reports: Reports,
        stores: Stores,
        content: Content,
        places: SafePlaces,
        text: WeekText,
    ) -> None:
        self._reports = reports
        self._stores = stores
        self._content = content
        self._places = places
        self._text = text

    def make(
        self, days: WeekDays, person: UUID | None, choice: Choice, now: datetime, zone: str = "UTC"
    ) -> TherapistPage:
        """The page of one person's week.

        Args:
            days: the seven days.
            person: whose; None for the first child, or whoever comes first.
            choice: the parent's.
            now: decides what is open; also when it was printed.
            zone: in which that is told.

        Raises:
            Problem: ``report-nobody`` where there is nobody of that id, or the data cannot be read.
        """
        records, unreadable = self._read(days, now)
        numbers = week(days, records, now)
        names = _names(records.people, choice)
        own = _week_of(numbers, person)
        own = replace(own, person=replace(own.person, name=names[own.person.id]))
        moments = _moments_of(own.person.id, numbers)
        notes = self._notes(own, [m for m in moments if choice.allows(m.rupture.kind)])
        signs = self._sign_texts(own.person.role)
        return TherapistPage(
            days=days,
            days_text=self._text.days(days),
            week=own,
            said=self._text.person(own),
            rests_on=data_line(days, numbers.family.days_used, own, records.check_ins),
            unreadable=unreadable,
            episodes=tuple(self._episodes(own, records, signs, now)),
            signs=tuple(SignLine(text=signs(s.sign), count=s.count) for s in own.first_signs),
            tools=tuple(map(self._tool, own.tools)),
            caution=self._text.caution,
            repairs=self._repairs(own.person.id, moments, records.people, choice, now),
            notes=tuple(notes) if Private.NOTES in choice.private else (),
            printed_at=local_time(now, zone),
        )

    def _read(self, days: WeekDays, now: datetime) -> tuple[Records, int]:
        """The records of these days, and how many rows among them could not be read."""
        skipped = self._stores.database.unreadable
        known = frozenset(skipped)
        skipped.clear()
        try:
            return self._reports.records(days, now), len(skipped)
        finally:
            skipped |= known

    def _episodes(
        self, own: PersonWeek, records: Records, signs: Callable[[str], str], now: datetime
    ) -> Iterator[EpisodeLine]:
        uses = [u for u in records.tool_uses if u.person == own.person.id and not u.practice]
        for episode in own.found:
            until = episode.lasts_until(now)
            used = (use for use in uses if episode.start <= use.started_at <= until)
            yield EpisodeLine(
                episode=episode,
                signs=tuple(map(signs, episode.check_ins[0].signs)),
                tools=tuple(map(self._used, used)),
            )

    def _used(self, use: ToolUse) -> UsedTool:
        return UsedTool(name=self._places.tool(None, use.tool).name, answer=use.answer)

    def _tool(self, count: ToolCount) -> ToolLine:
        name = self._places.tool(None, count.tool).name
        return ToolLine(name=name, count=count, said=self._text.tool(count))

    def _sign_texts(self, role: Role) -> Callable[[str], str]:
        """What is read for the id of a sign; of one that is unknown here, the words of its id."""
        known = {sign.id: sign.text for sign in self._content.signs(role)}
        return lambda sign: known.get(sign) or sign.replace("-", " ").capitalize()

    def _repairs(
        self,
        person: UUID,
        moments: tuple[Mending, ...],
        people: Sequence[Person],
        choice: Choice,
        now: datetime,
    ) -> RepairPart:
        numbers = repair_numbers(moments, {p.id: p.role for p in people}, now)
        names, kinds = _names(people, choice), self._content.kinds()
        listed = [m for m in moments if choice.allows(m.rupture.kind)]
        lines = (
            MomentLine(
                mending=_without_note(m),
                with_whom=names[_other(m, person)],
                kind=kinds[m.rupture.kind].name if m.rupture.kind else "",
            )
            for m in listed
        )
        return RepairPart(
            numbers=numbers,
            said=self._text.words(repair_wording(numbers)),
            listed=tuple(lines),
            counted_only=len(moments) - len(listed),
        )

    def _notes(self, own: PersonWeek, moments: Sequence[Mending]) -> list[NoteLine]:
        """The private notes about the person's episodes and about these hard moments, in order."""
        found = [*self._about_episodes(own.found), *self._about_moments(moments)]
        return sorted(found, key=lambda note: note.at)

    def _about_episodes(self, found: Sequence[Episode]) -> Iterator[NoteLine]:
        said = Remarks(self._stores.database).of_check_ins(e.id for e in found)
        for episode in found:
            note = standing(r for r in said if r.check_in == episode.id).get(Subject.NOTE)
            if note and note.text:
                yield NoteLine(at=episode.local_start, about=About.EPISODE, text=note.text)

    def _about_moments(self, moments: Sequence[Mending]) -> Iterator[NoteLine]:
        for rupture in (m.rupture for m in moments):
            if rupture.note:
                at = local_time(rupture.at, rupture.time_zone)
                yield NoteLine(at=at, about=About.RUPTURE, text=rupture.note)
        for later in self._stores.repairs.follow_ups(m.rupture.id for m in moments):
            if later.note:
                at = local_time(later.at, later.time_zone)
                yield NoteLine(at=at, about=About.FOLLOW_UP, text=later.note)


def _names(people: Iterable[Person], choice: Choice) -> Mapping[UUID, str]:
    family = in_family_order(people)
    return initials(family) if choice.initials else {p.id: p.name for p in family}


def _week_of(numbers: Week, person: UUID | None) -> PersonWeek:
    wanted = [w for w in numbers.people if person is None or w.person.id == person]
    if not wanted:
        raise Problem("report-nobody")
    return next((w for w in wanted if w.person.is_child), wanted[0])


def _moments_of(person: UUID, numbers: Week) -> tuple[Mending, ...]:
    """The week's hard moments that this person was part of."""
    return tuple(
        m for m in numbers.family.mendings if person in (m.rupture.grown_up, m.rupture.child)
    )


def _without_note(mending: Mending) -> Mending:
    """Notes have a place of their own, if they are printed at all."""
    return replace(mending, rupture=replace(mending.rupture, note=None))


def _other(mending: Mending, person: UUID) -> UUID:
    rupture = mending.rupture
    return rupture.child if rupture.grown_up == person else rupture.grown_up
