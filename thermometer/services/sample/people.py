"""Who the sample family is, from ``content/<language>/sample.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

from thermometer.domain.colours import PersonColour
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.problems import Problem
from thermometer.domain.zones import ByZone
from thermometer.sentences import content_file, read_toml

if TYPE_CHECKING:
    from thermometer.services.content import Content

FILE = "sample.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of the sample family and what they noted in private."""

    children: tuple[Person, ...]
    parents: tuple[Person, ...]
    rupture_notes: tuple[str, ...]
    follow_up_notes: tuple[str, ...]

    @property
    def everybody(self) -> tuple[Person, ...]:
        """All of them, in their places on Home."""
        return tuple(sorted(self.children + self.parents, key=lambda person: person.position))


def new_id(random: Random) -> UUID:
    """An id that looks like any other, the same each time for the same seed."""
    return UUID(int=random.getrandbits(128), version=4)


def cast(language: str, content: Content, random: Random) -> Cast:
    """The sample family in ``language``, or in English where it has none.

    Raises:
        Problem: ``content-broken``.
    """
    table = read_toml(content_file(language, FILE))
    try:
        people = [_person(row, place, content, random) for place, row in enumerate(table["person"])]
        made = Cast(
            children=tuple(person for person in people if person.role is Role.CHILD),
            parents=tuple(person for person in people if person.role is Role.PARENT),
            rupture_notes=tuple(table["notes"]["rupture"]),
            follow_up_notes=tuple(table["notes"]["follow_up"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Problem("content-broken", file=FILE, reason=repr(error)) from error
    if not made.children or not made.parents:
        raise Problem("content-broken", file=FILE, reason="person")
    return made


def _person(row: dict[str, Any], place: int, content: Content, random: Random) -> Person:
    role = Role(row["role"])
    words: ByZone[str] = ByZone(**row["words"]) if "words" in row else content.words(role)
    return Person(
        id=new_id(random),
        name=row["name"],
        role=role,
        age_band=AgeBand(row["age_band"]),
        picture=row["picture"],
        words=words,
        tools=content.default_tools(role),
        signs=tuple(row["signs"]),
        position=place,
        colour=PersonColour.of(row.get("colour")),
    )
