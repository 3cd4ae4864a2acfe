"""A camera and a microphone in the hands of a test."""

from __future__ import annotations

import array
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

from thermometer.ui.capture import Capture, Running
from thermometer.ui.capture_devices import Ended, Failed, Heard, Seen

RATE = 16_000


@dataclass(slots=True)
class FakeDevice:
    """In use until it is stopped."""

    is_on: bool = True

    def stop(self) -> None:
        self.is_on = False


@dataclass(slots=True)
class FakeCapture:
    """Sees what it is shown and hears what it is told."""

    camera_there: bool = True
    microphone_there: bool = True
    camera: FakeDevice = field(default_factory=lambda: FakeDevice(is_on=False))
    microphone: FakeDevice = field(default_factory=lambda: FakeDevice(is_on=False))
    playback: FakeDevice = field(default_factory=lambda: FakeDevice(is_on=False))
    played: list[bytes] = field(default_factory=list)
    volumes: list[float] = field(default_factory=list)
    fail: Failed = print
    ended: Ended = print
    _seen: Seen = print
    _heard: Heard = print

    def has_camera(self) -> bool:
        return self.camera_there

    def has_microphone(self) -> bool:
        return self.microphone_there

    def look(self, seen: Seen, failed: Failed) -> Running:
        self._seen, self.fail, self.camera = seen, failed, FakeDevice()
        return self.camera

    def listen(self, heard: Heard, failed: Failed) -> Running:
        self._heard, self.fail, self.microphone = heard, failed, FakeDevice()
        return self.microphone

    def play_back(self, wav: bytes, ended: Ended, volume: float) -> Running:
        self.played.append(wav)
        self.volumes.append(volume)
        self.playback, self.ended = FakeDevice(), ended
        return self.playback

    def is_looking(self) -> bool:
        """Whether the camera is on."""
        return self.camera.is_on

    def is_listening(self) -> bool:
        """Whether the microphone is on."""
        return self.microphone.is_on

    def show(self, image: QImage) -> None:
        """The camera sees ``image``, if it is on."""
        if self.camera.is_on:
            self._seen(image)

    def say(self, seconds: float, loudness: int = 9_000) -> None:
        """Somebody speaks for so long, if anybody listens."""
        if self.microphone.is_on:
            samples = array.array("h", [loudness, -loudness] * round(seconds * RATE / 2))
            self._heard(samples.tobytes(), RATE)


def _is_a_capture(fake: FakeCapture) -> Capture:
    """Never called: mypy reads here that the fake has the real one's shape."""
    return fake


def a_photo(colour: str = "orange", width: int = 640, height: int = 480) -> QImage:
    """A photo of nothing much, in one colour with a dark spot in the middle."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    painter = QPainter(image)
    painter.setBrush(QColor("black"))
    painter.drawEllipse(QPoint(width // 2, height // 2), height // 10, height // 10)
    painter.end()
    return image
