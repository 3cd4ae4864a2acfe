"""The words of recovery codes."""

from __future__ import annotations

import re
from collections import Counter
from math import log2
from pathlib import Path

import pytest

from tests.house.sources import RESOURCES
from thermometer import assets
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import CODE_WORDS
from thermometer.services.content_files import ContentFiles
from thermometer.services.recovery_words import FEWEST, recovery_words

LANGUAGES = sorted(
    path.parent.name for path in (RESOURCES / "content").glob("*/recovery_words.toml")
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_words_cannot_be_guessed(language: str) -> None:
    words = recovery_words(ContentFiles(language))
    assert CODE_WORDS * log2(len(words)) >= 50


def test_the_english_words_are_short_and_told_apart_by_four_letters() -> None:
    words = recovery_words(ContentFiles("en"))
    assert words == tuple(sorted(set(words)))
    assert [word for word in words if not re.fullmatch("[a-z]{3,7}", word)] == []
    begun = Counter(word[:4] for word in words)
    assert [first for first, count in begun.items() if count > 1] == []


def words_of(folder: Path, language: str, words: object) -> None:
    path = folder / language / "recovery_words.toml"
    path.parent.mkdir()
    path.write_text(f"words = {words!r}\n", encoding="utf-8")


def some(first: str, count: int) -> list[str]:
    letters = "abcdefghij"
    return [first + "".join(letters[int(d)] for d in f"{n:04}") for n in range(count)]


def test_a_language_has_words_of_its_own(tmp_path: Path) -> None:
    words_of(tmp_path, "en", some("x", FEWEST))
    words_of(tmp_path, "de", some("ü", FEWEST))
    assert recovery_words(ContentFiles("de", tmp_path))[0] == "üaaaa"
    assert recovery_words(ContentFiles("fr", tmp_path))[0] == "xaaaa"


@pytest.mark.parametrize(
    "few", [some("ü", FEWEST - 1) * 2, some("Ü", FEWEST), "words", [*some("ü", 1000), *range(99)]]
)
def test_too_few_are_not_used(tmp_path: Path, few: object) -> None:
    words_of(tmp_path, "en", some("x", FEWEST))
    words_of(tmp_path, "de", few)
    assert recovery_words(ContentFiles("de", tmp_path))[0] == "xaaaa"


def test_too_few_english_ones_are_said(tmp_path: Path) -> None:
    words_of(tmp_path, "en", some("x", 3))
    with pytest.raises(Problem) as problem:
        recovery_words(ContentFiles("en", tmp_path))
    assert problem.value.key == "content-broken"


def test_the_words_come_with_the_program() -> None:
    assert assets.find("content", "en", "recovery_words.toml").is_file()
