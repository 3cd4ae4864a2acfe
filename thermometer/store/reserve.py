"""Two megabytes put by for the moment when the disk is full."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SIZE = 2 * 1024 * 1024
_NEW = os.O_CREAT | os.O_WRONLY | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Reserve:
    """A file that only takes up room, until a tap needs it.

    Args:
        path: where it lies; on the same disk as the data.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self) -> bool:
        """Puts the room by, if it is not and the disk has plenty; says whether it is put by."""
        try:
            if self._path.stat().st_size >= SIZE:
                return True
        except OSError:
            pass
        try:
            if shutil.disk_usage(self._path.parent).free < 4 * SIZE:
                return False
            # Random, because a disk that compresses would keep nothing for zeros.
            with os.fdopen(os.open(self._path, _NEW, 0o600), "wb") as file:
                file.write(os.urandom(SIZE))
        except OSError:
            self.free()
            return False
        return True

    def free(self) -> bool:
        """Gives the room back; says whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
