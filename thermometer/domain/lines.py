"""What may be said gently of a line before it is said to a child."""

from __future__ import annotations

import re
from enum import StrEnum

from thermometer.domain.thresholds import LINE_WORDS


class Hint(StrEnum):
    """A reason to look at a line once more; nothing forbids it."""

    BUT = "but"
    BLAME = "blame"
    TOO_LONG = "too-long"


_BUT = re.compile(r"\bbut\b", re.IGNORECASE)
_BLAME = re.compile(
    r"\byou(?:'ve| have)? ma(?:d|k)e me\b|\byou (?:always|never|should|shouldn't|have to|must)\b"
    r"|(?<!not )(?<!n't )\b(?:because of you|your fault)\b",
    re.IGNORECASE,
)


def word_count(line: str) -> int:
    """How many words a line has; a dash between two of them is none."""
    return sum(any(c.isalnum() for c in word) for word in line.split())


def hints(line: str) -> tuple[Hint, ...]:
    """What a parent may want to look at in ``line``: "but", blame, more than twelve words."""
    plain = line.replace("’", "'")
    found = {
        Hint.BUT: bool(_BUT.search(plain)),
        Hint.BLAME: bool(_BLAME.search(plain)),
        Hint.TOO_LONG: word_count(plain) > LINE_WORDS,
    }
    return tuple(hint for hint, is_there in found.items() if is_there)
