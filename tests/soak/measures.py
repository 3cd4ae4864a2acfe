"""What must not grow over a year: memory, threads, timers, open files, widgets, objects."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from typing_extensions import override

MOST_MEMORY = 1.2
"""At the end, times that after the first day."""
MOST_ON_PAGES = 1.5
"""Widgets and objects on all pages: how many hard moments wait makes them more or fewer."""
_SELF = Path("/proc/self")


@dataclass(frozen=True, slots=True)
class Measure:
    """At rest, at Home. ``memory`` is resident, in bytes; ``references`` are Python's own."""

    memory: int
    threads: int
    timers: int
    files: int
    windows: int
    widgets: int
    objects: int
    references: int

    @override
    def __str__(self) -> str:
        return (
            f"{self.memory / 2**20:6.1f} MB, {self.threads} threads, {self.timers} timers,"
            f" {self.files} files, {self.windows} windows, {self.widgets} widgets,"
            f" {self.objects} objects of Qt, {self.references} of Python"
        )


def take() -> Measure:
    """Counts everything now; what is only waiting to be thrown away is thrown away first."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    objects = _objects()
    return Measure(
        memory=_resident(),
        threads=len(list((_SELF / "task").iterdir())),
        timers=sum(isinstance(one, QTimer) and one.isActive() for one in objects),
        files=len(list((_SELF / "fd").iterdir())),
        windows=len(QApplication.topLevelWidgets()),
        widgets=len(QApplication.allWidgets()),
        objects=len(objects),
        references=len(gc.get_objects()),
    )


def _resident() -> int:
    pages = (_SELF / "statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _objects() -> list[QObject]:
    """Every object of Qt that hangs in a window or in the application, or that Python holds."""
    application = QCoreApplication.instance()
    roots: list[QObject] = [*QApplication.topLevelWidgets()]
    if application is not None:
        roots.append(application)
    found = {id(one): one for root in roots for one in (root, *root.findChildren(QObject))}
    for one in gc.get_objects():
        if not isinstance(one, ModuleType) and isinstance(one, QObject) and isValid(one):
            found[id(one)] = one
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Checked:
    """Measured as it stands, and again once every page was thrown away: what hangs on is a leak.

    As it stands a page holds as much as there is to show; so only the second may be compared.
    """

    standing: Measure
    bare: Measure


def grown(first: Checked, month: Measure, last: Checked) -> list[str]:
    """What is more than it may be, in words.

    Args:
        first: after the first day.
        month: as it stood after the first month, when every page had something to show.
        last: at the end.
    """
    words = [
        f"{name}: {before} after the first day, {after} at the end"
        for name in ("threads", "timers", "files", "windows", "widgets", "objects")
        if (after := getattr(last.bare, name)) > (before := getattr(first.bare, name))
    ]
    words += [
        f"{name} on pages: {before} after the first month, {after} at the end"
        for name in ("widgets", "objects")
        if (after := getattr(last.standing, name))
        > MOST_ON_PAGES * (before := getattr(month, name))
    ]
    if last.standing.memory > first.standing.memory * MOST_MEMORY:
        share = last.standing.memory / first.standing.memory
        words.append(f"memory: {share:.2f} x that after the first day")
    return words
