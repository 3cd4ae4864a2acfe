"""What the parents' lock has kept, read so that broken values never open it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias
from uuid import UUID

from thermometer.domain.lock import Reset
from thermometer.domain.thresholds import FREE_TRIES, RESET_TAKES

Owner: TypeAlias = UUID | None
"""The parent whose PIN it is; None for a family that has entered no parent."""

PINS, CODE, TRIES, RESET, OFFERED = "pins", "code", "tries", "reset", "offered"
NOTHING: dict[str, object] = dict.fromkeys((PINS, CODE, TRIES, RESET, OFFERED))
"""The values of a lock that nobody has ever set."""
MOST_TRIES = 1_000
"""No more wrong tries are counted: the wait has long been the longest by then."""
LONGEST_RUN = 1e12
"""No device has been switched on for so many seconds."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The lock's values.

    Attributes:
        is_set: whether there is a PIN, be it one that cannot be read any more.
        pins: the hash of each parent's PIN.
        code: the hash of the recovery code, None where there is none.
        tries: wrong tries in a row.
        reset: the reset under way.
        offered: whether somebody was asked to set a PIN, and has answered.
    """

    is_set: bool
    pins: dict[Owner, str]
    code: str | None
    tries: int
    reset: Reset | None
    offered: bool


def kept_of(values: Mapping[str, object]) -> Kept:
    """The values as they lie in the file; what cannot be read counts for the lock."""
    code = values.get(CODE)
    return Kept(
        is_set=PINS in values,
        pins=_pins(values.get(PINS)),
        code=code if code is None or isinstance(code, str) else "",
        tries=_tries(values.get(TRIES, 0)),
        reset=_reset(values.get(RESET)),
        offered=values.get(OFFERED) is True,
    )


def pins_value(pins: Mapping[Owner, str]) -> dict[str, str]:
    """The PINs as they are kept."""
    return {str(owner or ""): hashed for owner, hashed in pins.items()}


def reset_value(reset: Reset) -> dict[str, object]:
    """A reset as it is kept."""
    return {"left": reset.left.total_seconds(), "boot": reset.boot, "mark": reset.mark}


def _pins(value: object) -> dict[Owner, str]:
    if not isinstance(value, dict):
        return {}
    pins: dict[Owner, str] = {}
    for key, hashed in value.items():
        try:
            owner = UUID(key) if key else None
        except ValueError:
            continue
        pins[owner] = str(hashed)
    return pins


def _tries(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        return FREE_TRIES
    return min(value, MOST_TRIES)


def _reset(value: object) -> Reset | None:
    """The reset; None where there is none that can be read, so that it has to begin anew."""
    match value:
        case {"left": int() | float() as left, "boot": str() as boot, "mark": int() | float() as m}:
            sane = 0 <= left <= RESET_TAKES.total_seconds() and abs(m) < LONGEST_RUN
            sane = sane and not isinstance(left, bool) and not isinstance(m, bool)
            return Reset(timedelta(seconds=left), boot, m) if sane else None
        case _:
            return None
