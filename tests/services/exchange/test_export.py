"""Export: every kind of record in a file of its own, and an import gives it back."""

from __future__ import annotations

import csv
import errno
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.builders import a_check_in, a_child, a_parent
from tests.samples.families import FAMILY_A
from tests.services.exchange.desk import Desk
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import Bid, FollowUp, Rupture
from thermometer.domain.zones import Zone
from thermometer.services import sample
from thermometer.services import work as pace
from thermometer.services.exchange import Days, Kind, Stopped, Work
from thermometer.services.exchange.tables import TABLES

SIX = ["people.csv", "checkins.csv", "tool_uses.csv", "ruptures.csv", "bids.csv", "follow_ups.csv"]
ALL = {*SIX, "export.json"}


def family_a(desk: Desk) -> None:
    desk.take(*FAMILY_A.glob("*.csv"))


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def ordered(lines: bytes) -> list[bytes]:
    return sorted(lines.splitlines(keepends=True))


def test_an_imported_family_comes_out_as_it_went_in(desk: Desk) -> None:
    family_a(desk)
    done = desk.exporting.write(desk.folder / "out")
    assert done.unreadable == 0
    for path in FAMILY_A.glob("*.csv"):
        written = (desk.folder / "out" / path.name).read_bytes()
        assert ordered(written) == ordered(path.read_bytes())
        assert done.rows[path.name] == written.count(b"\r\n") - 1


def test_the_sample_family_goes_there_and_back(new_desk: Callable[[], Desk]) -> None:
    here, there, further = new_desk(), new_desk(), new_desk()
    sample.fill(here.stores, here.services.content, here.services.clock)
    here.exporting.write(here.folder / "out")
    there.take(*(here.folder / "out" / name for name in SIX))
    there.exporting.write(there.folder / "out")
    for name in SIX:
        assert (there.folder / "out" / name).read_bytes() == (
            here.folder / "out" / name
        ).read_bytes()
    further.take(here.folder / "out" / "export.json")
    assert further.check_ins() == here.check_ins()
    assert further.stores.repairs.ruptures() == here.stores.repairs.ruptures()


def test_an_empty_family_has_all_the_files(desk: Desk) -> None:
    desk.exporting.write(desk.folder / "deep" / "out")
    folder = desk.folder / "deep" / "out"
    assert {path.name for path in folder.iterdir()} == ALL
    for table in TABLES.values():
        text = (folder / table.file_name).read_bytes().decode()
        assert text == ",".join(table.header) + "\r\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_the_owner_can_read_them(desk: Desk) -> None:
    desk.exporting.write(desk.folder / "out")
    assert (desk.folder / "out").stat().st_mode & 0o777 == 0o700
    for path in (desk.folder / "out").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600


def test_withdrawn_practice_and_observed_check_ins_are_there(desk: Desk) -> None:
    family_a(desk)
    desk.exporting.write(desk.folder / "out")
    check_ins = rows(desk.folder / "out", "checkins.csv")
    assert any(row["withdrawn_at"] for row in check_ins)
    assert any(row["practice"] == "1" for row in check_ins)
    assert {row["observed_by"] for row in check_ins} == {"", "Mum", "Dad"}


def test_practice_ruptures_and_their_bids_are_in_the_json_only(desk: Desk) -> None:
    mia, mum = a_child(), a_parent()
    at = a_check_in(Zone.RED).at
    desk.stores.people.add_all([mia, mum])
    place: dict[str, Any] = {"at": at, "time_zone": "Europe/Berlin"}
    ids = [UUID(int=number) for number in range(1, 5)]
    for practice, id_, other in ((True, ids[0], ids[1]), (False, ids[2], ids[3])):
        desk.stores.repairs.add_ruptures(
            [Rupture(id=id_, grown_up=mum.id, child=mia.id, practice=practice, **place)]
        )
        desk.stores.repairs.add_bids([Bid(id=other, rupture=id_, by=mum.id, **place)])
        desk.stores.repairs.add_follow_ups([FollowUp(id=other, rupture=id_, **place)])
    desk.exporting.write(desk.folder / "out")
    assert [row["id"] for row in rows(desk.folder / "out", "ruptures.csv")] == [str(ids[2])]
    for name in ("bids.csv", "follow_ups.csv"):
        assert [row["rupture"] for row in rows(desk.folder / "out", name)] == [str(ids[2])]
    data = json.loads((desk.folder / "out" / "export.json").read_text(encoding="utf-8"))
    assert [len(data["tables"][name]) for name in ("rupture", "bid", "follow_up")] == [2, 2, 2]


def test_a_range_narrows_the_csv_files_and_not_the_json(new_desk: Callable[[], Desk]) -> None:
    desk, other = new_desk(), new_desk()
    family_a(desk)
    days = Days(date(2026, 11, 1), date(2026, 11, 5))
    desk.exporting.write(desk.folder / "out", days=days)
    desk.exporting.write(desk.folder / "whole")
    for name in ("checkins.csv", "tool_uses.csv", "ruptures.csv"):
        column = "started_at" if name == "tool_uses.csv" else "at"
        everything = rows(desk.folder / "whole", name)
        wanted = [r for r in everything if "2026-11-01" <= r[column][:10] <= "2026-11-05"]
        assert rows(desk.folder / "out", name) == wanted
        assert 0 < len(wanted) < len(everything)
    ruptures = {row["id"] for row in rows(desk.folder / "out", "ruptures.csv")}
    assert {row["rupture"] for row in rows(desk.folder / "out", "bids.csv")} <= ruptures
    one, two = (desk.folder / name / "export.json" for name in ("out", "whole"))
    assert one.read_bytes() == two.read_bytes()
    other.take(*(desk.folder / "out" / name for name in SIX))


@pytest.mark.parametrize(
    ("days", "count"),
    [
        (Days(), 357),
        (Days(first=date(2026, 11, 15)), 0),
        (Days(last=date(2026, 10, 18)), 0),
        (Days(date(2026, 10, 19), date(2026, 10, 19)), 15),
    ],
)
def test_either_end_of_a_range_may_be_open(desk: Desk, days: Days, count: int) -> None:
    family_a(desk)
    assert desk.exporting.write(desk.folder / "out", days=days).rows["checkins.csv"] == count


def test_an_earlier_export_is_kept_unless_it_may_be_replaced(desk: Desk) -> None:
    desk.take(desk.people())
    desk.exporting.write(desk.folder / "out")
    before = (desk.folder / "out" / "people.csv").read_bytes()
    desk.take(desk.table(Kind.PEOPLE, "Leo,child,3-5"))
    with pytest.raises(Problem) as caught:
        desk.exporting.write(desk.folder / "out")
    assert caught.value.key == "export-exists"
    assert (desk.folder / "out" / "people.csv").read_bytes() == before
    desk.exporting.write(desk.folder / "out", replace=True)
    assert b"Leo" in (desk.folder / "out" / "people.csv").read_bytes()
    assert {path.name for path in (desk.folder / "out").iterdir()} == ALL


def test_other_files_in_the_folder_do_not_matter(desk: Desk) -> None:
    (desk.folder / "out").mkdir()
    (desk.folder / "out" / "holiday.txt").write_text("sun", encoding="utf-8")
    (desk.folder / "out" / ".people.csv.part").write_text("left behind", encoding="utf-8")
    desk.exporting.write(desk.folder / "out")
    assert {path.name for path in (desk.folder / "out").iterdir()} == {*ALL, "holiday.txt"}


def test_a_file_where_the_folder_should_be(desk: Desk) -> None:
    desk.file("out", "a file")
    with pytest.raises(Problem, match="export-no-access"):
        desk.exporting.write(desk.folder / "out")
    with pytest.raises(Problem, match="export-no-access"):
        desk.exporting.write(desk.folder / "out" / "deeper")


@pytest.mark.parametrize(
    ("number", "key"), [(errno.ENOSPC, "export-no-space"), (errno.EIO, "export-no-access")]
)
def test_a_disk_that_fails_leaves_the_earlier_export(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, key: str
) -> None:
    desk.take(desk.people())
    out = desk.folder / "out"
    desk.exporting.write(out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    desk.take(desk.table(Kind.PEOPLE, "Leo,child,3-5"))
    synced: list[int] = []

    def fails_at_the_fourth(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 4:
            raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr("thermometer.services.exchange.whole_files.os.fsync", fails_at_the_fourth)
        with pytest.raises(Problem) as caught:
            desk.exporting.write(out, replace=True)
    assert caught.value.key == key
    assert desk.services.sentences.of(caught.value)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_long_file_reports_while_it_is_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    family_a(desk)
    monkeypatch.setattr(pace, "EVERY", 100)
    told: list[int] = []
    desk.exporting.write(
        desk.folder / "out", work=Work(progress=lambda done, _total: told.append(done))
    )
    assert {104, 204, 304}.issubset(told)


def test_it_says_how_far_it_has_come_and_can_be_stopped(desk: Desk) -> None:
    family_a(desk)
    told: list[tuple[int, int]] = []
    desk.exporting.write(
        desk.folder / "out", work=Work(progress=lambda done, total: told.append((done, total)))
    )
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    with pytest.raises(Stopped):
        desk.exporting.write(desk.folder / "stopped", work=Work(should_stop=lambda: True))
    assert list((desk.folder / "stopped").iterdir()) == []
