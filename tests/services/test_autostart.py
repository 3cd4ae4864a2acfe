"""Starting with the computer: real files on Linux, their content elsewhere, a made-up registry."""

from __future__ import annotations

import importlib
import plistlib
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from thermometer.domain.problems import Problem
from thermometer.services import autostart
from thermometer.services.autostart import Autostart, RunKey, StartFile, for_this_system, program
from thermometer.services.starting import Starting
from thermometer.store.database import Database
from thermometer.store.settings import Settings

RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
COMMAND = ("/opt/my apps/thermo$meter", "-m", 'a"b%c\\d`e')


class Registry:
    """One key of a registry on a dictionary; ``locked`` lets nobody write."""

    READ, WRITE, TEXT, ROOT = 1, 2, 3, "HKCU"

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.locked = False

    @property
    def winreg(self) -> SimpleNamespace:
        """What the module of that name offers."""
        return SimpleNamespace(
            KEY_READ=self.READ,
            KEY_SET_VALUE=self.WRITE,
            REG_SZ=self.TEXT,
            HKEY_CURRENT_USER=self.ROOT,
            CreateKeyEx=self.open,
            QueryValueEx=self.query,
            SetValueEx=self.set,
            DeleteValue=self.delete,
        )

    @contextmanager
    def open(self, root: str, path: str, reserved: int, access: int) -> Iterator[str]:
        assert (root, reserved) == (self.ROOT, 0)
        if self.locked and access == self.WRITE:
            raise PermissionError(5, "Access is denied")
        yield path

    def query(self, key: str, name: str) -> tuple[str, int]:
        assert key == RUN_KEY
        if name not in self.values:
            raise FileNotFoundError(2, "no such value")
        return self.values[name], self.TEXT

    def set(self, key: str, name: str, reserved: int, kind: int, value: str) -> None:
        assert (key, reserved, kind) == (RUN_KEY, 0, self.TEXT)
        self.values[name] = value

    def delete(self, key: str, name: str) -> None:
        assert key == RUN_KEY
        del self.values[name]


def on_off_on(started: Autostart) -> None:
    """What every system can do."""
    assert not started.is_on()
    for on in (True, True, False, False, True):
        started.turn(on=on)
        assert started.is_on() == on


def test_a_linux_desktop_starts_what_lies_in_its_folder(home: Path) -> None:
    started = for_this_system(COMMAND, "linux")
    on_off_on(started)
    path = home / "config" / "autostart" / "feelings-thermometer.desktop"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    keys = dict(line.split("=", 1) for line in lines[1:])
    assert keys["Type"] == "Application"
    assert Path(keys["Icon"]).read_bytes().startswith(b"\x89PNG")
    # As the desktop reads it: first the file's own escapes, then %, then the shell's.
    line = keys["Exec"].replace("\\\\", "\\").replace("%%", "%")
    assert [word.replace("\\$", "$").replace("\\`", "`") for word in shlex.split(line)] == list(
        COMMAND
    )
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_without_the_variable_it_is_the_usual_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")
    for_this_system(COMMAND, "linux").turn(on=True)
    assert (home / ".config" / "autostart" / "feelings-thermometer.desktop").is_file()


def test_macos_reads_a_launch_agent(home: Path) -> None:
    on_off_on(for_this_system(COMMAND, "darwin"))
    path = home / "Library" / "LaunchAgents" / "feelings-thermometer.plist"
    agent = plistlib.loads(path.read_bytes())
    assert agent["ProgramArguments"] == list(COMMAND)
    assert agent["RunAtLoad"] is True
    assert agent["Label"] == "feelings-thermometer"


def test_windows_reads_the_run_key(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = Registry()
    monkeypatch.setattr(importlib, "import_module", lambda name: {"winreg": registry.winreg}[name])
    on_off_on(for_this_system((r"C:\My apps\thermometer.exe",), "win32"))
    assert registry.values == {"feelings-thermometer": r'"C:\My apps\thermometer.exe"'}


def test_a_registry_that_is_locked_is_said() -> None:
    registry = Registry()
    registry.locked = True
    started = RunKey(COMMAND, registry.winreg)
    with pytest.raises(Problem) as problem:
        started.turn(on=True)
    assert problem.value.key == "autostart-no-access"
    assert not started.is_on()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file", encoding="utf-8")
    started = StartFile(tmp_path / "autostart" / "x.desktop", b"")
    with pytest.raises(Problem) as problem:
        started.turn(on=True)
    assert problem.value.key == "autostart-no-access"
    assert not started.is_on()


def test_this_program_is_started_by_its_python() -> None:
    assert program() == (sys.executable, "-m", "thermometer")


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program() == (sys.executable,)


def test_both_settings_of_the_start(database: Database, tmp_path: Path) -> None:
    file = StartFile(tmp_path / "x.desktop", autostart.desktop_entry(COMMAND))
    starting = Starting(Settings(database), file)
    assert not starting.in_full_screen()
    assert not starting.with_computer()
    starting.set_in_full_screen(on=True)
    starting.set_with_computer(on=True)
    again = Starting(Settings(database), file)
    assert again.in_full_screen()
    assert again.with_computer()
    again.set_in_full_screen(on=False)
    again.set_with_computer(on=False)
    assert not starting.in_full_screen()
    assert not starting.with_computer()


@pytest.mark.parametrize("value", ["yes", 1, None, []])
def test_a_setting_that_makes_no_sense_is_off(database: Database, value: object) -> None:
    Settings(database).set("start-full-screen", value)
    starting = Starting(Settings(database), StartFile(Path("nowhere"), b""))
    assert not starting.in_full_screen()
