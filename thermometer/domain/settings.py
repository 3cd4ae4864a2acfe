"""What a family chooses about how the program looks and behaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from thermometer.domain.tools import Pace
from thermometer.domain.usual import USUAL_DIM, USUAL_IDLE, USUAL_OOPS

if TYPE_CHECKING:
    from thermometer.domain.people import Person

E = TypeVar("E", bound=StrEnum)

TEXT_SIZES = (100, 125, 150, 200)
"""In per cent of the usual."""
OOPS_SECONDS = (5, 10, 20, 30)
IDLE_MINUTES = (2, 5, 10, 30)
NEVER = 0
DIM_MINUTES = (2, 5, 10, 30, NEVER)
LOUDNESSES = (25, 50, 75, 100)
"""In per cent of what the computer is set to."""
SPEECH_RATES = (-2, 0, 2)
"""Slower, as usual, faster: in fifths of the way to the slowest or the fastest there is."""
USUAL_LOUDNESS = 75
LONGEST_NAME = 200
"""Of a voice or a language, in characters; whatever is longer is none."""
LEAST_PHASE = 0.5
"""No breath gets so fast that one of its phases is shorter than this, in seconds."""


class Look(StrEnum):
    """The colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Motion(StrEnum):
    """Whether things move to where they belong, or are simply there."""

    FULL = "full"
    REDUCED = "reduced"


class FirstDay(StrEnum):
    """The first day of a family's week."""

    SYSTEM = "system"
    MONDAY = "monday"
    SUNDAY = "sunday"
    SATURDAY = "saturday"

    @property
    def weekday(self) -> int | None:
        """0 for Monday to 6 for Sunday; None where the system decides."""
        return {self.MONDAY: 0, self.SUNDAY: 6, self.SATURDAY: 5}.get(self)


class BreathPace(StrEnum):
    """How long one breath of a guide lasts."""

    SLOWER = "slower"
    AS_IS = "as-is"
    FASTER = "faster"

    @property
    def seconds(self) -> float:
        """So much longer than the pace of the age band."""
        return {self.SLOWER: 1.0, self.FASTER: -1.0}.get(self, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a family has chosen; without a choice what suits most.

    ``text_size`` is in per cent, ``oops_seconds`` and ``idle_minutes`` are how long "Oops" stays
    and after how long nobody touches the screen it goes Home. ``hidden_on_home`` are the
    grown-ups whose zone Home does not show; ``moment_on_home``, ``noticed_on_home`` and
    ``words_on_home`` whether it has "We had a hard moment", "I noticed", and the zones' words.
    ``read_aloud`` and ``not_read_aloud`` are those for whom a parent has switched *Read to me* on
    or off.
    """

    look: Look = Look.SYSTEM
    text_size: int = TEXT_SIZES[0]
    motion: Motion = Motion.FULL
    sound: bool = True
    loudness: int = USUAL_LOUDNESS
    first_day: FirstDay = FirstDay.SYSTEM
    oops_seconds: int = USUAL_OOPS
    idle_minutes: int = USUAL_IDLE
    breath_pace: BreathPace = BreathPace.AS_IS
    hidden_on_home: frozenset[UUID] = frozenset()
    moment_on_home: bool = True
    noticed_on_home: bool = True
    words_on_home: bool = True
    dim_minutes: int = USUAL_DIM
    read_aloud: frozenset[UUID] = frozenset()
    not_read_aloud: frozenset[UUID] = frozenset()
    voice: str = ""
    speech_rate: int = 0
    language: str = ""

    @classmethod
    def of(cls, values: object) -> Preferences:
        """The preferences kept as ``values``; what cannot be read is what suits most."""
        kept: Mapping[Any, object] = values if isinstance(values, Mapping) else {}
        usual = cls()
        return cls(
            look=_one_of(Look, kept.get("look"), usual.look),
            text_size=_number(TEXT_SIZES, kept.get("text_size"), usual.text_size),
            motion=_one_of(Motion, kept.get("motion"), usual.motion),
            sound=kept.get("sound") is not False,
            loudness=_number(LOUDNESSES, kept.get("loudness"), usual.loudness),
            first_day=_one_of(FirstDay, kept.get("first_day"), usual.first_day),
            oops_seconds=_number(OOPS_SECONDS, kept.get("oops_seconds"), usual.oops_seconds),
            idle_minutes=_number(IDLE_MINUTES, kept.get("idle_minutes"), usual.idle_minutes),
            breath_pace=_one_of(BreathPace, kept.get("breath_pace"), usual.breath_pace),
            hidden_on_home=_ids(kept.get("hidden_on_home")),
            moment_on_home=kept.get("moment_on_home") is not False,
            noticed_on_home=kept.get("noticed_on_home") is not False,
            words_on_home=kept.get("words_on_home") is not False,
            dim_minutes=_number(DIM_MINUTES, kept.get("dim_minutes"), usual.dim_minutes),
            read_aloud=_ids(kept.get("read_aloud")),
            not_read_aloud=_ids(kept.get("not_read_aloud")),
            voice=_name(kept.get("voice")),
            speech_rate=_number(SPEECH_RATES, kept.get("speech_rate"), usual.speech_rate),
            language=_name(kept.get("language")),
        )

    def values(self) -> dict[str, object]:
        """As they are kept."""
        return {key: _plain(value) for key, value in asdict(self).items()}

    @property
    def text_scale(self) -> float:
        """How many times as large as usual the text is."""
        return self.text_size / 100

    def showing(self, person: UUID, *, shown: bool) -> Preferences:
        """With the zone of ``person`` shown on Home, or not."""
        others = self.hidden_on_home - {person}
        return replace(self, hidden_on_home=others if shown else others | {person})

    def reading_to(self, person: UUID, *, on: bool) -> Preferences:
        """With *Read to me* for ``person``, or without."""
        read, not_read = self.read_aloud - {person}, self.not_read_aloud - {person}
        if on:
            return replace(self, read_aloud=read | {person}, not_read_aloud=not_read)
        return replace(self, read_aloud=read, not_read_aloud=not_read | {person})

    def reads_to(self, person: Person) -> bool:
        """Whether *Read to me* is for ``person``: for a child unless it was switched off."""
        return person.id in self.read_aloud or (
            person.is_child and person.id not in self.not_read_aloud
        )

    def pace(self, pace: Pace) -> Pace:
        """``pace`` with each breath as much longer or shorter as was chosen.

        The phases keep their proportions: a square stays a square.
        """
        least = min(p for p in (pace.inhale, pace.exhale, pace.hold_in, pace.hold_out) if p > 0)
        share = 1 + self.breath_pace.seconds / pace.breath
        share = max(share, min(1.0, LEAST_PHASE / least))
        return Pace(
            inhale=pace.inhale * share,
            exhale=pace.exhale * share,
            breaths=pace.breaths,
            hold_in=pace.hold_in * share,
            hold_out=pace.hold_out * share,
        )


def _one_of(kind: type[E], value: object, usual: E) -> E:
    return next((member for member in kind if member == value), usual)


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(str(id_) for id_ in value)
    return str(value) if isinstance(value, StrEnum) else value


def _name(value: object) -> str:
    """A name that can be kept again: half a character, as JSON can hold it, cannot."""
    whole = isinstance(value, str) and not any("\ud800" <= c <= "\udfff" for c in value)
    return value if whole and isinstance(value, str) and len(value) <= LONGEST_NAME else ""


def _number(choices: tuple[int, ...], value: object, usual: int) -> int:
    return next((n for n in choices if n == value and not isinstance(value, bool)), usual)


def _ids(value: object) -> frozenset[UUID]:
    ids = set()
    for text in value if isinstance(value, list) else ():
        try:
            ids.add(UUID(str(text)))
        except ValueError:
            continue
    return frozenset(ids)
