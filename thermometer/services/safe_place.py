"""What a person's Safe Place shows in a zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thermometer.domain.picking import to_choose_from
from thermometer.domain.tools import Tool, cards_shown, shows_name

if TYPE_CHECKING:
    from thermometer.domain.people import Person
    from thermometer.domain.zones import Zone
    from thermometer.services.content import Content


@dataclass(frozen=True, slots=True)
class Card:
    """A tool on a Safe Place; ``name`` is None where the picture stands alone."""

    tool: Tool
    name: str | None


class SafePlaces:
    """Everybody's Safe Place.

    Args:
        content: where tools are looked up.
    """

    def __init__(self, content: Content) -> None:
        self._content = content

    def cards(self, person: Person, zone: Zone) -> tuple[Card, ...]:
        """The cards of ``person`` in ``zone``, in their fixed places.

        Raises:
            Problem: ``content-broken``.
        """
        tools = (self._content.tool(id_) for id_ in cards_shown(person, zone))
        return tuple(
            Card(tool, tool.name if shows_name(tool.name, zone) else None) for tool in tools
        )

    def to_choose_from(self, person: Person, zone: Zone) -> tuple[Tool, ...]:
        """What else ``person`` could have in ``zone``: for their role and age, not picked yet."""
        return to_choose_from(self._content.tools(), person, zone)
