"""What a family adds to the words of a repair: its own lines, and whom it would call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.services.mending_family import MINUTE, MendingFamily
from thermometer.domain.changes import Change
from thermometer.domain.lines import Hint
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import Part
from thermometer.domain.thresholds import LINE_LENGTH
from thermometer.services.help_numbers import HelpNumber
from thermometer.services.repair_texts import RepairTexts


@pytest.fixture
def family(tmp_path: Path, clock: FakeClock) -> Iterator[MendingFamily]:
    opened = MendingFamily.open(tmp_path / "family", clock)
    yield opened
    opened.services.close()


def test_a_line_is_kept_once_and_for_its_part(family: MendingFamily) -> None:
    lines = family.services.own_lines()
    first = lines.keep(Part.DID, "  I slammed\tthe door. ")
    assert first.text == "I slammed the door."
    assert family.told == [Change.REPAIRS]
    assert lines.keep(Part.DID, "I slammed the door.") == first
    assert family.told == [Change.REPAIRS]
    family.clock.advance(MINUTE)
    second = lines.keep(Part.DID, "I rolled my eyes.")
    other = lines.keep(Part.IDEA, "I slammed the door.")
    assert lines.of(Part.DID) == (first, second)
    assert lines.of(Part.IDEA) == (other,)
    assert lines.of(Part.WILL) == ()


def test_the_family_reads_in_its_language(family: MendingFamily) -> None:
    texts = family.services.repair_texts()
    assert texts.hint(Hint.BUT) == RepairTexts("en").hint(Hint.BUT)


def test_a_line_that_is_dropped_can_be_kept_again(family: MendingFamily) -> None:
    lines = family.services.own_lines()
    first = lines.keep(Part.DID, "I slammed the door.")
    lines.drop(first)
    assert lines.of(Part.DID) == ()
    again = lines.keep(Part.DID, "I slammed the door.")
    assert again.id != first.id
    assert lines.of(Part.DID) == (again,)


@pytest.mark.parametrize(
    ("text", "key"),
    [("", "line-empty"), (" \0\n", "line-empty"), ("x" * (LINE_LENGTH + 1), "note-too-long")],
)
def test_what_cannot_be_a_line(family: MendingFamily, text: str, key: str) -> None:
    with pytest.raises(Problem, match=key):
        family.services.own_lines().keep(Part.DID, text)
    assert family.told == []


def test_the_numbers_of_the_help_page(family: MendingFamily) -> None:
    numbers = family.services.help_numbers()
    assert numbers.all() == ()
    entered = [HelpNumber(" Grandma ", "0123 456"), HelpNumber("", " "), HelpNumber("", "112")]
    kept = numbers.keep(entered)
    assert kept == numbers.all() == (HelpNumber("Grandma", "0123 456"), HelpNumber("", "112"))
    assert family.told == [Change.SETTINGS]
    assert numbers.keep([]) == numbers.all() == ()


@pytest.mark.parametrize("value", [None, 7, {"a": 1}, ["x", ["one"], [1, 2, 3]]])
def test_numbers_that_cannot_be_read_are_none(family: MendingFamily, value: object) -> None:
    family.services.stores.settings.set("help-numbers", value)
    assert family.services.help_numbers().all() == ()
