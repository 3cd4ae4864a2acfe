"""The people of a family and the names they may have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from thermometer.domain.colours import PersonColour
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import NAME_LENGTH, ZONE_WORD_LENGTH
from thermometer.domain.zones import ByZone


class Role(StrEnum):
    """Whether somebody is a child or a grown-up of the family."""

    PARENT = "parent"
    CHILD = "child"


class AgeBand(StrEnum):
    """Age bands in years; they choose paces and words."""

    THREE_TO_FIVE = "3-5"
    SIX_TO_EIGHT = "6-8"
    NINE_TO_TWELVE = "9-12"
    ADULT = "adult"

    @classmethod
    def of_age(cls, years: int) -> AgeBand:
        """The band of a child of ``years`` (3 to 12; younger and older count as the nearest)."""
        if years <= 5:
            return cls.THREE_TO_FIVE
        return cls.SIX_TO_EIGHT if years <= 8 else cls.NINE_TO_TWELVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a thermometer.

    ``words`` are the person's own words for the zones, ``tools`` the ids of their own tools in
    fixed order, ``signs`` the ids of their own early signs, ``position`` their place on Home.
    ``picture`` is an id of ``resources/pictures/people``, ``colour`` what is around it.
    """

    id: UUID
    name: str
    role: Role
    age_band: AgeBand
    picture: str
    words: ByZone[str]
    tools: ByZone[tuple[str, ...]]
    signs: tuple[str, ...] = ()
    archived: bool = False
    position: int = 0
    colour: PersonColour = PersonColour.SAND

    @property
    def is_child(self) -> bool:
        """Whether the hard limits for children hold on this person's screens."""
        return self.role is Role.CHILD


def free_colour(everybody: Iterable[Person]) -> PersonColour:
    """The first colour that nobody has yet, or that as few as can be have on Home."""
    people = list(everybody)
    had = [one.colour for one in people]
    on_home = [one.colour for one in people if not one.archived]
    return min(PersonColour, key=lambda colour: (on_home.count(colour), had.count(colour)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody about to join the family; ``age`` in years of a child, None of a grown-up."""

    name: str
    role: Role
    picture: str
    age: int | None = None

    @property
    def age_band(self) -> AgeBand:
        """The band that the age belongs to."""
        return AgeBand.ADULT if self.age is None else AgeBand.of_age(self.age)


# Joiners hold emoji families together; other format characters (right-to-left overrides among
# them) can make a name read as another.
_JOINERS = "\u200c\u200d"
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# What shows nothing although Unicode calls it a letter, a mark or a symbol.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"


def _is_kept(character: str) -> bool:
    """Whether a character may stand in a text; emoji newer than this Python are unassigned."""
    if character in _JOINERS or "\U0001f000" <= character <= "\U0001faff":
        return True
    return unicodedata.category(character) not in _DROPPED_CATEGORIES and character not in _BLANK


def clean_text(text: str) -> str:
    """``text`` in one line: controls, NUL and direction overrides out, spaces single."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    kept = unicodedata.normalize("NFC", "".join(c for c in spaced if _is_kept(c)))
    return " ".join(kept.split())


def clean_name(text: str) -> str:
    """A name as it is kept.

    Raises:
        Problem: ``name-empty`` or ``name-too-long``.
    """
    if len(text) > NAME_LENGTH * 8:  # do not normalise a megabyte to find that it is too long
        raise Problem("name-too-long", limit=NAME_LENGTH)
    name = clean_text(text)
    if all(c in _JOINERS or unicodedata.category(c).startswith("M") for c in name):
        raise Problem("name-empty")
    if len(name) > NAME_LENGTH:
        raise Problem("name-too-long", limit=NAME_LENGTH)
    return name


def clean_word(text: str) -> str:
    """Somebody's own word for a zone as it is kept; empty where there is nothing to be seen.

    Raises:
        Problem: ``word-too-long``.
    """
    if len(text) > ZONE_WORD_LENGTH * 8:
        raise Problem("word-too-long", limit=ZONE_WORD_LENGTH)
    word = clean_text(text)
    if len(word) > ZONE_WORD_LENGTH:
        raise Problem("word-too-long", limit=ZONE_WORD_LENGTH)
    return word


def same_name(one: str, other: str) -> bool:
    """Whether two names would be mistaken for each other (names are unique in a family)."""
    return _seen(one) == _seen(other)


def _seen(name: str) -> str:
    """``name`` in one case, without joiners and the selectors of an emoji's style."""
    return "".join(c for c in name.casefold() if c not in _JOINERS + "\ufe0e\ufe0f")
