"""Several files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import TextIO

from typing_extensions import Buffer, override

from thermometer.domain.problems import Problem

_AT_ONCE = 1024 * 1024
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class _Steady(FileIO):
    """Brings each piece to the disk at once.

    Many megabytes at the end would hold up for a second whoever taps and has to reach the disk.
    """

    @override
    def write(self, piece: Buffer, /) -> int:
        written = super().write(piece)
        os.fsync(self.fileno())
        return written


class WholeFiles:
    """Writes beside the final names, and renames once all are on the disk.

    As a context: what was not kept when it is left leaves no trace.

    Args:
        folder: made if it is not there.
        names: of all files that will be written.
        replace: whether files that are already there may be replaced.

    Raises:
        Problem: ``export-exists``, ``export-no-access`` or ``export-no-space``, from any method.
    """

    def __init__(self, folder: Path, names: Sequence[str], *, replace: bool) -> None:
        self._folder = folder
        with _told_as_problems(folder):
            there = [name for name in names if os.path.lexists(folder / name)]
            if there and not replace:
                raise Problem("export-exists", folder=str(folder), files=", ".join(there))
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._parts: dict[str, Path] = {}

    def __enter__(self) -> WholeFiles:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        for part in self._parts.values():
            part.unlink(missing_ok=True)

    @contextmanager
    def open(self, name: str) -> Iterator[TextIO]:
        """A file to write, in UTF-8; only its owner may read it."""
        part = self._folder / f".{name}.part"
        with _told_as_problems(self._folder):
            part.unlink(missing_ok=True)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            self._parts[name] = part
            steady = BufferedWriter(_Steady(handle, "w"), _AT_ONCE)
            with TextIOWrapper(steady, encoding="utf-8", newline="") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())

    def keep(self) -> None:
        """Gives every file its name."""
        with _told_as_problems(self._folder):
            for name, part in self._parts.items():
                part.replace(self._folder / name)


@contextmanager
def _told_as_problems(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        key = "export-no-space" if error.errno in _NO_ROOM else "export-no-access"
        raise Problem(key, folder=str(folder), reason=error.strerror or str(error)) from error
