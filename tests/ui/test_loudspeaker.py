"""The loudspeaker: quiet, and no error, without an output, a library or a file."""

from __future__ import annotations

import re
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QUrl

from tests.ui.conftest import MakeTablet
from thermometer import assets
from thermometer.domain.zones import Zone
from thermometer.ui.sounds import AFTER_PAINT_MS, FOREVER, QtLoudspeaker, Sound

MULTIMEDIA = "PySide6.QtMultimedia"


class Output:
    """One way out of the computer."""


class LikeQt:
    """Answers to Qt's way of writing names: ``audioOutputs`` is ``audio_outputs`` here."""

    def __getattr__(self, name: str) -> Any:
        ours = re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", name)
        if ours == name:
            raise AttributeError(name)
        return getattr(self, ours)


class FakeEffect(LikeQt):
    """As QSoundEffect, for a computer that has none."""

    def __init__(self, output: Output) -> None:
        self.output, self.source = output, QUrl()
        self.volumes: list[float] = []
        self.loops = 1
        self.done: list[str] = []

    def audio_device(self) -> Output:
        return self.output

    def set_source(self, source: QUrl) -> None:
        self.source = source

    def set_volume(self, volume: float) -> None:
        self.volumes.append(volume)

    def set_loop_count(self, loops: int) -> None:
        self.loops = loops

    def play(self) -> None:
        self.done.append("play")

    def stop(self) -> None:
        self.done.append("stop")


class FakeDevices(LikeQt):
    """As QMediaDevices: the outputs of a computer, the last one plugged in first."""

    def __init__(self) -> None:
        self.outputs: list[Output] = []
        self.effects: list[FakeEffect] = []

    def audio_outputs(self) -> list[Output]:
        return self.outputs

    def default_audio_output(self) -> Output:
        return self.outputs[0]

    def effect(self, output: Output) -> FakeEffect:
        """As the constructor of QSoundEffect."""
        self.effects.append(FakeEffect(output))
        return self.effects[-1]


@pytest.fixture
def devices(monkeypatch: pytest.MonkeyPatch) -> FakeDevices:
    """A computer without an output, until a test plugs one in."""
    fake = FakeDevices()
    library: Any = ModuleType(MULTIMEDIA)
    library.QMediaDevices, library.QSoundEffect = fake, fake.effect
    monkeypatch.setitem(sys.modules, MULTIMEDIA, library)
    return fake


def test_without_an_output_it_is_quiet_until_one_comes(devices: FakeDevices) -> None:
    loudspeaker = QtLoudspeaker()
    loudspeaker.play(Sound.TAP)
    loudspeaker.silence()
    assert devices.effects == []
    devices.outputs = [Output()]
    loudspeaker.play(Sound.TAP)
    assert [effect.done for effect in devices.effects] == [["play"]]


def test_a_sound_is_loaded_once_and_follows_the_headphones(devices: FakeDevices) -> None:
    loudspeaker, speaker, headphones = QtLoudspeaker(), Output(), Output()
    devices.outputs = [speaker]
    loudspeaker.play(Sound.CHIME)
    loudspeaker.play(Sound.CHIME)
    loudspeaker.silence()
    assert [(e.output, e.done) for e in devices.effects] == [(speaker, ["play", "play", "stop"])]
    devices.outputs = [headphones, speaker]
    loudspeaker.play(Sound.CHIME)
    assert [(e.output, e.done) for e in devices.effects[1:]] == [(headphones, ["play"])]
    chime = assets.find("sounds", "chime.wav")
    assert {effect.source.toLocalFile() for effect in devices.effects} == {str(chime)}


def test_a_swelling_tone_begins_once_softly_and_has_no_end(devices: FakeDevices) -> None:
    loudspeaker = QtLoudspeaker()
    devices.outputs = [Output()]
    for volume in (0.1, 0.5, 0.2):
        loudspeaker.swell(Sound.BREATH, volume)
    (effect,) = devices.effects
    assert effect.done == ["play"]
    assert (effect.volumes[0], effect.volumes[-1]) == (0.1, 0.2)
    assert effect.loops == FOREVER
    loudspeaker.end(Sound.BREATH)
    loudspeaker.end(Sound.BREATH)
    assert effect.done == ["play", "stop"]
    loudspeaker.swell(Sound.BREATH, 0.3)
    loudspeaker.silence()
    loudspeaker.swell(Sound.BREATH, 0.3)
    assert devices.effects[-1].done[-3:] == ["play", "stop", "play"]


def test_a_tone_that_cannot_be_heard_is_not_looked_for_with_every_step(
    devices: FakeDevices, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[None] = []

    def audio_outputs() -> list[Output]:
        asked.append(None)
        return devices.outputs

    monkeypatch.setattr(devices, "audio_outputs", audio_outputs)
    loudspeaker = QtLoudspeaker()
    for _ in range(5):
        loudspeaker.swell(Sound.BREATH, 0.4)
    assert len(asked) == 1
    loudspeaker.end(Sound.BREATH)
    devices.outputs = [Output()]
    loudspeaker.swell(Sound.BREATH, 0.4)
    assert [effect.done for effect in devices.effects] == [["play"]]


def test_for_ever_is_what_the_library_calls_it() -> None:
    """In a process of its own: the library does not go well with those of other tests."""
    ask = f"from {MULTIMEDIA} import QSoundEffect; print(QSoundEffect.Loop.Infinite.value)"
    done = subprocess.run([sys.executable, "-c", ask], check=False, capture_output=True, text=True)
    if "ImportError" in done.stderr:
        pytest.skip("the library is not there")
    assert done.stdout.strip() == str(FOREVER)


def test_a_sound_is_played_at_its_volume(devices: FakeDevices) -> None:
    devices.outputs = [Output()]
    QtLoudspeaker().play(Sound.TAP, 0.25)
    assert [effect.volumes for effect in devices.effects] == [[0.25]]


def test_without_the_library_it_is_quiet_and_asks_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, MULTIMEDIA, None)  # importing it now raises ImportError
    loudspeaker = QtLoudspeaker()
    for _ in range(3):
        loudspeaker.play(Sound.TAP)
        loudspeaker.silence()
    assert len(caplog.messages) == 1


def test_without_the_library_a_tap_counts_all_the_same(
    make_tablet: MakeTablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, MULTIMEDIA, None)
    tablet = make_tablet()
    tablet.window.loudspeaker = QtLoudspeaker
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.let_pass(3 * AFTER_PAINT_MS)
    assert tablet.zones() == [Zone.YELLOW]


def test_a_sound_that_is_not_there_is_quiet(
    devices: FakeDevices, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(*parts: str) -> None:
        raise assets.MissingAssetError("/".join(parts))

    monkeypatch.setattr(assets, "find", gone)
    devices.outputs = [Output()]
    QtLoudspeaker().play(Sound.TAP)
    assert caplog.messages == ["no sounds: sounds/tap.wav"]
