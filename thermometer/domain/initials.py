"""Initials in place of names, for a page that leaves the house."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from thermometer.domain.people import Person

_JOINER = "\u200d"


def initials(family: Iterable[Person]) -> dict[UUID, str]:
    """The initials of everybody by their id; where two are equal, with one letter more.

    Args:
        family: everybody who may be named beside each other, in a fixed order.
    """
    people = list(family)
    short = {person.id: _short(person.name, 1) for person in people}
    longer = {p.id: _short(p.name, 2) for p in people if _is_shared(short[p.id], short)}
    short |= longer
    seen = Counter[str]()
    for person in people:
        own = short[person.id]
        seen[own] += 1
        if seen[own] > 1:
            short[person.id] = f"{own}{seen[own]}"
    return short


def _is_shared(own: str, everybody: dict[UUID, str]) -> bool:
    return list(everybody.values()).count(own) > 1


def _short(name: str, letters: int) -> str:
    """The first letters of each word, with a full stop; a sign such as an emoji as it is."""
    firsts = (_capital("".join(_characters(word)[:letters])) for word in name.split())
    return " ".join(f"{first}." if first[0].isalnum() else first for first in firsts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _characters(word: str) -> list[str]:
    """What is seen as characters: marks, selectors and joined signs belong to the one before."""
    found: list[str] = []
    for each in word:
        joined = found and (found[-1].endswith(_JOINER) or _belongs_to_the_one_before(each))
        if joined:
            found[-1] += each
        else:
            found.append(each)
    return found


def _belongs_to_the_one_before(character: str) -> bool:
    is_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return is_tone or character == _JOINER or unicodedata.category(character).startswith("M")
