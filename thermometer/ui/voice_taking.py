"""A voice recorded for a page, and heard again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from thermometer.domain.problems import Problem
from thermometer.ui.capture import Running
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.recording import LONGEST, Recording, seconds_of
from thermometer.ui.widgets.voice_panel import VoicePanel


class VoiceTaking(QObject):
    """``recorded`` tells a voice as a WAV file; ``removed`` that the one there is not wanted.

    Args:
        page: that wants one.
        around: what pages share.
        panel: what it is recorded with.
    """

    recorded = Signal(object)
    removed = Signal()

    def __init__(self, page: Page, around: Surroundings, panel: VoicePanel) -> None:
        super().__init__(page)
        self._page, self._capture, self._panel = page, around.capture, panel
        self._sounds = around.sounds
        self._wav = b""
        self._recording = Recording()
        self._microphone: Running | None = None
        self._playback: Running | None = None
        panel.record_asked.connect(self._record)
        panel.stop_asked.connect(self._finish)
        panel.listen_asked.connect(self._listen)
        panel.remove_asked.connect(self._remove)

    @property
    def is_recording(self) -> bool:
        """Whether somebody is speaking."""
        return self._microphone is not None

    def has_microphone(self) -> bool:
        """Whether there is a microphone now; the first question takes a moment."""
        return self._capture is not None and self._capture.has_microphone()

    def show_voice(self, wav: bytes | None) -> None:
        """Show the voice that is kept; None: there is none."""
        self._wav = wav or b""
        if not self.is_recording:
            self._panel.show_voice(seconds_of(self._wav))

    def stop(self) -> None:
        """The page goes out of view: a voice that was being recorded is none."""
        self._let_go()
        self._panel.show_voice(seconds_of(self._wav))

    def _record(self) -> None:
        if self._capture is None:
            return
        self._let_go()
        self._recording = Recording()
        self._panel.show_recording()
        self._microphone = self._capture.listen(self._hear, self._fail)

    def _hear(self, samples: bytes, rate: int) -> None:
        self._recording.add(samples, rate)
        self._panel.show_level(self._recording.level, self._recording.seconds / LONGEST)
        if self._recording.is_full:
            self._finish()

    def _finish(self) -> None:
        """What was said is kept, unless it was too short to be anything."""
        if not self.is_recording:
            return
        self.stop()
        if not self._recording.is_too_short:
            self.recorded.emit(self._recording.wav())

    def _listen(self) -> None:
        if self._capture is None or not self._wav:
            return
        self._let_go()
        volume = self._sounds.voice_loudness
        self._playback = self._capture.play_back(self._wav, self._let_go, volume)

    def _remove(self) -> None:
        self._let_go()
        self.removed.emit()

    def _fail(self) -> None:
        self.stop()
        self._page.trouble.emit(Problem("microphone-trouble"))

    def _let_go(self) -> None:
        microphone, self._microphone = self._microphone, None
        playback, self._playback = self._playback, None
        for device in (microphone, playback):
            if device is not None:
                device.stop()
