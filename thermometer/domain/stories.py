"""The story of one episode: what was tapped, seen and done, in order, and what was around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from thermometer.domain.checkins import CheckIn
from thermometer.domain.day_lines import DayLine, day_line
from thermometer.domain.episodes import Episode, by_person
from thermometer.domain.histories import History
from thermometer.domain.people import Person
from thermometer.domain.reading import Span
from thermometer.domain.remarks import Remark, Subject, standing
from thermometer.domain.story_events import Event, Happened, events_of
from thermometer.domain.thresholds import EPISODE_GAP, OBSERVED_NEAR_SELF, STORY_AROUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One episode with what was around it.

    Attributes:
        anchor: the check-in by which the story was asked for.
        episode: none where the anchor was withdrawn and nothing is left of it.
        span: the instants that it tells of.
        lines: the person's zones over the span, then those of the other role's people.
        before: the person's episode before it, if there is one in the days around.
        after: the one after it.
        said: the remarks that stand.
    """

    person: Person
    anchor: CheckIn
    episode: Episode | None
    span: Span
    events: tuple[Event, ...]
    lines: tuple[DayLine, ...]
    before: Episode | None
    after: Episode | None
    said: Mapping[Subject, Remark] = field(default_factory=dict)

    @property
    def key(self) -> UUID:
        """The id that remarks about it hold."""
        return self.episode.id if self.episode else self.anchor.id

    @property
    def first(self) -> CheckIn:
        """Its first check-in."""
        return self.episode.check_ins[0] if self.episode else self.anchor

    @property
    def contexts(self) -> tuple[str, ...]:
        """The tags that stand: those said last, or those that its check-ins hold."""
        if Subject.CONTEXTS in self.said:
            return tuple(tag for tag in self.said[Subject.CONTEXTS].text.split(";") if tag)
        check_ins = self.episode.check_ins if self.episode else (self.anchor,)
        return tuple(dict.fromkeys(tag for c in check_ins for tag in c.contexts))

    def text(self, subject: Subject) -> str:
        """What was said last about ``subject``; nothing where nothing was."""
        return self.said[subject].text if subject in self.said else ""


def episode_of(anchor: CheckIn, episodes: Iterable[Episode]) -> Episode | None:
    """The episode that ``anchor`` belongs to, or belonged to before it was withdrawn.

    Args:
        anchor: a check-in.
        episodes: those of the same person, as they are now, by their start.
    """
    near = []
    for episode in episodes:
        if any(c.id == anchor.id for c in episode.check_ins):
            return episode
        before, after = episode.start - anchor.at, anchor.at - episode.check_ins[-1].at
        away = max(before, after)
        if away <= EPISODE_GAP:
            near.append((away, episode.start, episode))
    return min(near, key=lambda found: found[:2])[2] if near else None


def span_of(anchor: CheckIn, episode: Episode | None, now: datetime) -> Span:
    """The instants that a story tells of: the episode, the anchor, and a little around."""
    begin = end = anchor.at
    if episode:
        begin, end = min(begin, episode.start), max(end, episode.lasts_until(now))
    return Span(begin - STORY_AROUND, end + STORY_AROUND)


def span_to_read(span: Span) -> Span:
    """The check-ins that tell everybody's zone in all of ``span``, and what followed its tools."""
    around = EPISODE_GAP + OBSERVED_NEAR_SELF
    return Span(span.start - around, span.end + around)


def members(anchor: CheckIn, episode: Episode | None, check_ins: Iterable[CheckIn]) -> set[UUID]:
    """The check-ins by which remarks about the story may know it.

    An episode whose first check-in was withdrawn, or that was found to begin earlier, is known by
    another id than before: what was said about it stays with it.
    """
    ids = {anchor.id}
    if episode:
        last = episode.check_ins[-1].at
        within = (c for c in check_ins if episode.start <= c.at <= last)
        ids |= {c.id for c in within if c.person == episode.person}
    return ids


def tell(
    person: Person,
    anchor: CheckIn,
    happened: Happened,
    episodes: Sequence[Episode],
    remarks: Iterable[Remark],
    family: Iterable[Person],
    now: datetime,
) -> Story:
    """The story of the episode of ``person`` that ``anchor`` belongs to.

    Args:
        person: whose it is.
        anchor: usually its first check-in.
        happened: what is known of ``span_to_read``.
        episodes: those of the person in the days around, by their start.
        remarks: at least those about the episode, in the order of the rows.
        family: everybody who may have been near.
        now: decides what is open; aware.
    """
    episode = episode_of(anchor, episodes)
    span = span_of(anchor, episode, now)
    theirs = by_person(happened.check_ins)
    histories = {one: History.of(check_ins, now) for one, check_ins in theirs.items()}
    known = members(anchor, episode, theirs.get(person.id, ()))
    return Story(
        person=person,
        anchor=anchor,
        episode=episode,
        span=span,
        events=events_of(person.id, happened, episode, span, histories),
        lines=_lines(person, family, histories, span, now),
        before=_before(anchor, episode, episodes),
        after=_after(anchor, episode, episodes),
        said=standing(r for r in remarks if r.check_in in known),
    )


def _lines(
    person: Person,
    family: Iterable[Person],
    histories: Mapping[UUID, History],
    span: Span,
    now: datetime,
) -> tuple[DayLine, ...]:
    others = (one for one in family if one.is_child is not person.is_child)
    lines = (
        day_line(one, histories[one.id], span, now)
        for one in (person, *others)
        if one.id in histories
    )
    return tuple(line for line in lines if line.runs)


def _before(
    anchor: CheckIn, episode: Episode | None, episodes: Iterable[Episode]
) -> Episode | None:
    start = episode.start if episode else anchor.at
    return max((e for e in episodes if e.start < start), key=lambda e: e.start, default=None)


def _after(anchor: CheckIn, episode: Episode | None, episodes: Iterable[Episode]) -> Episode | None:
    start = episode.start if episode else anchor.at
    return min((e for e in episodes if e.start > start), key=lambda e: e.start, default=None)
