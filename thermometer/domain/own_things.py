"""What a family makes its own: photos, recorded voices, renamed cards, tools of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID, uuid5

from thermometer.domain.people import clean_name, clean_text
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import (
    NAME_LENGTH,
    OWN_BREATHS_MOST,
    OWN_MINUTES_MOST,
    OWN_SECONDS_MOST,
    OWN_SENTENCE_LENGTH,
    OWN_STEPS_MOST,
    PICTURE_BYTES,
    RECORDING_BYTES,
)
from thermometer.domain.tools import Pace, Step, Tool, ToolKind

SAFE_PLACE = "safe-place"
"""The card of this name holds the photo, the name and the voice of the place itself."""

OWN_PICTURE = "own:"
"""Begins the name of a picture of the family's own; its id follows."""

_OWN_TOOL = re.compile(r"own-([0-9a-f]{32})")
_DRAWING = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
_CARDS = UUID("0c6f9f5e-6c0b-4b0e-9b57-3f6c0a7c2f11")


class MediaKind(StrEnum):
    """What bytes are."""

    PICTURE = "picture"
    RECORDING = "recording"


_LARGEST = {MediaKind.PICTURE: PICTURE_BYTES, MediaKind.RECORDING: RECORDING_BYTES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A photo or a recorded voice; ``owner`` is the person it was made for, None the family."""

    id: UUID
    owner: UUID | None
    kind: MediaKind
    data: bytes

    @property
    def fits(self) -> bool:
        """Whether it is neither empty nor larger than one of its kind may be."""
        return 0 < len(self.data) <= _LARGEST[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCard:
    """What one person has changed on the card of one tool; None where nothing was.

    ``picture`` is a path below ``resources/pictures`` or ``own:<uuid>``, ``sentence`` is read
    aloud, ``recording`` is a :class:`Media` that is heard instead.
    """

    person: UUID
    tool: str
    name: str | None = None
    picture: str | None = None
    sentence: str | None = None
    recording: UUID | None = None

    @property
    def id(self) -> UUID:
        """The same for the same person and tool, on every device."""
        return card_id(self.person, self.tool)

    @property
    def is_plain(self) -> bool:
        """Whether nothing is changed."""
        return (self.name, self.picture, self.sentence, self.recording) == (None,) * 4

    def on(self, tool: Tool) -> Tool:
        """``tool`` with the person's own name and picture on its card."""
        return replace(tool, name=self.name or tool.name, picture=self.picture or tool.picture)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTool:
    """A tool of the family's own; one that is ``gone`` is known by its name for the records."""

    id: UUID
    tool: Tool
    gone: bool = False


def card_id(person: UUID, tool: str) -> UUID:
    """The id of the card that ``person`` has for ``tool``."""
    return uuid5(_CARDS, f"{person} {tool}")


def tool_id(own: UUID) -> str:
    """The id among all tools of the family's own tool ``own``."""
    return f"own-{own.hex}"


def own_tool_of(id_: str) -> UUID | None:
    """Which of the family's own tools the tool ``id_`` is; None if it is none of them."""
    found = _OWN_TOOL.fullmatch(id_)
    return UUID(found[1]) if found else None


def picture_ref(media: UUID) -> str:
    """How a picture of the family's own is named where a picture is named."""
    return f"{OWN_PICTURE}{media}"


def media_of(ref: str) -> UUID | None:
    """The family's own picture that ``ref`` names; None of a drawing, or of nothing at all."""
    if not ref.startswith(OWN_PICTURE):
        return None
    try:
        media = UUID(ref.removeprefix(OWN_PICTURE))
    except ValueError:
        return None
    return media if picture_ref(media) == ref else None


def is_picture(ref: str) -> bool:
    """Whether ``ref`` names a picture: a drawing of the program, or one of the family's own."""
    return media_of(ref) is not None or _DRAWING.fullmatch(ref) is not None


def clean_card(card: OwnCard) -> OwnCard:
    """``card`` as it is kept; what is empty is not changed.

    Raises:
        Problem: ``name-too-long``, ``own-sentence-too-long`` or ``own-picture-unknown``.
    """
    return replace(
        card,
        name=clean_name(card.name) if card.name and clean_text(card.name) else None,
        picture=None if card.picture is None else _known_picture(card.picture),
        sentence=_clean_sentence(card.sentence or "") or None,
    )


def clean_tool(tool: Tool) -> Tool:
    """A tool of the family's own as it is kept.

    Raises:
        Problem: ``name-empty``, ``name-too-long``, ``own-sentence-too-long``,
            ``own-picture-unknown``, ``own-tool-zones``, ``own-tool-kind``, ``own-tool-steps`` or
            ``own-tool-times``.
    """
    if tool.kind is ToolKind.CALL:
        raise Problem("own-tool-kind")
    if not tool.zones:
        raise Problem("own-tool-zones")
    return replace(
        tool,
        name=clean_name(tool.name),
        what=_clean_sentence(tool.what),
        picture=_known_picture(tool.picture),
        steps=_clean_steps(tool),
        steps_for_little=(),
        minutes=_checked_minutes(tool),
        pace=_checked_pace(tool),
    )


def _clean_sentence(text: str) -> str:
    if len(text) > OWN_SENTENCE_LENGTH:
        raise Problem("own-sentence-too-long", limit=OWN_SENTENCE_LENGTH)
    return clean_text(text)


def _known_picture(ref: str) -> str:
    if not is_picture(ref):
        raise Problem("own-picture-unknown")
    return ref


def _clean_steps(tool: Tool) -> tuple[Step, ...]:
    """The steps of a tool that has any to be shown; no other keeps them."""
    if tool.kind is not ToolKind.STEPS:
        return ()
    if not 0 < len(tool.steps) <= OWN_STEPS_MOST:
        raise Problem("own-tool-steps", limit=OWN_STEPS_MOST)
    return tuple(map(_clean_step, tool.steps))


def _clean_step(step: Step) -> Step:
    if len(step.text) > NAME_LENGTH:
        raise Problem("name-too-long", limit=NAME_LENGTH)
    if step.seconds is not None:
        _check_number(step.seconds, OWN_SECONDS_MOST)
    return replace(step, picture=_known_picture(step.picture), text=clean_text(step.text))


def _checked_minutes(tool: Tool) -> float | None:
    """The minutes of a timer, which must have some; no other tool keeps them."""
    if tool.kind is not ToolKind.TIMER:
        return None
    _check_number(tool.minutes or 0, OWN_MINUTES_MOST)
    return tool.minutes


def _checked_pace(tool: Tool) -> Pace | None:
    """The pace of a guide, if it has its own: nobody is asked to hold their breath."""
    if tool.kind is not ToolKind.GUIDE or tool.pace is None:
        return None
    pace = tool.pace
    for seconds in (pace.inhale, pace.exhale):
        _check_number(seconds, OWN_SECONDS_MOST)
    _check_number(pace.breaths, OWN_BREATHS_MOST)
    return replace(pace, hold_in=0.0, hold_out=0.0)


def _check_number(value: float, most: float) -> None:
    if not 0 < value <= most:
        raise Problem("own-tool-times")
