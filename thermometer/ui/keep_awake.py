"""Keeps the screen from going dark while a tool or a call is on, and only then.

Each system has its own way; all of them end by themselves when the program does, even by a crash.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication

from thermometer.ui.places import Place, RunTool

log = logging.getLogger(__name__)

PROGRAM = "feelings-thermometer"
AFTER_PAINT_MS = 300
"""So long it waits, that the tool is on the screen before the system is asked."""
SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
CONTINUOUS, SYSTEM_REQUIRED, DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2
"""Of SetThreadExecutionState of Windows."""
NO_SCREEN = frozenset({"", "offscreen", "minimal"})


class Waker(Protocol):
    """How a system is asked to leave the screen on."""

    def hold(self) -> None:
        """From now on; does not wait for an answer."""

    def release(self) -> None:
        """No longer."""


class WindowsWaker:
    """Windows forgets it with the thread that asked.

    Args:
        set_state: ``SetThreadExecutionState``.
    """

    def __init__(self, set_state: Callable[[int], object]) -> None:
        self._set_state = set_state

    def hold(self) -> None:
        """From now on."""
        self._set_state(CONTINUOUS | SYSTEM_REQUIRED | DISPLAY_REQUIRED)

    def release(self) -> None:
        """No longer."""
        self._set_state(CONTINUOUS)


class ProcessWaker:
    """A process of the system keeps the screen on as long as it runs, as ``caffeinate`` of macOS.

    Args:
        words: what is started; it ends by itself with this program.
    """

    def __init__(self, *words: str) -> None:
        self._words = words
        self.process = QProcess()
        self.process.setStandardOutputFile(QProcess.nullDevice())
        self.process.setStandardErrorFile(QProcess.nullDevice())

    def hold(self) -> None:
        """From now on."""
        if self.process.state() is QProcess.ProcessState.NotRunning:
            self.process.start(self._words[0], list(self._words[1:]))

    def release(self) -> None:
        """No longer."""
        self.process.kill()
        self.process.waitForFinished(1000)


class DBusWaker:
    """The desktop forgets it with the connection that asked, so that one is made for each time.

    Args:
        name: of the connection, within this program.
    """

    def __init__(self, name: str = "keep-awake") -> None:
        self._name = name

    def hold(self) -> None:
        """From now on; whether it is granted is not waited for."""
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - not at start
        except ImportError as error:
            log.info("the screen may go dark: %s", error)
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._name)
        if bus.isConnected():
            message = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "Inhibit")
            reason = QCoreApplication.translate("KeepAwake", "A calming tool is on")
            message.setArguments([PROGRAM, reason])
            bus.send(message)

    def release(self) -> None:
        """No longer."""
        with suppress(ImportError):
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - as above

            QDBusConnection.disconnectFromBus(self._name)


def for_this_system(system: str = sys.platform) -> Waker | None:
    """How this system is asked; None where it cannot be, or where there is no screen."""
    if QGuiApplication.platformName() in NO_SCREEN:
        return None
    if system == "win32":
        import ctypes  # noqa: PLC0415 - only there

        windll = getattr(ctypes, "windll", None)
        return WindowsWaker(windll.kernel32.SetThreadExecutionState) if windll else None
    if system == "darwin":
        return ProcessWaker("/usr/bin/caffeinate", "-d", "-w", str(os.getpid()))
    return DBusWaker() if has_session_bus() else None


def has_session_bus(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether there is one; without it the library would try to start one, and wait."""
    if environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = environment.get("XDG_RUNTIME_DIR")
    return bool(folder) and Path(folder or "", "bus").exists()


class KeepAwake(QObject):
    """Asks for it when the window arrives at a tool, and lets go when it goes elsewhere.

    Args:
        make: makes what the system is asked through, when it is first needed.
        parent: the window.
    """

    def __init__(
        self, make: Callable[[], Waker | None] = for_this_system, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._waker: Waker | None = None
        self._was_made = False
        self._is_held = False
        self._arrived: SignalInstance | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self._soon.timeout.connect(self._hold)

    def watch(self, arrived: SignalInstance) -> None:
        """From now on ``arrived`` tells where the window is."""
        self._arrived = arrived
        arrived.connect(self._go_along)

    def stop(self) -> None:
        """The family is let go of."""
        self._let_go()
        if self._arrived is not None:
            self._arrived.disconnect(self._go_along)
            self._arrived = None

    def _go_along(self, place: Place) -> None:
        if isinstance(place, RunTool):
            self._soon.start()
        else:
            self._let_go()

    def _hold(self) -> None:
        if not self._was_made:
            self._was_made = True
            self._waker = self._make()
        if self._waker is not None and not self._is_held:
            self._is_held = True
            self._waker.hold()

    def _let_go(self) -> None:
        self._soon.stop()
        if self._waker is not None and self._is_held:
            self._is_held = False
            self._waker.release()
