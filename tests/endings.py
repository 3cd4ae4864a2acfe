"""Every test ends with nothing running and no window open, and none waits for a dialog."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from PySide6.QtCore import (
    QAbstractAnimation,
    QCoreApplication,
    QEvent,
    QLocale,
    QThread,
    QThreadPool,
    QTimer,
)
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMessageBox,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

WAIT_MS = 2000
# QMenu.exec, at once static and not, cannot be replaced; tests/house/test_ways.py forbids it.
BLOCKING: tuple[tuple[type, tuple[str, ...]], ...] = (
    (QDialog, ("exec",)),
    (QDrag, ("exec",)),
    (QMessageBox, ("about", "aboutQt", "critical", "information", "question", "warning")),
    (QInputDialog, ("getDouble", "getInt", "getItem", "getMultiLineText", "getText")),
    (
        QFileDialog,
        ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    ),
    (QColorDialog, ("getColor",)),
    (QFontDialog, ("getFont",)),
)
_watched: dict[type, bool] = {}


class BlockingDialogError(AssertionError):
    """Something would have stopped the whole app until somebody answers."""


def _blocked(*args: object, **kwargs: object) -> NoReturn:
    raise BlockingDialogError(args[:1])


def _is_watched(kind: type) -> bool:
    """Whether objects of this type can be left running; remembered, as isinstance is slow here."""
    answer = _watched.get(kind)
    if answer is None:
        answer = issubclass(kind, (QTimer, QAbstractAnimation, QThread))
        _watched[kind] = answer
    return answer


def _is_running(thing: Any) -> bool:
    if not isValid(thing):
        return False
    if isinstance(thing, QTimer):
        return thing.isActive()
    if isinstance(thing, QThread):
        return thing.isRunning() and not thing.isCurrentThread()
    return bool(thing.state() == QAbstractAnimation.State.Running)


def running() -> list[Any]:
    """Every timer, animation and thread of Qt that this test has made and that still runs."""
    return [thing for thing in gc.get_objects() if _is_watched(type(thing)) and _is_running(thing)]


def _stop(thing: Any) -> None:
    if isinstance(thing, QThread):
        thing.quit()
        thing.wait(WAIT_MS)
    else:
        thing.stop()


def _left_behind() -> list[str]:
    """What runs or shows although the test is over; it is stopped, so that it is told once."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = []
    for thing in running():
        left.append(f"still running: {thing!r}")
        _stop(thing)
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            left.append(f"still open: {window!r}")
            window.close()
    if not QThreadPool.globalInstance().waitForDone(WAIT_MS):
        left.append("a worker of the thread pool is still running")
    return left


def _threads_since(before: set[threading.Thread]) -> list[str]:
    """Python's threads that were not there before and do not come to an end by themselves."""
    new = set(threading.enumerate()) - before
    # A thread of Qt that has logged something is known to Python by a stand-in.
    new = {thread for thread in new if not isinstance(thread, threading._DummyThread)}
    for thread in new:
        thread.join(WAIT_MS / 1000)
    return [f"still running: {thread!r}" for thread in new if thread.is_alive()]


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fails a test that leaves a timer, an animation, a thread or a window behind."""
    threads = set(threading.enumerate())
    # What is there already is set aside, or each test would look through the objects of all.
    gc.freeze()
    try:
        yield
        left = _threads_since(threads)
        if QApplication.instance() is not None:
            left += _left_behind()
    finally:
        gc.unfreeze()
    if left:
        pytest.fail("\n".join(left))


@pytest.fixture(autouse=True)
def no_blocking_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that would wait for somebody raises instead of hanging the run."""
    for kind, names in BLOCKING:
        for name in names:
            monkeypatch.setattr(kind, name, _blocked)


@pytest.fixture(autouse=True)
def english() -> None:
    """Numbers and dates as in English, whatever the computer speaks."""
    QLocale.setDefault(QLocale("en_GB"))
