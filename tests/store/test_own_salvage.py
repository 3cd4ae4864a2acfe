"""Damage: the family's own things are salvaged with everything else, and joined by id."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.fakes import FakeClock
from tests.store import own
from tests.store.test_salvage import page_of_noise
from thermometer.domain.own_things import Media, OwnCard, OwnTool, picture_ref
from thermometer.domain.people import Person
from thermometer.store import backups
from thermometer.store.database import FILE, Database
from thermometer.store.merging import merge
from thermometer.store.own_things import OwnThings
from thermometer.store.salvage import salvage

PAGE = 4096
BEFORE = own.photo(data=b"\xff\xd8\xff before " * 3000)
AFTER = own.photo(data=b"\xff\xd8\xff after " * 3000)
STAYS = own.voice(data=b"stays" * 3000)


def card(person: Person, seen: Media, name: str) -> OwnCard:
    return OwnCard(
        person=person.id,
        tool="water",
        name=name,
        picture=picture_ref(seen.id),
        recording=STAYS.id,
    )


def family(database: Database, mia: Person, clock: FakeClock) -> tuple[Path, OwnTool]:
    """Things that have changed since the backup; the backup, and a tool that is gone since."""
    things, tool = OwnThings(database), own.tool()
    for media in (BEFORE, STAYS):
        things.keep_media(media)
    things.keep_card(card(mia, BEFORE, "Cup"))
    things.keep_tool(tool)
    backup = backups.make(database.connection, database.path, clock.now())
    clock.advance(timedelta(hours=1))
    things.keep_media(AFTER)
    things.keep_card(card(mia, AFTER, "Blue cup"))
    things.keep_tool(replace(tool, gone=True))
    things.keep_tool(own.TIMER)
    database.close()
    return backup, tool


def mended(backup: Path, damaged: Path, folder: Path, clock: FakeClock) -> Database:
    """The backup, with what could be read of the damaged file."""
    folder.mkdir()
    aside = folder.with_name("aside")
    aside.mkdir()
    shutil.copy(backup, folder / FILE)
    database = Database.open(folder, clock)
    merge(database, salvage(damaged, aside, backup))
    return database


def test_what_was_changed_last_is_there_and_the_old_photo_is_not(
    database: Database, mia: Person, clock: FakeClock, tmp_path: Path
) -> None:
    backup, tool = family(database, mia, clock)
    with closing(mended(backup, database.path, tmp_path / "new", clock)) as new:
        things = OwnThings(new)
        assert things.cards(mia.id) == [card(mia, AFTER, "Blue cup")]
        assert things.tool(tool.id) == replace(tool, gone=True)
        assert things.tool(own.TIMER.id) == own.TIMER
        assert things.media(AFTER.id) == AFTER
        assert things.media(STAYS.id) == STAYS
        assert things.media(BEFORE.id) is None


def test_a_photo_on_a_broken_page_hides_nothing_else(
    database: Database, mia: Person, clock: FakeClock, tmp_path: Path
) -> None:
    backup, _ = family(database, mia, clock)
    data = database.path.read_bytes()
    inside = next(n for n in range(len(data) // PAGE) if b" after \xff" in _page(data, n))
    # Its chain of pages is broken where it goes on: only the photo itself cannot be read.
    database.path.write_bytes(page_of_noise(data, inside))
    with closing(mended(backup, database.path, tmp_path / "new", clock)) as new:
        things = OwnThings(new)
        assert things.cards(mia.id) == [card(mia, AFTER, "Blue cup")]
        assert things.media(STAYS.id) == STAYS
        lost = things.media(AFTER.id)
        assert lost is None or lost.data != AFTER.data


def _page(data: bytes, number: int) -> bytes:
    return data[number * PAGE : (number + 1) * PAGE]
