"""Backups that lie elsewhere: plain or encrypted, on disks that may be full or pulled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from thermometer.domain.problems import Problem
from thermometer.services import sealing
from thermometer.services.whole_file import write_whole
from thermometer.store.problems import NoAccess, NoSpace, told_as_problems


@contextmanager
def told_of(file: Path) -> Iterator[None]:
    """What cannot be written inside is ``file``, not the family's data.

    Raises:
        Problem: ``file-no-access`` or ``file-no-space``.
    """
    try:
        with told_as_problems(file):
            yield
    except (NoAccess, NoSpace) as problem:
        key = "file-no-space" if isinstance(problem, NoSpace) else "file-no-access"
        raise Problem(key, file=str(file), reason=_reason(problem.__cause__)) from problem


def opened(file: Path, passphrase: str | None, folder: Path) -> Path:
    """Where the plain backup lies: ``file`` itself, or what is in it, opened into ``folder``.

    Raises:
        Problem: ``backup-missing``, ``backup-sealed``, ``backup-not-opened`` and others.
    """
    try:
        if not file.is_file():
            raise Problem("backup-missing", file=str(file))
        if not sealing.is_sealed(file):
            return file
        sealed = file.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a path with NUL in it leads nowhere
        raise Problem("backup-no-access", file=str(file), reason=_reason(error)) from error
    if passphrase is None:
        raise Problem("backup-sealed", file=str(file))
    plain = folder / "opened.db"
    write_whole(plain, sealing.unseal(sealed, passphrase, str(file)), replace=True)
    return plain


def _reason(error: BaseException | None) -> str:
    return getattr(error, "strerror", None) or str(error)
