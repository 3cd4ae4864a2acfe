"""What goes with repairs, in the file."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.fakes import FakeClock
from tests.store import records
from tests.store.records import NOW
from thermometer.domain.drafts import Draft, OwnLine
from thermometer.domain.people import Person
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import Bid, ChildCard, Outcome, Resolution, Rupture, RuptureKind
from thermometer.store.database import Database
from thermometer.store.mending import MendingNotes
from thermometer.store.problems import Gone
from thermometer.store.repairs import Repairs

HOUR = timedelta(hours=1)


@pytest.fixture
def notes(database: Database) -> MendingNotes:
    return MendingNotes(database)


@pytest.fixture
def hard(repairs: Repairs, mia: Person, papa: Person) -> Rupture:
    """A hard moment in the file."""
    rupture = records.rupture(papa.id, mia.id)
    repairs.add_ruptures([rupture])
    return rupture


@pytest.fixture
def bid(repairs: Repairs, hard: Rupture, papa: Person) -> Bid:
    """A bid in the file."""
    made = records.bid(hard.id, papa.id)
    repairs.add_bids([made])
    return made


def test_a_draft_is_changed_in_place(notes: MendingNotes, bid: Bid) -> None:
    first = Draft(bid=bid.id, changed_at=NOW)
    full = records.draft(
        bid.id,
        step=RepairStep.OWN_IT,
        done=(RepairStep.CALM_FIRST, RepairStep.REFLECT),
        kind=RuptureKind.LIMIT,
        card=ChildCard.ALMOST,
        set_aside=True,
        changed_at=NOW + HOUR,
    )
    for draft in (first, full, first):
        notes.keep_draft(draft)
        assert notes.drafts([bid.id, uuid4()]) == {bid.id: draft}


def test_a_draft_that_cannot_be_read_hides_no_other(
    notes: MendingNotes, repairs: Repairs, bid: Bid, database: Database
) -> None:
    other = records.bid(bid.rupture, bid.by)
    repairs.add_bids([other])
    for one in (bid, other):
        notes.keep_draft(records.draft(one.id))
    for words in ("[", json.dumps({"no-such-part": []}), json.dumps(["did"])):
        database.connection.execute("UPDATE draft SET words = ? WHERE id = ?", (words, str(bid.id)))
        assert list(notes.drafts([bid.id, other.id])) == [other.id]
    assert database.unreadable == {("draft", str(bid.id))}


def test_snoozes_come_in_the_order_of_entry(notes: MendingNotes, bid: Bid) -> None:
    later = records.snooze(bid.rupture, bid.id, entered_at=NOW + HOUR)
    earlier = records.snooze(bid.rupture)
    for snooze in (later, earlier):  # the clock was set back in between
        notes.snooze(snooze)
    assert notes.snoozes([bid.rupture, uuid4()]) == [later, earlier]


def test_one_that_is_replaced_is_let_be_and_stands_nowhere(
    notes: MendingNotes, repairs: Repairs, hard: Rupture, papa: Person
) -> None:
    other = records.rupture(papa.id, hard.child, NOW - HOUR, kind=RuptureKind.LIMIT)
    said = records.same_moment(hard.id, other.id)
    notes.say_same(said, other)
    assert repairs.ruptures() == repairs.unsettled() == [other]
    assert repairs.ruptures_of_ids([hard.id])[hard.id].resolution is Resolution.LET_BE
    assert notes.same_moments([hard.id]) == notes.same_moments([other.id]) == [said]
    assert notes.same_moments([hard.id, other.id]) == [said]


def test_two_that_are_two_both_stand(
    notes: MendingNotes, repairs: Repairs, hard: Rupture, papa: Person
) -> None:
    other = records.rupture(papa.id, hard.child)
    repairs.add_ruptures([other])
    notes.say_same(records.same_moment(hard.id, other.id, same=False))
    assert repairs.ruptures() == [hard, other]


def test_of_two_that_were_joined_crosswise_one_stands(
    notes: MendingNotes, repairs: Repairs, hard: Rupture, papa: Person
) -> None:
    other = records.rupture(papa.id, hard.child)
    repairs.add_ruptures([other])
    answers = [records.same_moment(hard.id, other.id), records.same_moment(other.id, hard.id)]
    for said in answers:
        notes.say_same(said)
    holds = min(answers, key=lambda said: said.id)
    assert [rupture.id for rupture in repairs.ruptures()] == [holds.other]


def test_a_replacement_is_kept_whole_or_not_at_all(
    notes: MendingNotes, repairs: Repairs, hard: Rupture, papa: Person
) -> None:
    other = records.rupture(papa.id, hard.child)
    unknown = records.same_moment(uuid4(), other.id)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        notes.say_same(unknown, other)
    assert repairs.ruptures() == [hard]
    assert notes.same_moments([other.id]) == []


def test_let_be_with_the_draft_set_aside(notes: MendingNotes, repairs: Repairs, bid: Bid) -> None:
    aside = records.draft(bid.id, set_aside=True)
    notes.let_be(bid.rupture, aside)
    assert repairs.ruptures()[0].resolution is Resolution.LET_BE
    assert notes.drafts([bid.id]) == {bid.id: aside}
    assert repairs.unsettled() == []
    notes.keep_draft(records.draft(bid.id))  # picked up again
    assert len(repairs.unsettled()) == 1


def test_let_be_before_any_bid(notes: MendingNotes, repairs: Repairs, hard: Rupture) -> None:
    notes.let_be(hard.id, None)
    assert repairs.unsettled() == []
    with pytest.raises(Gone):
        notes.let_be(uuid4(), None)


def test_what_is_unsettled(repairs: Repairs, hard: Rupture, papa: Person) -> None:
    def another(**own: object) -> Rupture:
        rupture = records.rupture(papa.id, hard.child, **own)  # type: ignore[arg-type]
        repairs.add_ruptures([rupture])
        return rupture

    tried = another()
    together = another()
    another(practice=True)
    another(resolution=Resolution.ALREADY_DID)
    another(resolution=Resolution.LET_BE)
    repairs.add_bids(
        [
            records.bid(tried.id, papa.id, outcome=Outcome.NOT_YET),
            records.bid(together.id, papa.id, outcome=Outcome.A_BIT),
            records.bid(together.id, papa.id, NOW + HOUR, outcome=Outcome.TOGETHER),
        ]
    )
    assert repairs.unsettled() == [hard, tried]


def test_what_was_tried_since(notes: MendingNotes, repairs: Repairs, bid: Bid) -> None:
    assert [rupture.id for rupture in repairs.tried_since(NOW)] == [bid.rupture]
    assert repairs.tried_since(NOW + HOUR) == []
    notes.keep_draft(records.draft(bid.id, changed_at=NOW + HOUR))
    assert [rupture.id for rupture in repairs.tried_since(NOW + HOUR)] == [bid.rupture]


def test_own_lines(notes: MendingNotes, clock: FakeClock) -> None:
    first = records.own_line()
    notes.keep_line(first)
    clock.advance(HOUR)
    second = records.own_line("I shouted; “loud”.", Part.DID)
    notes.keep_line(second)
    assert notes.lines() == [first, second]
    clock.advance(HOUR)
    changed = OwnLine(id=first.id, part=Part.IDEA, text="Shall we hop?")
    notes.keep_line(changed)
    assert notes.lines() == [second, changed]
    notes.keep_line(OwnLine(id=second.id, part=Part.DID, text=second.text, gone=True))
    assert notes.lines() == [changed]
