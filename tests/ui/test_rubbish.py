"""Rubbish is never looked for on a worker's thread: a widget destroyed there ends the program."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from thermometer.services.work import Work
from thermometer.ui.background import SWITCH_SECONDS, Background
from thermometer.ui.rubbish import Rubbish

MUCH = 20_000
"""More new things than Python makes before it looks for rubbish."""


@pytest.fixture
def looked() -> Iterator[list[str]]:
    """On which threads rubbish was looked for."""
    found: list[str] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            found.append(threading.current_thread().name)

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def litter(*_: object) -> list[list[int]]:
    return [[n] for n in range(MUCH)]


def test_a_thread_of_its_own_makes_rubbish_and_leaves_it(qtbot: QtBot, looked: list[str]) -> None:
    parent = QObject()
    work = Background(parent)
    for _ in range(3):
        with qtbot.waitSignal(work.done):
            work.start(litter)
    assert set(looked) <= {threading.main_thread().name}
    assert gc.isenabled()


def _fail(_work: Work) -> object:
    raise RuntimeError


def _stop(work: Work) -> object:
    while True:
        work.check()


@pytest.mark.parametrize("job", [_fail, _stop])
def test_it_is_looked_for_again_whatever_became_of_the_work(
    qtbot: QtBot, job: Callable[[Work], object]
) -> None:
    parent = QObject()
    work = Background(parent)
    work.start(job)
    assert not gc.isenabled()
    work.finish()
    assert gc.isenabled()


def test_only_after_the_last_of_them() -> None:
    rubbish = Rubbish()
    rubbish.leave()
    rubbish.leave()
    rubbish.look_again()
    assert not gc.isenabled()
    rubbish.look_again()
    assert gc.isenabled()


def test_two_at_work_leave_the_window_first(qtbot: QtBot) -> None:
    parent = QObject()
    works = [Background(parent), Background(parent)]
    for work in works:
        work.start(_stop)
    for work in works:
        assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS)
        work.finish()
