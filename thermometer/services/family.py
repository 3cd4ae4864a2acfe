"""Who belongs to the family."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.people import (
    AgeBand,
    Newcomer,
    Person,
    Role,
    clean_name,
    clean_word,
    free_colour,
    same_name,
)
from thermometer.domain.picking import wanting, with_tools
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import OWN_SIGNS_MOST, PEOPLE_ON_HOME
from thermometer.domain.zones import ByZone, Zone

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
    """The people of the family: how one joins, changes, is set aside and comes back.

    Args:
        people: where they are kept.
        content: what a new person starts with.
        notify: told after each change.
        standing: somebody without the family's own tools that were removed.
    """

    def __init__(
        self,
        people: People,
        content: Content,
        notify: Notify,
        standing: Callable[[Person], Person],
    ) -> None:
        self._people = people
        self._content = content
        self._notify = notify
        self._standing = standing

    def people(self) -> tuple[Person, ...]:
        """Everybody with a thermometer on Home, in their places."""
        return tuple(sorted(self._people.all(), key=lambda person: person.position))

    def set_aside(self) -> tuple[Person, ...]:
        """Those without a thermometer on Home, whose records are kept."""
        return tuple(person for person in self._people.all(archived=True) if person.archived)

    def person(self, id_: UUID) -> Person | None:
        """Somebody as they are now, set aside or not; None where nobody has this id."""
        return next((one for one in self._people.all(archived=True) if one.id == id_), None)

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

    def change(self, person: Person) -> Person:
        """Keeps somebody's name, age band, picture, colour, words and signs; as they are now kept.

        The role stays what it was, a grown-up stays adult, and an empty word becomes the one that
        everybody starts with. The place, the tools and being set aside have verbs of their own.

        Raises:
            Problem: ``name-empty``, ``name-too-long``, ``name-taken``, ``word-too-long``,
                ``signs-too-many`` or the record is gone; nothing was changed then.
        """
        before = self._known(person.id)
        name = clean_name(person.name)
        others = (one for one in self._people.all(archived=True) if one.id != person.id)
        self._check_free(name, others)
        signs = tuple(dict.fromkeys(person.signs))
        if len(signs) > OWN_SIGNS_MOST:
            raise Problem("signs-too-many", limit=OWN_SIGNS_MOST)
        words = self._words(before.role, person.words)
        band = person.age_band if before.is_child else AgeBand.ADULT
        return self._keep(
            replace(
                before,
                name=name,
                age_band=band,
                picture=person.picture,
                colour=person.colour,
                words=words,
                signs=signs,
            )
        )

    def choose_tools(self, id_: UUID, zone: Zone, tools: Sequence[str]) -> Person:
        """Keeps the tools that somebody's Safe Place shows in ``zone``, in this order.

        What is kept is what will be shown: see :func:`~thermometer.domain.picking.with_tools`; a
        tool of the family's own that was removed is not.

        Raises:
            Problem: the record is gone or cannot be written; nothing was changed then.
        """
        person = self._known(id_)
        standing = self._standing(wanting(person, zone, tools))
        return self._keep(with_tools(person, zone, standing.tools.of(zone)))

    def archive(self, id_: UUID) -> Person:
        """Sets somebody aside: no thermometer on Home, every record kept.

        Raises:
            Problem: ``family-last``, or the record is gone; nothing was changed then.
        """
        person = self._known(id_)
        if all(one.id == id_ for one in self.people()):
            raise Problem("family-last", name=person.name)
        return self._keep(replace(person, archived=True))

    def bring_back(self, id_: UUID) -> Person:
        """Gives somebody who was set aside a thermometer again, in the last place.

        Raises:
            Problem: ``family-full``, or the record is gone; nothing was changed then.
        """
        person, everybody = self._known(id_), self._people.all(archived=True)
        if not person.archived:
            return person
        self._check_places(everybody)
        position = max(one.position for one in everybody) + 1
        return self._keep(replace(person, archived=False, position=position))

    def reorder(self, ids: Sequence[UUID]) -> tuple[Person, ...]:
        """Puts the people on Home in the order of ``ids``; who is not named comes after them.

        Raises:
            Problem: nothing was changed.
        """
        wanted = {id_: place for place, id_ in enumerate(ids)}
        ordered = sorted(self.people(), key=lambda one: wanted.get(one.id, len(wanted)))
        moved = [replace(one, position=place) for place, one in enumerate(ordered)]
        self._people.change_all(moved)
        self._notify(Change.PEOPLE)
        return tuple(moved)

    def _known(self, id_: UUID) -> Person:
        person = self.person(id_)
        if person is None:
            raise Problem("data-record-gone")
        return person

    def _keep(self, person: Person) -> Person:
        self._people.change(person)
        self._notify(Change.PEOPLE)
        return person

    def _words(self, role: Role, words: ByZone[str]) -> ByZone[str]:
        plain = self._content.words(role)
        return ByZone(*(clean_word(words.of(zone)) or plain.of(zone) for zone in Zone))

    def _joining(
        self, name: str, role: Role, age_band: AgeBand, picture: str, everybody: list[Person]
    ) -> Person:
        """The person in the place after ``everybody``, in a colour of their own."""
        plain = newcomer(self._content, name, role, age_band)
        position = max((one.position for one in everybody), default=-1) + 1
        colour = free_colour(everybody)
        return replace(plain, picture=picture, position=position, colour=colour)

    def _check_room(self, name: str, everybody: list[Person]) -> None:
        self._check_free(name, everybody)
        self._check_places(everybody)

    def _check_free(self, name: str, others: Iterable[Person]) -> None:
        """Names are unique with those set aside too: records and files refer to people by name."""
        leaving = self._people.leaving()
        if leaving and same_name(leaving, name):
            raise Problem("name-leaving", name=leaving)
        taken = next((one for one in others if same_name(one.name, name)), None)
        if taken:
            raise Problem("name-taken", name=taken.name)

    @staticmethod
    def _check_places(everybody: list[Person]) -> None:
        if sum(not one.archived for one in everybody) >= PEOPLE_ON_HOME:
            raise Problem("family-full", limit=PEOPLE_ON_HOME)
