"""What the program notes down for whoever looks for a mistake: where and what kind, never who.

Names, notes and zones never go into it: what is logged are keys, names of classes, places in the
code, counts and versions, and an exception is noted as its kind. Its words might hold a name.
"""

from __future__ import annotations

import copy
import logging
import os
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import gmtime
from types import TracebackType

from typing_extensions import override

from thermometer.store import opening
from thermometer.store.database import FILE

LARGEST, OLDER = 256 * 1024, 2
"""Bytes of one file, and how many older ones are kept beside it."""
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
log = logging.getLogger("thermometer")


def path_in(folder: Path) -> Path:
    """Where the log of the family's data in ``folder`` is."""
    return opening.log_path(folder / FILE)


def kind_of(error: BaseException) -> str:
    """What may be noted of an exception: its kind, and which part of the system is missing."""
    kind = type(error).__name__
    return f"{kind} ({error.name})" if isinstance(error, ImportError) and error.name else kind


class Plain(logging.Formatter):
    """A line for each record, in UTC, without the words of any exception."""

    converter = staticmethod(gmtime)

    def __init__(self) -> None:
        super().__init__(LINE)

    @override
    def format(self, record: logging.LogRecord) -> str:
        plain = copy.copy(record)
        plain.exc_text = None
        if isinstance(record.args, tuple):
            plain.args = tuple(
                kind_of(arg) if isinstance(arg, BaseException) else arg for arg in record.args
            )
        return super().format(plain)

    @override
    def formatException(self, ei: ExcInfo) -> str:
        kind, _, trace = ei
        frames = []
        while trace is not None:
            code = trace.tb_frame.f_code
            frames.append(f"{Path(code.co_filename).stem}.{code.co_name}:{trace.tb_lineno}")
            trace = trace.tb_next
        return f"{kind.__name__ if kind else ''} at {' < '.join(reversed(frames))}"


class Rotating(RotatingFileHandler):
    """Only the family's own account can read it; where it cannot be written nothing else ends."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8", delay=True)
        self.setFormatter(Plain())

    @override
    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        handle = os.open(self.baseFilename, flags, 0o600)
        return os.fdopen(handle, "a", encoding=self.encoding)

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk, or a folder that is gone: what is not logged is lost, and nothing else."""

    @override
    def close(self) -> None:
        with suppress(OSError):  # a full disk says so once more
            super().close()


class LogFile:
    """The log of one open family; it ends with :meth:`close`.

    Args:
        folder: where the family's data is.
    """

    def __init__(self, folder: Path) -> None:
        self.path = path_in(folder)
        with suppress(OSError):  # the handler finds no folder then, and is silent
            self.path.parent.mkdir(mode=0o700, exist_ok=True)
        self._handler = Rotating(self.path)
        self._before = log.level
        log.setLevel(logging.INFO)
        log.addHandler(self._handler)

    def close(self) -> None:
        """Nothing more is written to it."""
        log.removeHandler(self._handler)
        log.setLevel(self._before)
        self._handler.close()
