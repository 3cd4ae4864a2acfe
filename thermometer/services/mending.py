"""Bids to come back together after a hard moment: what a family does, as verbs.

For the window, from ``services`` (the bundle); a repair is named by the id of its hard moment:

``repairs()`` -> ``RepairList``, all reading. ``page()`` gives ``{Shelf.OPEN: (Repair, ...), ...}``,
``one(id)`` one ``domain.mending.Repair`` (frozen): ``.state`` (``State``), ``.step`` (where to go
on), ``.draft``, ``.kind``, ``.frightening``, ``.comes_back_at``, ``.allows(Move.X)`` to enable
buttons; ``domain.mending_times.small_story(repair)`` is the line of moments under it. ``chip()``
is the state of what brings out *let's reconnect* on Home, or None: ask at each change and each
minute, after the page is painted, for it reads some milliseconds; ``coming_forward()`` are those.
``follow_ups()`` are those to offer now, ``asked_from()`` says when the others may be; ``twins()``
those that may be one moment, ``practice()`` a rehearsal that goes on.

``hard_moments()`` -> ``HardMoments``. ``log(grown_up, child)`` from Home, saved at once; with
``at`` and more from the corner. ``describe(id, kind=, at=, episode=, note=)`` fills in; ask
``can_be_replaced(repair)`` (``domain.same_moments``) whether what stands may still be changed.
``questions()`` -> "anything to mend?", ``answer(question, MendAnswer.X, other)`` where ``other``
is the grown-up of a child's episode and the child of a grown-up's. ``join(twins)`` or
``keep_apart(twins)``. ``episodes(id)`` are those it may belong to.

``mending()`` -> ``Mending``, below. ``begin(id, by)`` begins a bid or resumes the one under way.
The page changes ``repair.draft`` (``.choosing(Part.X, *lines)``, ``.doing(step)``,
``.skipping(step)``, ``.at_step(step)``, ``dataclasses.replace(draft, card=, kind=)``) and calls
``save(draft)`` each time: pausing is leaving. ``calm(id)`` once the grown-up is green at *Calm
first*. ``finish(id, Outcome.X, try_again_at)`` with one of ``try_again_times()`` or another;
``snooze(id, until)``, ``let_go(id)``, ``already_did(id)``; ``follow_up(id, card=, note=)``, a
second call adds what is still empty; ``rehearse(grown_up, child, kind)`` is a practice, and
everything else is then as in a real one.

``own_lines()`` -> ``OwnLines``: ``of(part)``, ``keep(part, text)``, ``drop(line)``.
``repair_texts()`` -> ``RepairTexts``: every word that a repair shows. ``help_numbers()`` ->
``HelpNumbers``: ``all()`` and ``keep(numbers)``, what the family entered on the help page.

Every verb stores first, then notifies ``Change.REPAIRS``, and gives back what is there then. One
that is not possible now raises ``Problem("repair-moved-on")`` and changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.drafts import Draft, Snooze
from thermometer.domain.mending import MOVE_OF, Move, Repair, State
from thermometer.domain.people import Role
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import PRIVATE_NOTES, Part, RepairStep
from thermometer.domain.ruptures import Bid, ChildCard, FollowUp, Outcome, Resolution, RuptureKind
from thermometer.domain.try_again import TryAgain, try_again_times
from thermometer.services.notes import kept_line, kept_note

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.services.hard_moments import HardMoments
    from thermometer.services.repair_list import RepairList
    from thermometer.services.stores import Stores


class Mending:
    """Bids, and how they went.

    Args:
        stores: where everything is kept.
        repairs: tells how each repair stands.
        hard_moments: begins a rehearsal.
        clock: tells now and where.
        notify: told after each change.
    """

    def __init__(
        self,
        stores: Stores,
        repairs: RepairList,
        hard_moments: HardMoments,
        clock: Clock,
        notify: Notify,
    ) -> None:
        self._stores = stores
        self._repairs = repairs
        self._hard_moments = hard_moments
        self._clock = clock
        self._notify = notify

    def begin(self, rupture: UUID, by: UUID) -> Repair:
        """Begins a bid by a grown-up, or goes on with the one that is under way.

        What was written at an earlier attempt is there again.

        Raises:
            Problem: ``repair-moved-on``, ``moment-people``, or nothing was kept.
        """
        repair = self._repairs.one(rupture)
        if repair.state is State.UNDER_WAY:
            return self._resumed(repair)
        self._check(repair, Move.BEGIN)
        self._check_grown_up(by)
        bid = self._new_bid(repair, by)
        words, kind = (repair.draft.words, repair.draft.kind) if repair.draft else ({}, None)
        draft = Draft(bid=bid.id, words=words, kind=kind, changed_at=bid.at)

        def work(_: object) -> None:
            self._stores.repairs.add_bids([bid])
            self._stores.mending.keep_draft(draft)

        self._stores.database.write(work)
        return self._told(repair)

    def save(self, draft: Draft) -> Draft:
        """Keeps what was chosen, written and done so far.

        Raises:
            Problem: ``repair-moved-on``, ``note-too-long``, or it was not kept.
        """
        found = self._stores.repairs.bids_of_ids([draft.bid])
        if draft.bid not in found:
            raise Problem("data-record-gone")
        repair = self._repairs.one(found[draft.bid].rupture)
        self._check(repair, Move.GO_ON)
        if repair.draft is None or repair.draft.bid != draft.bid:
            raise Problem("repair-moved-on")
        now = self._clock.now()
        kept = replace(draft, words=_kept_words(draft), set_aside=False, changed_at=now)
        self._stores.mending.keep_draft(kept)
        self._notify(Change.REPAIRS)
        return kept

    def calm(self, rupture: UUID) -> Repair:
        """Notes that the grown-up was calm before going to the child.

        Raises:
            Problem: ``repair-moved-on``, or it was not kept.
        """
        repair = self._repairs.one(rupture)
        self._check(repair, Move.GO_ON)
        self._stores.repairs.fill_bid(repair.bids[-1].id, calm_first=True)
        return self._told(repair)

    def finish(
        self, rupture: UUID, outcome: Outcome, try_again_at: datetime | None = None
    ) -> Repair:
        """Notes how the bid went.

        Args:
            rupture: whose bid it is.
            outcome: together, a bit, or not yet.
            try_again_at: later than now; without it, not yet comes back tomorrow.

        Raises:
            Problem: ``repair-moved-on``, ``try-again-over``, or nothing was kept.
        """
        repair = self._repairs.one(rupture)
        self._check(repair, MOVE_OF[outcome])
        now = self._clock.now()
        again = self._again(outcome, try_again_at)
        bid = repair.bids[-1]
        draft = (repair.draft or Draft(bid=bid.id, changed_at=now)).doing(RepairStep.HOW_DID_IT_GO)

        def work(_: object) -> None:
            done = tuple(step.value for step in draft.done)
            self._stores.repairs.fill_bid(
                bid.id, calm_first=False, steps_done=done, outcome=outcome, try_again_at=again
            )
            self._stores.repairs.fill_rupture(repair.id, kind=draft.kind)
            self._stores.mending.keep_draft(replace(draft, changed_at=now))

        self._stores.database.write(work)
        return self._told(repair)

    def try_again_times(self) -> dict[TryAgain, datetime]:
        """The times to offer after "a bit" and "not yet", all later than now."""
        return try_again_times(self._clock.now(), self._clock.time_zone())

    def snooze(self, rupture: UUID, until: datetime) -> Repair:
        """Puts a repair off until later; the next bid ends that.

        Raises:
            Problem: ``repair-moved-on``, ``try-again-over``, or it was not kept.
        """
        repair = self._repairs.one(rupture)
        self._check(repair, Move.SNOOZE)
        self._check_later(until)
        snooze = Snooze(
            id=uuid4(),
            rupture=repair.id,
            bid=repair.bids[-1].id if repair.bids else None,
            until=until,
            entered_at=self._clock.now(),
        )
        self._stores.mending.snooze(snooze)
        return self._told(repair)

    def let_go(self, rupture: UUID) -> Repair:
        """Lets a repair be; it can be picked up again with :meth:`begin`.

        Raises:
            Problem: ``repair-moved-on``, or nothing was kept.
        """
        repair = self._repairs.one(rupture)
        self._check(repair, Move.LET_GO)
        draft = repair.draft and replace(repair.draft, set_aside=True)
        self._stores.mending.let_be(repair.id, draft)
        return self._told(repair)

    def already_did(self, rupture: UUID) -> Repair:
        """Notes that it was mended without a bid here.

        Raises:
            Problem: ``repair-moved-on``, or it was not kept.
        """
        repair = self._repairs.one(rupture)
        self._check(repair, Move.ALREADY_DID)
        self._stores.repairs.fill_rupture(repair.id, resolution=Resolution.ALREADY_DID)
        return self._told(repair)

    def follow_up(self, rupture: UUID, *, card: ChildCard | None = None, note: str = "") -> Repair:
        """Notes "what was that like for you?"; what was said in an earlier call stands.

        Raises:
            Problem: ``repair-moved-on``, ``note-too-long``, or it was not kept.
        """
        repair = self._repairs.one(rupture)
        self._check(repair, Move.FOLLOW_UP)
        text = kept_note(note)
        if repair.follow_ups:
            self._stores.repairs.fill_follow_up(repair.follow_ups[-1].id, card=card, note=text)
        else:
            at = max(self._clock.now(), repair.bids[-1].at)
            zone = self._clock.time_zone()
            said = FollowUp(
                id=uuid4(), rupture=repair.id, at=at, time_zone=zone, card=card, note=text or None
            )
            self._stores.repairs.add_follow_ups([said])
        return self._told(repair)

    def rehearse(self, grown_up: UUID, child: UUID, kind: RuptureKind | None = None) -> Repair:
        """Begins a practice of a repair; it counts nowhere.

        Raises:
            Problem: ``moment-people``, or nothing was kept.
        """
        rupture = self._hard_moments.log(grown_up, child, kind=kind, practice=True)
        return self.begin(rupture.id, grown_up)

    def _new_bid(self, repair: Repair, by: UUID) -> Bid:
        """A bid now; never before its hard moment or the bid before, whatever the clock says."""
        last = repair.last_bid or repair.rupture
        at = max(self._clock.now(), repair.rupture.at, last.at)
        return Bid(id=uuid4(), rupture=repair.id, at=at, time_zone=self._clock.time_zone(), by=by)

    def _resumed(self, repair: Repair) -> Repair:
        """A bid that came from elsewhere has no draft yet."""
        if repair.draft is not None:
            return repair
        bid, step = repair.bids[-1], repair.step or RepairStep.CALM_FIRST
        done = tuple(step for step in RepairStep if step in bid.steps_done)
        draft = Draft(bid=bid.id, step=step, done=done, changed_at=self._clock.now())
        self._stores.mending.keep_draft(draft)
        return self._told(repair)

    def _again(self, outcome: Outcome, chosen: datetime | None) -> datetime | None:
        if outcome is Outcome.TOGETHER:
            return None
        if chosen is not None:
            self._check_later(chosen)
        elif outcome is Outcome.NOT_YET:
            return self.try_again_times()[TryAgain.TOMORROW]
        return chosen

    def _check_later(self, at: datetime) -> None:
        if at <= self._clock.now():
            raise Problem("try-again-over")

    def _check_grown_up(self, by: UUID) -> None:
        if not any(one.id == by and one.role is Role.PARENT for one in self._stores.people.all()):
            raise Problem("moment-people")

    @staticmethod
    def _check(repair: Repair, move: Move) -> None:
        if not repair.allows(move):
            raise Problem("repair-moved-on")

    def _told(self, repair: Repair) -> Repair:
        self._notify(Change.REPAIRS)
        return self._repairs.one(repair.id)


def _kept_words(draft: Draft) -> dict[Part, tuple[str, ...]]:
    """What was chosen and written, clean, without what is empty."""
    words: dict[Part, tuple[str, ...]] = {}
    for part, said in draft.words.items():
        clean = kept_note if part in PRIVATE_NOTES else kept_line
        if lines := tuple(text for text in map(clean, said) if text):
            words[part] = lines
    return words
