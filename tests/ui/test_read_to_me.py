"""A page is read to whoever cannot read yet: what is heard is lit, and any touch ends it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.conftest import MakeTablet
from tests.ui.readings import (
    a_voice,
    at_safe_place,
    capture_of,
    heard,
    is_around,
    is_silent,
    make_own,
    reading_to,
    tools,
    wait_for,
)
from tests.ui.test_voice import spoken, voice_of
from thermometer.domain.people import Role
from thermometer.domain.problems import Problem
from thermometer.domain.settings import LOUDNESSES
from thermometer.domain.zones import Zone
from thermometer.services.own_cards import OwnCards
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.places import Home, HowIsItNow
from thermometer.ui.reading import Item


def test_home_reads_its_question_and_everybodys_zones_each_lit(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    home, reading = tablet.home, tablet.home.reading
    words, texts = spoken(voice_of(tablet)), heard(reading)
    lit: list[bool] = []

    def look() -> None:
        now = reading.reader.now
        lit.append(now is not None and now.widget is not None and is_around(reading, now.widget))

    reading.reader.changed.connect(look)
    tablet.tap(home.frame.read)
    assert home.frame.read.accessibleName() == "Stop reading"
    tablet.qtbot.waitUntil(lambda: not reading.reader.is_reading, timeout=20_000)
    plates = [
        panel.thermometer.buttons.of(zone).accessibleName()
        for panel in home.panels
        for zone in (Zone.RED, Zone.YELLOW, Zone.GREEN)
    ]
    assert texts == [home.frame.title.text, *plates, ""]
    assert lit == [True] * 7 + [False]
    assert words[:5] == ["How", "is", "everyone", "feeling", "Mia"]
    assert home.frame.read.accessibleName() == "Read to me"
    assert not reading.ring.isVisible()
    assert tablet.check_ins() == []


def test_the_safe_place_reads_its_title_and_each_card_by_its_name(
    make_tablet: MakeTablet,
) -> None:
    tablet = reading_to(make_tablet, "Mia")
    reading = at_safe_place(tablet, Zone.YELLOW)
    texts, cards = heard(reading), tablet.safe_place.cards
    tablet.tap(tablet.safe_place.read)
    wait_for(tablet, reading, cards[0].accessibleName())
    assert is_around(reading, cards[0])
    wait_for(tablet, reading, cards[1].accessibleName())
    assert is_around(reading, cards[1])
    assert texts == ["What could help?", *(card.accessibleName() for card in cards[:2])]


def test_in_red_only_the_cards_are_read_and_the_button_is_quiet(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    reading = at_safe_place(tablet, Zone.RED)
    texts = heard(reading)
    assert tablet.safe_place.read.quiet
    tablet.tap(tablet.safe_place.read)
    assert texts == [tablet.safe_place.cards[0].accessibleName()]
    tablet.go_home()
    at_safe_place(tablet, Zone.YELLOW)
    assert not tablet.safe_place.read.quiet


def test_a_recorded_voice_wins_then_the_persons_own_sentence(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    first, second, third, *_ = tools(tablet, "Mia", Zone.RED)
    wav = a_voice()
    make_own(tablet, "Mia", first.id, sentence="Not heard", wav=wav)
    make_own(tablet, "Mia", second.id, sentence="Crawl into the tent")
    make_own(tablet, "Mum", third.id, wav=a_voice(2))  # on her own card
    reading = at_safe_place(tablet, Zone.RED)
    words, texts, capture = spoken(voice_of(tablet)), heard(reading), capture_of(tablet)
    tablet.tap(tablet.safe_place.read)
    assert capture.played == [wav]
    assert is_around(reading, tablet.safe_place.cards[0])
    capture.ended()
    tablet.qtbot.waitUntil(lambda: not reading.reader.is_reading, timeout=20_000)
    assert texts[1:] == ["Crawl into the tent", third.name, ""]
    assert " ".join(words) == f"Crawl into the tent {third.name}".replace(",", "")
    assert capture.played == [wav]


@pytest.mark.parametrize("loudness", LOUDNESSES)
@pytest.mark.parametrize("sound", [True, False])
def test_a_recorded_voice_is_as_loud_as_the_family_wants(
    make_tablet: MakeTablet, loudness: int, *, sound: bool
) -> None:
    tablet = reading_to(make_tablet, "Mia", speech=None)
    make_own(tablet, "Mia", tools(tablet, "Mia", Zone.RED)[0].id, wav=a_voice())
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, loudness=loudness, sound=sound))
    at_safe_place(tablet, Zone.RED)
    tablet.tap(tablet.safe_place.read)
    assert capture_of(tablet).volumes == [loudness / 100]


def test_a_broken_recording_is_read_instead(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    first = tools(tablet, "Mia", Zone.RED)[0]
    make_own(tablet, "Mia", first.id, wav=b"no voice at all")
    at_safe_place(tablet, Zone.RED)
    words = spoken(voice_of(tablet))
    tablet.tap(tablet.safe_place.read)
    tablet.qtbot.waitUntil(lambda: bool(words))
    assert capture_of(tablet).played == []


def test_recorded_voices_are_heard_on_a_computer_without_one(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia", speech=None)
    first = tools(tablet, "Mia", Zone.RED)[0]
    make_own(tablet, "Mia", first.id, wav=a_voice())
    at_safe_place(tablet, Zone.GREEN)
    assert not tablet.safe_place.read.isVisible()
    tablet.go_home()
    assert not tablet.home.frame.read.isVisible()
    reading = at_safe_place(tablet, Zone.RED)
    tablet.tap(tablet.safe_place.read)
    capture = capture_of(tablet)
    assert len(capture.played) == 1
    capture.ended()
    tablet.qtbot.waitUntil(lambda: not reading.reader.is_reading)


def test_a_second_touch_ends_it_and_a_third_begins_again(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    reading, button = tablet.home.reading, tablet.home.frame.read
    words = spoken(voice_of(tablet))
    for is_reading in (True, False, True):
        tablet.tap(button)
        assert reading.reader.is_reading is is_reading
    tablet.press_key(button, Qt.Key.Key_Space)
    assert is_silent(reading)
    assert not reading.ring.isVisible()
    said = len(words)
    tablet.let_pass(500)
    assert len(words) == said


@pytest.mark.parametrize("way", ["a tap beside", "a key", "a zone", "turned on its side"])
def test_anything_else_that_is_touched_ends_it(make_tablet: MakeTablet, way: str) -> None:
    tablet = reading_to(make_tablet, "Mia")
    home = tablet.home
    tablet.tap(home.frame.read)
    assert not is_silent(home.reading)
    match way:
        case "a tap beside":
            tablet.tap(home, QPoint(4, 4))
        case "a key":
            tablet.press_key(home.frame.parents, Qt.Key.Key_Tab)
        case "a zone":
            tablet.tap_zone("Mum", Zone.GREEN)
        case _:
            tablet.window.resize(800, 1280)
    assert is_silent(home.reading)
    assert not home.reading.ring.isVisible()
    assert tablet.zones() == ([Zone.GREEN] if way == "a zone" else [])


def test_leaving_the_page_ends_it_and_its_recorded_voice(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    make_own(tablet, "Mia", tools(tablet, "Mia", Zone.RED)[0].id, wav=a_voice())
    reading = at_safe_place(tablet, Zone.RED)
    tablet.tap(tablet.safe_place.read)
    playback = capture_of(tablet).playback
    assert [playback.is_on] == [True]
    tablet.window.go(Home(), by_itself=True)
    assert not playback.is_on
    assert is_silent(reading)


def test_how_is_it_now_is_read_too(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    mia = tablet.person("Mia")
    use = tablet.services.journal.start_tool(mia.id, "water", Zone.YELLOW)
    tablet.window.go(HowIsItNow(mia, use))
    page = tablet.page(HowIsItNowPage)
    texts = heard(page.reading)
    tablet.tap(page.read)
    tablet.qtbot.waitUntil(lambda: not page.reading.reader.is_reading, timeout=20_000)
    assert texts == ["How is it now?", "Smaller", "Same", "Bigger", ""]


def test_signs_that_are_asked_for_are_read_after_the_cards(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    signs = tuple(sign.id for sign in tablet.services.content.signs(Role.CHILD))[:3]
    tablet.services.stores.people.change(replace(tablet.person("Mia"), signs=signs))
    tablet.window.go(Home())
    reading = at_safe_place(tablet, Zone.YELLOW)
    last = tablet.safe_place.tray.buttons[-1]
    assert [item.text for item in reading._items()][-1] == last.accessibleName()


def test_own_things_that_cannot_be_read_leave_the_names(
    make_tablet: MakeTablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet = reading_to(make_tablet, "Mia")

    def broken(*_: object) -> None:
        raise Problem("data-damaged")

    monkeypatch.setattr(OwnCards, "of", broken)
    monkeypatch.setattr(OwnCards, "all", broken)
    reading = at_safe_place(tablet, Zone.RED)
    texts = heard(reading)
    tablet.tap(tablet.safe_place.read)
    assert texts == [tablet.safe_place.cards[0].accessibleName()]


def test_something_else_to_be_read_ends_what_is_read(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    reader, words = tablet.home.reading.reader, spoken(voice_of(tablet))
    reader.read([Item("one two three four five six")])
    reader.read([Item(""), Item("seven")])
    assert reader.now is None
    tablet.qtbot.waitUntil(lambda: not reader.is_reading)
    assert words[-1:] == ["seven"]
    assert "six" not in words
