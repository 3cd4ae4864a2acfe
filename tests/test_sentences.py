"""Sentences, the command line's texts and a week's in a language that has only some of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from thermometer import assets
from thermometer.cli.wording import Wording
from thermometer.domain.problems import Problem
from thermometer.domain.week_days import WeekDays
from thermometer.sentences import Sentences, content_table
from thermometer.services.week_text import WeekText

DAYS = WeekDays(date(2026, 11, 16))
FILES = ("sentences.toml", "cli.toml", "week.toml")
Write = Callable[[str, str | bytes], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file of a second language, German, beside the program's own English."""
    content = tmp_path / "content"
    (content / "de").mkdir(parents=True)
    (content / "en").symlink_to(assets.find("content", "en"))
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)

    def write_one(name: str, text: str | bytes) -> None:
        raw = text if isinstance(text, bytes) else text.encode()
        (content / "de" / name).write_bytes(raw)

    return write_one


def test_a_sentence_that_a_language_lacks_is_said_in_english(write: Write) -> None:
    write("sentences.toml", 'unexpected = "Etwas ging schief."\ndata-no-access = 4\nmine = "Meins"')
    german, english = Sentences("de"), Sentences()
    assert german.of(Problem("unexpected")) == "Etwas ging schief."
    assert german.of(Problem("data-no-access", path="X")) == english.say("data-no-access", path="X")
    assert german.of(Problem("microphone-trouble")) == english.of(Problem("microphone-trouble"))


def test_so_is_a_text_of_the_command_line(write: Write) -> None:
    write("cli.toml", '[program]\nlanguage = "die Sprache"\n\n[tour]\n')
    german, english = Wording("de"), Wording("en")
    assert german.say("program", "language") == "die Sprache"
    for section, key in (("program", "version"), ("tour", "help")):
        assert german.say(section, key) == english.say(section, key)


def test_and_one_about_a_week(write: Write) -> None:
    write("week.toml", 'no-check-ins = "{name}: nichts."')
    german = WeekText("de")
    assert german.days(DAYS) == WeekText().days(DAYS)
    write("week.toml", 'days-in-a-month = "{first}.–{last}. {month} {year}"')
    assert WeekText("de").days(DAYS) == "16.–22. November 2026"


@pytest.mark.parametrize(
    "misfit", ["{nome}: nichts.", "{name: nichts", "{}: nichts", "{name!r}", "{name:>9}"]
)
def test_a_place_that_nothing_fills_is_read_in_english(write: Write, misfit: str) -> None:
    write("week.toml", f'no-check-ins = "{misfit}"\nmonths = ["{{month}}"]')
    assert content_table("de", "week.toml") == content_table("en", "week.toml")
    write("week.toml", 'no-check-ins = "Nichts."')
    assert content_table("de", "week.toml")["no-check-ins"] == "Nichts."


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("broken", [b"[child", b"\xff\xfe", b""], ids=["cut", "bytes", "empty"])
def test_a_file_that_cannot_be_read_is_read_in_english(
    write: Write, name: str, broken: bytes
) -> None:
    write(name, broken)
    assert content_table("de", name) == content_table("en", name)
