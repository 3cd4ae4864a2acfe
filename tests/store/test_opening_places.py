"""Opening a data file where it cannot be, and mistakes of ours while it opens."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from thermometer.sentences import Sentences
from thermometer.store import problems
from thermometer.store.database import FILE, Database


def test_a_folder_that_cannot_be_made_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(problems.NoAccess) as caught:
        Database.open(tmp_path / "file" / "data")
    assert str(tmp_path / "file") in Sentences().of(caught.value)


def test_a_folder_in_the_place_of_the_file_is_no_damage(folder: Path) -> None:
    (folder / FILE).mkdir(parents=True)
    with pytest.raises(problems.NoAccess):
        Database.open(folder)


def test_a_mistake_of_ours_is_not_dressed_up_as_the_worlds(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database.open(folder).close()
    monkeypatch.setattr("thermometer.store.opening._AFTER", ("NONSENSE",))
    with pytest.raises(sqlite3.OperationalError, match="syntax error"):
        Database.open(folder)
    monkeypatch.undo()
    Database.open(folder).close()
