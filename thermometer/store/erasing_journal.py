"""What is being erased, kept beside the data until it is done; it holds an id and never a name.

What is done already is not written down: every step asks the files themselves, and finds nothing
to do where it has been. Only that what happened to somebody has left the open data file is known
there by a mark of this journal: to find that out by looking takes seconds, at every start.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from secrets import randbelow
from uuid import UUID

JOURNAL = "erasing.json"
EVERYTHING = "everything"
MARKS = 2**31 - 1
"""How many there are; 0 is none."""


def is_pending(folder: Path) -> bool:
    """Whether something was begun to be erased in ``folder`` and is not done."""
    return (folder / JOURNAL).exists()


def begin(folder: Path, what: UUID | str, *, inside: bool = False) -> None:
    """Keeps ``what`` is to be erased; when this returns it is on the disk.

    Args:
        folder: of the family's data.
        what: a person's id, or ``EVERYTHING``.
        inside: whether a name goes from longer words, too.

    Raises:
        OSError: it was not kept.
    """
    part = folder / f"{JOURNAL}.part"
    with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
        json.dump({"erase": str(what), "inside": inside, "mark": 1 + randbelow(MARKS)}, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / JOURNAL)
    to_disk(folder)


def begun(folder: Path) -> UUID | str | None:
    """What is being erased; None if that cannot be read, for then it was never begun.

    Raises:
        OSError: it cannot be read.
    """
    try:
        what = str(json.loads((folder / JOURNAL).read_text(encoding="utf-8"))["erase"])
        return EVERYTHING if what == EVERYTHING else UUID(what)
    except (ValueError, TypeError, KeyError):
        return None


def is_inside(folder: Path) -> bool:
    """Whether a name goes from longer words, too; not where that cannot be read.

    Raises:
        OSError: it cannot be read.
    """
    try:
        return json.loads((folder / JOURNAL).read_text(encoding="utf-8"))["inside"] is True
    except (ValueError, TypeError, KeyError):
        return False


def mark(folder: Path) -> int:
    """What tells this journal from every other; 0 where that cannot be read.

    Raises:
        OSError: it cannot be read.
    """
    try:
        found = json.loads((folder / JOURNAL).read_text(encoding="utf-8"))["mark"]
    except (ValueError, TypeError, KeyError):
        return 0
    return found if isinstance(found, int) and 0 < found <= MARKS else 0


def end(folder: Path) -> None:
    """It is done.

    Raises:
        OSError: it is still written that it is not.
    """
    part = folder / f"{JOURNAL}.part"
    if not part.is_dir():  # which is none of ours
        part.unlink(missing_ok=True)
    (folder / JOURNAL).unlink(missing_ok=True)
    to_disk(folder)


def to_disk(folder: Path) -> None:
    """Waits until the names in ``folder`` have reached the disk."""
    from thermometer.store import copying  # noqa: PLC0415 - a start without a journal needs none

    copying.to_disk(folder)
