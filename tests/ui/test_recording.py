"""A voice being recorded: its length, its loudness, its file."""

from __future__ import annotations

import array
import io
import wave

import pytest

from thermometer.ui.recording import LONGEST, Recording, level_of, seconds_of

RATE = 16_000


def samples(count: int, value: int = 1_000) -> bytes:
    return array.array("h", [value, -value] * (count // 2)).tobytes()


def test_it_becomes_a_wav_file_of_what_was_heard() -> None:
    recording = Recording()
    for _ in range(3):
        recording.add(samples(RATE), RATE)
    assert recording.seconds == pytest.approx(3.0)
    with wave.open(io.BytesIO(recording.wav())) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.readframes(file.getnframes()) == samples(3 * RATE)
    assert seconds_of(recording.wav()) == pytest.approx(3.0)


def test_it_is_full_after_ten_seconds_and_takes_no_more() -> None:
    recording = Recording()
    for _ in range(4):
        recording.add(samples(3 * RATE), RATE)
    assert recording.is_full
    assert recording.seconds == LONGEST
    recording.add(samples(RATE), RATE)
    assert recording.seconds == LONGEST


@pytest.mark.parametrize(("count", "short"), [(0, True), (6_000, True), (7_000, False)])
def test_a_touch_by_mistake_is_no_voice(count: int, short: bool) -> None:  # noqa: FBT001 - a table
    recording = Recording()
    recording.add(samples(count), RATE)
    assert recording.is_too_short is short


def test_half_a_sample_at_the_end_is_left_out() -> None:
    recording = Recording()
    recording.add(samples(RATE) + b"\x01", RATE)
    assert recording.seconds == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("value", "level"), [(0, 0.0), (32_767, 1.0), (round(32_768 * 0.35 / 2), 0.5)]
)
def test_how_loud_it_is(value: int, level: float) -> None:
    assert level_of(samples(100, value)) == pytest.approx(level, abs=0.01)
    assert level_of(b"") == 0.0


@pytest.mark.parametrize("data", [b"", b"RIFF", b"no voice at all", Recording().wav()])
def test_what_is_no_voice_lasts_no_time(data: bytes) -> None:
    assert seconds_of(data) == 0.0
