"""The states of a repair: one small machine, derived from what is written down.

A repair is a hard moment with its bids and follow-ups. Nothing of its state is kept anywhere:
it is read from the records and the time, so it survives a restart and a clock that was changed.
``WAYS`` are all the ways from one state to another; a verb that has no way is not possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from thermometer.domain.drafts import Draft, Snooze
from thermometer.domain.repair_steps import BID_STEPS, RepairStep
from thermometer.domain.ruptures import Bid, FollowUp, Outcome, Resolution, Rupture, RuptureKind
from thermometer.domain.thresholds import CLOCK_SLIP, TRY_AGAIN_AFTER


class State(StrEnum):
    """Where a repair stands."""

    WAITING = "waiting"
    """Nothing was tried yet: it waits for the grown-up."""
    UNDER_WAY = "under-way"
    """A bid goes on, or was paused."""
    TRY_AGAIN = "try-again"
    """The last bid went a bit, or not yet."""
    TOGETHER = "together"
    ALREADY_DID = "already-did"
    LET_BE = "let-be"


class Move(StrEnum):
    """What can be done with a repair."""

    BEGIN = "begin"
    GO_ON = "go-on"
    TOGETHER = "together"
    A_BIT = "a-bit"
    NOT_YET = "not-yet"
    SNOOZE = "snooze"
    LET_GO = "let-go"
    ALREADY_DID = "already-did"
    FOLLOW_UP = "follow-up"


_OPEN_MOVES = {Move.LET_GO: State.LET_BE, Move.ALREADY_DID: State.ALREADY_DID}
_TO: dict[State, dict[Move, State]] = {
    State.WAITING: _OPEN_MOVES | {Move.BEGIN: State.UNDER_WAY, Move.SNOOZE: State.WAITING},
    State.UNDER_WAY: _OPEN_MOVES
    | {
        Move.GO_ON: State.UNDER_WAY,
        Move.SNOOZE: State.UNDER_WAY,
        Move.TOGETHER: State.TOGETHER,
        Move.A_BIT: State.TRY_AGAIN,
        Move.NOT_YET: State.TRY_AGAIN,
    },
    State.TRY_AGAIN: _OPEN_MOVES | {Move.BEGIN: State.UNDER_WAY, Move.SNOOZE: State.TRY_AGAIN},
    State.TOGETHER: {Move.FOLLOW_UP: State.TOGETHER},
    State.ALREADY_DID: {},
    State.LET_BE: {Move.BEGIN: State.UNDER_WAY},
}
WAYS: dict[tuple[State, Move], State] = {
    (state, move): then for state, moves in _TO.items() for move, then in moves.items()
}
"""Where each move leads; what is not here is not possible."""
MOVE_OF = {
    Outcome.TOGETHER: Move.TOGETHER,
    Outcome.A_BIT: Move.A_BIT,
    Outcome.NOT_YET: Move.NOT_YET,
}
OPEN = frozenset({State.WAITING, State.UNDER_WAY, State.TRY_AGAIN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One hard moment and everything that was done about it.

    Attributes:
        rupture: the hard moment.
        bids: all of them, in order.
        follow_ups: all of them, in order.
        drafts: those of the bids that have one, by bid.
        snoozes: in the order in which they were entered.
        also: hard moments that were found to be the same one, or to have been noted wrongly.
    """

    rupture: Rupture
    bids: tuple[Bid, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    drafts: Mapping[UUID, Draft] = field(default_factory=dict)
    snoozes: tuple[Snooze, ...] = ()
    also: tuple[Rupture, ...] = ()

    @property
    def id(self) -> UUID:
        """The id of its hard moment."""
        return self.rupture.id

    @property
    def last_bid(self) -> Bid | None:
        """The latest attempt, if there was one."""
        return self.bids[-1] if self.bids else None

    @property
    def draft(self) -> Draft | None:
        """What was written at the latest attempt."""
        return self.drafts.get(self.bids[-1].id) if self.bids else None

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.together is not None:
            return State.TOGETHER
        if self.rupture.resolution is Resolution.ALREADY_DID:
            return State.ALREADY_DID
        if self.rupture.resolution is Resolution.LET_BE and not self._picked_up:
            return State.LET_BE
        if self.last_bid is None:
            return State.WAITING
        return State.UNDER_WAY if self.last_bid.outcome is None else State.TRY_AGAIN

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.state in OPEN

    @property
    def together(self) -> Bid | None:
        """The first bid that went ``together``."""
        return next((bid for bid in self.bids if bid.outcome is Outcome.TOGETHER), None)

    @property
    def step(self) -> RepairStep | None:
        """The step to go to; None where there is none, or only the follow-up."""
        if self.state is State.UNDER_WAY:
            return self.draft.step if self.draft else self._first_not_done
        return BID_STEPS[0] if self.is_open else None

    @property
    def kind(self) -> RuptureKind | None:
        """The kind whose words are used: what was chosen within a bid goes before."""
        return (self.draft and self.draft.kind) or self.rupture.kind

    @property
    def frightening(self) -> bool:
        """Whether it was ever said to be: then nothing of it is on a shared screen."""
        kinds = {self.rupture.kind, *(r.kind for r in self.also)}
        kinds |= {draft.kind for draft in self.drafts.values()}
        return RuptureKind.FRIGHTENING in kinds

    def allows(self, move: Move) -> bool:
        """Whether ``move`` is possible now. A resolution is said once and stands."""
        settled = move is Move.ALREADY_DID and self.rupture.resolution is not None
        return (self.state, move) in WAYS and not settled

    def ended_at(self, bid: Bid) -> datetime:
        """When ``bid`` had its outcome, as far as that is known; never before it began."""
        draft = self.drafts.get(bid.id)
        return max(bid.at, draft.changed_at) if draft else bid.at

    def rests(self, now: datetime) -> bool:
        """Whether it was put off until later.

        A wait that was chosen is never made longer by a clock that was set back, but for a
        little: rather a quiet reminder too early than none for a year.
        """
        wait = self._wait
        if wait is None:
            return False
        since, until = wait
        return now < until and until - now <= until - since + CLOCK_SLIP

    @property
    def comes_back_at(self) -> datetime | None:
        """When it comes forward again; None where it was not put off."""
        return self._wait[1] if self._wait and self.is_open else None

    @property
    def _wait(self) -> tuple[datetime, datetime] | None:
        """Since when and until when it was put off last."""
        last = self.last_bid
        known = [s for s in self.snoozes if s.bid == (last and last.id)]
        if known:
            return known[-1].entered_at, known[-1].until
        if last is None or last.outcome is None:
            return None
        ended = self.ended_at(last)
        return ended, last.try_again_at or ended + TRY_AGAIN_AFTER

    @property
    def _picked_up(self) -> bool:
        """Whether it was let be, and a later bid was begun all the same."""
        return self.draft is not None and not self.draft.set_aside

    @property
    def _first_not_done(self) -> RepairStep:
        """Where a bid goes on that came without a draft, from another program's file."""
        done = self.bids[-1].steps_done
        return next((step for step in BID_STEPS if step not in done), BID_STEPS[-1])
