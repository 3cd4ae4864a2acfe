"""Makes the sounds of this folder: sums of sines with slow envelopes, the same bytes every time.

    python resources/sounds/make_sounds.py

writes them beside this file. A sound is a few notes; a note is a row of partials that rise
slowly enough not to click and fade like something of wood or metal that was touched.
"""

from __future__ import annotations

import math
import struct
import wave
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

RATE = 22_050
FULL = 32_767
A4 = 440.0
SEMITONE = 2 ** (1 / 12)


@dataclass(frozen=True)
class Note:
    """One note of a sound.

    Args:
        start: when it begins, in seconds.
        pitch: in semitones above the A of 440 Hz.
        rise: how long it takes to be at its loudest, in seconds.
        fade: after so many seconds it is 1/e as loud.
        partials: each as a multiple of the pitch and how loud it is; high ones fade sooner.
    """

    start: float
    pitch: float
    rise: float
    fade: float
    partials: tuple[tuple[float, float], ...]

    def at(self, moment: float) -> float:
        """How far it swings out at ``moment``, in seconds from the start of the sound."""
        age = moment - self.start
        if age < 0:
            return 0.0
        frequency = A4 * SEMITONE**self.pitch
        rising = 0.5 - 0.5 * math.cos(math.pi * min(1.0, age / self.rise))
        swing = sum(
            loud * math.exp(-age * ratio / self.fade) * math.sin(math.tau * frequency * ratio * age)
            for ratio, loud in self.partials
        )
        return rising * swing


@dataclass(frozen=True)
class Sound:
    """Notes, how long they may take together in seconds, and the loudest swing (1 is the most)."""

    seconds: float
    peak: float
    notes: tuple[Note, ...]

    def samples(self) -> list[int]:
        """The whole sound, silent at its first and its last sample."""
        count = round(self.seconds * RATE)
        swings = [sum(note.at(i / RATE) for note in self.notes) for i in range(count)]
        # What still rings near the end is led down to silence instead of being cut off.
        tail = count // 4
        for i in range(tail):
            swings[count - 1 - i] *= 0.5 - 0.5 * math.cos(math.pi * i / tail)
        scale = self.peak * FULL / max(map(abs, swings))
        return [round(swing * scale) for swing in swings]


@dataclass(frozen=True)
class Loop:
    """A tone that can be heard without an end: its last sample leads on to its first.

    Args:
        seconds: how long it is; each partial swings a whole number of times in it.
        peak: the loudest swing (1 is the most).
        swings: how often each partial swings in that time, and how loud it is.
    """

    seconds: float
    peak: float
    swings: tuple[tuple[int, float], ...]

    def samples(self) -> list[int]:
        """The whole tone, once."""
        count = round(self.seconds * RATE)
        found = [
            sum(loud * math.sin(math.tau * times * i / count) for times, loud in self.swings)
            for i in range(count)
        ]
        scale = self.peak * FULL / max(map(abs, found))
        return [round(swing * scale) for swing in found]


# A touch on soft wood: almost nothing but its ground tone.
WOOD = ((1.0, 1.0), (2.0, 0.18), (3.0, 0.05))
# A warm bell: two ground tones a hair apart beat slowly; the upper ones carry across a kitchen.
BELL = ((1.0, 1.0), (1.003, 0.6), (2.0, 0.42), (3.0, 0.16), (4.0, 0.06))
# A breath of a tone.
AIR = ((1.0, 1.0), (2.0, 0.1))

SOUNDS: dict[str, Sound | Loop] = {
    # One touch of a plate, in every zone: E.
    "tap": Sound(0.22, 0.22, (Note(0.0, -5, 0.008, 0.055, WOOD),)),
    # Come, please: C, E and G, one into the other, upwards like a question.
    "chime": Sound(
        2.5,
        0.62,
        (
            Note(0.0, 3, 0.03, 0.75, BELL),
            Note(0.32, 7, 0.03, 0.75, BELL),
            Note(0.64, 10, 0.03, 0.9, BELL),
        ),
    ),
    # A tool is over: G down to C, so soft that it wakes nobody.
    "done": Sound(
        1.3,
        0.13,
        (Note(0.0, -2, 0.09, 0.3, AIR), Note(0.26, -9, 0.12, 0.4, AIR)),
    ),
    # While a guide breathes: C, G and the next C, deep and plain; pairs a quarter of a hertz apart
    # beat slowly. The program makes it louder with the breath in and softer with the breath out.
    "breath": Loop(
        4.0,
        0.16,
        ((524, 1.0), (525, 0.8), (784, 0.5), (785, 0.4), (1048, 0.3), (1049, 0.2)),
    ),
}


def wav(sound: Sound | Loop) -> bytes:
    """``sound`` as a WAV file: one channel of 16 bits."""
    samples = sound.samples()
    file = BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return file.getvalue()


if __name__ == "__main__":
    for name, sound in SOUNDS.items():
        (Path(__file__).parent / f"{name}.wav").write_bytes(wav(sound))
