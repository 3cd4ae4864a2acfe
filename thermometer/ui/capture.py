"""Where photos and voices are taken from: the computer's camera and microphone, if it has them.

The library is loaded when a page that could use one is opened and never before. It can be missing,
there may be no device, or another program may hold it: then there is none, and nothing breaks.
"""

from __future__ import annotations

import logging
from typing import Protocol

from PySide6.QtCore import QLoggingCategory

from thermometer.ui.capture_devices import (
    Ended,
    Failed,
    Heard,
    QtCamera,
    QtMicrophone,
    QtPlayback,
    Seen,
)
from thermometer.ui.sounds import QUIET_LOG

log = logging.getLogger(__name__)


class Running(Protocol):
    """A device in use."""

    def stop(self) -> None:
        """Lets go of it; nothing is seen or heard after that."""


class Capture(Protocol):
    """Where pictures and voices are taken from."""

    def has_camera(self) -> bool:
        """Whether there is a camera now."""

    def has_microphone(self) -> bool:
        """Whether there is a microphone now."""

    def look(self, seen: Seen, failed: Failed) -> Running:
        """Looks through the camera until it is stopped."""

    def listen(self, heard: Heard, failed: Failed) -> Running:
        """Listens through the microphone until it is stopped."""

    def play_back(self, wav: bytes, ended: Ended, volume: float) -> Running:
        """Lets a recorded voice be heard, once, at ``volume``, 0 to 1."""


class QtCapture:
    """The computer's own devices, as they are plugged in now."""

    def has_camera(self) -> bool:
        """Whether there is a camera now; the library is loaded with the question."""
        QLoggingCategory.setFilterRules(QUIET_LOG)
        try:
            from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - see above
        except ImportError as error:
            log.warning("no camera: %s", error)
            return False
        return bool(QMediaDevices.videoInputs())

    def has_microphone(self) -> bool:
        """Whether there is a microphone now; the library is loaded with the question."""
        QLoggingCategory.setFilterRules(QUIET_LOG)
        try:
            from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - see above
        except ImportError as error:
            log.warning("no microphone: %s", error)
            return False
        return bool(QMediaDevices.audioInputs())

    def look(self, seen: Seen, failed: Failed) -> Running:
        """Looks through the usual camera until it is stopped."""
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - see above

        return QtCamera(QMediaDevices.defaultVideoInput(), seen, failed)

    def listen(self, heard: Heard, failed: Failed) -> Running:
        """Listens through the usual microphone until it is stopped."""
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - see above

        return QtMicrophone(QMediaDevices.defaultAudioInput(), heard, failed)

    def play_back(self, wav: bytes, ended: Ended, volume: float) -> Running:
        """Lets a recorded voice be heard, once; over at once where there is nothing to hear it on.

        Args:
            wav: as it was recorded.
            ended: is told, once, that it is over; not if it is stopped before.
            volume: as the family has chosen, 0 to 1.
        """
        return QtPlayback(wav, ended, volume)
