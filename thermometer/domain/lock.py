"""The parents' lock: which PINs are too easy, how long to wait, when a reset is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import (
    CODE_WORDS,
    FIRST_WAIT,
    FREE_TRIES,
    LONGEST_WAIT,
    PIN_LONGEST,
    PIN_SHORTEST,
    RESET_TAKES,
)

_DIGITS = frozenset("0123456789")
# Where each digit stands on the pad: its row and its column.
_PLACES = {digit: divmod(i, 3) for i, digit in enumerate("123456789")} | {"0": (3, 1)}
_CORNERS = (frozenset("1379"), frozenset("2468"))
_YEARS = range(1920, 2060)


def check_pin(pin: str) -> str:
    """``pin``, if it may be one.

    Raises:
        Problem: ``pin-length`` for what is not four to eight digits, ``pin-obvious`` for what a
            nine-year-old would try first.
    """
    if not (PIN_SHORTEST <= len(pin) <= PIN_LONGEST and _DIGITS.issuperset(pin)):
        raise Problem("pin-length", shortest=PIN_SHORTEST, longest=PIN_LONGEST)
    if is_obvious(pin):
        raise Problem("pin-obvious")
    return pin


def is_obvious(pin: str) -> bool:
    """Whether a PIN is among the first that anybody would try.

    Runs (1234, 8642, 7777) and doubled ones (1122), what repeats itself (1212, 123123), what reads
    the same backwards (1221), years, and the lines and corners of the pad (2580, 147258, 1379).
    """
    doubled = pin[::2] == pin[1::2] and _is_run(pin[::2])
    year = len(pin) == PIN_SHORTEST and int(pin) in _YEARS
    return doubled or year or _is_run(pin) or _repeats(pin) or pin == pin[::-1] or _is_drawn(pin)


def _is_run(pin: str) -> bool:
    """Whether each digit is as far from the one before as the next (after 9 comes 0)."""
    return len({(int(b) - int(a)) % 10 for a, b in pairwise(pin)}) == 1


def _is_drawn(pin: str) -> bool:
    """Whether a finger draws it on the pad: straight lines of three or more, or four corners."""
    lines = [pin] if len(pin) % 3 else [pin[i : i + 3] for i in range(0, len(pin), 3)]
    return all(map(_is_line, lines)) or (len(pin) == len(set(pin)) and frozenset(pin) in _CORNERS)


def _is_line(digits: str) -> bool:
    """Whether the digits stand one after another in a straight line on the pad."""
    places = [_PLACES[digit] for digit in digits]
    steps = {(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places)}
    return len(steps) == 1


def _repeats(pin: str) -> bool:
    """Whether the PIN is a shorter one said again and again."""
    half = range(1, len(pin) // 2 + 1)
    return any(len(pin) % n == 0 and pin == pin[:n] * (len(pin) // n) for n in half)


def wait_after(failed: int) -> timedelta:
    """How long nothing can be tried after ``failed`` wrong tries in a row."""
    if failed < FREE_TRIES:
        return timedelta()
    doublings = min(failed - FREE_TRIES, LONGEST_WAIT // FIRST_WAIT)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def plain_code(text: str) -> str:
    """A recovery code as it is compared: small letters, one space between words."""
    spaced = "".join(c if c.isalpha() else " " for c in text.casefold())
    return " ".join(spaced.split())


def is_whole_code(text: str) -> bool:
    """Whether ``text`` has as many words as a recovery code."""
    return len(plain_code(text).split()) == CODE_WORDS


def completions(words: Iterable[str], begun: str, most: int) -> tuple[str, ...]:
    """Words that begin with ``begun``; none if there are more than ``most``.

    A word that is whole comes although others begin with it.
    """
    found = tuple(word for word in words if word.startswith(begun)) if begun else ()
    return found if len(found) <= most else tuple(word for word in found if word == begun)


@dataclass(frozen=True, slots=True)
class Reset:
    """A lock on its way to open by itself.

    Its 24 hours are counted by a clock that nobody can set (:class:`thermometer.clock.SteadyClock`)
    and not by the calendar's: setting the date forward brings nothing. That clock goes on while the
    device sleeps; the time during which the device is switched off is not counted.

    Attributes:
        left: how much had to pass yet at ``mark``.
        boot: which start of the device ``mark`` belongs to.
        mark: what the clock showed, in seconds.
    """

    left: timedelta
    boot: str
    mark: float

    @classmethod
    def begun(cls, boot: str, seconds: float) -> Reset:
        """A reset that begins now."""
        return cls(RESET_TAKES, boot, seconds)

    def at(self, boot: str, seconds: float) -> Reset:
        """The same reset, counted on to what the clock shows now."""
        if boot != self.boot or seconds < self.mark:
            return replace(self, boot=boot, mark=seconds)
        passed = min(timedelta(seconds=seconds - self.mark), self.left)
        return Reset(self.left - passed, boot, seconds)

    @property
    def is_over(self) -> bool:
        """Whether the lock is open now."""
        return self.left <= timedelta()
