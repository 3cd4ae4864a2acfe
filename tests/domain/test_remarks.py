"""Which remark stands."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests.store.records import NOW, remark
from thermometer.domain.remarks import Subject, standing

TAP = uuid4()
MINUTE = timedelta(minutes=1)


def test_nothing_was_said() -> None:
    assert standing([]) == {}


def test_the_last_of_a_chain_stands_whatever_the_clock_said() -> None:
    first = remark(TAP, "one", entered_at=NOW)
    second = remark(TAP, "two", entered_at=NOW - MINUTE, replaces=first.id)
    third = remark(TAP, "three", entered_at=NOW - 2 * MINUTE, replaces=second.id)
    assert standing([third, first, second]) == {Subject.NOTE: third}


def test_of_two_that_replace_the_same_the_later_is_shown() -> None:
    first = remark(TAP, "one")
    here = remark(TAP, "here", entered_at=NOW + 2 * MINUTE, replaces=first.id)
    there = remark(TAP, "there", entered_at=NOW + MINUTE, replaces=first.id)
    assert standing([first, here, there]) == {Subject.NOTE: here}


def test_of_two_at_one_instant_the_later_row_is_shown() -> None:
    one, other = remark(TAP, "one"), remark(TAP, "other")
    assert standing([one, other]) == {Subject.NOTE: other}


def test_each_subject_has_its_own() -> None:
    note, tags = remark(TAP, "a note"), remark(TAP, "tired", subject=Subject.CONTEXTS)
    assert standing([note, tags]) == {Subject.NOTE: note, Subject.CONTEXTS: tags}
