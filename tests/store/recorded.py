"""What strace saw of a process: its writes and fsyncs, and every state a crash could leave."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
CALLS = "openat,close,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename,lseek"
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Event:
    """One thing that reached the system: a change of a file, an fsync, or a tap acknowledged.

    ``file`` is the last part of its name; ``what`` is ``begin``, ``write``, ``cut``, ``sync``,
    ``gone`` or ``told``.
    """

    what: str
    file: str
    data: bytes = b""
    at: int = 0


def reason_not_to() -> str | None:
    """Why nothing can be recorded here; None if it can."""
    strace = shutil.which("strace")
    if strace is None:
        return "strace is not installed"
    tried = subprocess.run(
        [strace, "-e", "trace=close", "-o", "/dev/null", "true"], capture_output=True, check=False
    )
    return None if tried.returncode == 0 else "strace may not run here"


def record(log: Path, folder: Path, *words: str) -> list[Event]:
    """Runs ``python -m words`` and gives what it did to the files in ``folder``, in order."""
    command = ["strace", "-f", "-xx", "-s", "10000000", "-e", f"trace={CALLS}", "-o", str(log)]
    command += [sys.executable, "-m", *words]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return list(_events(log, folder))


def _events(log: Path, folder: Path) -> Iterator[Event]:
    names: dict[str, str] = {"1": "told"}
    ends: dict[str, int] = {}
    for line in log.read_text(encoding="ascii").splitlines():
        match = _LINE.match(line)
        if not match or int(match[3]) < 0:
            continue
        call, given, result = match[1], match[2], match[3]
        number = given.split(",", 1)[0]
        if call == "openat":
            names.pop(result, None)
        if call in {"openat", "unlink"}:
            path = Path(_text(given).decode())
            if path.parent == folder and "O_DIRECTORY" not in given:
                names |= {result: path.name} if call == "openat" else {}
                yield Event("begin" if call == "openat" else "gone", path.name)
        elif call == "close":
            names.pop(number, None)
        else:
            yield from _change(call, names.get(number, ""), given, ends)


def _change(call: str, name: str, given: str, ends: dict[str, int]) -> Iterator[Event]:
    last = given.rsplit(", ", 1)[-1]
    if name in {"", "told"}:
        if name and call == "write":
            yield Event("told", "", _text(given))
    elif call == "pwrite64":
        yield Event("write", name, _text(given), int(last))
    elif call == "write":
        yield Event("write", name, _text(given), ends.get(name, 0))
        ends[name] = ends.get(name, 0) + len(_text(given))
    elif call == "ftruncate":
        yield Event("cut", name, at=int(last))
    elif call in {"fsync", "fdatasync"}:
        yield Event("sync", name)


def _text(given: str) -> bytes:
    match = _STRING.search(given)
    return bytes.fromhex(match[1].replace("\\x", "")) if match else b""


def torn(event: Event) -> Iterator[Event]:
    """A longer write in two halves: a power cut may come in the midst of it."""
    half = len(event.data) // 2
    if event.what == "write" and half >= 512:
        yield Event("write", event.file, event.data[:half], event.at)
        yield Event("write", event.file, event.data[half:], event.at + half)
    else:
        yield event


@dataclass
class Disk:
    """What is on the disk for sure, and what the system may or may not have written yet."""

    safe: dict[str, bytearray] = field(default_factory=dict)
    seen: dict[str, bytearray] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """One event more has happened."""
        name = event.file
        match event.what:
            case "told":
                self.told += event.data.decode().split()
            case "begin":
                # That a name is there is taken for safe: SQLite syncs the folder itself.
                self.safe.setdefault(name, bytearray())
                self.seen.setdefault(name, bytearray())
            case "gone":
                self.safe.pop(name, None)
                self.seen.pop(name, None)
            case "sync":
                self.safe[name] = bytearray(self.seen[name])
            case "cut":
                _resize(self.seen[name], event.at)
            case _:
                end = event.at + len(event.data)
                if len(self.seen[name]) < end:
                    _resize(self.seen[name], end)
                self.seen[name][event.at : end] = event.data

    def unsynced(self) -> list[str]:
        """The files of which something is not safe yet."""
        return [name for name, data in self.seen.items() if data != self.safe[name]]

    def states(self) -> Iterator[dict[str, bytearray]]:
        """What a power cut now may leave: of each file all that was written, or what is safe."""
        loose = self.unsynced()
        for choice in range(2 ** len(loose)):
            lost = {name for i, name in enumerate(loose) if choice >> i & 1}
            yield {n: self.safe[n] if n in lost else data for n, data in self.seen.items()}


def _resize(data: bytearray, size: int) -> None:
    if size < len(data):
        del data[size:]
    else:
        data.extend(bytes(size - len(data)))
