"""The tools that a family adds to those that come with the program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.own_things import OwnTool, clean_tool, own_tool_of, tool_id
from thermometer.domain.picking import without_tool
from thermometer.domain.problems import Problem
from thermometer.services import own_limits

if TYPE_CHECKING:
    from thermometer.domain.people import Person
    from thermometer.domain.tools import Tool
    from thermometer.services.content import Content
    from thermometer.store.own_things import OwnThings
    from thermometer.store.people import People


@dataclass(frozen=True, slots=True)
class Removed:
    """A tool that was removed, and who had picked it, as they were before."""

    tool: str
    people: tuple[Person, ...]


class OwnTools:
    """The family's own tools; one that was removed is still known to the records by its name.

    Args:
        store: where they are kept.
        people: who may have picked them.
        content: what somebody gets who has nothing left in a zone.
        notify: told after each change.
    """

    def __init__(self, store: OwnThings, people: People, content: Content, notify: Notify) -> None:
        self._store = store
        self._people = people
        self._content = content
        self._notify = notify

    def all(self) -> tuple[Tool, ...]:
        """Those that can be picked, by name."""
        return tuple(own.tool for own in self._store.tools() if not own.gone)

    def find(self, id_: str) -> OwnTool | None:
        """One of them, also if it was removed; None where ``id_`` is none of the family's own."""
        own = own_tool_of(id_)
        return None if own is None else self._store.tool(own)

    def add(self, tool: Tool) -> Tool:
        """Keeps a new tool under an id of its own; the tool as kept.

        Raises:
            Problem: ``own-tools-full``, as :func:`~thermometer.domain.own_things.clean_tool`, or
                it was not kept.
        """
        own_limits.check_tools(self._store)
        id_ = uuid4()
        own = OwnTool(id=id_, tool=replace(clean_tool(tool), id=tool_id(id_)))
        self._store.keep_tool(own)
        self._notify(Change.OWN_THINGS)
        return own.tool

    def change(self, tool: Tool) -> Tool:
        """Keeps a tool as it is now; the tool as kept.

        Raises:
            Problem: as :func:`~thermometer.domain.own_things.clean_tool`, or there is no such
                tool any more.
        """
        known = self._known(tool.id)
        self._store.keep_tool(replace(known, tool=clean_tool(tool)))
        self._notify(Change.OWN_THINGS)
        return clean_tool(tool)

    def remove(self, id_: str) -> Removed:
        """Takes a tool out of every Safe Place and offers it no more; what there was before.

        Whoever has nothing else in a zone gets there what everybody starts with.

        Raises:
            Problem: there is no such tool any more, or nothing was changed.
        """
        known = self._known(id_)
        before = tuple(self._having(id_))
        self._keep(replace(known, gone=True), [self._without(one, id_) for one in before])
        return Removed(id_, before)

    def bring_back(self, removed: Removed) -> None:
        """Offers a tool again, and puts it back where it was; it may be there again already.

        Who has chosen other tools meanwhile keeps those.

        Raises:
            Problem: ``own-tools-full``, there is no such tool, or nothing was changed.
        """
        own = self.find(removed.tool)
        if own is None:
            raise Problem("data-record-gone")
        if own.gone:
            own_limits.check_tools(self._store)
        now = {one.id: one for one in self._people.all(archived=True)}
        changed = [
            replace(now[before.id], tools=before.tools)
            for before in removed.people
            if before.id in now
            and now[before.id].tools == self._without(before, removed.tool).tools
        ]
        self._keep(replace(own, gone=False), changed)

    def _keep(self, own: OwnTool, people: list[Person]) -> None:
        self._store.keep_tool(own, people)
        self._notify(Change.OWN_THINGS)
        if people:
            self._notify(Change.PEOPLE)

    def _having(self, id_: str) -> list[Person]:
        everybody = self._people.all(archived=True)
        return [one for one in everybody if any(id_ in ids for ids in one.tools)]

    def _without(self, person: Person, id_: str) -> Person:
        return without_tool(person, id_, self._content.default_tools(person.role))

    def _known(self, id_: str) -> OwnTool:
        known = self.find(id_)
        if known is None or known.gone:
            raise Problem("data-record-gone")
        return known
