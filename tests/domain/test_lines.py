"""Gentle hints about a line."""

from __future__ import annotations

import pytest

from thermometer.domain.lines import Hint, hints, word_count


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("I shouted. I'm sorry.", ()),
        ("I'm sorry, but you were late.", (Hint.BUT,)),
        ("BUT I love you", (Hint.BUT,)),
        ("I pressed the button of the butter machine.", ()),
        ("You made me shout.", (Hint.BLAME,)),
        ("you’ve made me so cross", (Hint.BLAME,)),
        ("You make me sad.", (Hint.BLAME,)),
        ("You always do that.", (Hint.BLAME,)),
        ("You should listen.", (Hint.BLAME,)),
        ("I shouted because of you.", (Hint.BLAME,)),
        ("It was your fault.", (Hint.BLAME,)),
        ("It was not your fault.", ()),
        ("It wasn’t your fault.", ()),
        ("It was not because of you.", ()),
        ("It may have made you sad.", ()),
        ("one two three four five six seven eight nine ten eleven twelve", ()),
        ("one two three four five six seven eight nine ten eleven twelve 13", (Hint.TOO_LONG,)),
        ("", ()),
    ],
)
def test_hints(line: str, found: tuple[Hint, ...]) -> None:
    assert hints(line) == found


def test_several_hints_come_in_a_fixed_order() -> None:
    line = "you made me " + "so " * 10 + "cross, but never mind"
    assert hints(line) == (Hint.BUT, Hint.BLAME, Hint.TOO_LONG)


def test_a_dash_is_no_word() -> None:
    assert word_count("I – your mum – am here …") == 5
