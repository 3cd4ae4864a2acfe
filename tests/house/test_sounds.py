"""The sounds are made by the script beside them, soft at both ends; few files know each library."""

from __future__ import annotations

import array
import ast
import importlib.util
import sys
import wave
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType

import pytest

from tests.house.sources import RESOURCES, Source, snippet, sources
from tests.house.test_charts import imported
from thermometer.ui.sounds import Sound

LIBRARIES = {
    "PySide6.QtMultimedia": [
        f"thermometer/ui/{name}.py" for name in ("capture", "capture_devices", "sounds")
    ],
    "PySide6.QtTextToSpeech": ["thermometer/ui/voice.py"],
}
FOLDER = RESOURCES / "sounds"
RATE = 22_050
LONGEST = {Sound.TAP: 0.3, Sound.CHIME: 2.6, Sound.DONE: 1.5, Sound.BREATH: 4.0}
LOUDEST = {Sound.TAP: 0.3, Sound.CHIME: 0.7, Sound.DONE: 0.2, Sound.BREATH: 0.2}
ONCE = tuple(sound for sound in Sound if sound is not Sound.BREATH)
"""What ends by itself; the breath's tone goes round and round."""
EDGE = RATE // 200
"""5 ms: what is quiet for so long at its ends does not click."""


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """The script that makes them."""
    spec = importlib.util.spec_from_file_location("make_sounds", FOLDER / "make_sounds.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def samples(sound: Sound) -> array.array[int]:
    """Every sample of a sound, as far as 32,767 up and down."""
    with wave.open(str(FOLDER / f"{sound}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        found = array.array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        found.byteswap()
    return found


def loudest(part: array.array[int]) -> float:
    """The furthest swing, where 1 is the most there can be."""
    return max(abs(sample) for sample in part) / 32_768


def test_there_is_a_file_for_each_sound_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.wav")} == set(Sound)


@pytest.mark.parametrize("sound", Sound)
def test_the_script_makes_the_same_bytes(script: ModuleType, sound: Sound) -> None:
    assert set(script.SOUNDS) == set(Sound)
    assert script.wav(script.SOUNDS[sound]) == (FOLDER / f"{sound}.wav").read_bytes()


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_short_and_neither_loud_nor_clipped(sound: Sound) -> None:
    found = samples(sound)
    assert 0.1 < len(found) / RATE <= LONGEST[sound]
    assert 0.05 < loudest(found) <= LOUDEST[sound]


@pytest.mark.parametrize("sound", ONCE)
def test_a_sound_begins_and_ends_in_silence(sound: Sound) -> None:
    found = samples(sound)
    assert found[0] == found[-1] == 0
    assert loudest(found[:2]) < 0.001
    assert loudest(found[-EDGE:]) < 0.001


@pytest.mark.parametrize("sound", ONCE)
def test_a_sound_swells_and_fades_without_a_jump(sound: Sound) -> None:
    found = samples(sound)
    steps = [abs(b - a) / 32_768 for a, b in pairwise(found)]
    assert max(steps) < loudest(found) / 2
    assert loudest(found[:20]) < loudest(found) / 10  # the first millisecond


def test_the_breaths_tone_goes_round_without_a_seam() -> None:
    found = samples(Sound.BREATH)
    steps = [abs(b - a) for a, b in pairwise(found)]
    assert abs(found[0] - found[-1]) <= max(steps)
    bend = abs((found[1] - found[0]) - (found[0] - found[-1]))
    assert bend <= max(abs(b - a) for a, b in pairwise(b - a for a, b in pairwise(found)))
    assert loudest(found) < loudest(samples(Sound.TAP))


def test_the_breaths_tone_is_never_silent_and_grows_and_fades_slowly() -> None:
    found = samples(Sound.BREATH)
    parts = [loudest(found[i : i + RATE // 10]) for i in range(0, len(found), RATE // 10)]
    assert min(parts) > 0.02
    assert max(abs(b - a) for a, b in pairwise([*parts, parts[0]])) < loudest(found) / 4


def test_the_call_carries_further_than_a_touch_and_a_tools_end_is_the_softest() -> None:
    assert loudest(samples(Sound.CHIME)) > 2 * loudest(samples(Sound.TAP))
    assert loudest(samples(Sound.DONE)) < loudest(samples(Sound.TAP))


def knows(source: Source, library: str) -> bool:
    """Whether the file imports ``library``, wherever in it."""
    return any(name.startswith(library) for name in imported(ast.walk(source.tree)))


@pytest.mark.parametrize(("library", "paths"), LIBRARIES.items())
def test_few_files_know_the_library(library: str, paths: list[str]) -> None:
    name = library.removeprefix("PySide6.")
    assert knows(snippet(f"def f():\n    from {library} import QAnything"), library)
    assert knows(snippet(f"def f():\n    from PySide6 import {name}"), library)
    assert [source.path for source in sources("thermometer/") if knows(source, library)] == paths
