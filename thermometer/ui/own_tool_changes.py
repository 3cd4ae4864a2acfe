"""Changes to the family's own tools, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from thermometer.ui.card_changes import short
from thermometer.ui.undoing import Done, Undoing

if TYPE_CHECKING:
    from thermometer.domain.tools import Tool
    from thermometer.services.bundle import Services
    from thermometer.ui.own_places import OwnToolPlace


class OwnToolChanges:
    """Keeps, changes and removes a tool, and remembers what was there before.

    Args:
        services: the family's.
        undoing: what was done in this sitting.
    """

    def __init__(self, services: Services, undoing: Undoing) -> None:
        self._services, self._undoing = services, undoing

    def save(self, place: OwnToolPlace, tool: Tool) -> Tool:
        """Keep a tool, a new one or one that was there; the tool as kept.

        Raises:
            Problem: ``card-name-words``, or as ``OwnTools.add`` and ``OwnTools.change``; nothing
                was changed then.
        """
        for words in (tool.name, *(step.text for step in tool.steps)):
            short(words)
        return self._change(place, tool) if tool.id else self._add(place, tool)

    def remove(self, place: OwnToolPlace, tool: str) -> None:
        """Take a tool out of every Safe Place.

        Raises:
            Problem: there is no such tool any more, or nothing was changed.
        """
        tools = self._services.own_tools()
        removed = tools.remove(tool)
        self._remember(place, lambda: tools.bring_back(removed))

    def _add(self, place: OwnToolPlace, tool: Tool) -> Tool:
        tools = self._services.own_tools()
        kept = tools.add(tool)
        self._remember(place, lambda: tools.remove(kept.id))
        return kept

    def _change(self, place: OwnToolPlace, tool: Tool) -> Tool:
        tools = self._services.own_tools()
        known = tools.find(tool.id)
        before = known.tool if known else tool
        photos = self._photos(before)
        kept = tools.change(tool)
        if kept != before:
            self._remember(place, lambda: tools.change(self._with_photos(before, photos)))
        return kept

    def _remember(self, place: OwnToolPlace, take_back: Callable[[], object]) -> None:
        self._undoing.add(Done(place.person, place.zone, take_back, is_grown_ups=True))

    def _photos(self, tool: Tool) -> dict[str, bytes]:
        """The photos of a tool and its steps: one goes when nothing refers to it."""
        media = self._services.own_media()
        refs = {tool.picture, *(step.picture for step in tool.steps)}
        found = {ref: media.picture(ref) for ref in refs}
        return {ref: photo for ref, photo in found.items() if photo}

    def _with_photos(self, tool: Tool, photos: dict[str, bytes]) -> Tool:
        """``tool`` with its photos there again, under other names if they had gone.

        Raises:
            Problem: there is no room for them.
        """
        media = self._services.own_media()
        now = {
            ref: ref if media.picture(ref) else media.add_picture(photo)
            for ref, photo in photos.items()
        }
        steps = (replace(s, picture=now.get(s.picture, s.picture)) for s in tool.steps)
        return replace(tool, picture=now.get(tool.picture, tool.picture), steps=tuple(steps))
