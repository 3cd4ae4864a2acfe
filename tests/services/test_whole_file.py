"""One file, written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from thermometer.domain.problems import Problem
from thermometer.services.whole_file import write_whole


def key_of(path: Path, *, replace: bool = False) -> str:
    with pytest.raises(Problem) as caught:
        write_whole(path, b"new", replace=replace)
    return caught.value.key


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    write_whole(path, b"new", replace=False)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"old")
    assert key_of(path) == "file-exists"
    assert path.read_bytes() == b"old"
    write_whole(path, b"new", replace=True)
    assert path.read_bytes() == b"new"


def test_a_link_into_nowhere_is_there(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.symlink_to(tmp_path / "gone")
    assert key_of(path) == "file-exists"


def test_what_an_earlier_try_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".page.pdf.part").write_bytes(b"half")
    write_whole(tmp_path / "page.pdf", b"new", replace=False)
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


@pytest.mark.parametrize("name", ["missing/page.pdf", "a\0b.pdf", "n" * 300])
def test_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    assert key_of(tmp_path / name) == "file-no-access"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").mkdir()
    assert key_of(tmp_path / "page.pdf", replace=True) == "file-no-access"
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "file-no-space"),
        (errno.EDQUOT, "file-no-space"),
        (errno.EIO, "file-no-access"),
    ],
)
def test_a_full_or_failing_disk_keeps_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str
) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"old")

    def fail(_handle: int) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert key_of(path, replace=True) == key
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
