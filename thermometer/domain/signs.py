"""Early signs: what somebody can notice in a person before it gets too big."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SignGroup(StrEnum):
    """Where a sign shows."""

    BODY = "body"
    VOICE = "voice"
    DOING = "doing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """An early sign: ``id`` is what records hold, ``text`` what people read."""

    id: str
    text: str
    group: SignGroup
