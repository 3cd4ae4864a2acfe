"""A camera that is on, a microphone that listens, a voice that is heard again.

They are made only where the library is there: see :mod:`thermometer.ui.capture`.
"""

from __future__ import annotations

import io
import logging
import wave
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QElapsedTimer, QIODevice, QObject, QTimer
from PySide6.QtGui import QImage

from thermometer.ui.permission import Sense, ask
from thermometer.ui.recording import SAMPLE

if TYPE_CHECKING:
    from PySide6.QtMultimedia import (
        QAudioDevice,
        QAudioFormat,
        QAudioSink,
        QCameraDevice,
        QCameraFormat,
        QVideoFrame,
    )

log = logging.getLogger(__name__)

Seen = Callable[[QImage], None]
Heard = Callable[[bytes, int], None]
"""Is told samples of 16 bits, one channel, and how many of them make a second."""
Failed = Callable[[], None]
Ended = Callable[[], None]

FRAME_MS = 50
"""A picture that moves smoothly enough to hold still for, on the slowest computer too."""
GOOD_HEIGHT = 720
"""In pixels; more than a small square is made of costs time with each frame."""
RATES = (16_000, 22_050, 44_100, 48_000)


class QtCamera(QObject):
    """A camera that is on: it tells what it sees some twenty times a second.

    Args:
        device: which camera.
        seen: is told each picture, upright.
        failed: is told, once, that it does not answer.
    """

    def __init__(self, device: QCameraDevice, seen: Seen, failed: Failed) -> None:
        super().__init__()
        from PySide6.QtMultimedia import (  # noqa: PLC0415 - see above
            QCamera,
            QMediaCaptureSession,
            QVideoSink,
        )

        self._seen, self._failed = seen, failed
        self._is_on, self._has_failed = True, False
        self._fine = QCamera.Error.NoError
        self._since = QElapsedTimer()
        self._camera = QCamera(device, self)
        best = best_format(device.videoFormats())
        if best is not None:
            self._camera.setCameraFormat(best)
        self._session, self._sink = QMediaCaptureSession(self), QVideoSink(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self.take)
        self._camera.errorOccurred.connect(self._fail)
        # Called when whoever asked for it knows what they were given, even if it fails at once.
        QTimer.singleShot(0, self, lambda: ask(Sense.CAMERA, self, self._start, self._fail))

    def _start(self) -> None:
        if not self._is_on:
            return
        self._camera.start()
        # One that was pulled out meanwhile, or that another program holds, says nothing more.
        if not self._camera.isAvailable() or self._camera.error() is not self._fine:
            self._fail()

    def take(self, frame: QVideoFrame) -> None:
        """Pass a frame on, unless one was a moment ago."""
        soon = self._since.isValid() and self._since.elapsed() < FRAME_MS
        if not self._is_on or soon or not frame.isValid():
            return
        self._since.start()
        image = frame.toImage()
        if not image.isNull():
            self._seen(image)

    def stop(self) -> None:
        """The camera's light goes out."""
        if self._is_on:
            self._is_on = False
            self._camera.stop()
            self.deleteLater()

    def _fail(self) -> None:
        if self._is_on and not self._has_failed:
            self._has_failed = True
            log.warning("camera: %s", self._camera.error())
            self._failed()


class QtMicrophone(QObject):
    """A microphone that is on.

    Args:
        device: which microphone.
        heard: is told what was heard since the last time.
        failed: is told, once, that it does not answer.
    """

    def __init__(self, device: QAudioDevice, heard: Heard, failed: Failed) -> None:
        super().__init__()
        from PySide6.QtMultimedia import QAudioSource, QtAudio  # noqa: PLC0415 - see above

        self._fine = QtAudio.Error.NoError
        self._stream: QIODevice | None = None
        self._heard, self._failed = heard, failed
        self._is_on, self._has_failed = True, False
        self._format = first_supported(device.isFormatSupported)
        self._source = QAudioSource(device, self._format, self)
        self._source.stateChanged.connect(self._look)
        # Called when whoever asked for it knows what they were given, even if it fails at once.
        QTimer.singleShot(0, self, lambda: ask(Sense.MICROPHONE, self, self._start, self._fail))

    def _start(self) -> None:
        if not self._is_on:
            return
        self._stream = self._source.start()
        if self._source.error() == self._fine:
            self._stream.readyRead.connect(self._take)
        else:
            self._look()

    def stop(self) -> None:
        """Nothing is heard any more."""
        if self._is_on:
            self._is_on, self._stream = False, None
            self._source.stop()
            self.deleteLater()

    def _take(self) -> None:
        if self._is_on and self._stream:
            samples = bytes(self._stream.readAll().data())
            one = one_channel(samples, self._format.channelCount())
            self._heard(one, self._format.sampleRate())

    def _look(self) -> None:
        if self._source.error() != self._fine:
            self._fail()

    def _fail(self) -> None:
        if self._is_on and not self._has_failed:
            self._has_failed = True
            log.warning("microphone: %s", self._source.error())
            self._failed()


class QtPlayback(QObject):
    """A recorded voice that is heard on the usual output.

    Args:
        wav: as it was recorded.
        ended: is told, once, that it is over.
        volume: 0 to 1.
    """

    def __init__(self, wav: bytes, ended: Ended, volume: float) -> None:
        super().__init__()
        self._volume = volume
        self._ended: Ended | None = ended
        self._samples = QBuffer(self)
        self._sink: QAudioSink | None = None
        # Called when whoever asked for it knows what they were given, even if it is over at once.
        QTimer.singleShot(0, self, lambda: self._start(wav))

    def stop(self) -> None:
        """Silent from now on."""
        if self._ended is not None:
            self._ended = None
            if self._sink is not None:
                self._sink.stop()
            self.deleteLater()

    def _start(self, wav: bytes) -> None:
        try:
            from PySide6.QtMultimedia import (  # noqa: PLC0415 - see above
                QAudioFormat,
                QAudioSink,
                QMediaDevices,
            )

            with wave.open(io.BytesIO(wav)) as file:
                self._samples.setData(QByteArray(file.readframes(file.getnframes())))
                rate = file.getframerate()
        except (ImportError, EOFError, wave.Error) as error:
            log.warning("not heard: %s", error)
            self._over()
            return
        if self._ended is None or not QMediaDevices.audioOutputs():
            self._over()
            return
        sound = QAudioFormat()
        sound.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        sound.setChannelCount(1)
        sound.setSampleRate(rate)
        self._samples.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(QMediaDevices.defaultAudioOutput(), sound, self)
        self._sink.setVolume(self._volume)
        self._sink.stateChanged.connect(self._look)
        self._sink.start(self._samples)

    def _look(self, state: object) -> None:
        from PySide6.QtMultimedia import QtAudio  # noqa: PLC0415 - see above

        if state in (QtAudio.State.IdleState, QtAudio.State.StoppedState):
            self._over()

    def _over(self) -> None:
        ended = self._ended
        self.stop()
        if ended is not None:
            ended()


def best_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """The quickest of those nearest to the height that is enough; none leaves it to the camera."""
    return min(
        formats,
        key=lambda one: (abs(one.resolution().height() - GOOD_HEIGHT), -one.maxFrameRate()),
        default=None,
    )


def first_supported(supports: Callable[[QAudioFormat], bool]) -> QAudioFormat:
    """The first way of listening that a microphone has, from the smallest on."""
    from PySide6.QtMultimedia import QAudioFormat  # noqa: PLC0415 - see above

    wanted = QAudioFormat()
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    for channels in (1, 2):
        for rate in RATES:
            wanted.setChannelCount(channels)
            wanted.setSampleRate(rate)
            if supports(wanted):
                return wanted
    return wanted


def one_channel(samples: bytes, channels: int) -> bytes:
    """The first of ``channels`` of 16 bits each: a voice stands in the middle."""
    if channels == 1:
        return samples
    frame = SAMPLE * channels
    whole = len(samples) - len(samples) % frame
    return b"".join(samples[at : at + SAMPLE] for at in range(0, whole, frame))
