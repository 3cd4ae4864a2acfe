"""A voice being recorded: what was heard so far, how loud it is, and the file that it becomes."""

from __future__ import annotations

import array
import io
import sys
import wave

LONGEST = 10.0
"""Seconds of a recorded voice."""
SHORTEST = 0.4
"""Seconds; less is a touch by mistake."""
SAMPLE = 2
"""Bytes of a sample."""
LOUDEST = 32_768
LOUD_VOICE = 0.35
"""A voice near the microphone swings as far as this share of the most there can be."""


class Recording:
    """Samples of 16 bits, one channel, up to :data:`LONGEST`."""

    def __init__(self) -> None:
        self._samples = bytearray()
        self._rate = 0
        self.level = 0.0

    @property
    def seconds(self) -> float:
        """How long it is so far."""
        return len(self._samples) / SAMPLE / self._rate if self._rate else 0.0

    @property
    def is_full(self) -> bool:
        """Whether nothing more goes in."""
        return self.seconds >= LONGEST

    @property
    def is_too_short(self) -> bool:
        """Whether nobody can have said anything yet."""
        return self.seconds < SHORTEST

    def add(self, samples: bytes, rate: int) -> None:
        """Take in what was heard.

        Args:
            samples: whole samples; half a one at the end is left out.
            rate: samples of a second; it stays what it was first.
        """
        self._rate = self._rate or rate
        room = round(LONGEST * self._rate) * SAMPLE - len(self._samples)
        whole = samples[: min(room, len(samples) - len(samples) % SAMPLE)]
        self._samples += whole
        self.level = level_of(whole)

    def wav(self) -> bytes:
        """The whole of it as a WAV file."""
        out = io.BytesIO()
        with wave.open(out, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(SAMPLE)
            file.setframerate(self._rate or 16_000)
            file.writeframes(bytes(self._samples))
        return out.getvalue()


def level_of(samples: bytes) -> float:
    """How loud ``samples`` are, from 0 to 1, where 1 is a voice near the microphone."""
    values = array.array("h", samples)
    if sys.byteorder == "big":
        values.byteswap()
    furthest = max((abs(value) for value in values), default=0)
    return float(min(1.0, furthest / LOUDEST / LOUD_VOICE))


def seconds_of(wav: bytes) -> float:
    """How long a recorded voice is; 0 of what is none."""
    try:
        with wave.open(io.BytesIO(wav)) as file:
            frames, rate = file.getnframes(), file.getframerate()
    except (wave.Error, EOFError):
        return 0.0
    return float(frames) / rate if rate else 0.0
