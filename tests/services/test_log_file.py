"""The log: rotating, private, without anybody's words; where it cannot be written nothing ends."""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from thermometer.services.log_file import LARGEST, OLDER, LogFile, path_in

log = logging.getLogger("thermometer.somewhere")
needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[LogFile]:
    one = LogFile(tmp_path)
    yield one
    one.close()


def text(logged: LogFile) -> str:
    return logged.path.read_text(encoding="utf-8")


@needs_modes
def test_only_the_family_can_read_it(logged: LogFile) -> None:
    log.info("opened")
    assert stat.S_IMODE(logged.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(logged.path.parent.stat().st_mode) == 0o700


def test_a_line_tells_when_where_and_what(logged: LogFile) -> None:
    log.warning("told: %s", "note-too-long")
    (line,) = text(logged).splitlines()
    assert line[:2] == "20"
    assert line.endswith(" WARNING thermometer.somewhere: told: note-too-long")


def test_an_exception_is_its_kind_and_the_places(logged: LogFile) -> None:
    def work() -> None:
        raise ValueError("Mia is red")

    try:
        work()
    except ValueError:
        log.exception("long work failed")
    said = text(logged)
    assert "Mia" not in said
    assert "ValueError at test_log_file.work:" in said
    assert "test_log_file.test_an_exception_is_its_kind_and_the_places:" in said


def test_the_words_of_an_exception_that_is_an_argument_stay_out(logged: LogFile) -> None:
    log.warning("no voice: %s", OSError("/srv/mia/voice"))
    log.warning("no sounds: %s", ImportError("whatever", name="PySide6.QtMultimedia"))
    log.warning("no camera: %s", ImportError("whatever"))
    said = text(logged)
    assert "mia" not in said
    assert "whatever" not in said
    assert "no voice: OSError\n" in said
    assert "ImportError (PySide6.QtMultimedia)" in said


def test_arguments_by_name_are_written_as_they_are(logged: LogFile) -> None:
    log.warning("%(count)s rows", {"count": 3})
    assert "3 rows" in text(logged)


def test_others_who_listen_hear_it_as_it_was(
    logged: LogFile, caplog: pytest.LogCaptureFixture
) -> None:
    log.warning("no voice: %s", OSError("gone"))
    assert caplog.messages == ["no voice: gone"]


def test_it_never_grows_beyond_its_files(logged: LogFile) -> None:
    for number in range(1_000):
        log.info("%s %s", number, "x" * 1_000)
    files = list(logged.path.parent.iterdir())
    assert len(files) == OLDER + 1
    assert all(file.stat().st_size <= LARGEST for file in files)
    assert "999 " in text(logged)


@pytest.mark.parametrize("in_the_way", ["logs", "logs/thermometer.log"])
def test_what_is_in_the_way_ends_nothing(
    tmp_path: Path, in_the_way: str, capsys: pytest.CaptureFixture[str]
) -> None:
    where = tmp_path / in_the_way
    if in_the_way == "logs":
        where.write_text("a file")
    else:
        where.mkdir(parents=True)
    one = LogFile(tmp_path)
    log.error("unexpected")
    one.close()
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux' own")
def test_a_full_disk_ends_nothing(logged: LogFile, capsys: pytest.CaptureFixture[str]) -> None:
    logged.path.symlink_to("/dev/full")
    for _ in range(3):
        log.error("unexpected")
    logged.close()
    assert capsys.readouterr().err == ""


def test_a_folder_that_goes_away_ends_nothing(logged: LogFile) -> None:
    log.error("one")
    logged.path.unlink()
    logged.path.parent.rmdir()
    log.error("two")
    logged.close()


def test_nothing_is_written_after_the_end(tmp_path: Path) -> None:
    one = LogFile(tmp_path)
    log.error("one")
    one.close()
    log.error("two")
    assert path_in(tmp_path).read_text(encoding="utf-8").count("\n") == 1
    assert one._handler not in logging.getLogger("thermometer").handlers


def test_nobody_elses_log_is_in_it(logged: LogFile) -> None:
    logging.getLogger("sqlalchemy.engine").error("INSERT INTO person VALUES ('Mia')")
    log.error("ours")
    assert "Mia" not in text(logged)
