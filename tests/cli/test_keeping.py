"""backup, restore and check on the command line."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from typing_extensions import override

from tests.cli.conftest import Run
from thermometer.store.database import Database

COUNT = "357 check-ins"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a backup goes."""
    return tmp_path / "family.backup"


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text("two words\r\nand a note\n", encoding="utf-8")
    return path


def strike(data: Path) -> bytes:
    """The header of the records is gone; what lies there now."""
    path = data / "family.db"
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    return path.read_bytes()


@pytest.mark.usefixtures("family_a")
def test_a_backup_is_written_and_put_back(run: Run, file: Path, tmp_path: Path) -> None:
    code, out, err = run("backup", file)
    assert (code, err) == (0, "")
    assert str(file) in out
    assert COUNT in out
    code, out, err = run("--data", tmp_path / "new", "restore", file)
    assert (code, err) == (0, "")
    assert COUNT in out
    assert "undo" not in out
    code, out, _ = run("--data", tmp_path / "new", "check")
    assert (code, COUNT in out, "sound" in out) == (0, True, True)


@pytest.mark.usefixtures("family_a")
def test_a_file_that_is_there_stays(run: Run, file: Path) -> None:
    file.write_text("letters", encoding="utf-8")
    code, out, err = run("backup", file)
    assert (code, out) == (1, "")
    assert str(file) in err
    assert file.read_text(encoding="utf-8") == "letters"
    assert run("backup", file, "--replace")[0] == 0


@pytest.mark.usefixtures("family_a")
def test_a_restore_can_be_looked_at_and_undone(run: Run, file: Path, data: Path) -> None:
    run("backup", file)
    Database.open(data).close()
    before = (data / "family.db").read_bytes()
    code, out, _ = run("restore", file, "--dry-run")
    assert code == 0
    assert out.count(COUNT) == 2
    assert (data / "family.db").read_bytes() == before
    code, out, _ = run("restore", file)
    assert code == 0
    (kept,) = (data / "backups").iterdir()
    assert str(kept) in out
    assert run("restore", kept)[0] == 0


@pytest.mark.usefixtures("family_a")
def test_with_a_passphrase(run: Run, file: Path, passphrase: Path, tmp_path: Path) -> None:
    assert run("backup", file, "--passphrase-file", passphrase)[0] == 0
    assert b"Mia" not in file.read_bytes()
    code, _, err = run("restore", file)
    assert (code, "encrypted" in err) == (1, True)
    wrong = tmp_path / "wrong"
    wrong.write_text("other words", encoding="utf-8")
    code, _, err = run("restore", file, "--passphrase-file", wrong)
    assert (code, "passphrase" in err) == (1, True)
    code, _, err = run("restore", file, "--passphrase-file", tmp_path / "none")
    assert (code, str(tmp_path / "none") in err) == (1, True)
    assert run("restore", file, "--passphrase-file", passphrase)[0] == 0


@pytest.mark.usefixtures("family_a")
def test_another_familys_backup_is_asked_about(run: Run, file: Path, tmp_path: Path) -> None:
    csv = tmp_path / "people.csv"
    csv.write_text("name,role,age_band\nNoor,child,6-8\n", encoding="utf-8")
    assert run("--data", tmp_path / "theirs", "import", csv)[0] == 0
    assert run("--data", tmp_path / "theirs", "backup", file)[0] == 0
    code, _, err = run("restore", file)
    assert (code, "Noor" in err) == (1, True)
    assert COUNT in run("check")[1]
    assert run("restore", file, "--replace")[0] == 0
    assert "Noor: no check-ins yet" in run("check")[1]


@pytest.mark.usefixtures("family_a")
def test_what_is_no_backup_is_refused(run: Run, data: Path, tmp_path: Path) -> None:
    text = tmp_path / "letters"
    text.write_text("dear all", encoding="utf-8")
    for wrong in (text, tmp_path / "nothing", tmp_path):
        code, out, err = run("restore", wrong)
        assert (code, out) == (1, "")
        assert str(wrong) in err
    assert not (data / "backups").exists()


def test_while_the_app_is_open(run: Run, data: Path, file: Path) -> None:
    opened = Database.open(data)
    for words in (["backup", file], ["restore", file], ["check"]):
        code, out, err = run(*words)
        assert (code, out) == (4, "")
        assert "already open" in err
    opened.close()
    assert not file.exists()


def test_without_any_records(run: Run, data: Path, file: Path) -> None:
    for words in (["backup", file], ["check"]):
        assert run(*words)[0] == 1
    assert not data.exists()


@pytest.mark.usefixtures("family_a")
def test_damage_is_found_told_and_mended(run: Run, file: Path, data: Path) -> None:
    run("backup", file)
    content = strike(data)
    code, out, err = run("check")
    assert (code, "damaged" in err) == (1, True)
    assert "nobody yet" in out  # no backup beside it, and without one no first page
    code, out, err = run("restore", file, "--dry-run")
    assert (code, COUNT in out, "damaged" in err) == (0, True, True)
    assert (data / "family.db").read_bytes() == content
    code, out, err = run("restore", file)
    assert (code, err) == (0, "")
    assert COUNT in out
    (aside,) = data.glob("corrupt-*.db")
    assert aside.read_bytes() == content
    assert str(aside) in out
    code, out, _ = run("check")
    assert (code, str(aside) in out) == (0, True)


@pytest.mark.usefixtures("family_a")
def test_a_backup_beside_the_damage_is_named(run: Run, file: Path, data: Path) -> None:
    run("backup", file)
    run("restore", file)
    strike(data)
    (kept,) = (data / "backups").iterdir()
    code, out, _ = run("check")
    assert code == 1
    assert f"thermometer restore {kept}" in out
    (data / "family.db").unlink()
    code, out, _ = run("restore", kept)
    assert (code, COUNT in out) == (0, True)
    assert not list(data.glob("corrupt-*"))


@pytest.mark.usefixtures("family_a")
def test_hidden_damage_is_found_and_what_can_be_read_is_added(
    run: Run, file: Path, data: Path
) -> None:
    run("backup", file)
    opened = Database.open(data)
    opened.connection.execute("PRAGMA foreign_keys = OFF")
    opened.connection.execute("INSERT INTO setting VALUES ('nobody', 1, 'key', '1', 1)")
    opened.close()
    code, out, _ = run("check")
    assert code == 1
    assert "damaged" in out
    code, out, _ = run("restore", file)
    assert (code, COUNT in out) == (0, True)
    assert len(list(data.glob("corrupt-*.db"))) == 1
    assert run("check")[0] == 0


@pytest.mark.usefixtures("family_a")
def test_a_row_that_cannot_be_read_is_counted(run: Run, data: Path) -> None:
    opened = Database.open(data)
    opened.connection.execute("DROP TRIGGER check_in_stands")
    opened.connection.execute("UPDATE check_in SET id = 'x' || substr(id, 2) WHERE rowid = 5")
    opened.close()
    code, out, _ = run("check")
    assert (code, "1 rows cannot be read" in out) == (1, True)


@pytest.mark.usefixtures("family_a")
def test_a_terminal_sees_how_far_it_is(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        @override
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run("check")[0] == 0
    assert "%" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")
