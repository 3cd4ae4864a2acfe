"""Rows that are here already are known again: by their id, or by all they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes import FakeClock
from tests.services.exchange.desk import (
    BID,
    CHECK_IN,
    FOLLOW_UP,
    NAMELESS,
    RUPTURE,
    TIMELESS,
    Desk,
    changed,
    counts,
    refusals,
)
from thermometer.domain.people import AgeBand
from thermometer.services.exchange import Kind


@pytest.mark.parametrize(
    ("kind", "column", "cell"),
    [
        (Kind.CHECK_INS, "zone", "red"),
        (Kind.CHECK_INS, "signs", "hot-face"),
        (Kind.CHECK_INS, "entered_at", "2026-11-20T17:05:02+01:00"),
        (Kind.TOOL_USES, "answer", "bigger"),
        (Kind.RUPTURES, "kind", ""),
        (Kind.BIDS, "outcome", "not-yet"),
        (Kind.FOLLOW_UPS, "card", "no"),
    ],
)
def test_an_id_that_is_here_with_other_content(
    desk: Desk, kind: Kind, column: str, cell: str
) -> None:
    desk.take(*desk.whole())
    plan = desk.look(desk.table(kind, changed(kind, column, cell)))
    assert refusals(plan) == [(f"{kind}.csv", 2, "import-id-differs")]


def test_an_id_that_is_here_and_does_not_say_when_it_was_entered(desk: Desk) -> None:
    desk.take(*desk.whole())
    plan = desk.take(desk.table(Kind.CHECK_INS, changed(Kind.CHECK_INS, "entered_at", "")))
    assert counts(plan) == {"checkins": (0, 1)}


def test_an_id_twice_in_one_import(desk: Desk) -> None:
    other = changed(Kind.CHECK_INS, "zone", "red")
    files = desk.people(), desk.table(Kind.CHECK_INS, CHECK_IN, CHECK_IN)
    assert counts(desk.look(*files))["checkins"] == (1, 1)
    plan = desk.look(*files, desk.table(Kind.CHECK_INS, other, name="more.csv"))
    assert refusals(plan) == [("more.csv", 2, "import-id-twice")]


def test_the_same_file_named_twice_is_one_file(desk: Desk) -> None:
    nameless = desk.table(Kind.CHECK_INS, changed(Kind.CHECK_INS, "id", ""))
    assert counts(desk.take(desk.people(), nameless, nameless))["checkins"] == (1, 0)


def test_a_known_name_keeps_what_is_here_and_says_so(desk: Desk) -> None:
    desk.take(desk.people())
    plan = desk.take(desk.table(Kind.PEOPLE, "mia,child,9-12", "Mum,parent,adult"))
    assert counts(plan) == {"people": (0, 2)}
    ((kept),) = plan.kept
    assert (kept.here.name, kept.here.age_band) == ("Mia", AgeBand.SIX_TO_EIGHT)
    assert kept.place.line == 2
    assert [person.name for person in desk.stores.people.all()] == ["Mia", "Mum"]


def test_people_of_the_family_need_no_people_csv(desk: Desk) -> None:
    desk.take(desk.people())
    desk.take(desk.table(Kind.CHECK_INS, CHECK_IN.replace("Mia", "MIA")))
    assert len(desk.check_ins()) == 1


def test_somebody_set_aside_is_known_too(desk: Desk) -> None:
    desk.take(desk.people())
    mia, _ = desk.stores.people.all()
    desk.stores.people.change(replace(mia, archived=True))
    desk.take(desk.table(Kind.CHECK_INS, CHECK_IN))
    assert desk.check_ins()[0].person == mia.id


def test_a_seventh_person_finds_no_room(desk: Desk) -> None:
    rows = [f"Child {number},child,6-8" for number in range(7)]
    plan = desk.look(desk.table(Kind.PEOPLE, *rows))
    assert refusals(plan) == [("people.csv", 8, "family-full")]


def test_bids_find_a_rupture_that_is_here_already(desk: Desk) -> None:
    desk.take(desk.people(), desk.table(Kind.RUPTURES, RUPTURE))
    plan = desk.take(desk.table(Kind.BIDS, BID), desk.table(Kind.FOLLOW_UPS, FOLLOW_UP))
    assert counts(plan) == {"bids": (1, 0), "follow_ups": (1, 0)}


@pytest.mark.parametrize("row", [NAMELESS, TIMELESS])
def test_two_equal_rows_are_two_check_ins_and_a_second_import_adds_none(
    desk: Desk, row: str
) -> None:
    files = desk.people(), desk.table(Kind.CHECK_INS, row, row)
    assert counts(desk.take(*files))["checkins"] == (2, 0)
    assert counts(desk.take(*files))["checkins"] == (0, 2)
    third = desk.table(Kind.CHECK_INS, row, row, row, name="third.csv")
    assert counts(desk.take(third))["checkins"] == (1, 2)
    assert counts(desk.take(third))["checkins"] == (0, 3)
    assert len({check_in.id for check_in in desk.check_ins()}) == 3


def test_a_row_without_time_of_entry_gets_that_of_the_import(desk: Desk, clock: FakeClock) -> None:
    desk.take(desk.people(), desk.table(Kind.CHECK_INS, TIMELESS))
    assert desk.check_ins()[0].entered_at == clock.now()
    clock.advance(timedelta(hours=1))
    assert counts(desk.take(desk.table(Kind.CHECK_INS, TIMELESS))) == {"checkins": (0, 1)}


def test_a_row_without_an_id_may_be_one_that_has_an_id_here(desk: Desk) -> None:
    desk.take(desk.people(), desk.table(Kind.CHECK_INS, CHECK_IN))
    for row in (NAMELESS, TIMELESS):
        assert counts(desk.look(desk.table(Kind.CHECK_INS, row))) == {"checkins": (0, 1)}
    plan = desk.look(desk.table(Kind.CHECK_INS, TIMELESS, NAMELESS))
    assert counts(plan) == {"checkins": (1, 1)}


def test_other_check_ins_of_the_same_hours_do_not_matter(desk: Desk) -> None:
    between = CHECK_IN.replace("17:05:00", "17:30:00")
    later = NAMELESS.replace("17:05:00", "18:00:00")
    desk.take(desk.people(), desk.table(Kind.CHECK_INS, between))
    plan = desk.take(desk.table(Kind.CHECK_INS, NAMELESS, later))
    assert counts(plan) == {"checkins": (2, 0)}


def test_a_row_with_an_id_stands_for_itself_only(desk: Desk) -> None:
    files = desk.people(), desk.table(Kind.CHECK_INS, CHECK_IN, NAMELESS)
    assert counts(desk.take(*files))["checkins"] == (2, 0)
    assert counts(desk.take(*files))["checkins"] == (0, 2)


def test_the_exported_rows_and_those_they_came_from(desk: Desk) -> None:
    """The export has the ids that were given; beside the old file each row is one check-in more."""
    files = desk.people(), desk.table(Kind.CHECK_INS, NAMELESS)
    desk.take(*files)
    desk.exporting.write(desk.folder / "out")
    exported = desk.folder / "out" / "checkins.csv"
    assert counts(desk.take(exported)) == {"checkins": (0, 1)}
    assert counts(desk.take(exported, *files))["checkins"] == (1, 1)
    assert counts(desk.take(exported, *files))["checkins"] == (0, 2)


def test_rows_that_differ_in_anything_are_told_apart(desk: Desk) -> None:
    others = [
        NAMELESS.replace("yellow", "red"),
        NAMELESS.replace("17:05:00", "17:05:00.5"),
        NAMELESS.replace("Mia", "Mum"),
        NAMELESS.replace(",,,,2026", ",,hot-face,,2026"),
        NAMELESS.replace("Europe/Berlin", "Europe/Paris"),
    ]
    files = desk.people(), desk.table(Kind.CHECK_INS, NAMELESS, *others)
    assert counts(desk.take(*files))["checkins"] == (6, 0)
    assert counts(desk.take(*files))["checkins"] == (0, 6)


def test_a_tag_added_since_does_not_make_it_another_check_in(desk: Desk) -> None:
    files = desk.people(), desk.table(Kind.CHECK_INS, NAMELESS)
    desk.take(*files)
    (check_in,) = desk.check_ins()
    desk.stores.check_ins.describe(check_in.id, signs=("hot-face",))
    assert counts(desk.take(*files))["checkins"] == (0, 1)
