"""What a person's Safe Place shows in a zone, and what every tool is called."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from thermometer.domain.own_things import OwnCard, OwnTool, own_tool_of
from thermometer.domain.picking import to_choose_from, without_tool
from thermometer.domain.problems import Problem
from thermometer.domain.tools import Tool, cards_shown, shows_name

if TYPE_CHECKING:
    from thermometer.domain.people import Person
    from thermometer.domain.zones import Zone
    from thermometer.services.content import Content
    from thermometer.store.own_things import OwnThings

_UNREADABLE = "own-tool"
"""A tool of the family's own that cannot be read is a plain card of this name."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Card:
    """A tool on a Safe Place; ``name`` is None where the picture stands alone."""

    tool: Tool
    name: str | None


class SafePlaces:
    """Everybody's Safe Place; the one place that knows what a tool is called and looks like.

    A child who is upset gets its cards even where the family's own things cannot be read: then
    they are as they came.

    Args:
        content: the tools that come with the program.
        own_things: what the family has made its own; not asked for before it is needed.
    """

    def __init__(self, content: Content, own_things: Callable[[], OwnThings]) -> None:
        self._content = content
        self._own_things = own_things

    def cards(self, person: Person, zone: Zone) -> tuple[Card, ...]:
        """The cards of ``person`` in ``zone``, in their fixed places.

        Raises:
            Problem: ``content-broken``.
        """
        own = self._cards_of(person.id)
        shown = cards_shown(self.standing(person), zone)
        tools = (self._dressed(id_, own) for id_ in shown)
        return tuple(
            Card(tool, tool.name if shows_name(tool.name, zone) else None) for tool in tools
        )

    def standing(self, person: Person) -> Person:
        """``person`` without the tools of the family's own that were removed.

        Such a tool can come along with a file from another device, or be put back by a change
        that is taken back; nobody is shown it. Whoever has nothing else in a zone has there what
        everybody starts with.

        Raises:
            Problem: ``content-broken``.
        """
        for id_ in {id_: None for ids in person.tools for id_ in ids}:
            own = own_tool_of(id_)
            found = None if own is None else self._own_tool(own)
            if found and found.gone:
                usual = self._content.default_tools(person.role)
                person = without_tool(person, id_, usual)
        return person

    def tool(self, person: Person | UUID | None, id_: str) -> Tool:
        """The tool ``id_`` as ``person`` knows it: a starter one or the family's own.

        A tool of the family's own that was removed is still known; any other that is unknown is a
        plain card named by the words of its id.

        Args:
            person: whose own name and picture it has; None for nobody's.
            id_: any tool's.

        Raises:
            Problem: ``content-broken``.
        """
        if person is None:
            return self._plain(id_)
        return self._dressed(id_, self._cards_of(person if isinstance(person, UUID) else person.id))

    def to_choose_from(self, person: Person, zone: Zone) -> tuple[Tool, ...]:
        """What else ``person`` could have in ``zone``: for their role and age, not picked yet.

        The family's own tools come after those that come with the program.
        """
        tools = (*self._content.tools(), *(own.tool for own in self._own_tools() if not own.gone))
        own = self._cards_of(person.id)
        found = to_choose_from(tools, self.standing(person), zone)
        return tuple(own[tool.id].on(tool) if tool.id in own else tool for tool in found)

    def _dressed(self, id_: str, own: Mapping[str, OwnCard]) -> Tool:
        tool = self._plain(id_)
        return own[id_].on(tool) if id_ in own else tool

    def _plain(self, id_: str) -> Tool:
        own = own_tool_of(id_)
        if own is None:
            return self._content.tool(id_)
        found = self._own_tool(own)
        return found.tool if found else replace(self._content.tool(_UNREADABLE), id=id_)

    def _cards_of(self, person: UUID) -> Mapping[str, OwnCard]:
        try:
            return {card.tool: card for card in self._own_things().cards(person)}
        except Problem as problem:
            log.warning("own cards are not shown: %s", problem.key)
            return {}

    def _own_tool(self, id_: UUID) -> OwnTool | None:
        try:
            return self._own_things().tool(id_)
        except Problem as problem:
            log.warning("an own tool is not shown: %s", problem.key)
            return None

    def _own_tools(self) -> list[OwnTool]:
        try:
            return self._own_things().tools()
        except Problem as problem:
            log.warning("own tools are not offered: %s", problem.key)
            return []
