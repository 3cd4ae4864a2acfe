"""Where a person, or what belongs to one, is named in a data file; a test holds it complete."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What becomes of a row when what it refers to goes."""

    GOES = "goes"
    EMPTIED = "emptied"


class Kind(StrEnum):
    """How words of people lie in a column."""

    TEXT = "text"
    JSON = "json"
    WORDS = "words"
    """Ids joined with ``;``; only what is no plain id can hold a name."""


@dataclass(frozen=True, slots=True)
class Reference:
    """``column`` of ``table`` holds the id of a row of ``to``."""

    table: str
    column: str
    to: str
    fate: Fate


def _parted(place: str) -> tuple[str, str]:
    table, _, column = place.partition(".")
    return table, column


# An observation stands without whoever saw it, a call without whoever came, a mistake without
# whoever made it. A hard moment is between two: without one of them there is none, and a bid
# without whoever made it is none either.
REFERENCES = tuple(
    Reference(*_parted(place), to, fate)
    for fate, to, places in (
        (Fate.GOES, "person", "check_in.person tool_use.person rupture.grown_up rupture.child"),
        (Fate.GOES, "person", "bid.by own_card.person media.owner"),
        (Fate.GOES, "check_in", "remark.check_in mistake.check_in"),
        (Fate.GOES, "rupture", "bid.rupture follow_up.rupture snooze.rupture"),
        (Fate.GOES, "rupture", "same_moment.rupture same_moment.other"),
        (Fate.GOES, "bid", "draft.id snooze.bid"),
        (Fate.EMPTIED, "person", "check_in.observed_by tool_use.came mistake.made_by"),
        (Fate.EMPTIED, "check_in", "rupture.episode"),
    )
    for place in places.split()
)

TEXTS: dict[str, dict[str, Kind]] = {
    "person": {
        "word_green": Kind.TEXT,
        "word_yellow": Kind.TEXT,
        "word_red": Kind.TEXT,
        "tools_green": Kind.WORDS,
        "tools_yellow": Kind.WORDS,
        "tools_red": Kind.WORDS,
        "signs": Kind.WORDS,
    },
    "check_in": {"signs": Kind.WORDS, "contexts": Kind.WORDS},
    "tool_use": {"tool": Kind.WORDS},
    "rupture": {"note": Kind.TEXT},
    "follow_up": {"note": Kind.TEXT},
    "draft": {"words": Kind.JSON},
    "own_line": {"text": Kind.TEXT},
    "remark": {"text": Kind.TEXT},
    "own_card": {"tool": Kind.WORDS, "name": Kind.TEXT, "sentence": Kind.TEXT},
    "own_tool": {"name": Kind.TEXT, "what": Kind.TEXT, "steps": Kind.JSON},
}
"""Columns in which a family writes; settings are looked through by themselves."""

PLAIN_SETTINGS = frozenset({"preferences", "keep-for"})
"""Settings that hold nothing that a family writes: a name that is also a word of the program,
such as Dark, must not change them. The lock's are left alone in the same way."""
