"""The family's own things in the file: changed in place, and media gone when nothing needs them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from tests.fakes import FakeClock
from tests.store import own, records
from tests.store.test_unreadable import harm
from thermometer.domain.own_things import Media, OwnCard, picture_ref
from thermometer.domain.people import Person
from thermometer.domain.thresholds import MEDIA_UNUSED_FOR, PICTURE_BYTES, RECORDING_BYTES
from thermometer.domain.zones import ByZone
from thermometer.store.database import Database
from thermometer.store.own_things import Held, OwnThings
from thermometer.store.people import People
from thermometer.store.problems import Gone


@pytest.fixture
def things(database: Database) -> OwnThings:
    return OwnThings(database)


@pytest.fixture
def seen(things: OwnThings, mia: Person) -> Media:
    """A photo in the file, which nothing refers to yet."""
    media = own.photo(mia.id)
    things.keep_media(media)
    return media


@pytest.fixture
def heard(things: OwnThings) -> Media:
    """A voice in the file, which nothing refers to yet."""
    media = own.voice()
    things.keep_media(media)
    return media


def card_of(person: Person, **changed: object) -> OwnCard:
    return OwnCard(person=person.id, tool="water", **changed)  # type: ignore[arg-type]


def test_everything_comes_back_as_it_was(
    database: Database, things: OwnThings, mia: Person
) -> None:
    own.fill(database, mia.id)
    cards = things.cards(mia.id)
    assert [card.tool for card in cards] == ["safe-place"]
    assert things.card(mia.id, "safe-place") == cards[0]
    assert things.card(mia.id, "water") is None
    tools = things.tools()
    assert [one.tool.name for one in tools] == [
        "Make a nest; «warm»", "Old swing", "Sand timer", "Sea breath",
    ]  # fmt: skip
    nest = own.steps(cards[0].picture or "")
    assert tools[0] == replace(nest, id=tools[0].id, tool=replace(nest.tool, id=tools[0].tool.id))
    assert things.tool(own.TIMER.id) == own.TIMER
    assert things.tool(own.GUIDE.id) == own.GUIDE
    assert things.tool(own.GONE.id) == own.GONE
    assert things.tool(uuid4()) is None
    assert database.unreadable == set()


def test_bytes_come_back_as_they_were(things: OwnThings, seen: Media, heard: Media) -> None:
    assert (things.media(seen.id), things.media(heard.id)) == (seen, heard)
    assert things.media(uuid4()) is None
    assert things.held() == Held(2, len(seen.data) + len(heard.data))


def test_a_card_is_changed_in_place(things: OwnThings, mia: Person, seen: Media) -> None:
    for card in (
        card_of(mia, name="Blue cup"),
        card_of(mia, picture=picture_ref(seen.id), sentence="Sip."),
    ):
        things.keep_card(card)
        assert things.cards(mia.id) == [card]
    things.keep_card(card_of(mia))
    assert things.cards(mia.id) == []


def test_a_photo_goes_with_the_last_card_that_shows_it(
    things: OwnThings, mia: Person, seen: Media, heard: Media
) -> None:
    ref = picture_ref(seen.id)
    things.keep_card(card_of(mia, picture=ref, recording=heard.id))
    things.keep_card(replace(card_of(mia, picture=ref), tool="safe-place"))
    things.keep_card(card_of(mia))
    assert (things.media(seen.id), things.media(heard.id)) == (seen, None)
    things.keep_card(replace(card_of(mia), tool="safe-place"))
    assert things.media(seen.id) is None
    assert things.held() == Held(0, 0)


def test_a_photo_stays_while_only_the_name_changes(
    things: OwnThings, mia: Person, seen: Media
) -> None:
    things.keep_card(card_of(mia, picture=picture_ref(seen.id)))
    things.keep_card(card_of(mia, picture=picture_ref(seen.id), name="Cup"))
    assert things.media(seen.id) == seen


def test_a_photo_goes_with_the_tool_and_its_steps(things: OwnThings, seen: Media) -> None:
    tool = own.steps(picture_ref(seen.id))
    things.keep_tool(tool)
    things.keep_tool(replace(tool, tool=replace(tool.tool, picture="tools/water")))
    assert things.media(seen.id) == seen
    steps = tuple(replace(step, picture="feet") for step in tool.tool.steps)
    things.keep_tool(replace(tool, tool=replace(tool.tool, picture="feet", steps=steps)))
    assert things.media(seen.id) is None


def test_a_photo_goes_with_the_person_who_showed_it(
    database: Database, things: OwnThings, mia: Person, seen: Media
) -> None:
    people = People(database)
    people.change(replace(mia, picture=picture_ref(seen.id)))
    people.change(replace(mia, picture=picture_ref(seen.id), name="Maya"))
    assert things.media(seen.id) == seen
    people.change(replace(mia, picture="owl"))
    assert things.media(seen.id) is None


@pytest.mark.parametrize("table", ["own_card", "own_tool"])
def test_a_photo_goes_with_a_row_that_is_erased(
    database: Database, things: OwnThings, mia: Person, seen: Media, table: str
) -> None:
    things.keep_card(card_of(mia, picture=picture_ref(seen.id)))
    things.keep_tool(own.steps(picture_ref(seen.id)))
    database.connection.execute(f"DELETE FROM {table}")
    assert things.media(seen.id) == seen
    database.connection.execute("DELETE FROM own_card")
    database.connection.execute("DELETE FROM own_tool")
    assert things.media(seen.id) is None


def test_a_person_who_is_erased_takes_the_photo_along(
    database: Database, things: OwnThings
) -> None:
    photo = own.photo()
    things.keep_media(photo)
    ida = records.child("Ida", picture=picture_ref(photo.id))
    People(database).add(ida)
    database.connection.execute("DELETE FROM person WHERE id = ?", (str(ida.id),))
    assert things.media(photo.id) is None


def test_what_nothing_refers_to_is_let_go(things: OwnThings, mia: Person, seen: Media) -> None:
    things.keep_card(card_of(mia, picture=picture_ref(seen.id)))
    assert not things.let_go(seen.id)
    assert things.media(seen.id) == seen
    loose = own.voice()
    things.keep_media(loose)
    assert things.let_go(loose.id)
    assert not things.let_go(loose.id)
    assert things.media(loose.id) is None


def test_what_was_never_used_goes_after_a_day(
    database: Database, things: OwnThings, clock: FakeClock, mia: Person
) -> None:
    used = {name: own.photo() for name in ("card", "voice", "person", "tool", "step")}
    loose = own.photo()
    for media in (*used.values(), loose):
        things.keep_media(media)
    refs = {name: picture_ref(media.id) for name, media in used.items()}
    things.keep_card(card_of(mia, picture=refs["card"], recording=used["voice"].id))
    People(database).change(replace(mia, picture=refs["person"]))
    tool = own.steps(refs["step"])
    things.keep_tool(replace(tool, tool=replace(tool.tool, picture=refs["tool"])))
    clock.advance(MEDIA_UNUSED_FOR)
    things.keep_media(own.photo())
    assert things.media(loose.id) == loose
    clock.advance(timedelta(seconds=1))
    things.keep_media(own.photo())
    assert things.media(loose.id) is None
    assert all(things.media(media.id) == media for media in used.values())


@pytest.mark.parametrize(
    "media",
    [
        own.photo(data=b""),
        own.photo(data=bytes(PICTURE_BYTES + 1)),
        own.voice(data=bytes(RECORDING_BYTES + 1)),
        own.photo(uuid4()),
    ],
    ids=["empty", "large photo", "long voice", "nobody's"],
)
def test_the_file_itself_refuses(things: OwnThings, media: Media) -> None:
    with pytest.raises(IntegrityError):
        things.keep_media(media)


def test_the_largest_fit(things: OwnThings) -> None:
    for media in (own.photo(data=bytes(PICTURE_BYTES)), own.voice(data=bytes(RECORDING_BYTES))):
        things.keep_media(media)
        assert things.media(media.id) == media


def test_a_tool_is_removed_together_with_those_who_had_it(
    database: Database, things: OwnThings, mia: Person
) -> None:
    tool = own.tool()
    things.keep_tool(tool)
    had = replace(mia, tools=ByZone((), (tool.tool.id,), ()))
    People(database).change(had)
    with pytest.raises(Gone):
        things.keep_tool(replace(tool, gone=True), [mia, records.child("Nobody")])
    assert (things.tools(), People(database).all()) == ([tool], [had])
    things.keep_tool(replace(tool, gone=True), [mia])
    assert (things.tools(), People(database).all()) == ([replace(tool, gone=True)], [mia])


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("media", "kind = 'film'"),
        ("media", "data = zeroblob(524289)"),
        ("own_card", "tool = 'pillow'"),
        ("own_card", "picture = '../x'"),
        ("own_card", "recording = 'a'"),
        ("own_tool", "zones = 'purple'"),
        ("own_tool", "kind = 'call'"),
        ("own_tool", "steps = '{'"),
        ("own_tool", "steps = '[1]'"),
        ("own_tool", "pace = '[]'"),
        ("own_tool", "pace = '{}'"),
        ("own_tool", "minutes = 1e9"),
    ],
)
def test_a_row_that_cannot_be_read_hides_no_other(
    database: Database, things: OwnThings, mia: Person, table: str, change: str
) -> None:
    photos = [own.photo(mia.id), own.photo()]
    for media in photos:
        things.keep_media(media)
    cards = [OwnCard(person=mia.id, tool=tool, name=tool) for tool in ("pinwheel", "water")]
    for card in cards:
        things.keep_card(card)
    tools = [replace(own.TIMER, id=id_, tool=replace(own.TIMER.tool, id=f"own-{id_.hex}"))
             for id_ in (uuid4(), uuid4())]  # fmt: skip
    guide = replace(own.GUIDE, tool=replace(own.GUIDE.tool, name="A"))
    for tool in (*tools, guide):
        things.keep_tool(tool)
    bad = {"media": photos[0].id, "own_card": cards[0].id, "own_tool": tools[0].id}[table]
    if "pace" in change:
        bad = guide.id
    where = f"UPDATE {table} SET {change} WHERE id = '{bad}'"
    harm(database, table, where)
    assert things.media(photos[1].id) == photos[1]
    assert cards[1] in things.cards(mia.id)
    assert tools[1] in things.tools()
    things.media(photos[0].id)
    assert database.unreadable == {(table, str(bad))}


def test_the_kinds_of_tools_are_the_files_own(database: Database, things: OwnThings) -> None:
    things.keep_tool(own.TIMER)
    for change in ("kind = 'call'", "name = ''", "minutes = 61", "gone = 2", "zones = NULL"):
        with pytest.raises(sqlite3.IntegrityError):
            database.connection.execute(f"UPDATE own_tool SET {change}")
