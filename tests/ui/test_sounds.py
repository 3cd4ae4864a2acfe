"""Sounds: the same for every zone, a chime for each call, and quiet whenever it is to be quiet."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from tests.ui.conftest import MakeTablet
from tests.ui.settings import choice
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.problems import Problem
from thermometer.domain.settings import LOUDNESSES
from thermometer.domain.tools import COME_PLEASE
from thermometer.domain.zones import Zone
from thermometer.services.journal import Journal
from thermometer.ui.pages.call import CallPage
from thermometer.ui.pages.guide import GuidePage
from thermometer.ui.places import Home, HowIsItNow
from thermometer.ui.sounds import AFTER_PAINT_MS, BREATH_LOUDEST, Sound

MULTIMEDIA = "PySide6.QtMultimedia"
# What is loaded when the window is furnished and Home is there, and after the first tap's sound.
START = f"""
import sys, tempfile
from pathlib import Path
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtTest import QTest
from thermometer import app
from thermometer.clock import SystemClock
from thermometer.domain.zones import Zone
from thermometer.ui.places import Home
from thermometer.ui.sounds import AFTER_PAINT_MS, QtLoudspeaker
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.window import MainWindow, application

qt = application()
qInstallMessageHandler(lambda *told: None)
window = MainWindow(Theme("light"), Timings())
window.loudspeaker = QtLoudspeaker
window.show()
services = app.open_sample(SystemClock(), window.changed)
window.furnish(services, services.sentences)
window.go(Home())
QTest.qWait(10 * AFTER_PAINT_MS)
at_home = "{MULTIMEDIA}" in sys.modules
window.page.panels[0].thermometer.buttons.of(Zone.RED).click()
in_the_tap = "{MULTIMEDIA}" in sys.modules
QTest.qWait(10 * AFTER_PAINT_MS)
sys.stdout.write(repr((at_home, in_the_tap, "{MULTIMEDIA}" in sys.modules)))
window.close()
window.clear()
services.close()
"""


class Heard:
    """A loudspeaker that writes down what it was asked for; ``None`` is silence."""

    def __init__(self) -> None:
        self.sounds: list[Sound | None] = []
        self.volumes: list[float] = []
        self.swells: list[float | None] = []

    def play(self, sound: Sound, volume: float = 1.0) -> None:
        self.sounds.append(sound)
        self.volumes.append(volume)

    def swell(self, sound: Sound, volume: float) -> None:
        assert sound is Sound.BREATH
        self.swells.append(volume)

    def end(self, sound: Sound) -> None:
        assert sound is Sound.BREATH
        self.swells.append(None)

    def silence(self) -> None:
        self.sounds.append(None)

    def count(self, sound: Sound) -> int:
        return self.sounds.count(sound)


@pytest.fixture
def heard() -> Heard:
    return Heard()


def listen(tablet: Tablet, heard: Heard) -> Tablet:
    """Home of Mia and Mum, with ``heard`` beside it."""
    tablet.window.loudspeaker = lambda: heard
    tablet.people(2)
    tablet.open()
    return tablet


@pytest.mark.parametrize("name", ["Mia", "Mum"])
def test_a_tap_sounds_the_same_in_every_zone(
    make_tablet: MakeTablet, heard: Heard, name: str
) -> None:
    tablet = listen(make_tablet(), heard)
    for zone in Zone:
        heard.sounds.clear()
        tablet.check_in(name, zone)
        tablet.qtbot.waitUntil(lambda: bool(heard.sounds))
        tablet.go_home()
        tablet.let_pass(3 * AFTER_PAINT_MS)
        assert heard.sounds == [Sound.TAP]


def test_a_tap_that_is_not_kept_is_not_heard(
    make_tablet: MakeTablet, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Problem("data-no-space", path="X")

    tablet = listen(make_tablet(), heard)
    monkeypatch.setattr(Journal, "check_in", refuse)
    tablet.tap_zone("Mia", Zone.RED)
    assert tablet.window.notice
    tablet.let_pass(3 * AFTER_PAINT_MS)
    assert heard.sounds == []


def test_a_tap_taken_back_makes_no_sound(make_tablet: MakeTablet, heard: Heard) -> None:
    tablet = listen(make_tablet(timings=replace(QUICK, fill=600_000)), heard)
    tablet.tap_zone("Mia", Zone.RED)
    tablet.qtbot.waitUntil(lambda: heard.sounds == [Sound.TAP])
    tablet.tap(tablet.panel("Mia").oops)
    tablet.let_pass(3 * AFTER_PAINT_MS)
    assert tablet.zones() == []
    assert heard.sounds == [Sound.TAP]


def test_each_call_is_heard_five_times_at_most(make_tablet: MakeTablet, heard: Heard) -> None:
    tablet = listen(make_tablet(timings=replace(QUICK, call_repeat=3 * AFTER_PAINT_MS)), heard)
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    tablet.qtbot.waitUntil(lambda: heard.count(Sound.CHIME) == 1)
    page = tablet.page(CallPage)
    tablet.qtbot.waitUntil(lambda: heard.count(Sound.CHIME) == 5 and not page.is_running())
    tablet.let_pass(5 * AFTER_PAINT_MS)
    assert heard.count(Sound.CHIME) == 5


@pytest.mark.parametrize("by", ["child", "grown-up"])
def test_it_is_quiet_as_soon_as_the_call_ends(
    make_tablet: MakeTablet, heard: Heard, by: str
) -> None:
    tablet = listen(make_tablet(timings=replace(QUICK, call_repeat=4 * AFTER_PAINT_MS)), heard)
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    tablet.qtbot.waitUntil(lambda: heard.count(Sound.CHIME) == 1)
    page = tablet.page(CallPage)
    tablet.tap(page.stop_button if by == "child" else page.here[0])
    assert tablet.is_at(Home)
    assert heard.sounds[-1] is None
    told = list(heard.sounds)
    tablet.let_pass(8 * AFTER_PAINT_MS)
    assert heard.sounds == told


def test_a_call_that_ends_at_once_is_not_heard(
    make_tablet: MakeTablet, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thermometer.ui.sounds.AFTER_PAINT_MS", 700)  # a busy computer is slow
    tablet = listen(make_tablet(timings=replace(QUICK, call_repeat=600_000)), heard)
    tablet.check_in("Mia", Zone.RED)
    tablet.qtbot.waitUntil(lambda: heard.sounds == [Sound.TAP])
    tablet.choose(COME_PLEASE)
    tablet.window.go(Home())
    tablet.let_pass(1_000)
    assert heard.count(Sound.CHIME) == 0


@pytest.mark.parametrize("stopped", [False, True])
def test_the_end_of_a_tool_is_heard_once(
    make_tablet: MakeTablet, heard: Heard, *, stopped: bool
) -> None:
    second = 1_000 if stopped else QUICK.second
    tablet = listen(make_tablet(timings=replace(QUICK, second=second)), heard)
    tablet.begin("Mia", Zone.YELLOW, "flower-candle")
    if stopped:
        tablet.tap(tablet.tool.stop_button)
    tablet.arrive(HowIsItNow)
    tablet.qtbot.waitUntil(lambda: heard.count(Sound.DONE) == 1)
    tablet.let_pass(3 * AFTER_PAINT_MS)
    assert heard.sounds[-1] is Sound.DONE


def test_switched_off_nothing_is_heard_not_even_a_call(
    make_tablet: MakeTablet, heard: Heard
) -> None:
    tablet = listen(make_tablet(timings=replace(QUICK, call_repeat=10)), heard)
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, sound=False))
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    page = tablet.page(CallPage)
    tablet.qtbot.waitUntil(lambda: page.calls == 5)
    tablet.tap(page.stop_button)
    tablet.let_pass(3 * AFTER_PAINT_MS)
    assert heard.sounds == []
    kept.keep(replace(kept.now, sound=True))
    tablet.tap_zone("Mia", Zone.GREEN)
    tablet.qtbot.waitUntil(lambda: heard.sounds == [Sound.TAP])


def breathing(tablet: Tablet) -> GuidePage:
    """A guide that stands still until it is asked for a moment."""
    tablet.begin("Mia", Zone.YELLOW, "flower-candle")
    page = tablet.page(GuidePage)
    page.hold_at(0.0)
    return page


def test_a_tone_rises_and_falls_with_the_breath(make_tablet: MakeTablet, heard: Heard) -> None:
    tablet = listen(make_tablet(timings=replace(QUICK, second=1_000)), heard)
    page = breathing(tablet)
    heard.swells.clear()
    for i in range(75):
        page.hold_at(i / 10)
    volumes = [volume for volume in heard.swells if volume is not None]
    top = volumes.index(max(volumes))
    assert volumes[:top] == sorted(volumes[:top])
    assert volumes[top:] == sorted(volumes[top:], reverse=True)
    assert 0.4 < max(volumes) <= 0.75  # as loud as a family hears it that has chosen nothing
    assert min(volumes) < 0.05


@pytest.mark.parametrize("way", ["stop", "home", "other"])
def test_the_tone_ends_with_the_page(make_tablet: MakeTablet, heard: Heard, way: str) -> None:
    tablet = listen(make_tablet(timings=replace(QUICK, second=1_000)), heard)
    page = breathing(tablet)
    page.hold_at(1.5)
    home, mum, *_ = page.strip.buttons()
    tablet.tap({"stop": page.stop_button, "home": home, "other": mum}[way])
    assert heard.swells[-1] is None
    told = list(heard.swells)
    tablet.let_pass(3 * AFTER_PAINT_MS)
    assert heard.swells == told


def test_switched_off_a_breath_makes_no_tone(make_tablet: MakeTablet, heard: Heard) -> None:
    tablet = listen(make_tablet(timings=replace(QUICK, second=1_000)), heard)
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, sound=False))
    page = breathing(tablet)
    for i in range(20):
        page.hold_at(i / 7)
    assert heard.swells in ([], [None])
    kept.keep(replace(kept.now, sound=True))
    page.hold_at(2.9)
    assert heard.swells[-1] is not None
    kept.keep(replace(kept.now, sound=False))
    page.hold_at(3.5)
    assert heard.swells[-1] == 0.0


@pytest.mark.parametrize("loudness", LOUDNESSES)
def test_everything_is_as_loud_as_the_family_wants(
    make_tablet: MakeTablet, heard: Heard, loudness: int
) -> None:
    tablet = listen(make_tablet(timings=replace(QUICK, second=1_000)), heard)
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, loudness=loudness))
    page = breathing(tablet)
    page.hold_at(3.0)
    tablet.qtbot.waitUntil(lambda: heard.count(Sound.TAP) == 1)
    assert heard.volumes == [loudness / 100]
    assert heard.swells[-1] == pytest.approx(loudness / 100 * BREATH_LOUDEST)


def test_the_switch_is_in_the_settings(make_tablet: MakeTablet, heard: Heard) -> None:
    tablet = listen(make_tablet(size=(1280, 2000)), heard)
    tablet.open_settings()
    flow = choice(tablet, "sound").flow
    assert flow.chosen == (True,)
    tablet.tap(flow.chips[False])
    assert not tablet.services.preferences.now.sound


def test_the_library_comes_with_the_first_sound_and_neither_the_start_nor_the_tap_waits() -> None:
    done = subprocess.run(
        [sys.executable, "-c", START], check=False, capture_output=True, text=True
    )
    assert (done.stdout, done.returncode) == ("(False, False, True)", 0), done.stderr
