"""The system's leave to look and to listen, where it wants to be asked for it: on macOS."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import (
    QCameraPermission,
    QCoreApplication,
    QMicrophonePermission,
    QObject,
    QPermission,
    Qt,
)


class Sense(Enum):
    """What may need a leave."""

    CAMERA = auto()
    MICROPHONE = auto()


def ask(
    sense: Sense, owner: QObject, granted: Callable[[], None], refused: Callable[[], None]
) -> None:
    """Ask for a leave; elsewhere, and in a Qt that knows nothing of it, it is there already.

    Args:
        sense: what is about to be used.
        owner: once it is gone, nobody is told any more.
        granted: is told that it may be used.
        refused: is told that it may not, now or ever since it was refused before.
    """
    app = QCoreApplication.instance()
    if app is None or not hasattr(app, "requestPermission"):
        granted()
        return

    def tell(permission: QPermission) -> None:
        if permission.status() is Qt.PermissionStatus.Granted:
            granted()
        else:
            refused()

    if sense is Sense.CAMERA:
        app.requestPermission(QCameraPermission(), owner, tell)
    else:
        app.requestPermission(QMicrophonePermission(), owner, tell)
