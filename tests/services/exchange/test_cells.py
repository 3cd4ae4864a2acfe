"""What may stand in a cell, and that what is written is read again as it was."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.exchange import cells

FORMULAS = "=+-@\t\r'"
any_text = st.text(st.characters(exclude_categories=["Cs"]))
instants = st.datetimes(datetime(2000, 1, 1), datetime(2100, 12, 31)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)


@given(any_text)
def test_a_guarded_text_is_no_formula_and_reads_back(text: str) -> None:
    guarded = cells.guard(text)
    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cells.unguard(guarded) == text


@given(st.sampled_from(FORMULAS), any_text)
def test_one_apostrophe_before_whatever_could_be_a_formula(start: str, rest: str) -> None:
    assert cells.guard(start + rest) == "'" + start + rest


@pytest.mark.parametrize("text", ["Mia", "", "a=b", " =1", "'Mia", "O'Hara"])
def test_other_texts_are_read_as_they_are(text: str) -> None:
    assert cells.unguard(text) == text


@given(st.lists(st.lists(any_text, min_size=2, max_size=4), max_size=5))
def test_quoting_keeps_every_character(table: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([cells.guard(text) for text in row] for row in table)
    file.seek(0)
    back = [[cells.unguard(cell) for cell in row] for row in csv.reader(file, strict=True)]
    assert back == table


@given(instants, st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "UTC", "Nowhere/Atall"]))
def test_an_instant_is_written_with_its_offset_and_read_back(at: datetime, zone: str) -> None:
    assert cells.read_instant(cells.write_instant(at, zone)) == at


def test_fractions_only_where_there_are_any() -> None:
    at = datetime(2026, 11, 20, 16, 5, tzinfo=UTC)
    assert cells.write_instant(at, "Europe/Berlin") == "2026-11-20T17:05:00+01:00"
    later = at + timedelta(milliseconds=250)
    assert cells.write_instant(later, "Europe/Berlin") == "2026-11-20T17:05:00.250000+01:00"


@pytest.mark.parametrize(
    "text", ["2026-11-20T17:05:00+01:00", "2026-11-20t16:05:00z", "2026-11-20 16:05:00.000-00:00"]
)
def test_the_forms_of_rfc_3339(text: str) -> None:
    assert cells.read_instant(text) == datetime(2026, 11, 20, 16, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("yesterday", "import-time"),
        ("2026-11-20", "import-time"),
        ("20261120T170500+0100", "import-time"),
        ("2026-11-20T17:05+01:00", "import-time"),
        ("2026-02-30T17:05:00+01:00", "import-time"),
        ("2026-11-20T24:00:00+01:00", "import-time"),
        ("2026-11-20T17:05:00+25:00", "import-time"),
        ("0001-01-01T00:00:00+14:00", "import-time"),
        ("2026-11-20T17:05:00", "import-time-naive"),
        ("1999-12-31T23:59:59Z", "import-time-absurd"),
        ("2000-01-01T00:30:00+01:00", "import-time-absurd"),
        ("2101-01-01T00:00:00Z", "import-time-absurd"),
        ("1900-01-01T00:00:00Z", "import-time-absurd"),
        ("2200-01-01T00:00:00Z", "import-time-absurd"),
    ],
)
def test_times_that_cannot_be_taken(text: str, key: str) -> None:
    with pytest.raises(Problem) as caught:
        cells.read_instant(text)
    assert caught.value.key == key


@pytest.mark.parametrize(
    "text", ["Mars/Base", "Europe", "../../etc/passwd", "a\0b", "europe berlin"]
)
def test_time_zones_that_are_not_known(text: str) -> None:
    with pytest.raises(Problem, match="import-time-zone"):
        cells.read_time_zone(text)


@pytest.mark.parametrize("text", ["Europe/Berlin", "UTC", "America/Argentina/Ushuaia"])
def test_time_zones_that_are(text: str) -> None:
    assert cells.read_time_zone(text) == text


def test_an_id_in_its_usual_form() -> None:
    text = "4E7F3F0C-8f52-4c6f-9e2d-0d5b6ad6b1a1"
    assert cells.read_id(text) == UUID(text)


@pytest.mark.parametrize(
    "text",
    [
        "17",
        "4e7f3f0c8f524c6f9e2d0d5b6ad6b1a1",
        "{4e7f3f0c-8f52-4c6f-9e2d-0d5b6ad6b1a1}",
        "00000000-0000-0000-0000-000000000000",
    ],
)
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(Problem, match="import-id"):
        cells.read_id(text)


def test_yes_and_no_and_nothing_else() -> None:
    assert cells.read_yes_no("1") is True
    assert cells.read_yes_no("0") is False
    with pytest.raises(Problem, match="import-yes-no"):
        cells.read_yes_no("yes")


def test_a_choice_names_the_choices_where_it_is_none() -> None:
    assert cells.read_choice("red", Zone, "import-zone") is Zone.RED
    with pytest.raises(Problem) as caught:
        cells.read_choice("purple", Zone, "import-zone")
    assert caught.value.values == {"value": "purple", "choices": "green, yellow, red"}


def test_words_are_separated_by_semicolons() -> None:
    assert cells.read_words("hot-face; tight-fists;;") == ("hot-face", "tight-fists")
    assert cells.read_words("'=cmd()") == ("=cmd()",)
    assert cells.write_words(("=cmd()", "b")) == "'=cmd();b"
    assert cells.write_words(()) == ""


def test_a_word_may_be_long_but_not_endless() -> None:
    assert cells.read_word("a" * 100) == "a" * 100
    with pytest.raises(Problem, match="import-word"):
        cells.read_word("a" * 101)
    with pytest.raises(Problem, match="import-word"):
        cells.read_word("\0")


def test_what_is_quoted_is_one_short_line() -> None:
    assert cells.quoted("a\nb\0c") == "a bc"
    assert cells.quoted("x" * 5000) == "x" * 100 + "…"
