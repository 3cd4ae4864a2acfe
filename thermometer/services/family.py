"""Who belongs to the family."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.people import AgeBand, Newcomer, Person, Role, clean_name, same_name
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PEOPLE_ON_HOME

if TYPE_CHECKING:
    from thermometer.services.content import Content
    from thermometer.store.people import People


def newcomer(content: Content, name: str, role: Role, age_band: AgeBand) -> Person:
    """Somebody as they begin: a new id, the default words and tools, the first picture.

    A parent's age band is always adult.

    Raises:
        Problem: ``content-broken``.
    """
    return Person(
        id=uuid4(),
        name=name,
        role=role,
        age_band=AgeBand.ADULT if role is Role.PARENT else age_band,
        picture=next(iter(content.people_pictures())),
        words=content.words(role),
        tools=content.default_tools(role),
    )


class Family:
    """The people of the family, and how one joins it.

    Args:
        people: where they are kept.
        content: what a new person starts with.
        notify: told after each change.
    """

    def __init__(self, people: People, content: Content, notify: Notify) -> None:
        self._people = people
        self._content = content
        self._notify = notify

    def people(self) -> tuple[Person, ...]:
        """Everybody with a thermometer on Home, in their places."""
        return tuple(sorted(self._people.all(), key=lambda person: person.position))

    def add(self, name: str, role: Role, age_band: AgeBand, picture: str) -> Person:
        """Adds somebody with the default words and tools, in the next place.

        A parent's age band is always adult.

        Raises:
            Problem: ``name-empty``, ``name-too-long``, ``name-taken`` or ``family-full``; nothing
                was changed then.
        """
        everybody = self._people.all(archived=True)
        cleaned = clean_name(name)
        self._check_room(cleaned, everybody)
        person = self._joining(cleaned, role, age_band, picture, everybody)
        self._people.add(person)
        self._notify(Change.PEOPLE)
        return person

    def add_all(self, newcomers: Iterable[Newcomer]) -> tuple[Person, ...]:
        """Adds everybody, or nobody if one of them cannot be added.

        Raises:
            Problem: as in :meth:`add`.
        """
        before = self._people.all(archived=True)
        joined: list[Person] = []
        for each in newcomers:
            everybody = [*before, *joined]
            name = clean_name(each.name)
            self._check_room(name, everybody)
            joined.append(self._joining(name, each.role, each.age_band, each.picture, everybody))
        self._people.add_all(joined)
        self._notify(Change.PEOPLE)
        return tuple(joined)

    def _joining(
        self, name: str, role: Role, age_band: AgeBand, picture: str, everybody: list[Person]
    ) -> Person:
        """The person in the place after ``everybody``."""
        plain = newcomer(self._content, name, role, age_band)
        position = max((one.position for one in everybody), default=-1) + 1
        return replace(plain, picture=picture, position=position)

    @staticmethod
    def _check_room(name: str, everybody: list[Person]) -> None:
        """Names are unique with those set aside too: records and files refer to people by name."""
        taken = next((one for one in everybody if same_name(one.name, name)), None)
        if taken:
            raise Problem("name-taken", name=taken.name)
        if sum(not one.archived for one in everybody) >= PEOPLE_ON_HOME:
            raise Problem("family-full", limit=PEOPLE_ON_HOME)
