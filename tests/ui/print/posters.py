"""People and cards as a poster shows them."""

from __future__ import annotations

from dataclasses import replace

from thermometer.domain.tools import Tool, ToolKind
from thermometer.domain.zones import ByZone, Zone
from thermometer.services.content import Content
from thermometer.services.safe_place import Card
from thermometer.ui.print.poster import PosterPerson

YELLOW = ("flower-candle", "push-wall", "water", "squish", "outside", "safe-place")
LONG = "Great-grandmother Elisabeth-Charlotte"
LONG_WORD = "Overwhelmingly fizzy now"


def card(id_: str, *, named: bool = True) -> Card:
    """A starter tool's card."""
    tool = Content().tool(id_)
    return Card(tool, tool.name if named else None)


def called(name: str, picture: str = "tools/water") -> Card:
    """A card of that name."""
    tool = Tool(
        id="own", name=name, what="", picture=picture, kind=ToolKind.CARD, zones=tuple(Zone)
    )
    return Card(tool, name)


def mia() -> PosterPerson:
    """Mia, with six tools in yellow and the call in red."""
    return PosterPerson(
        "Mia",
        "fox",
        ByZone("Comfy", "Fizzy", "Volcano"),
        ByZone(
            (card("slow-cat"), card("book-song")),
            tuple(card(id_) for id_ in YELLOW),
            (card("come-please"), card("safe-place")),
        ),
    )


def named(name: str) -> PosterPerson:
    """Somebody like Mia."""
    return replace(mia(), name=name)
