"""Import and export on the command line."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.cli.conftest import FILES, REPAIRS, Run
from thermometer import app
from thermometer.clock import SystemClock
from thermometer.store.database import Database


def test_family_a_goes_in_and_comes_out_the_same(run: Run, tmp_path: Path) -> None:
    code, out, err = run("import", *FILES)
    assert (code, err) == (0, "")
    assert "people: 4 new, 0 already here" in out
    assert "check-ins: 357 new, 0 already here" in out
    assert "uses of tools: 101 new, 0 already here" in out
    code, out, err = run("export", tmp_path / "out")
    assert (code, err) == (0, "")
    assert "checkins.csv: 357" in out
    for path in map(Path, FILES):
        written = (tmp_path / "out" / path.name).read_bytes().splitlines()
        assert sorted(written) == sorted(path.read_bytes().splitlines())


def test_a_second_import_finds_everything_here(run: Run, family_a: None) -> None:
    code, out, _ = run("import", *FILES, *REPAIRS)
    assert code == 0
    assert "check-ins: 0 new, 357 already here" in out
    assert "bids: 0 new, 8 already here" in out


def test_a_dry_run_writes_nothing_and_makes_nothing(run: Run, data: Path) -> None:
    code, out, _ = run("import", "--dry-run", *FILES)
    assert code == 0
    assert out.startswith("Nothing was written.")
    assert "check-ins: 357 new" in out
    assert not data.exists()


def test_a_dry_run_on_a_family(run: Run, family_a: None) -> None:
    assert "check-ins: 0 new, 357 already here" in run("import", "--dry-run", *FILES)[1]


def test_rows_that_cannot_be_taken_are_listed(run: Run, tmp_path: Path) -> None:
    text = Path(FILES[1]).read_text(encoding="utf-8").replace(",red,", ",purple,")
    bad = tmp_path / "bad.csv"
    bad.write_text(text, encoding="utf-8")
    code, out, err = run("import", FILES[0], bad)
    assert (code, out) == (1, "")
    lines = err.splitlines()
    assert len(lines) == text.count(",purple,") + 1
    first = 1 + text.split(",purple,")[0].count("\n")
    assert lines[0].startswith(f"{bad}, line {first}, zone: “purple”")
    assert "Nothing was written" in lines[-1]
    out = run("export", tmp_path / "out")[1]
    assert "people.csv: 0" in out


def test_a_file_that_cannot_be_taken(run: Run, tmp_path: Path) -> None:
    code, _, err = run("import", tmp_path / "nothing.csv")
    assert code == 1
    assert err.splitlines()[0] == f"{tmp_path / 'nothing.csv'}: there is no such file."


def test_what_was_kept_is_said(run: Run, family_a: None, tmp_path: Path) -> None:
    other = tmp_path / "p.csv"
    other.write_text("name,role,age_band\nMia,child,9-12\n", encoding="utf-8")
    code, out, _ = run("import", other)
    assert code == 0
    assert f"{other}, line 2: Mia is already here as child, 6-8; that was kept." in out


def test_settings_that_were_kept_are_said(run: Run, data: Path, tmp_path: Path) -> None:
    def setting(value: int) -> None:
        opened = app.open_family(data, SystemClock(), lambda _change: None)
        opened.stores.settings.set("first-day", value)
        opened.close()

    setting(6)
    run("export", tmp_path / "out")
    setting(0)
    out = run("import", tmp_path / "out" / "export.json")[1]
    assert "the setting first-day is already here with another value" in out


def test_an_earlier_export_is_kept(run: Run, family_a: None, tmp_path: Path) -> None:
    assert run("export", tmp_path / "out")[0] == 0
    code, out, err = run("export", tmp_path / "out")
    assert (code, out) == (1, "")
    assert str(tmp_path / "out") in err
    assert run("export", tmp_path / "out", "--replace")[0] == 0


def test_an_export_of_some_days(run: Run, family_a: None, tmp_path: Path) -> None:
    days = ("--from", "2026-10-19", "--to", "2026-10-19")
    assert "checkins.csv: 15" in run("export", tmp_path / "out", *days)[1]


def test_an_export_to_a_full_disk(
    run: Run, family_a: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("thermometer.services.exchange.whole_files.os.fsync", full)
        code, out, err = run("export", tmp_path / "out")
    assert (code, out) == (1, "")
    assert "not enough room" in err


def test_rows_that_cannot_be_read_are_counted(
    run: Run, family_a: None, data: Path, tmp_path: Path
) -> None:
    database = Database.open(data)
    with database.transaction() as session:
        connection = session.connection()
        connection.exec_driver_sql("DROP TRIGGER check_in_stands")
        connection.exec_driver_sql("UPDATE check_in SET id = replace(id, '-', '?') WHERE rowid = 5")
    database.close()
    out = run("export", tmp_path / "out")[1]
    assert "checkins.csv: 356" in out
    assert "1 rows of the data could not be read" in out
