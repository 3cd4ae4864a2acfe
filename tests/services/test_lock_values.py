"""What is broken in the file never opens the lock."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from thermometer.domain.lock import Reset
from thermometer.services.lock_values import MOST_TRIES, Kept, kept_of, pins_value, reset_value
from thermometer.store.locks import Garbled

NOBODY = Kept(is_set=False, pins={}, code=None, tries=0, reset=None, offered=False)


def test_nothing_kept_is_a_lock_that_was_never_set() -> None:
    assert kept_of({}) == NOBODY


def test_what_is_written_is_read_back() -> None:
    mum, reset = uuid4(), Reset(timedelta(hours=3), "boot", 12.5)
    pins = {mum: "one", None: "two"}
    values = {
        "pins": pins_value(pins),
        "code": "three",
        "tries": 4,
        "reset": reset_value(reset),
        "offered": True,
    }
    assert kept_of(values) == Kept(
        is_set=True, pins=pins, code="three", tries=4, reset=reset, offered=True
    )


@pytest.mark.parametrize("pins", [Garbled(), {}, [], "4907", 5, {"nobody": "hash"}])
def test_pins_that_cannot_be_read_are_still_pins(pins: object) -> None:
    kept = kept_of({"pins": pins})
    assert kept.is_set
    assert kept.pins == {}


@pytest.mark.parametrize("tries", [Garbled(), None, -1, True, 1.5, "0", []])
def test_tries_that_cannot_be_read_are_used_up(tries: object) -> None:
    assert kept_of({"tries": tries}).tries == 5


def test_tries_without_end_can_still_be_counted_on() -> None:
    assert kept_of({"tries": int("9" * 4300)}).tries == MOST_TRIES


@pytest.mark.parametrize("code", [Garbled(), 5, ["acorn"]])
def test_a_code_that_cannot_be_read_is_one_that_nothing_matches(code: object) -> None:
    assert kept_of({"code": code}).code == ""


@pytest.mark.parametrize(
    "reset",
    [
        Garbled(),
        {},
        {"left": "0", "boot": "b", "mark": 0},
        {"left": -1, "boot": "b", "mark": 0},
        {"left": 1e9, "boot": "b", "mark": 0},
        {"left": float("nan"), "boot": "b", "mark": 0},
        {"left": 5, "boot": "b", "mark": float("nan")},
        {"left": 5, "boot": "b", "mark": float("-inf")},
        {"left": 5, "boot": None, "mark": 0},
        {"left": True, "boot": "b", "mark": 0},
        {"left": 5, "boot": "b", "mark": True},
        {"left": 5, "boot": "b", "mark": 10**400},
    ],
)
def test_a_reset_that_cannot_be_read_is_none(reset: object) -> None:
    assert kept_of({"reset": reset}).reset is None


def test_a_reset_that_was_just_over_is_still_over() -> None:
    reset = kept_of({"reset": {"left": 0.0, "boot": "b", "mark": 0}}).reset
    assert reset is not None
    assert reset.is_over


@pytest.mark.parametrize("offered", [Garbled(), 1, "yes", None])
def test_only_a_plain_yes_is_an_answer(offered: object) -> None:
    assert not kept_of({"offered": offered}).offered
