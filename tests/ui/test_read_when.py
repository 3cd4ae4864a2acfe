"""To whom pages are read, and when a voice is looked for."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.conftest import MakeTablet
from tests.ui.readings import (
    AT_ONCE,
    TIMINGS,
    at_safe_place,
    reading_to,
)
from tests.ui.test_voice import voice_of
from thermometer.domain.zones import Zone


def test_it_is_there_only_for_those_whom_a_parent_has_chosen(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    assert tablet.home.frame.read.isVisible()
    for name, is_shown in (("Mia", True), ("Mum", False)):
        at_safe_place(tablet, Zone.YELLOW, name)
        assert tablet.safe_place.read.isVisible() is is_shown
        tablet.go_home()
    kept = tablet.services.preferences
    kept.keep(kept.now.reading_to(tablet.person("Mia").id, on=False))
    assert not tablet.home.frame.read.isVisible()


def test_nobody_looks_for_a_voice_before_home_has_been_quiet(make_tablet: MakeTablet) -> None:
    tablet = reading_to(
        make_tablet, "Mia", speech=None, timings=replace(TIMINGS, quiet=80, hold=10_000)
    )
    tablet.window.speech = AT_ONCE
    tablet.open()
    voice = tablet.window._ready.voice
    assert not voice.is_looked_for
    tablet.press(tablet.home.frame.parents)
    tablet.let_pass(50)
    tablet.release(tablet.home.frame.parents)
    tablet.qtbot.waitUntil(tablet.home.frame.read.isVisible, timeout=20_000)


def test_a_voice_is_not_looked_for_where_nobody_wants_it(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet)
    tablet.let_pass(60)
    at_safe_place(tablet, Zone.GREEN)
    tablet.let_pass(60)
    voice = voice_of(tablet)
    assert not voice._was_looked_for


def test_a_finger_on_the_glass_comes_before_the_voice(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, speech=AT_ONCE, timings=replace(TIMINGS, hold=10_000))
    kept, voice = tablet.services.preferences, voice_of(tablet)
    tablet.press(tablet.home.frame.parents)
    kept.keep(kept.now.reading_to(tablet.person("Mia").id, on=True))
    tablet.let_pass(60)
    assert not voice.is_looked_for
    tablet.release(tablet.home.frame.parents)
    tablet.qtbot.waitUntil(lambda: voice.is_there, timeout=20_000)


def test_a_voice_that_is_lost_takes_the_button_along(make_tablet: MakeTablet) -> None:
    outputs = ["headphones"]
    speech = replace(AT_ONCE, has_output=lambda: bool(outputs))
    tablet = reading_to(make_tablet, "Mia", speech=speech)
    outputs.clear()
    tablet.tap(tablet.home.frame.read)
    tablet.qtbot.waitUntil(lambda: not tablet.home.reading.reader.is_reading)
    assert not tablet.home.frame.read.isVisible()


def test_a_drumming_hand_does_not_begin_it_but_always_ends_it(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia", timings=replace(TIMINGS, tap_guard=600_000))
    button, reader = tablet.home.frame.read, tablet.home.reading.reader
    for is_reading in (True, False, False):
        tablet.tap(button)
        assert reader.is_reading is is_reading
