"""What a grown-up is offered when a child is out of green as well."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from thermometer.domain.calm_first import CalmStep, calm_step, is_short
from thermometer.domain.checkins import CheckIn, standing
from thermometer.domain.thresholds import EPISODE_GAP
from thermometer.domain.zones import Zone

if TYPE_CHECKING:
    from datetime import datetime

    from thermometer.clock import Clock
    from thermometer.domain.people import Person
    from thermometer.domain.tools import Tool
    from thermometer.services.content import Content
    from thermometer.services.safe_place import SafePlaces
    from thermometer.services.stores import Stores

USUAL_TOOL = "long-out"


class CalmFirst:
    """Looks at where everybody is now; writes nothing down.

    Args:
        stores: the family's records.
        content: the paces of breathing.
        places: where tools are looked up.
        clock: tells now.
    """

    def __init__(self, stores: Stores, content: Content, places: SafePlaces, clock: Clock) -> None:
        self._stores, self._content, self._clock = stores, content, clock
        self._places = places

    def step(self, grown_up: Person, family: Iterable[Person]) -> CalmStep | None:
        """What comes next for ``grown_up``; None where nothing has to."""
        now = self._clock.now()
        mine = self._standing(grown_up, now)
        if grown_up.is_child or mine is None or mine.zone is Zone.GREEN:
            return None
        uses = self._stores.tool_uses.between(mine.at, None, grown_up.id)
        children = (self._standing(one, now) for one in family if one.is_child)
        steps = (calm_step(child, mine, uses, now) for child in children)
        return next((step for step in steps if step), None)

    def tool(self, grown_up: Person, zone: Zone) -> Tool:
        """The first of their own tools in ``zone`` that takes half a minute to a minute.

        Raises:
            Problem: ``content-broken``.
        """
        mine = self._places.standing(grown_up).tools.of(zone)
        own = [self._places.tool(grown_up, id_) for id_ in mine]
        band = grown_up.age_band
        short = (tool for tool in own if is_short(tool, self._content.pace(tool, band)))
        return next(short, None) or self._places.tool(grown_up, USUAL_TOOL)

    def _standing(self, person: Person, now: datetime) -> CheckIn | None:
        return standing(self._stores.check_ins.latest(person.id, now - EPISODE_GAP), now)
