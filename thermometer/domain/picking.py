"""Choosing the tools of a Safe Place: within its places, in an order that stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.problems import Problem
from thermometer.domain.tools import COME_PLEASE, Audience, Tool, cards_shown, places_in
from thermometer.domain.zones import ByZone, Zone

_AUDIENCES = {
    Role.CHILD: (Audience.CHILD, Audience.BOTH),
    Role.PARENT: (Audience.PARENT, Audience.BOTH),
}


def is_offered(tool: Tool, person: Person, zone: Zone) -> bool:
    """Whether ``tool`` is meant for somebody of this role and age band in ``zone``."""
    bands = tuple(AgeBand)
    old_enough = bands.index(person.age_band) >= bands.index(tool.from_band)
    return zone in tool.zones and tool.audience in _AUDIENCES[person.role] and old_enough


def to_choose_from(tools: Iterable[Tool], person: Person, zone: Zone) -> tuple[Tool, ...]:
    """Those of ``tools`` that ``person`` could have in ``zone`` and has not picked."""
    picked = cards_shown(person, zone)
    return tuple(tool for tool in tools if tool.id not in picked and is_offered(tool, person, zone))


def with_tools(person: Person, zone: Zone, tools: Sequence[str]) -> Person:
    """``person`` with ``tools`` in ``zone``: what is kept is what will be shown.

    So there are never more than the zone has places, none twice, and a child's red has the call.
    """
    wanted = wanting(person, zone, tools)
    return wanting(person, zone, cards_shown(wanted, zone))


def wanting(person: Person, zone: Zone, tools: Sequence[str]) -> Person:
    """``person`` with ``tools`` in ``zone``, whatever they are."""
    new = tuple(tools)
    return replace(
        person, tools=ByZone(*(new if each is zone else person.tools.of(each) for each in Zone))
    )


def picked(person: Person, zone: Zone, tool: str) -> tuple[str, ...]:
    """The ids of the tools in ``zone`` once ``tool`` has been picked: it comes last.

    Raises:
        Problem: ``tools-full``.
    """
    before, places = cards_shown(person, zone), places_in(zone)
    if tool in before:
        return before
    if len(before) >= places:
        raise Problem("tools-full", places=places)
    return (*before, tool)


def rejected(person: Person, zone: Zone, tool: str) -> tuple[str, ...]:
    """The ids of the tools in ``zone`` without ``tool``; the others keep their order.

    Raises:
        Problem: ``tools-call-stays`` or ``tools-last``.
    """
    if zone is Zone.RED and person.is_child and tool == COME_PLEASE:
        raise Problem("tools-call-stays")
    after = tuple(each for each in cards_shown(person, zone) if each != tool)
    if not after:
        raise Problem("tools-last")
    return after


def without_tool(person: Person, tool: str, usual: ByZone[tuple[str, ...]]) -> Person:
    """``person`` without ``tool`` in any zone; where it was the only one, with the ``usual``."""

    def left(zone: Zone) -> tuple[str, ...]:
        before = person.tools.of(zone)
        after = tuple(each for each in before if each != tool)
        return after if after or not before else usual.of(zone)

    return replace(person, tools=ByZone(*map(left, Zone)))


def moved(person: Person, zone: Zone, tool: str, place: int) -> tuple[str, ...]:
    """The ids of the tools in ``zone`` with ``tool`` in ``place``, counted from 0.

    A place beyond either end is that end. The others keep their order.
    """
    before = cards_shown(person, zone)
    if tool not in before:
        return before
    after = [each for each in before if each != tool]
    after.insert(max(0, place), tool)
    return tuple(after)
