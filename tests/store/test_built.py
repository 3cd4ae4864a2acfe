"""A backup is put back only if it is built as this program builds its files, and nothing else."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.people import AgeBand, Role
from thermometer.store import backups, schema
from thermometer.store.backups import NotABackup
from thermometer.store.built import built, is_as_built

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture
def backup(tmp_path: Path, clock: FakeClock) -> Path:
    """A sound one."""
    services = app.open_family(tmp_path / "data", clock, lambda _: None)
    services.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    made = services.safekeeping().make()
    services.close()
    assert made is not None
    return made.path


@pytest.mark.parametrize("file", sorted(SCHEMAS.glob("*.db")), ids=lambda file: file.stem)
def test_every_released_file_is_as_it_was_built(file: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copy(file, tmp_path))
    with closing(sqlite3.connect(copied)) as connection:
        assert is_as_built(connection, file.stem)
        assert not is_as_built(connection, schema.REVISIONS[-1])


def test_a_new_file_is_as_the_last_schema(backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        assert is_as_built(connection, schema.REVISIONS[-1])
    assert len({built(revision) for revision in schema.REVISIONS}) == len(schema.REVISIONS)


@pytest.mark.parametrize(
    "done",
    [
        "CREATE TRIGGER t AFTER INSERT ON check_in BEGIN DELETE FROM check_in; END",
        "CREATE INDEX i ON person (name)",
        'CREATE TABLE "a""b" (c)',
        "ALTER TABLE person ADD COLUMN more TEXT",
        "DROP INDEX IF EXISTS check_in_by_person_at; DROP TABLE setting",
        "UPDATE alembic_version SET version_num = '0001'",
        "INSERT INTO alembic_version SELECT '0002'",
    ],
)
def test_what_somebody_has_changed_is_not_put_back(backup: Path, done: str) -> None:
    assert list(backups.look(backup, whole=True).people.values()) == ["Mia"]
    with closing(sqlite3.connect(backup)) as connection:
        connection.executescript(done)
    with pytest.raises(NotABackup) as told:
        backups.look(backup, whole=True)
    assert told.value.key == "backup-not-ours"
