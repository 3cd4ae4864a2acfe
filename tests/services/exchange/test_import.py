"""Import: all or nothing, each row that cannot be taken with its line and its reason."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.services.exchange.desk import (
    RUPTURE,
    Desk,
    changed,
    counts,
    refusals,
)
from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.services.exchange import Kind

NEW_OF_EACH = {
    "people": (2, 0),
    "checkins": (1, 0),
    "tool_uses": (1, 0),
    "ruptures": (1, 0),
    "bids": (1, 0),
    "follow_ups": (1, 0),
}


def test_all_six_kinds_are_taken_in(desk: Desk) -> None:
    plan = desk.take(*desk.whole())
    assert counts(plan) == NEW_OF_EACH
    assert desk.changes == [Change.EVERYTHING]
    (check_in,) = desk.check_ins()
    assert check_in.signs == ()
    assert len(desk.stores.tool_uses.between(None, None)) == 1
    (rupture,) = desk.stores.repairs.ruptures()
    assert len(desk.stores.repairs.bids([rupture.id])) == 1
    assert len(desk.stores.repairs.follow_ups([rupture.id])) == 1


def test_a_preview_writes_nothing(desk: Desk) -> None:
    assert counts(desk.look(*desk.whole())) == NEW_OF_EACH
    assert desk.stores.people.all() == []
    assert desk.check_ins() == []
    assert desk.changes == []


def test_the_same_files_twice_change_nothing(desk: Desk) -> None:
    desk.take(*desk.whole())
    before = desk.check_ins()
    desk.changes.clear()
    plan = desk.take(*desk.whole())
    assert counts(plan) == {kind: (0, new) for kind, (new, _) in NEW_OF_EACH.items()}
    assert desk.check_ins() == before
    assert desk.changes == []
    assert not plan.changes_anything


def test_the_files_may_come_in_any_order(new_desk: Callable[[], Desk]) -> None:
    for seed in range(6):
        desk = new_desk()
        files = desk.whole()
        random.Random(seed).shuffle(files)
        assert counts(desk.take(*files)) == NEW_OF_EACH


def test_people_begin_with_the_defaults_and_a_picture_of_their_own(desk: Desk) -> None:
    desk.take(desk.people())
    mia, mum = desk.stores.people.all()
    assert (mia.name, mia.role, mia.age_band) == ("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT)
    assert mia.words == desk.services.content.words(Role.CHILD)
    assert mum.tools == desk.services.content.default_tools(Role.PARENT)
    assert mia.picture != mum.picture
    assert mia.colour != mum.colour
    assert [mia.position, mum.position] == [0, 1]


BAD_CELLS = [
    ("zone", "purple", "import-zone"),
    ("at", "2026-11-20T17:05:00", "import-time-naive"),
    ("at", "1900-01-01T17:05:00Z", "import-time-absurd"),
    ("at", "2200-01-01T17:05:00Z", "import-time-absurd"),
    ("at", "soon", "import-time"),
    ("at", "", "import-cell-empty"),
    ("time_zone", "Mars/Base", "import-time-zone"),
    ("person", "Nobody", "import-person"),
    ("id", "17", "import-id"),
    ("source", "guessed", "import-source"),
    ("observed_by", "Mum", "import-self-observed"),
    ("about", "", "import-cell-empty"),
    ("practice", "no", "import-yes-no"),
    ("withdrawn_at", "2026-11-20T17:05:00", "import-time-naive"),
    ("signs", "x" * 200, "import-word"),
    ("entered_at", "1900-01-01T17:05:00Z", "import-time-absurd"),
]


@pytest.mark.parametrize(
    ("kind", "column", "cell", "key"),
    [
        (Kind.TOOL_USES, "ended_at", "2026-11-20T17:05:59+01:00", "import-ends-before-start"),
        (Kind.TOOL_USES, "answer", "louder", "import-answer"),
        (Kind.TOOL_USES, "tool", "", "import-cell-empty"),
        (Kind.TOOL_USES, "id", "", "import-cell-empty"),
        (Kind.RUPTURES, "kind", "terrible", "import-kind"),
        (Kind.RUPTURES, "resolution", "forgotten", "import-resolution"),
        (Kind.RUPTURES, "grown_up", "Mia", "import-rupture-roles"),
        (Kind.RUPTURES, "child", "Mum", "import-rupture-roles"),
        (Kind.BIDS, "at", "2026-11-20T17:09:59+01:00", "import-before-rupture"),
        (Kind.BIDS, "rupture", "0c2c5b62-7d1e-4a0e-b7a4-3f5d7c9e1fff", "import-rupture"),
        (Kind.BIDS, "outcome", "won", "import-outcome"),
        (Kind.BIDS, "calm_first", "maybe", "import-yes-no"),
        (Kind.BIDS, "try_again_at", "later", "import-time"),
        (Kind.FOLLOW_UPS, "card", "perhaps", "import-card"),
        (Kind.FOLLOW_UPS, "at", "2026-11-20T17:09:59+01:00", "import-before-rupture"),
    ],
)
def test_other_rows_that_cannot_be_taken(
    desk: Desk, kind: Kind, column: str, cell: str, key: str
) -> None:
    files = [file for file in desk.whole() if file.name != f"{kind}.csv"]
    plan = desk.look(*files, desk.table(kind, changed(kind, column, cell)))
    assert (f"{kind}.csv", 2, key) in refusals(plan)


def test_people_who_cannot_be_taken(desk: Desk) -> None:
    bad = [
        ("Leo,baby,3-5", "import-role"),
        ("Leo,child,40", "import-age-band"),
        ("Oma,parent,3-5", "import-parent-age"),
        (",child,3-5", "import-cell-empty"),
        ("\u200b,child,3-5", "name-empty"),
        (f"{'x' * 41},child,3-5", "name-too-long"),
        ("Leo,child", "import-cells"),
        ("Leo,child,3-5,red", "import-cells"),
    ]
    plan = desk.look(desk.table(Kind.PEOPLE, "Mia,child,6-8", *(row for row, _ in bad)))
    assert refusals(plan) == [("people.csv", line, key) for line, (_, key) in enumerate(bad, 3)]


def test_the_limits_belong_to_what_can_be_taken(desk: Desk) -> None:
    use = changed(Kind.TOOL_USES, "ended_at", "2026-11-20T17:06:00+01:00")
    bid = changed(Kind.BIDS, "at", "2026-11-20T17:10:00+01:00")
    desk.take(
        desk.people(),
        desk.table(Kind.TOOL_USES, use),
        desk.table(Kind.RUPTURES, RUPTURE),
        desk.table(Kind.BIDS, bid),
    )


def test_one_bad_row_and_nothing_is_written(desk: Desk) -> None:
    bad = changed(Kind.FOLLOW_UPS, "card", "perhaps")
    plan = desk.look(*desk.whole()[:-1], desk.table(Kind.FOLLOW_UPS, bad))
    with pytest.raises(Problem, match="import-refused"):
        desk.importing.take(plan)
    assert desk.stores.people.all() == []
    assert desk.check_ins() == []


def test_every_bad_row_is_listed(desk: Desk) -> None:
    rows = [changed(Kind.CHECK_INS, column, cell) for column, cell, _ in BAD_CELLS]
    plan = desk.look(desk.people(), desk.table(Kind.CHECK_INS, *rows))
    expected = [("checkins.csv", line, key) for line, (_, _, key) in enumerate(BAD_CELLS, 2)]
    assert refusals(plan) == expected


def test_a_reason_says_the_column_and_what_stood_there(desk: Desk) -> None:
    bad = changed(Kind.CHECK_INS, "zone", "purple")
    (refusal,) = desk.look(desk.people(), desk.table(Kind.CHECK_INS, bad)).refusals
    sentence = desk.services.sentences.of(refusal.reason)
    assert refusal.column == "zone"
    assert "purple" in sentence
    assert "green, yellow, red" in sentence


def test_unknown_signs_contexts_and_tools_keep_the_row_and_the_word(desk: Desk) -> None:
    check_in = changed(Kind.CHECK_INS, "signs", "purring;hot-face")
    check_in = check_in.replace(",purring;hot-face,,", ",purring;hot-face,moving-house,")
    use = changed(Kind.TOOL_USES, "tool", "trampoline")
    desk.take(desk.people(), desk.table(Kind.CHECK_INS, check_in), desk.table(Kind.TOOL_USES, use))
    assert desk.check_ins()[0].signs == ("purring", "hot-face")
    assert desk.check_ins()[0].contexts == ("moving-house",)
    assert desk.stores.tool_uses.between(None, None)[0].tool == "trampoline"


def test_the_offset_gives_the_instant_and_the_zone_the_place(desk: Desk) -> None:
    row = changed(Kind.CHECK_INS, "at", "2026-11-20T11:05:00-05:00")
    desk.take(desk.people(), desk.table(Kind.CHECK_INS, row))
    (check_in,) = desk.check_ins()
    assert check_in.at.isoformat() == "2026-11-20T16:05:00+00:00"
    assert check_in.time_zone == "Europe/Berlin"
