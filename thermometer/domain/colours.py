"""The colours that people of a family may have."""

from __future__ import annotations

from enum import StrEnum


class PersonColour(StrEnum):
    """A person's own colour, none of which is a zone's; a picture and a name always go with it."""

    SAND = "sand"
    SKY = "sky"
    LILAC = "lilac"
    MIST = "mist"
    COCOA = "cocoa"
    OCEAN = "ocean"

    @classmethod
    def of(cls, word: object) -> PersonColour:
        """The colour called ``word``; the usual one where there is none of that name."""
        return next((colour for colour in cls if colour.value == word), cls.SAND)
