"""Words that would make the program into what it must never be, in all that it says."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from tests.house.sources import RESOURCES, calls, literal, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

NEVERS = {
    "a game with winners": r"streaks?|scores?|points|badges?|leader ?boards?|rewards?"
    r"|trophy|stars? earned|levels? up|high score",
    "a punishment": r"time[- ]?outs?|punish\w*|locked out|naughty"
    r"|bad (?:boy|girl|child)|misbehav\w*",
    "praise or disappointment": r"well done|good job|great job|bravo|proud of you|hooray|congrat\w*"
    r"|oh no|too bad|disappoint\w*|what a pity|failed again",
    "a claim": r"in[- ]sync|research shows|studies show|proven|diagnos\w*|disorder|will predict",
    "a comparison of children": r"better than|worse than|more often than (?:your|his|her)",
    "an order to a child": r"you must|you should|you have to|calm down",
}
PATTERNS = {what: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for what, words in NEVERS.items()}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for below in value.values():
            yield from _texts(below)
    elif isinstance(value, list):
        for below in value:
            yield from _texts(below)


def said() -> dict[str, str]:
    """Everything the program can say in English, and where it is written."""
    found = {}
    for path in sorted((RESOURCES / "content" / "en").rglob("*.toml")):
        for text in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            found[text] = path.name
    for source in sources("thermometer/ui/"):
        for name, call in calls(source.tree):
            shown = literal(call.args[-1]) if call.args and name in ("tr", "translate") else None
            if shown is not None:
                found[shown] = source.at(call, name)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Seven days in a row: a new streak!",
        "Time-out for Mia",
        "Well done, you are green",
        "Research shows that this works",
        "Mia is doing better than Ben",
        "You should calm down",
    ],
)
def test_a_never_is_found(text: str) -> None:
    assert [what for what, pattern in PATTERNS.items() if pattern.search(text)]


@pytest.mark.parametrize("what", PATTERNS)
def test_the_program_never_says(what: str) -> None:
    pattern = PATTERNS[what]
    assert [(where, text) for text, where in said().items() if pattern.search(text)] == []


def test_there_is_something_said() -> None:
    assert len(said()) > 200
