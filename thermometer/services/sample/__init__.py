"""A made-up family with twelve weeks of records, to look around in."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from thermometer.services.sample.people import cast
from thermometer.services.sample.weeks import write_weeks

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.services.content import Content
    from thermometer.services.stores import Stores

SEED = 7


def fill(
    stores: Stores, content: Content, clock: Clock, language: str = "en", seed: int = SEED
) -> None:
    """Puts the sample family into a data file that is empty; all of it or nothing.

    The records end now, and are the same for the same instant, place and seed.

    Args:
        stores: where to.
        content: what the family's tools are.
        clock: tells now and where.
        language: in which they are called and wrote their notes.
        seed: another one makes other twelve weeks.

    Raises:
        Problem: ``content-broken``, or the data cannot be written.
    """
    random = Random(seed)
    family = cast(language, content, random)
    diary = write_weeks(family, content, random, clock.now(), clock.time_zone())
    with stores.database.transaction():
        stores.people.add_all(family.everybody)
        stores.check_ins.add_all(diary.check_ins)
        stores.tool_uses.add_all(diary.tool_uses)
        stores.repairs.add_ruptures(diary.ruptures)
        stores.repairs.add_bids(diary.bids)
        stores.repairs.add_follow_ups(diary.follow_ups)
