"""One file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from thermometer.domain.problems import Problem

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Writes ``data`` beside ``path`` and gives it its name once all of it is on the disk.

    Args:
        path: where to; only its owner may read it.
        data: all of it.
        replace: whether a file that is already there may be replaced.

    Raises:
        Problem: ``file-exists``, ``file-no-access`` or ``file-no-space``; what was there is there
            still, and nothing else.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        if not replace and os.path.lexists(path):
            raise Problem("file-exists", file=str(path))
        part.unlink(missing_ok=True)
        try:
            _write(part, data)
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except (OSError, ValueError) as error:  # ValueError: a path with NUL in it leads nowhere
        raise _problem(path, error) from error


def _write(part: Path, data: bytes) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _problem(path: Path, error: Exception) -> Problem:
    number = error.errno if isinstance(error, OSError) else None
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    key = "file-no-space" if number in _NO_ROOM else "file-no-access"
    return Problem(key, file=str(path), reason=reason)
