"""What is read as JSON can be gone through and written again."""

from __future__ import annotations

import pytest

from thermometer.store.values import json_of, json_text


def nested(levels: int) -> str:
    return "[" * levels + "]" * levels


@pytest.mark.parametrize("text", ["null", '{"a": [1, "b", {"c": 0.5}]}', nested(50), '"\udcff"'])
def test_a_value_is_written_as_it_was_read(text: str) -> None:
    assert json_text(json_of(text)) == text


@pytest.mark.parametrize(
    "text", ["", "{", nested(51), nested(900), nested(100_000), "NaN", "[1e999]", r'"\ud800"']
)
def test_anything_else_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"JSON|Expecting|deep|surrogates"):
        json_of(text)


def test_nothing_is_written_that_could_not_be_read() -> None:
    deep: list[object] = []
    for _ in range(50):
        deep = [deep]
    with pytest.raises(ValueError, match="deep"):
        json_text(deep)
