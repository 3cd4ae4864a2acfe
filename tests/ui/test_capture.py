"""The computer's own camera and microphone: what they tell, and nothing where there are none."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6 import QtMultimedia
from PySide6.QtCore import QCameraPermission, QMicrophonePermission, QObject, QPermission, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QAudioFormat, QCamera, QMediaDevices, QVideoFrame
from pytestqt.qtbot import QtBot

from tests.ui.devices import a_photo
from tests.ui.test_loudspeaker import LikeQt
from thermometer.ui import permission
from thermometer.ui.capture import QtCapture
from thermometer.ui.capture_devices import (
    QtCamera,
    QtMicrophone,
    QtPlayback,
    best_format,
    first_supported,
    one_channel,
)
from thermometer.ui.permission import Sense, ask
from thermometer.ui.recording import Recording

# A computer without devices says so in words that are none of ours.
pytestmark = pytest.mark.qt_log_ignore("(?i)audio|pulse|rhi|camera|device")


class OldApplication:
    """As an application of a Qt that knows of no leave."""

    @classmethod
    def instance(cls) -> OldApplication:
        return cls()


class RefusingApplication(OldApplication, LikeQt):
    """As an application on a system that lets it use nothing."""

    def request_permission(
        self,
        wanted: QCameraPermission | QMicrophonePermission,
        owner: QObject,
        tell: Callable[[QPermission], None],
    ) -> None:
        leaves = {QCameraPermission: QtCamera, QMicrophonePermission: QtMicrophone}
        assert isinstance(owner, leaves[type(wanted)])
        answer = QPermission()
        assert answer.status() is not Qt.PermissionStatus.Granted
        tell(answer)


class FakeCameraFormat(LikeQt):
    """As QCameraFormat: a height and a pace."""

    def __init__(self, height: int, rate: float) -> None:
        self._height, self._rate = height, rate

    def resolution(self) -> QSize:
        return QSize(self._height * 4 // 3, self._height)

    def max_frame_rate(self) -> float:
        return self._rate


class FakeSink(LikeQt):
    """As QAudioSink: writes down how loud it was when it began."""

    def __init__(self) -> None:
        self.state_changed = self
        self.volume = 1.0
        self.begun: list[float] = []

    def connect(self, _told: object) -> None:
        """Its state never changes."""

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def start(self, _samples: object) -> None:
        self.begun.append(self.volume)

    def stop(self) -> None:
        """It is silent anyway."""


class OneOutput(LikeQt):
    """As QMediaDevices of a computer that has an output."""

    def audio_outputs(self) -> list[object]:
        return [self]

    def default_audio_output(self) -> object:
        return self


def test_without_the_library_there_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    assert not QtCapture().has_camera()
    assert not QtCapture().has_microphone()


@pytest.mark.usefixtures("qapp")
def test_it_says_what_is_plugged_in() -> None:
    assert QtCapture().has_camera() == bool(QMediaDevices.videoInputs())
    assert QtCapture().has_microphone() == bool(QMediaDevices.audioInputs())


def test_a_camera_tells_what_it_sees_but_not_too_often(qtbot: QtBot) -> None:
    seen: list[QImage] = []
    camera = QtCamera(QMediaDevices.defaultVideoInput(), seen.append, lambda: None)
    frame = QVideoFrame(a_photo())
    camera.take(frame)
    camera.take(frame)
    assert [image.size().toTuple() for image in seen] == [(640, 480)]
    camera.take(QVideoFrame())

    def another() -> bool:
        camera.take(frame)
        return len(seen) == 2

    qtbot.waitUntil(another)
    camera.stop()
    camera.stop()
    camera.take(frame)
    assert len(seen) == 2


def test_a_camera_that_is_not_there_fails_later_and_once(qtbot: QtBot) -> None:
    if QMediaDevices.videoInputs():
        pytest.skip("there is a camera")
    failed: list[bool] = []
    camera = QtCamera(
        QMediaDevices.defaultVideoInput(), lambda _: None, lambda: failed.append(True)
    )
    assert failed == []
    qtbot.waitUntil(lambda: bool(failed))
    camera._camera.errorOccurred.emit(QCamera.Error.CameraError, "gone")
    assert failed == [True]
    camera.stop()


def test_a_camera_that_is_stopped_at_once_does_not_start(qtbot: QtBot) -> None:
    failed: list[bool] = []
    camera = QtCamera(
        QMediaDevices.defaultVideoInput(), lambda _: None, lambda: failed.append(True)
    )
    with qtbot.waitSignal(camera.destroyed):
        camera.stop()
    assert failed == []


@pytest.mark.parametrize("make", [QtCamera, QtMicrophone])
def test_without_the_systems_leave_they_fail(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make: type[QtCamera | QtMicrophone]
) -> None:
    monkeypatch.setattr(permission, "QCoreApplication", RefusingApplication)
    failed: list[bool] = []
    device: Any = {
        QtCamera: QMediaDevices.defaultVideoInput,
        QtMicrophone: QMediaDevices.defaultAudioInput,
    }[make]()
    made = make(device, lambda *_: None, lambda: failed.append(True))
    qtbot.waitUntil(lambda: failed == [True])
    made.stop()


@pytest.mark.parametrize("sense", Sense)
def test_where_nobody_has_to_be_asked_there_is_leave(qtbot: QtBot, sense: Sense) -> None:
    told: list[str] = []
    owner = QObject()
    ask(sense, owner, lambda: told.append("granted"), lambda: told.append("refused"))
    qtbot.waitUntil(lambda: bool(told))
    if sys.platform != "darwin":
        assert told == ["granted"]


def test_a_qt_that_knows_of_no_leave_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(permission, "QCoreApplication", OldApplication)
    told: list[str] = []
    ask(Sense.CAMERA, QObject(), lambda: told.append("granted"), lambda: told.append("refused"))
    assert told == ["granted"]


def test_the_format_nearest_to_what_is_needed_is_taken() -> None:
    sizes = ((2160, 30), (720, 15), (720, 30), (240, 60))
    formats: list[Any] = [FakeCameraFormat(*each) for each in sizes]
    assert best_format(formats) is formats[2]
    assert best_format([]) is None


def test_a_microphone_that_is_not_there_fails_later(qtbot: QtBot) -> None:
    if QMediaDevices.audioInputs():
        pytest.skip("there is a microphone")
    failed: list[bool] = []
    microphone = QtMicrophone(
        QMediaDevices.defaultAudioInput(), lambda *_: None, lambda: failed.append(True)
    )
    assert failed == []
    qtbot.waitUntil(lambda: bool(failed))
    microphone.stop()
    microphone.stop()


@pytest.mark.parametrize(
    ("has", "channels", "rate"), [((1, 16_000), 1, 16_000), ((2, 44_100), 2, 44_100)]
)
def test_a_microphone_listens_as_it_can(has: tuple[int, int], channels: int, rate: int) -> None:
    def supports(wanted: QAudioFormat) -> bool:
        return (wanted.channelCount(), wanted.sampleRate()) == has

    found = first_supported(supports)
    assert (found.channelCount(), found.sampleRate()) == (channels, rate)
    assert found.sampleFormat() is QAudioFormat.SampleFormat.Int16
    assert first_supported(lambda _: False).channelCount() == 2


def test_of_two_channels_one_is_enough() -> None:
    assert one_channel(b"aabbccdd", 1) == b"aabbccdd"
    assert one_channel(b"aabbccddee", 2) == b"aacc"


@pytest.mark.parametrize("wav", [Recording().wav(), b"no voice"])
def test_without_an_output_a_voice_is_over_at_once(qtbot: QtBot, wav: bytes) -> None:
    if QMediaDevices.audioOutputs():
        pytest.skip("it would be heard")
    ended: list[bool] = []
    QtPlayback(wav, lambda: ended.append(True), 1.0)
    assert ended == []
    qtbot.waitUntil(lambda: ended == [True])


def test_a_voice_that_is_stopped_says_nothing_more(qtbot: QtBot) -> None:
    ended: list[bool] = []
    playback = QtPlayback(Recording().wav(), lambda: ended.append(True), 1.0)
    with qtbot.waitSignal(playback.destroyed):
        playback.stop()
        playback.stop()
    assert ended == []


def test_a_voice_begins_as_loud_as_it_is_wanted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sink = FakeSink()
    monkeypatch.setattr(QtMultimedia, "QAudioSink", lambda *_: sink)
    monkeypatch.setattr(QtMultimedia, "QMediaDevices", OneOutput())
    playback = QtCapture().play_back(Recording().wav(), lambda: None, 0.25)
    qtbot.waitUntil(lambda: sink.begun == [0.25])
    playback.stop()
