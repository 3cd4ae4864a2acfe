"""Photos and voices: what is taken, what is too much, what goes."""

from __future__ import annotations

from uuid import uuid4

import pytest

from thermometer.domain.changes import Change
from thermometer.domain.own_things import OwnCard, media_of
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PICTURE_BYTES, RECORDING_BYTES
from thermometer.services import own_limits
from thermometer.services.own_cards import OwnCards
from thermometer.services.own_media import OwnMedia
from thermometer.store.database import Database
from thermometer.store.own_things import OwnThings

JPEG, PNG = b"\xff\xd8\xff and so on", b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
def media(database: Database, changes: list[Change]) -> OwnMedia:
    return OwnMedia(OwnThings(database), changes.append)


@pytest.fixture
def cards(database: Database, changes: list[Change]) -> OwnCards:
    return OwnCards(OwnThings(database), changes.append)


@pytest.mark.parametrize("data", [JPEG, PNG, JPEG.ljust(PICTURE_BYTES, b"\0")])
def test_a_photo_is_kept(media: OwnMedia, mia: Person, changes: list[Change], data: bytes) -> None:
    ref = media.add_picture(data, mia.id)
    assert media.picture(ref) == data
    assert changes == [Change.OWN_THINGS]


def test_a_voice_is_kept(media: OwnMedia, changes: list[Change]) -> None:
    id_ = media.add_recording(bytes(RECORDING_BYTES))
    assert media.recording(id_) == bytes(RECORDING_BYTES)
    assert changes == [Change.OWN_THINGS]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "own-picture-broken"),
        (b"<svg/>", "own-picture-broken"),
        (JPEG.ljust(PICTURE_BYTES + 1, b"\0"), "own-picture-too-large"),
    ],
)
def test_what_is_no_photo(media: OwnMedia, changes: list[Change], data: bytes, key: str) -> None:
    with pytest.raises(Problem, match=key):
        media.add_picture(data)
    assert changes == []


@pytest.mark.parametrize(
    ("size", "key"),
    [(0, "own-recording-empty"), (RECORDING_BYTES + 1, "own-recording-too-large")],
)
def test_what_is_no_voice(media: OwnMedia, size: int, key: str) -> None:
    with pytest.raises(Problem, match=key):
        media.add_recording(bytes(size))


def test_a_picture_is_no_voice_and_a_drawing_is_neither(media: OwnMedia) -> None:
    ref, heard = media.add_picture(JPEG), media.add_recording(b"voice")
    seen = media_of(ref)
    assert seen is not None
    assert media.recording(seen) is None
    assert media.picture(f"own:{heard}") is None
    assert media.picture("tools/water") is None
    assert media.picture(f"own:{uuid4()}") is None
    assert media.recording(uuid4()) is None


def test_there_may_be_so_many_and_no_more(media: OwnMedia, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_limits, "MEDIA_MOST", 2)
    media.add_picture(JPEG)
    media.add_recording(b"voice")
    for add in (media.add_picture, media.add_recording):
        with pytest.raises(Problem, match="own-media-full"):
            add(JPEG)


def test_there_may_be_so_many_bytes_and_no_more(
    media: OwnMedia, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_limits, "MEDIA_BYTES_MOST", 2 * len(JPEG))
    for _ in range(2):
        media.add_picture(JPEG)
    with pytest.raises(Problem, match="own-media-full"):
        media.add_recording(b"v")


def test_what_is_removed(
    media: OwnMedia, cards: OwnCards, mia: Person, changes: list[Change]
) -> None:
    used, loose, heard = media.add_picture(JPEG), media.add_picture(PNG), media.add_recording(b"v")
    cards.change(OwnCard(person=mia.id, tool="water", picture=used))
    changes.clear()
    for ref in (used, loose, loose, heard, "tools/water", uuid4()):
        media.remove(ref)
    assert (media.picture(used), media.picture(loose), media.recording(heard)) == (JPEG, None, None)
    assert changes == [Change.OWN_THINGS] * 2


def test_a_card_is_kept_clean(
    media: OwnMedia, cards: OwnCards, mia: Person, changes: list[Change]
) -> None:
    ref = media.add_picture(JPEG)
    changes.clear()
    given = OwnCard(person=mia.id, tool="water", name=" Blue  cup ", picture=ref, sentence="")
    kept = cards.change(given)
    assert (kept.name, kept.sentence) == ("Blue cup", None)
    assert (cards.of(mia.id, "water"), cards.all(mia.id)) == (kept, (kept,))
    assert cards.of(mia.id, "squish") is None
    assert changes == [Change.OWN_THINGS]
    with pytest.raises(Problem, match="name-too-long"):
        cards.change(OwnCard(person=mia.id, tool="water", name="x" * 41))
    assert cards.of(mia.id, "water") == kept


def test_a_card_made_plain_again_is_none(media: OwnMedia, cards: OwnCards, mia: Person) -> None:
    ref = media.add_picture(JPEG)
    cards.change(OwnCard(person=mia.id, tool="water", picture=ref))
    cards.change(OwnCard(person=mia.id, tool="water"))
    assert (cards.of(mia.id, "water"), cards.all(mia.id), media.picture(ref)) == (None, (), None)
