from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_child, a_parent
from thermometer.domain.colours import PersonColour
from thermometer.domain.people import (
    AgeBand,
    Newcomer,
    Role,
    clean_name,
    clean_text,
    free_colour,
    same_name,
)
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import NAME_LENGTH

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
HEART = "\u2764\ufe0f"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("Mia", "Mia", id="plain"),
        pytest.param("  Mia \t\n Rose ", "Mia Rose", id="spaces and lines"),
        pytest.param("Mia\u00a0Rose\u2003", "Mia Rose", id="unusual spaces"),
        pytest.param(FAMILY, FAMILY, id="emoji family"),
        pytest.param(HEART, HEART, id="emoji with its style"),
        pytest.param("\U0001fabf", "\U0001fabf", id="an emoji of Unicode 15"),
        pytest.param("\U0001faf8\U0001f3fd", "\U0001faf8\U0001f3fd", id="emoji with a skin tone"),
        pytest.param("\u05de\u05d9\u05d4", "\u05de\u05d9\u05d4", id="right to left"),
        pytest.param("\u202eaiM\u202c", "aiM", id="direction override"),
        pytest.param("Mi\u200ba\ufeff", "Mia", id="zero-width space and byte-order mark"),
        pytest.param("Mi\x00a", "Mia", id="NUL"),
        pytest.param("Mi\ud83da", "Mia", id="half a surrogate pair"),
        pytest.param("Mi\x07\x1b[31ma\x7f", "Mi[31ma", id="controls"),
        pytest.param("Mi\ue000a\uffff", "Mia", id="private and no characters"),
        pytest.param("Mi\u3164a\u2800", "Mia", id="letters that show nothing"),
        pytest.param("Zoe\u0308", "Zo\u00eb", id="combining mark"),
        pytest.param("Zoe\u202e\u0308", "Zo\u00eb", id="combining mark behind an override"),
        pytest.param("\u0915\u0941\u0932", "\u0915\u0941\u0932", id="vowel signs stay"),
        pytest.param("=cmd()", "=cmd()", id="like a formula"),
        pytest.param('O\'Neil "Nan"', 'O\'Neil "Nan"', id="quotes"),
        pytest.param("x" * NAME_LENGTH, "x" * NAME_LENGTH, id="as long as can be"),
        pytest.param("\u200b" * 60 + "Mia", "Mia", id="what is not kept does not count"),
    ],
)
def test_a_name_as_it_is_kept(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "\t\n", "\x00", "\u202e", "\u200d\u200d", "\ufe0f", "\u0301\u0301", "\u3164\u2800"],
    ids=["nothing", "blanks", "lines", "NUL", "override", "joiners", "style", "marks", "fillers"],
)
def test_a_name_that_shows_nothing_is_empty(typed: str) -> None:
    with pytest.raises(Problem) as caught:
        clean_name(typed)
    assert caught.value.key == "name-empty"


@pytest.mark.parametrize(
    "typed",
    ["x" * (NAME_LENGTH + 1), "a\u0315" * 30, "x" * 2**20, " " * 2**20],
    ids=["one more", "piled marks", "a megabyte", "a megabyte is not even cleaned"],
)
def test_a_name_that_is_too_long(typed: str) -> None:
    with pytest.raises(Problem) as caught:
        clean_name(typed)
    assert caught.value.key == "name-too-long"
    assert caught.value.values == {"limit": NAME_LENGTH}


@given(st.text(st.characters(), max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(st.text(st.characters(), max_size=60))
def test_what_is_kept_is_one_line_that_every_file_can_hold(text: str) -> None:
    kept = clean_text(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert kept == kept.strip()
    assert not {"\n", "\r", "\x00", "\u2028", "\u202e"} & set(kept)
    assert "  " not in kept


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mia", "mia", True),
        ("Mia", "Mi\u200da", True),
        (HEART, "\u2764", True),
        ("Stra\u00dfe", "STRASSE", True),
        ("Mia", "Mia2", False),
        ("\u0915\u0941\u0932", "\u0915\u0932", False),
        (FAMILY, "\U0001f468\u200d\U0001f469\u200d\U0001f466", False),
    ],
)
def test_names_that_would_be_mistaken_for_each_other(one: str, other: str, *, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (2, AgeBand.THREE_TO_FIVE),
        (3, AgeBand.THREE_TO_FIVE),
        (5, AgeBand.THREE_TO_FIVE),
        (6, AgeBand.SIX_TO_EIGHT),
        (8, AgeBand.SIX_TO_EIGHT),
        (9, AgeBand.NINE_TO_TWELVE),
        (13, AgeBand.NINE_TO_TWELVE),
    ],
)
def test_the_age_band_of_a_child(years: int, band: AgeBand) -> None:
    assert AgeBand.of_age(years) is band


def test_only_a_child_is_a_child() -> None:
    assert a_child().is_child
    assert not a_parent().is_child


def test_a_newcomer_without_an_age_is_grown_up() -> None:
    assert Newcomer(name="Mum", role=Role.PARENT, picture="owl").age_band is AgeBand.ADULT
    mia = Newcomer(name="Mia", role=Role.CHILD, picture="fox", age=7)
    assert mia.age_band is AgeBand.SIX_TO_EIGHT


@pytest.mark.parametrize("word", ["", "SKY", "green", "sky ", None, 7, ["sky"], {"sky": 1}])
def test_what_is_no_colour_is_the_usual_one(word: object) -> None:
    assert PersonColour.of(word) is PersonColour.SAND


def test_every_colour_is_known_by_its_word() -> None:
    assert [PersonColour.of(colour.value) for colour in PersonColour] == list(PersonColour)
    assert a_child().colour is PersonColour.SAND


def test_a_free_colour_is_the_first_that_nobody_has() -> None:
    mia = replace(a_child(), colour=PersonColour.SKY)
    assert free_colour([]) is PersonColour.SAND
    assert free_colour([mia]) is PersonColour.SAND
    assert free_colour([mia, a_parent()]) is PersonColour.LILAC
    assert free_colour([replace(mia, archived=True), a_parent()]) is PersonColour.LILAC


def test_where_all_are_taken_it_is_one_that_few_have_on_home() -> None:
    everybody = [replace(a_child(), colour=colour) for colour in PersonColour]
    assert free_colour([*everybody, a_child()]) is PersonColour.SKY
    aside = [replace(one, archived=one.colour is PersonColour.MIST) for one in everybody]
    assert free_colour(aside) is PersonColour.MIST
