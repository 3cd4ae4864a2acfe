"""What happened in the story of an episode: check-ins with their other views, and tools."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import Episode, in_order
from thermometer.domain.histories import History
from thermometer.domain.reading import Span
from thermometer.domain.remarks import Mistake
from thermometer.domain.thresholds import EPISODE_GAP, FOLLOWED_WITHIN
from thermometer.domain.tool_outcomes import helped
from thermometer.domain.tools import ToolUse
from thermometer.domain.zones import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Tapped:
    """A check-in as the story tells it.

    Attributes:
        views: what others saw within 120 seconds of the person's own tap; kept beside it.
        within: whether it belongs to the episode, and not to what was before or after.
        after: the tool that came before it, where one did within 30 minutes.
        mistake: what was said when it was withdrawn, if anything.
        anew: the check-in that took its place, where the clock had been wrong.
    """

    check_in: CheckIn
    views: tuple[CheckIn, ...] = ()
    within: bool = False
    after: ToolUse | None = None
    mistake: Mistake | None = None
    anew: CheckIn | None = None

    @property
    def at(self) -> datetime:
        """When it was."""
        return self.check_in.at

    @property
    def differing(self) -> tuple[CheckIn, ...]:
        """The views that saw another zone than the person said."""
        return tuple(view for view in self.views if view.zone is not self.check_in.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A use of a tool as the story tells it.

    Attributes:
        helped: whether it was followed by calm; None where nothing tells.
        came_in: the zone in which who came to a call was; None where nobody knows.
    """

    use: ToolUse
    helped: bool | None
    came_in: Zone | None = None

    @property
    def at(self) -> datetime:
        """When it began."""
        return self.use.started_at


Event = Tapped | Used


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What is known of the time around an episode.

    Attributes:
        check_ins: everybody's, in the order of the rows.
        uses: the uses of tools, of the person at least.
        mistakes: what was said of withdrawn taps.
        anew: those that took their places where the clock had been wrong, by the mistake's id.
    """

    check_ins: Sequence[CheckIn]
    uses: Sequence[ToolUse] = ()
    mistakes: Sequence[Mistake] = ()
    anew: Mapping[UUID, CheckIn] = field(default_factory=dict)


def zone_at(ordered: Sequence[CheckIn], at: datetime) -> Zone | None:
    """The zone that the last check-in of a sequence told, for 120 minutes."""
    place = bisect_right(ordered, at, key=lambda c: c.at)
    last = ordered[place - 1] if place else None
    return last.zone if last and at - last.at <= EPISODE_GAP else None


def events_of(
    person: UUID,
    happened: Happened,
    episode: Episode | None,
    span: Span,
    histories: Mapping[UUID, History],
) -> tuple[Event, ...]:
    """What ``person`` tapped and did within ``span``, in order, practice left out.

    Args:
        person: whose story it is.
        happened: what is known of the time around.
        episode: the one that the story is about, if there is one.
        span: the instants that the story tells of.
        histories: everybody's, by the id of the person.
    """
    own = [c for c in happened.check_ins if c.person == person and not c.practice]
    uses = [u for u in happened.uses if u.person == person and not u.practice]
    uses.sort(key=lambda u: u.started_at)
    ordered = histories[person].ordered if person in histories else ()
    in_episode = {c.id for c in episode.check_ins} if episode else set()
    mistakes = {m.check_in: m for m in happened.mistakes}
    taps = (
        replace(
            tapped,
            within=tapped.check_in.id in in_episode,
            after=_tool_before(tapped.check_in, uses),
            mistake=(said := mistakes.get(tapped.check_in.id)),
            anew=happened.anew.get(said.id) if said else None,
        )
        for tapped in _taps(own, ordered)
    )
    used = (Used(use=u, helped=helped(u, ordered), came_in=_came_in(u, histories)) for u in uses)
    events: list[Event] = [*taps, *used]
    within = (e for e in events if span.start <= e.at <= span.end)
    return tuple(sorted(within, key=lambda e: e.at))


def _taps(own: Sequence[CheckIn], ordered: Sequence[CheckIn]) -> list[Tapped]:
    """Every check-in, those that the sequence leaves out beside the tap that goes before them."""
    in_sequence = {c.id for c in ordered}
    aside = [c for c in own if c.counts and c.id not in in_sequence]
    views = _views([c for c in ordered if c.source is Source.SELF], aside)
    beside = {c.id for c in aside}
    shown = (c for c in in_order(own) if c.id not in beside)
    return [Tapped(check_in=c, views=tuple(views.get(c.id, ()))) for c in shown]


def _views(taps: Sequence[CheckIn], aside: Iterable[CheckIn]) -> dict[UUID, list[CheckIn]]:
    """Each observation that was left out, by the person's own tap that is nearest to it."""
    views: dict[UUID, list[CheckIn]] = {}
    for seen in in_order(aside):
        nearest = min(taps, key=lambda tap: abs(tap.at - seen.at))
        views.setdefault(nearest.id, []).append(seen)
    return views


def _tool_before(check_in: CheckIn, uses: Sequence[ToolUse]) -> ToolUse | None:
    """The last tool that was over before a check-in, if it was no more than 30 minutes before."""
    over = [u for u in uses if (u.ended_at or u.started_at) < check_in.at]
    last = over[-1] if over else None
    recent = last and check_in.at - (last.ended_at or last.started_at) <= FOLLOWED_WITHIN
    return last if recent else None


def _came_in(use: ToolUse, histories: Mapping[UUID, History]) -> Zone | None:
    history = histories.get(use.came) if use.came else None
    return zone_at(history.ordered, use.ended_at or use.started_at) if history else None
