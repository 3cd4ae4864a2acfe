"""Somebody of the family changes, is set aside, comes back, or gets another place on Home."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from tests.builders import a_child
from tests.fakes import FakeClock
from thermometer.domain.changes import Change
from thermometer.domain.colours import PersonColour
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.problems import Problem
from thermometer.domain.zones import ByZone
from thermometer.sentences import Sentences
from thermometer.services.content import Content
from thermometer.services.family import Family
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.problems import Gone

SIX = ("Mia", "Leo", "Ida", "Mum", "Dad", "Oma")


def add(family: Family, name: str, role: Role = Role.CHILD) -> Person:
    return family.add(name, role, AgeBand.SIX_TO_EIGHT, "fox")


def names(family: Family) -> list[str]:
    return [person.name for person in family.people()]


def test_everything_about_somebody_can_change_but_their_role(
    family: Family, changes: list[Change]
) -> None:
    mia = add(family, "Mia")
    changes.clear()
    kept = family.change(
        replace(
            mia,
            name=" Mia-Lou ",
            role=Role.PARENT,
            age_band=AgeBand.NINE_TO_TWELVE,
            picture="owl",
            colour=PersonColour.COCOA,
            words=ByZone(" Soft ", "Wobbly", "Storm"),
            signs=("hot-face", "louder", "hot-face"),
            archived=True,
            position=9,
            tools=ByZone((), (), ()),
        )
    )
    assert kept == replace(
        mia,
        name="Mia-Lou",
        age_band=AgeBand.NINE_TO_TWELVE,
        picture="owl",
        colour=PersonColour.COCOA,
        words=ByZone("Soft", "Wobbly", "Storm"),
        signs=("hot-face", "louder"),
    )
    assert family.people() == (kept,)
    assert family.person(mia.id) == kept
    assert changes == [Change.PEOPLE]


def test_the_file_knows_when_somebody_was_changed(
    database: Database, family: Family, clock: FakeClock
) -> None:
    mia = add(family, "Mia")
    clock.advance(timedelta(days=3))
    family.change(replace(mia, picture="owl"))
    with database.transaction() as session:
        changed = session.connection().execute(text("SELECT changed_at FROM person")).scalar_one()
    assert changed == round(clock.now().timestamp() * 1_000_000)


def test_a_grown_up_stays_adult(family: Family) -> None:
    mum = add(family, "Mum", Role.PARENT)
    kept = family.change(replace(mum, age_band=AgeBand.THREE_TO_FIVE))
    assert kept.age_band is AgeBand.ADULT


def test_an_empty_word_becomes_the_one_that_everybody_starts_with(family: Family) -> None:
    mia = add(family, "Mia")
    kept = family.change(replace(mia, words=ByZone(" ", "Fizzy", "\u200b")))
    plain = Content().words(Role.CHILD)
    assert kept.words == ByZone(plain.green, "Fizzy", plain.red)


def test_ones_own_name_can_change_its_case(family: Family) -> None:
    mia = add(family, "Mia")
    assert family.change(replace(mia, name="MIA")).name == "MIA"


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"name": ""}, "name-empty"),
        ({"name": "x" * 41}, "name-too-long"),
        ({"name": "LEO"}, "name-taken"),
        ({"name": "ida"}, "name-taken"),
        ({"words": ByZone("x" * 25, "b", "c")}, "word-too-long"),
        ({"words": ByZone("a", "b", "x" * 1_000_000)}, "word-too-long"),
        ({"signs": ("a", "b", "c", "d", "e", "f")}, "signs-too-many"),
    ],
)
def test_what_cannot_be_kept_changes_nothing(
    family: Family, changes: list[Change], fields: dict[str, object], key: str
) -> None:
    mia = add(family, "Mia")
    add(family, "Leo")
    family.archive(add(family, "Ida").id)
    changes.clear()
    with pytest.raises(Problem) as caught:
        family.change(replace(mia, **fields))  # type: ignore[arg-type] # a table of fields
    assert caught.value.key == key
    assert "{" not in Sentences().of(caught.value)
    assert family.person(mia.id) == mia
    assert changes == []


def test_who_is_gone_cannot_be_changed(family: Family, changes: list[Change]) -> None:
    with pytest.raises(Problem, match="data-record-gone"):
        family.change(a_child())
    for verb in (family.archive, family.bring_back):
        with pytest.raises(Problem, match="data-record-gone"):
            verb(uuid4())
    assert family.person(uuid4()) is None
    assert changes == []


def test_somebody_is_set_aside_and_comes_back_last(family: Family, changes: list[Change]) -> None:
    mia, leo = add(family, "Mia"), add(family, "Leo")
    changes.clear()
    aside = family.archive(mia.id)
    assert (family.people(), family.set_aside()) == ((leo,), (aside,))
    back = family.bring_back(mia.id)
    assert family.people() == (leo, back)
    assert back == replace(mia, position=leo.position + 1)
    assert family.set_aside() == ()
    assert changes == [Change.PEOPLE, Change.PEOPLE]


def test_bringing_back_who_is_there_changes_nothing(family: Family, changes: list[Change]) -> None:
    mia = add(family, "Mia")
    changes.clear()
    assert family.bring_back(mia.id) == mia
    assert changes == []


def test_the_last_one_stays(family: Family) -> None:
    mia = add(family, "Mia")
    with pytest.raises(Problem, match="family-last") as caught:
        family.archive(mia.id)
    assert "Mia" in Sentences().of(caught.value)
    assert names(family) == ["Mia"]


def test_a_full_home_has_no_place_for_who_was_set_aside(family: Family) -> None:
    first, *_ = [add(family, name) for name in SIX]
    family.archive(first.id)
    add(family, "Opa")
    with pytest.raises(Problem, match="family-full"):
        family.bring_back(first.id)
    assert names(family) == [*SIX[1:], "Opa"]


def test_the_order_of_home(family: Family, changes: list[Change]) -> None:
    people = {name: add(family, name) for name in ("Mia", "Leo", "Mum")}
    changes.clear()
    moved = family.reorder([people[name].id for name in ("Mum", "Mia", "Leo")])
    assert names(family) == ["Mum", "Mia", "Leo"]
    assert family.people() == moved
    assert changes == [Change.PEOPLE]


def test_who_is_not_named_comes_after_the_others(family: Family) -> None:
    people = {name: add(family, name) for name in ("Mia", "Leo", "Mum")}
    family.reorder([people["Mum"].id, uuid4()])
    assert names(family) == ["Mum", "Mia", "Leo"]


def test_all_move_or_nobody(database: Database, family: Family) -> None:
    mia = add(family, "Mia")
    with pytest.raises(Gone):
        People(database).change_all((replace(mia, position=7), a_child(name="Leo")))
    assert family.people() == (mia,)
