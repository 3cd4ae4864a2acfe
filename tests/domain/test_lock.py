from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thermometer.domain.lock import (
    Reset,
    check_pin,
    completions,
    is_obvious,
    is_whole_code,
    plain_code,
    wait_after,
)
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import LONGEST_WAIT, RESET_TAKES

HOUR = 3600.0


@pytest.mark.parametrize(
    "pin",
    "0000 1111 77777 1234 4321 0123 6789 7890 8901 3210 2468 8642 13579 1122 9988 112233 1212 4747 "
    "123123 12341234 1221 50705 1924 1987 2019 2026 2580 0852 1379 3971 2684 147258 741852 159753 "
    "258456 12345678 98765432".split(),
)
def test_the_obvious_is_refused(pin: str) -> None:
    assert is_obvious(pin)
    with pytest.raises(Problem) as problem:
        check_pin(pin)
    assert problem.value.key == "pin-obvious"


@pytest.mark.parametrize("pin", "4907 7351 9063 5204 83619 836194 1923748 40718263".split())
def test_others_are_fine(pin: str) -> None:
    assert check_pin(pin) == pin


@pytest.mark.parametrize("pin", ["", "1", "490", "490735126", "49 07", "49o7", "٤٩٠٧", "4907\n"])
def test_four_to_eight_digits_and_nothing_else(pin: str) -> None:
    with pytest.raises(Problem) as problem:
        check_pin(pin)
    assert problem.value.key == "pin-length"


def test_most_pins_of_four_digits_are_left() -> None:
    refused = sum(is_obvious(f"{number:04}") for number in range(10_000))
    assert 300 < refused < 600


@given(st.text("0123456789", min_size=5, max_size=8))
def test_a_pin_is_as_obvious_backwards(pin: str) -> None:
    assert is_obvious(pin) == is_obvious(pin[::-1])


@pytest.mark.parametrize(
    ("failed", "seconds"),
    [
        (0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900),
        (11, 900), (1_000_000, 900),
    ],
)  # fmt: skip
def test_waits_double_up_to_a_quarter_of_an_hour(failed: int, seconds: int) -> None:
    assert wait_after(failed) == timedelta(seconds=seconds)


@given(st.integers(0, 10**9))
def test_no_wait_is_shorter_than_the_one_before(failed: int) -> None:
    assert timedelta() <= wait_after(failed) <= wait_after(failed + 1) <= LONGEST_WAIT


@pytest.mark.parametrize(
    "text",
    [
        "acorn moon pear sail tent",
        " Acorn, MOON\tpear\nsail-tent. ",
        "1 acorn 2 moon pear·sail·tent",
    ],
)
def test_a_code_is_read_as_people_write_it(text: str) -> None:
    assert plain_code(text) == "acorn moon pear sail tent"
    assert is_whole_code(text)


@pytest.mark.parametrize("text", ["", "acorn", "acorn moon pear sail", "a b c d e f"])
def test_a_code_has_five_words(text: str) -> None:
    assert not is_whole_code(text)


def test_words_are_offered_once_they_are_few() -> None:
    words = ("car", "card", "cargo", "cat", "dove")
    assert completions(words, "", 3) == ()
    assert completions(words, "c", 3) == ()
    assert completions(words, "ca", 4) == ("car", "card", "cargo", "cat")
    assert completions(words, "car", 2) == ("car",)
    assert completions(words, "card", 2) == ("card",)
    assert completions(words, "x", 2) == ()


# A device's life: how long each start of it runs, and what the calendar claims meanwhile.
runs = st.lists(st.tuples(st.booleans(), st.floats(0, 30 * HOUR)), max_size=12)


def test_a_reset_is_over_after_a_day_of_running() -> None:
    reset = Reset.begun("boot", 100.0)
    assert reset.left == RESET_TAKES
    almost = reset.at("boot", 100.0 + 24 * HOUR - 1)
    assert almost.left == timedelta(seconds=1)
    assert not almost.is_over
    assert almost.at("boot", 100.0 + 24 * HOUR).is_over


def test_what_the_device_is_off_does_not_count() -> None:
    reset = Reset.begun("monday", 0.0).at("monday", 10 * HOUR)
    tuesday = reset.at("tuesday", 20 * HOUR)
    assert tuesday.left == timedelta(hours=14)
    assert tuesday.at("tuesday", 30 * HOUR).left == timedelta(hours=4)


def test_a_clock_that_went_back_brings_nothing() -> None:
    reset = Reset.begun("boot", 10 * HOUR).at("boot", 2 * HOUR)
    assert (reset.left, reset.mark) == (RESET_TAKES, 2 * HOUR)


@given(runs)
def test_never_over_before_a_day_has_really_passed(life: list[tuple[bool, float]]) -> None:
    boot, now, ran = 0, 0.0, 0.0
    reset = Reset.begun("0", 0.0)
    for restarted, seconds in life:
        if restarted:
            boot, now = boot + 1, 0.0
            reset = reset.at(str(boot), now)
        now += seconds
        ran += seconds
        later = reset.at(str(boot), now)
        assert timedelta() <= later.left <= reset.left
        reset = later
        assert reset.is_over <= (ran >= RESET_TAKES.total_seconds() - 0.001)
    passed = min(timedelta(seconds=ran), RESET_TAKES)
    assert abs(RESET_TAKES - reset.left - passed) < timedelta(milliseconds=1)
