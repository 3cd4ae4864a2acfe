"""Check-ins that stand in another place in time, since the clock was wrong when they were tapped.

The old one is withdrawn, as a mistake that has the id of the new one. What names the old one is
never rewritten: whoever reads it follows the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from thermometer.domain.ruptures import Rupture
from thermometer.store.database import Database
from thermometer.store.reading import rows_of
from thermometer.store.remark_rows import MistakeRow
from thermometer.store.rows import CheckInRow, table_of

_MISTAKE, _CHECK_IN = table_of(MistakeRow), table_of(CheckInRow)
_PAIRS = (
    select(_MISTAKE.c.check_in, _MISTAKE.c.id)
    .join(_CHECK_IN, _CHECK_IN.c.id == _MISTAKE.c.id)
    .order_by(_MISTAKE.c.entered_at, _MISTAKE.c.id)
)


def followed(database: Database, ruptures: Iterable[Rupture]) -> list[Rupture]:
    """``ruptures``, with the check-in that stands now as the first one of their episode.

    Raises:
        Problem: it cannot be read.
    """
    found = list(ruptures)
    if all(rupture.episode is None for rupture in found):
        return found
    with database.transaction() as session:
        rows = rows_of(session.connection(), _PAIRS, {})
    moved = {str(row.check_in): str(row.id) for row in rows}
    return [_following(rupture, moved) for rupture in found]


def _following(rupture: Rupture, moved: dict[str, str]) -> Rupture:
    at, seen = str(rupture.episode), set[str]()
    while at in moved and at not in seen:
        seen.add(at)
        at = moved[at]
    return replace(rupture, episode=UUID(at)) if seen else rupture
