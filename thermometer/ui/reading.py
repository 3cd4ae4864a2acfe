"""What is read aloud on a page: one thing after another, by a recorded voice or the computer's."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from thermometer.ui.capture import Capture, Running
from thermometer.ui.recording import seconds_of
from thermometer.ui.sounds import Sounds
from thermometer.ui.voice import Voice


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be heard.

    Attributes:
        text: what the computer's voice says.
        widget: is lit as long as it is heard; None where there is nothing to be seen of it.
        recording: a WAV file that is heard instead of ``text``, if it can be.
    """

    text: str
    widget: QWidget | None = None
    recording: bytes = b""

    @classmethod
    def of(cls, widget: QWidget) -> Item:
        """``widget`` as a screen reader calls it."""
        return cls(widget.accessibleName(), widget)


class Reader(QObject):
    """Reads items in their order until they are over or it is stopped.

    ``changed`` tells that another item is heard now, or none any more. What cannot be heard is
    left out; with nothing to hear it on everything is over at once.

    Args:
        voice: of the computer, if it has one.
        capture: plays recorded voices; without it there are none.
        sounds: know how loud these are.
        pause: a breath between one and the next, in milliseconds; a voice that was stopped is
            silent by then, too.
        parent: keeps this alive.
    """

    changed = Signal()

    def __init__(
        self, voice: Voice, capture: Capture | None, sounds: Sounds, pause: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._voice, self._capture, self._sounds = voice, capture, sounds
        self._left: deque[Item] = deque()
        self._now: Item | None = None
        self._playback: Running | None = None
        self._is_on = False
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._next)
        voice.ended.connect(self._said)

    @property
    def is_reading(self) -> bool:
        """Whether there is something to be heard, or about to be."""
        return self._is_on

    @property
    def now(self) -> Item | None:
        """What is heard now."""
        return self._now

    def can_read(self, item: Item) -> bool:
        """Whether ``item`` could be heard now."""
        return self._has_recording(item) or (self._voice.is_there and bool(item.text))

    def read(self, items: Iterable[Item]) -> None:
        """Begin with the first of ``items``; what was being read ends."""
        was_on = self._is_on
        self.stop()
        self._left = deque(items)
        self._is_on = True
        if was_on:
            self._pause.start()
        else:
            self._next()

    def stop(self) -> None:
        """Be silent."""
        if not self._is_on:
            return
        self._is_on = False
        self._left.clear()
        self._pause.stop()
        item, self._now = self._now, None
        playback, self._playback = self._playback, None
        if playback is not None:
            playback.stop()
        elif item is not None:
            self._voice.stop()
        self.changed.emit()

    def _has_recording(self, item: Item) -> bool:
        return self._capture is not None and seconds_of(item.recording) > 0

    def _next(self) -> None:
        while self._left and not self.can_read(self._left[0]):
            self._left.popleft()
        if not self._left:
            self.stop()
            return
        item = self._now = self._left.popleft()
        self.changed.emit()
        if self._capture is not None and self._has_recording(item):
            volume = self._sounds.voice_loudness
            self._playback = self._capture.play_back(item.recording, self._over, volume)
        else:
            self._voice.say(item.text)

    def _said(self) -> None:
        """The computer's voice is silent; while a recorded one is heard that says nothing."""
        if self._now is not None and self._playback is None:
            self._over()

    def _over(self) -> None:
        """One is over: after a breath comes the next."""
        self._playback = None
        if self._is_on and not self._pause.isActive():
            self._pause.start()
