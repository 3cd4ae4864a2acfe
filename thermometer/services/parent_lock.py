"""The lock of the parents' corner: PINs, waiting times, the recovery code, the 24-hour reset.

It keeps a curious nine-year-old and a guest out; it is not a key to the data on the disk. Nothing
but the lock's own values is ever changed or erased by it. It tells nobody of changes: whoever
shows it asks for its state.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from thermometer.domain.lock import Reset, check_pin, plain_code, wait_after
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import CODE_WORDS
from thermometer.services import lock_values as values
from thermometer.services.lock_values import Kept, Owner, kept_of

if TYPE_CHECKING:
    from thermometer.clock import SteadyClock
    from thermometer.store.locks import Locks

_MARK_EVERY = timedelta(minutes=1)


class Answer(StrEnum):
    """What became of a try."""

    OPEN = "open"
    WRONG = "wrong"
    WAIT = "wait"
    """Nothing was tried: it is not time yet."""


@dataclass(frozen=True, slots=True)
class Wait:
    """How long nothing can be tried, and how long it was to be at first."""

    left: timedelta
    whole: timedelta


@dataclass(frozen=True, slots=True)
class LockState:
    """What can be known without opening the lock.

    Attributes:
        is_set: whether a PIN is needed.
        owners: whose PINs there are; None stands for a PIN that is nobody's own.
        has_code: whether there is a recovery code.
        reset_left: how long until the lock opens by itself, if a reset is under way.
    """

    is_set: bool
    owners: tuple[Owner, ...]
    has_code: bool
    reset_left: timedelta | None


class Hasher(Protocol):
    """Makes and compares slow hashes."""

    def hash(self, secret: str) -> str:
        """A salted hash."""

    def matches(self, hashed: str, secret: str) -> bool:
        """Whether ``hashed`` was made of ``secret``."""


def _argon2() -> Hasher:
    from thermometer.services.slow_hash import SlowHash  # noqa: PLC0415 - only at the lock

    return SlowHash()


class ParentLock:
    """The lock, with or without a PIN. The verbs that check or set something are slow on purpose.

    Args:
        locks: where its values are kept.
        words: what recovery codes are made of; asked for only when one is made.
        steady: measures waits and the reset.
        hasher: makes the hasher when it is first needed.
    """

    def __init__(
        self,
        locks: Locks,
        words: Callable[[], Sequence[str]],
        steady: SteadyClock,
        hasher: Callable[[], Hasher] = _argon2,
    ) -> None:
        self._locks, self._words = locks, words
        self._steady, self._hasher = steady, hasher
        self._one_at_a_time = RLock()
        # A wait under way when the program ended begins anew, whole.
        self._last_try = steady.seconds()

    def state(self) -> LockState:
        """How the lock is now; counts a reset on, and opens the lock when it is over.

        Raises:
            Problem: the lock's values cannot be read.
        """
        with self._one_at_a_time:
            kept = self._kept()
            reset = kept.reset and self._counted_on(kept.reset)
            if kept.is_set and reset and reset.is_over:
                self._locks.write(values.NOTHING)
                kept, reset = self._kept(), None
        left = reset.left if kept.is_set and reset else None
        return LockState(kept.is_set, tuple(kept.pins), bool(kept.code), left)

    def words(self) -> Sequence[str]:
        """The words that a recovery code can be made of.

        Raises:
            Problem: ``content-broken``.
        """
        return self._words()

    def wait(self) -> Wait:
        """How long nothing can be tried now."""
        return self._wait(self._kept())

    def try_pin(self, owner: Owner, pin: str) -> Answer:
        """Tries a PIN; a right one ends a reset under way. The try is kept before it is checked.

        Raises:
            Problem: the try could not be kept; nothing was checked.
        """
        return self._try(lambda kept: kept.pins.get(owner, ""), pin, {})

    def try_code(self, code: str) -> Answer:
        """Tries the recovery code, which is used up if it is right.

        Raises:
            Problem: as :meth:`try_pin`.
        """
        return self._try(lambda kept: kept.code or "", plain_code(code), {values.CODE: None})

    def set_pin(self, owner: Owner, pin: str) -> str:
        """Gives a parent a PIN, or another one.

        Returns:
            The recovery code, to be shown once; empty where there is one already.

        Raises:
            Problem: ``pin-length``, ``pin-obvious``, or it could not be kept; nothing was changed.
        """
        hashed = self._hasher().hash(check_pin(pin))
        with self._one_at_a_time:
            kept = self._kept()
            code = "" if kept.code else self._fresh_code()
            pins = values.pins_value(kept.pins | {owner: hashed})
            new: dict[str, object] = {values.PINS: pins, values.OFFERED: True}
            new |= {values.TRIES: None, values.RESET: None}
            if code:
                new[values.CODE] = self._hasher().hash(code)
            self._locks.write(new)
        return code

    def take_away(self, owner: Owner) -> None:
        """Takes a parent's PIN away; with the last one goes the recovery code.

        Raises:
            Problem: nothing was changed.
        """
        with self._one_at_a_time:
            pins = self._kept().pins
            pins.pop(owner, None)
            rest = {values.PINS: values.pins_value(pins)} if pins else values.NOTHING
            self._locks.write(rest | {values.OFFERED: True})

    def new_code(self) -> str:
        """A recovery code in place of the one before, to be shown once.

        Raises:
            Problem: nothing was changed.
        """
        code = self._fresh_code()
        self._locks.write({values.CODE: self._hasher().hash(code)})
        return code

    def start_reset(self) -> None:
        """Lets the lock open by itself after 24 hours, unless a right PIN is entered before.

        Raises:
            Problem: nothing was changed.
        """
        with self._one_at_a_time:
            kept = self._kept()
            if kept.is_set and kept.reset is None:
                begun = Reset.begun(self._steady.boot(), self._steady.seconds())
                self._locks.write({values.RESET: values.reset_value(begun)})

    def is_offer_due(self) -> bool:
        """Whether nobody has been asked yet if they would like a PIN.

        Raises:
            Problem: the lock's values cannot be read.
        """
        kept = self._kept()
        return not (kept.is_set or kept.offered)

    def refuse_offer(self) -> None:
        """Somebody would rather have no PIN now.

        Raises:
            Problem: nothing was changed.
        """
        self._locks.write({values.OFFERED: True})

    def _kept(self) -> Kept:
        return kept_of(self._locks.read())

    def _wait(self, kept: Kept) -> Wait:
        whole = wait_after(kept.tries)
        passed = timedelta(seconds=self._steady.seconds() - self._last_try)
        return Wait(max(timedelta(), whole - passed), whole)

    def _try(self, hashed: Callable[[Kept], str], secret: str, used: dict[str, object]) -> Answer:
        with self._one_at_a_time:
            kept = self._kept()
            if self._wait(kept).left:
                return Answer.WAIT
            # Kept first: pulling the plug during the check does not give the try back.
            self._locks.write({values.TRIES: kept.tries + 1})
            known = hashed(kept)
            is_right = bool(known) and self._hasher().matches(known, secret)
            self._last_try = self._steady.seconds()
            if not is_right:
                return Answer.WRONG
            self._locks.write({values.TRIES: None, values.RESET: None} | used)
            return Answer.OPEN

    def _counted_on(self, reset: Reset) -> Reset:
        """The reset as it is now; kept now and then, so that a switch-off costs a minute only."""
        now = reset.at(self._steady.boot(), self._steady.seconds())
        if now.boot != reset.boot or now.mark < reset.mark or reset.left - now.left >= _MARK_EVERY:
            # A full disk delays the reset; it is no reason not to show Home.
            with suppress(Problem):
                self._locks.write({values.RESET: values.reset_value(now)})
        return now

    def _fresh_code(self) -> str:
        import secrets  # noqa: PLC0415 - slow to load, and a start needs none

        words = self._words()
        return " ".join(secrets.choice(words) for _ in range(CODE_WORDS))
