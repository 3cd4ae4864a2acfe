"""Import: all or nothing, each row that cannot be taken with its line and its reason."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.services.exchange.desk import (
    BID,
    CHECK_IN,
    FOLLOW_UP,
    ROWS,
    RUPTURE,
    RUPTURE_ID,
    TOOL_USE,
    Desk,
    counts,
    refusals,
)
from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.services.exchange import Kind, Stopped, Work
from thermometer.services.exchange.tables import TABLES

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
    ("source", "observed", "import-observed-by-nobody"),
    ("observed_by", "Mum", "import-self-observed"),
    ("about", "", "import-cell-empty"),
    ("practice", "no", "import-yes-no"),
    ("withdrawn_at", "2026-11-20T17:05:00", "import-time-naive"),
    ("signs", "x" * 200, "import-word"),
    ("entered_at", "1900-01-01T17:05:00Z", "import-time-absurd"),
]


def changed(kind: Kind, column: str, cell: str) -> str:
    cells = ROWS[kind].split(",")
    cells[TABLES[kind].header.index(column)] = cell
    return ",".join(cells)


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
    assert "zone" in sentence
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


# ------------------------------------------------------------------- rows that are here already


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


# ---------------------------------------------------------------------------- rows without an id

NAMELESS = changed(Kind.CHECK_INS, "id", "")
TIMELESS = NAMELESS.rpartition(",")[0] + ","


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


# ------------------------------------------------------------------------- long, stopped, changed


def many(desk: Desk, count: int) -> Path:
    start = NAMELESS.split(",")
    rows = []
    for number in range(count):
        start[2] = f"2026-{number % 12 + 1:02}-10T{number % 24:02}:05:{number % 60:02}+01:00"
        rows.append(",".join(start))
    return desk.table(Kind.CHECK_INS, *rows)


def test_it_says_how_far_it_has_come(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    work = Work(progress=lambda done, total: told.append((done, total)))
    plan = desk.importing.preview([desk.people(), many(desk, 4_500)], work)
    totals = {total for _, total in told}
    assert totals == {sum(path.stat().st_size for path in desk.folder.glob("*.csv"))}
    assert told == sorted(told)
    assert len(told) >= 6
    assert told[-1] == (max(totals), max(totals))
    told.clear()
    desk.importing.take(plan, work)
    assert told[0] == (0, 4_502)
    assert told[-1] == (4_502, 4_502)
    assert len(told) >= 4


@pytest.mark.parametrize("after", [0, 1, 3, 5])
def test_it_can_be_stopped_and_then_nothing_has_changed(desk: Desk, after: int) -> None:
    asked: list[None] = []

    def should_stop() -> bool:
        asked.append(None)
        return len(asked) > after

    files = [desk.people(), many(desk, 4_500)]
    with pytest.raises(Stopped):
        desk.importing.preview(files, Work(should_stop=should_stop))
    asked.clear()
    plan = desk.look(*files)
    if after < 4:
        with pytest.raises(Stopped):
            desk.importing.take(plan, Work(should_stop=should_stop))
        assert desk.stores.people.all() == []
        assert desk.check_ins() == []
        assert desk.changes == []


def test_data_that_changed_since_is_looked_at_again(desk: Desk) -> None:
    plan = desk.look(*desk.whole())
    desk.services.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    with pytest.raises(Problem, match="import-changed"):
        desk.importing.take(plan)
    assert desk.check_ins() == []


def test_a_plan_is_carried_out_once(desk: Desk) -> None:
    desk.take(desk.people())
    plan = desk.look(desk.table(Kind.CHECK_INS, CHECK_IN))
    desk.importing.take(plan)
    with pytest.raises(Problem, match="import-changed"):
        desk.importing.take(plan)
    assert len(desk.check_ins()) == 1


def test_ids_of_one_kind_mean_nothing_to_another(desk: Desk) -> None:
    use = TOOL_USE.replace(TOOL_USE.split(",")[0], RUPTURE_ID)
    files = desk.people(), desk.table(Kind.RUPTURES, RUPTURE), desk.table(Kind.TOOL_USES, use)
    assert counts(desk.take(*files))["tool_uses"] == (1, 0)
