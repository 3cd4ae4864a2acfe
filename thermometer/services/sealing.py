"""Files that only a passphrase opens, in the format of age."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

from thermometer.domain.problems import Problem

_MARK = b"age-encryption.org/v1"
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"


class NotOpened(Problem):
    """The passphrase is wrong, or the file is damaged: nobody can tell which."""


def is_sealed(path: Path) -> bool:
    """Whether ``path`` is such a file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(len(_ARMOUR)).startswith((_MARK, _ARMOUR))


def seal(data: bytes, passphrase: str) -> bytes:
    """What only ``passphrase`` opens again; takes about a second, so that guessing does too.

    Raises:
        Problem: ``backup-no-age`` or ``backup-no-passphrase``.
    """
    if not passphrase:
        raise Problem("backup-no-passphrase")
    sealed: bytes = _age().passphrase.encrypt(data, passphrase)
    return sealed


def unseal(data: bytes, passphrase: str, name: str) -> bytes:
    """What was sealed.

    Args:
        data: the whole file.
        passphrase: may be wrong, as often as it takes.
        name: of the file, for the sentence.

    Raises:
        NotOpened: wrong passphrase, or damaged.
        Problem: ``backup-no-age``.
    """
    age = _age()
    try:
        plain: bytes = age.passphrase.decrypt(data, passphrase)
    except (age.DecryptError, ValueError) as error:
        raise NotOpened("backup-not-opened", file=name) from error
    return plain


def _age() -> ModuleType:
    try:
        return import_module("pyrage")  # an extra that may not be installed
    except ImportError as error:
        raise Problem("backup-no-age") from error
