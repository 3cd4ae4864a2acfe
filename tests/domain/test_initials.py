"""Initials in place of names."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.builders import a_child
from thermometer.domain.initials import initials


def short(*names: str) -> list[str]:
    people = [a_child(id=uuid4(), name=name) for name in names]
    return list(initials(people).values())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mia", "M."),
        ("mia", "M."),
        ("Grandmother Elisabeth", "G. E."),
        ("Anne-Marie", "A."),
        ("Éloïse", "É."),
        ("E\u0301loïse", "E\u0301."),
        ("🦊", "🦊"),
        ("👩\u200d👧 Ida", "👩\u200d👧 I."),
        ("👋🏽 Ben", "👋🏽 B."),
        ("❤️", "❤️"),
    ],
)
def test_the_first_of_each_word(name: str, expected: str) -> None:
    assert short(name) == [expected]


def test_equal_ones_get_a_letter_more() -> None:
    assert short("Mia", "Mum", "Leo") == ["Mi.", "Mu.", "L."]


def test_names_that_are_still_equal_are_numbered() -> None:
    assert short("Mia", "Mila", "Milo") == ["Mi.", "Mi.2", "Mi.3"]


def test_no_one_has_the_same() -> None:
    found = short("Mia", "Mia Ana", "Max", "M", "🦊", "🦊 Fox", "Ma")
    assert len(set(found)) == len(found)
