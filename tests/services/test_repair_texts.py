"""The words of repairs: each kind and age its own, and none that takes back, blames or runs on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from tests.house.sources import RESOURCES
from thermometer.domain.lines import Hint, hints, word_count
from thermometer.domain.people import AgeBand
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import BID_STEPS, PARTS, PRIVATE_NOTES, SAID, Part, RepairStep
from thermometer.domain.ruptures import RuptureKind
from thermometer.services.repair_texts import GENTLEST, Frame, RepairTexts, Roadblock

FOLDER = RESOURCES / "content" / "en" / "repair"
KINDS = tuple(kind for kind in RuptureKind if kind is not RuptureKind.NOT_SURE)
BANDS = tuple(band for band in AgeBand if band is not AgeBand.ADULT)
COMBINATIONS = tuple(product(KINDS, BANDS))
OWN_STEPS = (RepairStep.GO_TO_CHILD, RepairStep.REFLECT, RepairStep.OWN_IT, RepairStep.MEND_IT)
LONGEST_TEXT = 40
NEVER_SAID = re.compile(
    r"\bshould\b|\bmust\b|\bhave to\b|\balways\b|\byou never\b|\bpresent\b|\breward|\bpoints\b"
    r"|\bcalm down\b|\bwell done\b|\bgood (?:boy|girl)\b|\bproud\b|\bforgive\b|\bhowever\b",
    re.IGNORECASE,
)
TENTATIVE = re.compile(r"\b(?:I think|maybe|perhaps|I wonder|it sounds like|were you)\b", re.I)
MAYBE = re.compile(r"\b(?:may|maybe|perhaps|I imagine)\b", re.I)
TAKES_THE_NO_BACK = re.compile(
    r"\bchanged my mind\b|\byou can have it\b|\bjust this once\b|\bit's a yes\b", re.I
)


@pytest.fixture(scope="module")
def texts() -> RepairTexts:
    return RepairTexts()


def said_at(
    texts: RepairTexts, step: RepairStep, kind: RuptureKind | None, band: AgeBand
) -> list[str]:
    """The lines of a step that are this kind's and this age's own."""
    return [
        line
        for part in PARTS[step]
        if part is not Part.FEELING
        for line in texts.lines(part, kind, band)
    ]


def every_text() -> Iterator[tuple[str, str]]:
    """Everything in the folder, and in which file."""

    def below(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        else:
            for part in value.values() if isinstance(value, dict) else value:
                yield from below(part)

    for path in sorted(FOLDER.glob("*.toml")):
        for text in below(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield path.name, text


def every_line(texts: RepairTexts) -> Iterator[str]:
    """Everything that is offered to be said to a child."""
    for kind, band in COMBINATIONS:
        for part in (*SAID, Part.FEELING):
            yield from texts.lines(part, kind, band)
    for band in BANDS:
        yield from texts.follow_up(band)
        yield from texts.closing(band)
        for frame, feeling in product(Frame, texts.feelings(band)):
            yield texts.frame(frame).format(feeling=feeling)


@pytest.mark.parametrize("step", OWN_STEPS)
@pytest.mark.parametrize(("kind", "band"), COMBINATIONS)
def test_at_least_five_lines_of_its_own(
    texts: RepairTexts, kind: RuptureKind, band: AgeBand, step: RepairStep
) -> None:
    lines = said_at(texts, step, kind, band)
    others = {
        line
        for other in COMBINATIONS
        if other != (kind, band)
        for line in said_at(texts, step, *other)
    }
    assert len(set(lines) - others) == len(lines) >= 5


@pytest.mark.parametrize("step", OWN_STEPS)
def test_no_two_combinations_show_the_same_set(texts: RepairTexts, step: RepairStep) -> None:
    for one, other in combinations(COMBINATIONS, 2):
        assert not set(said_at(texts, step, *one)) & set(said_at(texts, step, *other))


@pytest.mark.parametrize(("kind", "band"), COMBINATIONS)
def test_every_part_that_is_said_has_lines(
    texts: RepairTexts, kind: RuptureKind, band: AgeBand
) -> None:
    for part in SAID:
        assert len(texts.lines(part, kind, band)) >= 3
    assert len(texts.lines(Part.DID, kind, band)) >= 5
    assert all(texts.lines(note, kind, band) == () for note in PRIVATE_NOTES)


def test_no_line_gets_a_hint(texts: RepairTexts) -> None:
    lines = list(every_line(texts))
    assert len(lines) > 400
    assert [(line, hints(line)) for line in lines if hints(line)] == []


def test_nothing_in_a_repair_takes_back_blames_orders_or_pays() -> None:
    found = [
        (file, text)
        for file, text in every_text()
        if NEVER_SAID.search(text) or set(hints(text)) - {Hint.TOO_LONG}
    ]
    assert found == []


def test_nothing_in_a_repair_is_long() -> None:
    assert [text for _, text in every_text() if word_count(text) > LONGEST_TEXT] == []


def test_no_line_stands_twice() -> None:
    own = [text for file, text in every_text() if file.removesuffix(".toml") in KINDS]
    assert sorted(own) == sorted(set(own))


@pytest.mark.parametrize("text", ["You should stop.", "Here is your reward.", "I never will."])
def test_what_is_never_said_is_found(text: str) -> None:
    assert bool(NEVER_SAID.search(text)) is (text != "I never will.")


def test_the_child_is_never_told_what_it_felt(texts: RepairTexts) -> None:
    reflections = [
        line for kind, band in COMBINATIONS for line in texts.lines(Part.REFLECTION, kind, band)
    ]
    assert [line for line in reflections if not TENTATIVE.search(line)] == []
    assert TENTATIVE.search(texts.frame(Frame.FELT))
    felt = [line for kind, band in COMBINATIONS for line in texts.lines(Part.FELT, kind, band)]
    assert [line for line in felt if not MAYBE.search(line)] == []


@pytest.mark.parametrize("band", BANDS)
def test_a_limit_stays(texts: RepairTexts, band: AgeBand) -> None:
    lines = [line for part in SAID for line in texts.lines(part, RuptureKind.LIMIT, band)]
    assert [line for line in lines if TAKES_THE_NO_BACK.search(line.replace("’", "'"))] == []
    stays = re.compile(r"\b(?:still no|stays?|stand by the no)\b", re.I)
    opening = texts.lines(Part.OPENING, RuptureKind.LIMIT, band)
    assert any(stays.search(line) for line in opening)


@pytest.mark.parametrize("band", BANDS)
def test_a_frightening_moment_is_owned_and_never_the_childs_fault(
    texts: RepairTexts, band: AgeBand
) -> None:
    scary = RuptureKind.FRIGHTENING
    lines = [line for part in SAID for line in texts.lines(part, scary, band)]
    assert any("safe" in line for line in texts.lines(Part.OPENING, scary, band))
    assert any(
        "not your fault" in line or "not on you" in line or "You’re not" in line for line in lines
    )
    assert all(re.match(r"I\b", line) for line in texts.lines(Part.DID, scary, band))


@pytest.mark.parametrize("kind", [None, RuptureKind.NOT_SURE])
def test_where_nobody_is_sure_the_gentlest_lines_are_offered(
    texts: RepairTexts, kind: RuptureKind | None
) -> None:
    for part, band in product(SAID, BANDS):
        gentlest = texts.lines(part, RuptureKind.MISUNDERSTANDING, band)[:GENTLEST]
        assert texts.lines(part, kind, band) == gentlest != ()


@pytest.mark.parametrize("band", BANDS)
def test_feelings_have_two_words_at_most(texts: RepairTexts, band: AgeBand) -> None:
    words = texts.lines(Part.FEELING, None, band)
    assert words == texts.feelings(band)
    assert all(word_count(word) <= 2 for word in words)
    assert len(set(words)) == len(words) >= 5


def test_younger_children_have_shorter_lines(texts: RepairTexts) -> None:
    def mean(band: AgeBand) -> float:
        counts = [
            word_count(line)
            for kind, part in product(KINDS, SAID)
            for line in texts.lines(part, kind, band)
        ]
        return sum(counts) / len(counts)

    assert mean(BANDS[0]) < mean(BANDS[1]) < mean(BANDS[2])


def test_what_a_parent_reads(texts: RepairTexts) -> None:
    names = [texts.step(step).name for step in RepairStep]
    assert len(set(names)) == 9
    for step in RepairStep:
        text = texts.step(step)
        assert all((text.name, text.say, text.tip))
    assert len({texts.prompt(part) for part in Part}) == len(Part)
    assert len({texts.hint(hint) for hint in Hint}) == len(Hint)
    assert len({texts.about(kind) for kind in RuptureKind}) == len(RuptureKind)
    assert len(BID_STEPS) == 8


def test_each_step_at_which_something_is_said_says_when(texts: RepairTexts) -> None:
    says = [step for step in RepairStep if "{name}" in texts.step(step).chosen]
    assert says == [step for step in BID_STEPS if set(PARTS[step]) & set(SAID)]
    assert [step for step in RepairStep if texts.step(step).speak] == says
    assert all(texts.step(step).speak.startswith("Choose") for step in says)
    assert all("put this down" in texts.step(step).chosen for step in says)


@pytest.mark.parametrize("band", BANDS)
def test_a_child_who_cannot_read_sees_what_is_meant(texts: RepairTexts, band: AgeBand) -> None:
    pictures = {feeling: texts.feeling_picture(feeling) for feeling in texts.feelings(band)}
    named = {name for name in pictures.values() if name}
    assert all((RESOURCES / "pictures" / f"{name}.svg").is_file() for name in named)
    assert all(pictures.values()) or band is not AgeBand.THREE_TO_FIVE
    assert texts.feeling_picture("something of our own") == ""


def test_what_is_reflected_is_the_feeling_or_else_the_line(texts: RepairTexts) -> None:
    line = "Maybe the no came too fast."
    both = {Part.FEELING: ("sad", "cross"), Part.REFLECTION: (line,)}
    assert texts.reflected(both) == "I think you felt sad, cross."
    assert texts.reflected({Part.REFLECTION: (line,)}) == line
    assert texts.reflected({}) == ""


def test_each_roadblock_has_kind_words_and_one_small_step(texts: RepairTexts) -> None:
    roadblocks = texts.roadblocks()
    assert list(roadblocks) == list(Roadblock)
    for text in roadblocks.values():
        assert 2 <= len(text.words) <= 3
        assert text.name
        assert text.next_step


def test_the_help_page_puts_safety_first_and_holds_no_numbers(texts: RepairTexts) -> None:
    page = texts.help()
    assert page.first[0].startswith("Stop.")
    everything = " ".join(
        [page.title, *page.first, *page.then, page.ask_title, *page.ask, page.numbers_title]
    )
    assert not re.search(r"\d", everything + page.numbers)
    assert "not their fault" in everything


def test_a_language_may_lack_what_it_likes(tmp_path: Path) -> None:
    own = tmp_path / "xx" / "repair"
    own.mkdir(parents=True)
    (tmp_path / "en").symlink_to(RESOURCES / "content" / "en")
    (own / "limit.toml").write_text('["3-5"]\nopening = ["Eins"]\n', encoding="utf-8")
    texts = RepairTexts("xx", tmp_path)
    band = AgeBand.THREE_TO_FIVE
    assert texts.lines(Part.OPENING, RuptureKind.LIMIT, band) == ("Eins",)
    english = RepairTexts().lines(Part.DID, RuptureKind.LIMIT, band)
    assert texts.lines(Part.DID, RuptureKind.LIMIT, band) == english


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("steps", '[step.calm-first]\nname = ""'),
        ("roadblocks", "shame = 1"),
        ("help", 'title = "x"'),
        ("limit", '["3-5"]\nopening = "one"'),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, name: str, broken: str) -> None:
    folder = tmp_path / "en" / "repair"
    folder.mkdir(parents=True)
    for path in FOLDER.glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / f"{name}.toml").write_text(broken, encoding="utf-8")
    texts = RepairTexts("en", tmp_path)
    with pytest.raises(Problem) as raised:
        (
            texts.step(RepairStep.CALM_FIRST),
            texts.roadblocks(),
            texts.help(),
            texts.lines(Part.OPENING, RuptureKind.LIMIT, AgeBand.THREE_TO_FIVE),
        )
    assert raised.value.key == "content-broken"
    assert raised.value.values["file"] == f"repair/{name}.toml"
