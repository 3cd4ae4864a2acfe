"""The question "anything to mend?", asked once after an episode with red that has ended green."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from thermometer.domain.episodes import Episode
from thermometer.domain.people import Role
from thermometer.domain.remarks import Mend, Remark, Subject, standing
from thermometer.domain.ruptures import Rupture
from thermometer.domain.thresholds import EPISODE_GAP, MEND_ASKED_WITHIN, MOMENT_NEAR_EPISODE
from thermometer.domain.together import overlap
from thermometer.domain.zones import Zone


class MendAnswer(StrEnum):
    """The answers to "anything to mend?"."""

    YES = "yes"
    NO = "no"
    ALREADY_DID = "already-did"


@dataclass(frozen=True, slots=True)
class MendQuestion:
    """An episode to ask about: a child's, or a grown-up's in which no child was in red too."""

    episode: Episode
    role: Role

    @property
    def first_red(self) -> datetime:
        """When it was hardest, as far as the taps tell."""
        return next(c.at for c in self.episode.check_ins if c.zone is Zone.RED)


def mend_questions(
    episodes: Iterable[Episode],
    roles: Mapping[UUID, Role],
    ruptures: Iterable[Rupture],
    remarks: Iterable[Remark],
    now: datetime,
) -> tuple[MendQuestion, ...]:
    """What to ask, the latest first.

    Args:
        episodes: everybody's of the last days.
        roles: of those who are not archived.
        ruptures: those of the same days, practice among them or not.
        remarks: those about any check-in of the episodes, in the order of the rows.
        now: an episode is asked about for two days.
    """
    said, known = tuple(remarks), [r for r in ruptures if not r.practice]
    red = [e for e in episodes if e.person in roles and e.peak is Zone.RED]
    of_children = [e for e in red if roles[e.person] is Role.CHILD]
    asked = [
        MendQuestion(episode, roles[episode.person])
        for episode in red
        if _has_ended(episode, now)
        and not _is_answered(episode, said)
        and not any(belongs(rupture, episode) for rupture in known)
        and (
            roles[episode.person] is Role.CHILD
            or not any(overlap(episode, c, now) for c in of_children)
        )
    ]
    return tuple(sorted(asked, key=lambda q: q.episode.start, reverse=True))


def belongs(rupture: Rupture, episode: Episode) -> bool:
    """Whether a hard moment is said to belong to an episode, or lies so near that it may."""
    if rupture.episode is not None:
        return any(c.id == rupture.episode for c in episode.check_ins)
    if episode.person not in {rupture.child, rupture.grown_up}:
        return False
    after = MOMENT_NEAR_EPISODE if episode.end_known else EPISODE_GAP
    last = episode.check_ins[-1].at
    return episode.start - MOMENT_NEAR_EPISODE <= rupture.at <= last + after


def _has_ended(episode: Episode, now: datetime) -> bool:
    end = episode.end
    return episode.end_known and end is not None and abs(now - end) <= MEND_ASKED_WITHIN


def _is_answered(episode: Episode, remarks: Iterable[Remark]) -> bool:
    ids = {c.id for c in episode.check_ins}
    said = standing(r for r in remarks if r.check_in in ids)
    return Subject.MEND in said and said[Subject.MEND].text in tuple(Mend)
