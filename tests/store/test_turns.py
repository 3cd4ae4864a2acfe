"""Whose turn it is: long work sees who waits, and is hurried."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from thermometer.store import turns as module
from thermometer.store.turns import Turns


class EnoughError(Exception):
    """Nobody waits any longer."""


def come(turns: Turns) -> threading.Thread:
    """Another thread that takes one turn."""

    def take_one() -> None:
        with turns:
            pass

    thread = threading.Thread(target=take_one)
    thread.start()
    return thread


def until(condition: Callable[[], bool]) -> None:
    """Lets other threads run until ``condition`` holds."""
    nothing = threading.Event()
    for _ in range(5_000):
        if condition():
            return
        nothing.wait(0.001)
    raise TimeoutError(condition)


def test_a_thread_may_take_its_turn_within_its_turn() -> None:
    turns = Turns()
    with turns, turns:
        assert not turns.wanted


def test_who_waits_is_seen_and_gets_the_next_turn() -> None:
    turns = Turns()
    with turns:
        other = come(turns)
        until(lambda: turns.wanted)
    other.join()
    assert not turns.wanted


def test_who_has_to_wait_hurries_the_others() -> None:
    turns = Turns()
    hurried: list[int] = []
    with turns.hurried_by(lambda: hurried.append(threading.get_ident())), turns:
        other = come(turns)
        until(lambda: bool(hurried))
        assert hurried == [other.ident]
    other.join()
    with turns:
        other = come(turns)
        until(lambda: turns.wanted)
    other.join()
    assert len(hurried) == 1  # only while it is wished


def test_a_thread_that_is_alone_never_waits_for_quiet() -> None:
    turns = Turns()
    with turns:
        pass
    turns.wait_for_quiet(pytest.fail)


def test_it_is_quiet_a_while_after_another_thread_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET_SECONDS", 0.05)
    turns = Turns()
    come(turns).join()
    looked: list[None] = []
    turns.wait_for_quiet(lambda: looked.append(None))
    assert looked
    come(turns).join()
    turns.wait_for_quiet()  # nobody has to be asked


def test_waiting_for_quiet_can_be_given_up() -> None:
    turns = Turns()
    come(turns).join()

    def enough() -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        turns.wait_for_quiet(enough)
