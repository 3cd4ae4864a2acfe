""" "Anything to mend?" is asked once, after an episode with red that has ended green."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from tests.builders import MIA, a_check_in
from tests.domain.moments import DAD, DAY, HOUR, MINUTE, MOMENT, MUM, NOW, a_rupture
from thermometer.domain.checkins import CheckIn
from thermometer.domain.episodes import Episode, by_person, episodes, sequence
from thermometer.domain.mend_questions import belongs, mend_questions
from thermometer.domain.people import Role
from thermometer.domain.remarks import Mend, Remark, Subject
from thermometer.domain.ruptures import Rupture
from thermometer.domain.zones import Zone

ROLES = {MIA: Role.CHILD, MUM: Role.PARENT, DAD: Role.PARENT}
Y, R, G = Zone.YELLOW, Zone.RED, Zone.GREEN


def taps(*zones: Zone, who: UUID = MIA, after: timedelta = timedelta()) -> list[CheckIn]:
    """Ten minutes apart."""
    return [
        a_check_in(zone, NOW + after + n * 10 * MINUTE, person=who) for n, zone in enumerate(zones)
    ]


def derived(check_ins: Sequence[CheckIn], now: datetime) -> list[Episode]:
    return [e for t in by_person(check_ins).values() for e in episodes(sequence(t), now)]


def asked(
    check_ins: Sequence[CheckIn],
    ruptures: Sequence[Rupture] = (),
    remarks: Sequence[Remark] = (),
    now: datetime = NOW + HOUR,
) -> list[UUID]:
    found = mend_questions(derived(check_ins, now), ROLES, ruptures, remarks, now)
    return [question.episode.person for question in found]


def answer(tap: CheckIn, text: str, **fields: UUID) -> Remark:
    at = NOW + HOUR
    return Remark(
        id=fields.get("id", uuid4()), check_in=tap.id, subject=Subject.MEND, text=text,
        entered_at=at, replaces=fields.get("replaces"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("zones", "wanted"),
    [
        ((R, G), [MIA]),
        ((Y, R, Y, G), [MIA]),
        ((Y, G), []),
        ((R,), []),  # still going on
        ((R, Y), []),
        ((G,), []),
    ],
)
def test_after_red_that_ended_green(zones: tuple[Zone, ...], wanted: list[UUID]) -> None:
    assert asked(taps(*zones)) == wanted


def test_not_where_nobody_knows_how_it_ended() -> None:
    assert asked(taps(R), now=NOW + 5 * HOUR) == []


def test_for_two_days() -> None:
    ended = NOW + 10 * MINUTE
    assert asked(taps(R, G), now=ended + 2 * DAY) == [MIA]
    assert asked(taps(R, G), now=ended + 2 * DAY + MOMENT) == []
    assert asked(taps(R, G), now=ended - DAY) == [MIA]  # the clock was set back
    assert asked(taps(R, G), now=ended - 3 * DAY) == []


def test_when_it_was_hardest() -> None:
    check_ins = taps(Y, R, R, G)
    now = NOW + HOUR
    (question,) = mend_questions(derived(check_ins, now), ROLES, (), (), now)
    assert question.first_red == check_ins[1].at
    assert question.role is Role.CHILD


@pytest.mark.parametrize("text", list(Mend))
@pytest.mark.parametrize("place", [0, 1, 2])
def test_once(place: int, text: str) -> None:
    check_ins = taps(Y, R, G)
    assert asked(check_ins, remarks=[answer(check_ins[place], text)]) == []


def test_an_answer_that_was_taken_back_is_none() -> None:
    check_ins = taps(R, G)
    yes = answer(check_ins[0], "yes", id=uuid4())
    assert asked(check_ins, remarks=[yes, answer(check_ins[0], "", replaces=yes.id)]) == [MIA]


def test_a_note_is_no_answer() -> None:
    check_ins = taps(R, G)
    note = Remark(
        id=uuid4(), check_in=check_ins[0].id, subject=Subject.NOTE, text="no", entered_at=NOW
    )
    assert asked(check_ins, remarks=[note]) == [MIA]


@pytest.mark.parametrize(
    ("rupture", "wanted"),
    [
        (a_rupture(timedelta(minutes=5)), []),
        (a_rupture(timedelta(minutes=25)), []),  # a quarter of an hour after it
        (a_rupture(timedelta(minutes=25) + MOMENT), [MIA]),
        (a_rupture(timedelta(minutes=-15)), []),
        (a_rupture(timedelta(minutes=-16)), [MIA]),
        (a_rupture(timedelta(minutes=5), practice=True), [MIA]),
        (a_rupture(timedelta(minutes=5), child=uuid4()), [MIA]),
        (a_rupture(timedelta(minutes=5), episode=uuid4()), [MIA]),  # it belongs to another one
    ],
)
def test_not_about_what_was_logged_already(rupture: Rupture, wanted: list[UUID]) -> None:
    assert asked(taps(R, G), ruptures=[rupture]) == wanted


def test_not_about_an_episode_that_a_moment_names() -> None:
    check_ins = taps(R, G)
    (episode,) = derived(check_ins, NOW + HOUR)
    named = a_rupture(5 * HOUR, episode=check_ins[0].id)
    assert belongs(named, episode)
    assert asked(check_ins, ruptures=[named]) == []


def test_a_moment_may_belong_to_an_episode_whose_end_nobody_knows() -> None:
    (episode,) = derived(taps(Y, R), NOW + 5 * HOUR)
    for after, near in ((2 * HOUR + 10 * MINUTE, True), (2 * HOUR + 11 * MINUTE, False)):
        assert belongs(a_rupture(after), episode) is near


def test_a_grown_ups_red_is_asked_about_unless_a_child_was_in_red_too() -> None:
    mum = taps(R, G, who=MUM)
    assert asked(mum) == [MUM]
    assert asked([*mum, *taps(R, G)]) == [MIA]
    assert asked([*mum, *taps(Y, G)]) == [MUM]
    now = NOW + 2 * HOUR
    assert asked([*mum, *taps(R, G, after=HOUR)], now=now) == [MIA, MUM]


def test_nothing_is_asked_about_somebody_who_was_archived() -> None:
    now = NOW + HOUR
    found = derived(taps(R, G), now)
    assert mend_questions(found, {MUM: Role.PARENT}, (), (), now) == ()
