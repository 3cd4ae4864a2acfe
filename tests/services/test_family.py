from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import FakeClock
from thermometer.domain.changes import Change
from thermometer.domain.colours import PersonColour
from thermometer.domain.people import AgeBand, Newcomer, Person, Role
from thermometer.domain.problems import Problem
from thermometer.domain.zones import ByZone
from thermometer.sentences import Sentences
from thermometer.services.content import Content
from thermometer.services.family import Family, newcomer
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.problems import NoAccess

SIX = ("Mia", "Leo", "Ida", "Mum", "Dad", "Oma")


def add(family: Family, name: str, role: Role = Role.CHILD) -> Person:
    return family.add(name, role, AgeBand.SIX_TO_EIGHT, "fox")


def names(family: Family) -> list[str]:
    return [person.name for person in family.people()]


def test_a_new_family_is_empty(family: Family) -> None:
    assert family.people() == ()


def test_a_child_joins_with_the_defaults(family: Family, changes: list[Change]) -> None:
    mia = add(family, "  Mia ")
    assert (mia.name, mia.role, mia.age_band) == ("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT)
    assert (mia.picture, mia.signs, mia.archived) == ("fox", (), False)
    assert mia.words == ByZone("Calm", "Getting big", "Too big")
    assert mia.tools == Content().default_tools(Role.CHILD)
    assert changes == [Change.PEOPLE]


def test_a_parent_is_an_adult_whatever_was_chosen(family: Family) -> None:
    mum = add(family, "Mum", Role.PARENT)
    assert mum.age_band is AgeBand.ADULT
    assert mum.words == Content().words(Role.PARENT)
    assert mum.tools == Content().default_tools(Role.PARENT)


def test_everybody_joins_in_a_colour_that_nobody_has(family: Family) -> None:
    mia, leo = add(family, "Mia"), add(family, "Leo")
    family.change(replace(mia, colour=PersonColour.LILAC))
    ida = add(family, "Ida")
    assert [one.colour for one in (mia, leo, ida)] == ["sand", "sky", "sand"]
    newcomers = [Newcomer(name=name, role=Role.PARENT, picture="owl") for name in SIX[3:]]
    assert [one.colour for one in family.add_all(newcomers)] == ["mist", "cocoa", "ocean"]


def test_who_comes_back_has_the_colour_of_before(family: Family) -> None:
    add(family, "Mia")
    leo = add(family, "Leo")
    family.archive(leo.id)
    assert add(family, "Ida").colour is PersonColour.LILAC
    assert family.bring_back(leo.id).colour is PersonColour.SKY


def test_people_keep_their_places_in_the_file(
    database: Database, family: Family, clock: FakeClock
) -> None:
    added = tuple(add(family, name) for name in ("Zoe", "Anna", "Mum"))
    database.close()
    reopened = Database.open(database.path.parent, clock)
    try:
        assert (
            Family(People(reopened), Content(), lambda _: None, lambda one: one).people() == added
        )
    finally:
        reopened.close()


@pytest.mark.parametrize("name", ["Mia", "MIA", " mia ", "Mi\u200ba", "Mi\u200da"])
def test_a_name_is_taken_once(family: Family, changes: list[Change], name: str) -> None:
    add(family, "Mia")
    with pytest.raises(Problem) as caught:
        add(family, name)
    assert (caught.value.key, caught.value.values) == ("name-taken", {"name": "Mia"})
    assert "Mia" in Sentences().of(caught.value)
    assert names(family) == ["Mia"]
    assert changes == [Change.PEOPLE]


@pytest.mark.parametrize(
    ("name", "key"),
    [("", "name-empty"), ("\x00 \u202e", "name-empty"), ("x" * 41, "name-too-long")],
)
def test_a_name_that_cannot_be_kept(
    family: Family, changes: list[Change], name: str, key: str
) -> None:
    with pytest.raises(Problem) as caught:
        add(family, name)
    assert caught.value.key == key
    assert "{" not in Sentences().of(caught.value)
    assert family.people() == ()
    assert changes == []


@pytest.mark.parametrize("name", ["\U0001f468\u200d\U0001f469\u200d\U0001f467", "=cmd()", "נעה"])
def test_unusual_names_come_back_as_they_are(family: Family, name: str) -> None:
    add(family, name)
    assert names(family) == [name]


def test_a_seventh_person_finds_no_place(family: Family) -> None:
    for name in SIX:
        add(family, name)
    with pytest.raises(Problem) as caught:
        add(family, "Opa")
    assert (caught.value.key, caught.value.values) == ("family-full", {"limit": 6})
    assert "6" in Sentences().of(caught.value)
    assert names(family) == list(SIX)


def test_who_is_set_aside_makes_room_and_keeps_the_name(database: Database, family: Family) -> None:
    people = [add(family, name) for name in SIX]
    People(database).change(replace(people[0], archived=True))
    assert names(family) == list(SIX[1:])
    with pytest.raises(Problem, match="name-taken"):
        add(family, "mia")
    assert add(family, "Opa").position == len(SIX)
    assert names(family) == [*SIX[1:], "Opa"]


def test_a_name_taken_is_said_before_a_full_home(family: Family) -> None:
    for name in SIX:
        add(family, name)
    with pytest.raises(Problem, match="name-taken"):
        add(family, "leo")


def test_a_whole_family_joins_at_once(family: Family, changes: list[Change]) -> None:
    joined = family.add_all(
        (
            Newcomer(name=" Mia ", role=Role.CHILD, picture="fox", age=7),
            Newcomer(name="Leo", role=Role.CHILD, picture="bear", age=4),
            Newcomer(name="Mum", role=Role.PARENT, picture="owl"),
        )
    )
    assert [(p.name, p.age_band.value, p.picture, p.position) for p in joined] == [
        ("Mia", "6-8", "fox", 0),
        ("Leo", "3-5", "bear", 1),
        ("Mum", "adult", "owl", 2),
    ]
    assert family.people() == joined
    assert changes == [Change.PEOPLE]


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("Ida", "Mia"), "name-taken"),
        (("Ida", "ida"), "name-taken"),
        (("Ida", " "), "name-empty"),
        (("Ida", "x" * 41), "name-too-long"),
        (("Ida", "Leo", "Mum", "Dad", "Oma", "Opa"), "family-full"),
    ],
)
def test_all_join_or_nobody(
    family: Family, changes: list[Change], names: tuple[str, ...], key: str
) -> None:
    mia = add(family, "Mia")
    with pytest.raises(Problem, match=key):
        family.add_all(Newcomer(name=name, role=Role.CHILD, picture="fox", age=5) for name in names)
    assert family.people() == (mia,)
    assert changes == [Change.PEOPLE]


@pytest.mark.parametrize("role", Role)
def test_a_newcomer_has_the_defaults_and_an_id_of_their_own(role: Role) -> None:
    content = Content()
    one, other = (newcomer(content, "Mia", role, AgeBand.NINE_TO_TWELVE) for _ in range(2))
    assert one.id != other.id
    assert one.picture in content.people_pictures()
    assert (one.words, one.tools) == (content.words(role), content.default_tools(role))
    assert (one.age_band is AgeBand.ADULT) is (role is Role.PARENT)


def test_nothing_is_told_that_was_not_kept(
    database: Database, family: Family, changes: list[Change]
) -> None:
    database.path.unlink()
    with pytest.raises(NoAccess):
        add(family, "Mia")
    assert changes == []
