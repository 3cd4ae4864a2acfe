"""Starting with the computer: a file or a registry entry of the user's own, on each system."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from thermometer import assets
from thermometer.domain.problems import Problem

NAME = "feelings-thermometer"
SHOWN_NAME = "Feelings Thermometer"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_QUOTED = {ord(c): f"\\{c}" for c in '"`$\\'}


class Autostart(Protocol):
    """Whether the program starts when somebody logs in."""

    def is_on(self) -> bool:
        """Whether it does."""

    def turn(self, *, on: bool) -> None:
        """See to it that it does, or does not.

        Raises:
            Problem: ``autostart-no-access``; nothing was changed.
        """


def program() -> tuple[str, ...]:
    """The command that starts this program: the bundle's own, or Python's."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, "-m", "thermometer")


def for_this_system(command: Sequence[str], platform: str = sys.platform) -> Autostart:
    """What this system looks at when somebody logs in.

    Args:
        command: starts the program.
        platform: as ``sys.platform`` names it.
    """
    if platform == "win32":
        return RunKey(command, importlib.import_module("winreg"))
    if platform == "darwin":
        return StartFile(
            Path.home() / "Library" / "LaunchAgents" / f"{NAME}.plist", launch_agent(command)
        )
    folder = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return StartFile(Path(folder) / "autostart" / f"{NAME}.desktop", desktop_entry(command))


def desktop_entry(command: Sequence[str]) -> bytes:
    """An entry of the XDG autostart folder."""
    words = " ".join(f'"{_escaped(word)}"' for word in command)
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        f"Name={SHOWN_NAME}",
        f"Exec={words}",
        f"Icon={_icon()}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _icon() -> str:
    """The app's icon as a value in such an entry, whose strings know a backslash as an escape."""
    path = assets.folder() / "icon" / "thermometer-256.png"
    return str(path).replace("\\", "\\\\")


def _escaped(word: str) -> str:
    """A word between quotes: first as a shell would want it, then as the file's strings do."""
    return word.translate(_QUOTED).replace("\\", "\\\\").replace("%", "%%")


def launch_agent(command: Sequence[str]) -> bytes:
    """A launch agent of macOS."""
    import plistlib  # noqa: PLC0415 - every start asks about full screen, and hardly any for this

    return plistlib.dumps(
        {"Label": NAME, "ProgramArguments": list(command), "RunAtLoad": True, "KeepAlive": False}
    )


class StartFile:
    """A file that is there while the program is to start by itself.

    Args:
        path: where the system looks for it.
        content: what has to stand in it.
    """

    def __init__(self, path: Path, content: bytes) -> None:
        self.path, self._content = path, content

    def is_on(self) -> bool:
        """Whether the file is there."""
        return self.path.is_file()

    def turn(self, *, on: bool) -> None:
        """Write the file whole, or remove it.

        Raises:
            Problem: ``autostart-no-access``.
        """
        beside = self.path.with_name(f".{self.path.name}.part")
        try:
            if not on:
                self.path.unlink(missing_ok=True)
                return
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(self._content)
            beside.replace(self.path)
        except OSError as error:
            raise _no_access(error, str(self.path)) from error


class RunKey:
    """An entry of the user's own Run key in the registry of Windows.

    Args:
        command: starts the program.
        winreg: the module of that name.
    """

    def __init__(self, command: Sequence[str], winreg: Any) -> None:  # noqa: ANN401 - a module of Windows alone
        self._command, self._winreg = subprocess.list2cmdline(command), winreg

    def is_on(self) -> bool:
        """Whether there is an entry."""
        try:
            with self._key(self._winreg.KEY_READ) as key:
                self._winreg.QueryValueEx(key, NAME)
        except OSError:
            return False
        return True

    def turn(self, *, on: bool) -> None:
        """Write the entry, or delete it.

        Raises:
            Problem: ``autostart-no-access``.
        """
        try:
            with self._key(self._winreg.KEY_SET_VALUE) as key:
                if on:
                    text = self._winreg.REG_SZ
                    self._winreg.SetValueEx(key, NAME, 0, text, self._command)
                elif self.is_on():
                    self._winreg.DeleteValue(key, NAME)
        except OSError as error:
            raise _no_access(error, RUN_KEY) from error

    def _key(self, access: int) -> Any:  # noqa: ANN401 - a handle of Windows
        root = self._winreg.HKEY_CURRENT_USER
        return self._winreg.CreateKeyEx(root, RUN_KEY, 0, access)


def _no_access(error: OSError, where: str) -> Problem:
    return Problem("autostart-no-access", where=where, reason=error.strerror or str(error))
