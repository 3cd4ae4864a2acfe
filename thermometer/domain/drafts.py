"""What a family writes down while a repair goes on, besides the facts of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from thermometer.domain.repair_steps import BID_STEPS, Part, RepairStep, step_after
from thermometer.domain.ruptures import ChildCard, RuptureKind

Words = Mapping[Part, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """How far a bid has come, and what was chosen and written on the way. It may change.

    Attributes:
        bid: whose draft it is.
        step: where to go on.
        done: the steps that were done; those passed without being done were skipped.
        words: the lines and private notes, by part.
        kind: the kind whose words are used, where it was chosen within this bid.
        card: the child's card at "did I get that right?".
        set_aside: whether the repair was let be at this bid.
        changed_at: when it was changed last; once the bid has its outcome, when that was.
    """

    bid: UUID
    changed_at: datetime
    step: RepairStep = RepairStep.CALM_FIRST
    done: tuple[RepairStep, ...] = ()
    words: Words = field(default_factory=dict)
    kind: RuptureKind | None = None
    card: ChildCard | None = None
    set_aside: bool = False

    @property
    def id(self) -> UUID:
        """The id of its bid: a bid has one draft."""
        return self.bid

    def choosing(self, part: Part, *lines: str) -> Draft:
        """The draft with ``lines`` for ``part`` instead of what it had; none empties it."""
        others = {p: said for p, said in self.words.items() if p is not part}
        return replace(self, words=others | {part: lines} if lines else others)

    def doing(self, step: RepairStep) -> Draft:
        """The draft with ``step`` done, at the step after it."""
        done = {*self.done, step}
        return replace(self, done=tuple(s for s in BID_STEPS if s in done), step=step_after(step))

    def skipping(self, step: RepairStep) -> Draft:
        """The draft at the step after ``step``, which was not done this time."""
        return replace(
            self, done=tuple(s for s in self.done if s is not step), step=step_after(step)
        )

    def at_step(self, step: RepairStep) -> Draft:
        """The draft at ``step``, gone to out of turn."""
        return replace(self, step=step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """A repair that waits was put off; it holds until the next bid."""

    id: UUID
    rupture: UUID
    bid: UUID | None
    """The last bid at that time."""
    until: datetime
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SameMoment:
    """Says of two hard moments whether they are one.

    Where they are the ``same``, ``rupture`` is replaced by ``other`` and counts nowhere any more.
    """

    id: UUID
    rupture: UUID
    other: UUID
    same: bool
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """A line that the family has kept as its own; ``gone`` once it does not want it any more."""

    id: UUID
    part: Part
    text: str
    gone: bool = False
