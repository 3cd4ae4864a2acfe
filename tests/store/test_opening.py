"""Opening a data file: what is set, what is begun, and what is refused and left as it is."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from tests.store import records
from thermometer.domain.problems import Problem
from thermometer.sentences import Sentences
from thermometer.store import opening, problems, schema
from thermometer.store.database import FILE, Database
from thermometer.store.people import People

ROOT = Path(__file__).parents[2]

OPEN_AND_SAY = """
import sys
from pathlib import Path
from thermometer.store.database import Database
from thermometer.domain.problems import Problem
try:
    Database.open(Path(sys.argv[1])).close()
except Problem as problem:
    print(type(problem).__name__)
else:
    print(sorted({name.split(".")[0] for name in sys.modules} & {"alembic", "mako", "tzlocal"}))
"""


def digest(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def open_elsewhere(folder: Path) -> str:
    """What another process says when it opens the data in ``folder``."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_SAY, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("application_id", schema.APPLICATION_ID),
    ],
)
@pytest.mark.parametrize("again", [False, True])
def test_what_keeps_taps_is_set(folder: Path, pragma: str, value: object, *, again: bool) -> None:
    if again:
        Database.open(folder).close()
    with closing(Database.open(folder)) as database:
        assert database.connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_only_the_owner_may_read(folder: Path) -> None:
    with closing(Database.open(folder / "deeper")) as database:
        People(database).add(records.child())
        modes = {path.name: path.stat().st_mode & 0o777 for path in (folder / "deeper").iterdir()}
    assert (folder / "deeper").stat().st_mode & 0o777 == 0o700
    assert modes == {FILE: 0o600, FILE + "-wal": 0o600, "reserve": 0o600}


def test_a_file_that_others_could_read_is_made_private(folder: Path) -> None:
    Database.open(folder).close()
    (folder / FILE).chmod(0o644)
    Database.open(folder).close()
    assert (folder / FILE).stat().st_mode & 0o777 == 0o600


def test_a_disk_that_fails_while_the_version_is_read_is_no_damage(folder: Path) -> None:
    class Failing(sqlite3.Connection):
        @override
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            if "alembic_version" not in sql:
                return super().execute(sql, parameters)
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
            raise error

    Database.open(folder).close()
    with (
        closing(sqlite3.connect(folder / FILE, factory=Failing)) as connection,
        pytest.raises(problems.NoAccess),
    ):
        opening.revision_of(connection, folder / FILE)


def test_an_empty_folder_becomes_private_and_a_shared_one_stays(tmp_path: Path) -> None:
    empty, shared = tmp_path / "empty", tmp_path / "shared"
    for folder in (empty, shared):
        folder.mkdir(mode=0o755)
    (shared / "letter.txt").write_text("Dear")
    for folder in (empty, shared):
        Database.open(folder).close()
    assert (empty.stat().st_mode & 0o777, shared.stat().st_mode & 0o777) == (0o700, 0o755)


def test_the_device_keeps_its_id(folder: Path) -> None:
    with closing(Database.open(folder)) as database:
        device = database.device
    with closing(Database.open(folder)) as database:
        assert database.device == device


def test_a_file_at_head_opens_without_alembic(folder: Path) -> None:
    Database.open(folder).close()
    assert open_elsewhere(folder) == "[]"


def written_states(folder: Path) -> dict[Path, tuple[int, ...]]:
    """What a change of each file would change; that it was read is none."""
    return {
        path: (found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        for path in folder.iterdir()
        for found in (path.stat(),)
    }


def test_a_second_process_is_told_that_the_data_is_in_use(folder: Path) -> None:
    with closing(Database.open(folder)) as database:
        People(database).add(records.child())
        # To read the file here would end SQLite's lock on it; see opening.make_private.
        before = written_states(folder)
        assert open_elsewhere(folder) == "InUse"
        assert written_states(folder) == before
        People(database).add(records.child("Leo"))
    assert open_elsewhere(folder) == "[]"


def test_the_second_of_two_in_one_process_is_refused_too(database: Database) -> None:
    with pytest.raises(problems.InUse):
        Database.open(database.path.parent)


def refused(folder: Path, kind: type[Problem]) -> Problem:
    """The problem with which the data in ``folder`` is refused, nothing having changed."""
    before = digest(folder)
    with pytest.raises(kind) as caught:
        Database.open(folder)
    assert type(caught.value) is kind
    assert digest(folder) == before
    assert str(folder) in Sentences().of(caught.value)
    return caught.value


def sql(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_newer_file_is_refused_with_the_version_it_needs(folder: Path) -> None:
    Database.open(folder).close()
    sql(
        folder,
        "UPDATE alembic_version SET version_num = '9999'",
        "INSERT INTO schema_needs VALUES ('9999', '7.2.0')",
    )
    assert refused(folder, problems.Newer).values["needs"] == "7.2.0"


def test_a_newer_file_that_says_nothing_of_versions_is_refused(folder: Path) -> None:
    Database.open(folder).close()
    sql(folder, "UPDATE alembic_version SET version_num = '9999'", "DROP TABLE schema_needs")
    assert refused(folder, problems.Newer).values["needs"] == "9999"


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE notes (text)",),
        ("CREATE TABLE notes (text)", "PRAGMA application_id = 7", "PRAGMA journal_mode = WAL"),
        ("PRAGMA application_id = 7",),
    ],
    ids=["none", "another-with-tables", "another-without-tables"],
)
def test_a_database_of_another_program_is_refused(
    folder: Path, statements: tuple[str, ...]
) -> None:
    folder.mkdir()
    sql(folder, *statements)
    refused(folder, problems.NotOurs)


@pytest.mark.parametrize(
    "content",
    [b"Dear diary,\n" * 400, b"xy", bytes(8192), b"SQLite format 3\0" + bytes(40)],
    ids=["text", "two-bytes", "zeros", "half-a-header"],
)
def test_what_is_no_database_is_damaged_and_stays(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(content)
    refused(folder, problems.Damaged)


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2 + 7]


def without_header(content: bytes) -> bytes:
    return bytes(100) + content[100:]


@pytest.mark.parametrize("harm", [cut, without_header])
def test_a_harmed_file_is_damaged_and_stays(folder: Path, harm: Callable[[bytes], bytes]) -> None:
    Database.open(folder).close()
    path = folder / FILE
    path.write_bytes(harm(path.read_bytes()))
    refused(folder, problems.Damaged)


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_ours_without_a_version_is_damaged(folder: Path, statement: str) -> None:
    Database.open(folder).close()
    sql(folder, statement)
    refused(folder, problems.Damaged)


@pytest.mark.parametrize("content", [b"", b"x"])
def test_an_empty_file_is_a_start(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(content)
    with closing(Database.open(folder)) as database:
        assert People(database).all() == []


def test_a_first_start_that_was_cut_short_is_a_start(folder: Path) -> None:
    folder.mkdir()
    sql(folder, "PRAGMA journal_mode = WAL")
    with closing(Database.open(folder)) as database:
        assert People(database).all() == []


def empty(path: Path) -> None:
    path.write_bytes(b"")


def schemaless(path: Path) -> None:
    path.unlink()
    sql(path.parent, "PRAGMA journal_mode = WAL")


@pytest.mark.parametrize("lose", [Path.unlink, empty, schemaless])
def test_a_lost_file_is_no_start_where_backups_are(
    folder: Path, lose: Callable[[Path], None]
) -> None:
    Database.open(folder).close()
    lose(folder / FILE)
    (folder / "backups").mkdir()
    (folder / "backups" / "family-2026-11-22T183000Z.db").write_bytes(b"saved")
    refused(folder, problems.Lost)


@pytest.mark.parametrize("lose", [Path.unlink, empty])
def test_a_lost_file_is_no_start_where_room_was_put_by_for_it(
    folder: Path, lose: Callable[[Path], None]
) -> None:
    Database.open(folder).close()
    lose(folder / FILE)
    refused(folder, problems.Lost)
    (folder / "reserve").unlink()
    Database.open(folder).close()


def test_a_lost_file_is_no_start_where_a_log_is_left(folder: Path) -> None:
    folder.mkdir()
    (folder / (FILE + "-wal")).write_bytes(b"taps that never reached the file")
    refused(folder, problems.Lost)
    (folder / (FILE + "-wal")).write_bytes(b"")
    Database.open(folder).close()
