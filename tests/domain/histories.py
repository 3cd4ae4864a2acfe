"""Random histories of check-ins, dense around the limits of the definitions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from tests.builders import MIA, a_check_in
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.zones import Zone

BEGIN = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
"""The evening before the night in which Berlin's clocks go back."""
ZONES = ("Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati")

limits = st.sampled_from((0, 1, 60, 119, 120, 121, 900, 1799, 1800, 1801, 7199, 7200, 7201))
gaps = st.one_of(limits, st.integers(0, 9000)).map(lambda seconds: timedelta(seconds=seconds))
shifts = st.sampled_from((-1, 0, 0, 0, 1)).map(lambda n: timedelta(microseconds=n))
zones = st.sampled_from(Zone)


@st.composite
def check_ins(draw: st.DrawFn, most: int = 25, person: UUID = MIA) -> list[CheckIn]:
    """One person's check-ins in the order of the rows, which need not be that of their times."""
    at, found = BEGIN, []
    for _ in range(draw(st.integers(0, most))):
        at += draw(gaps) + draw(shifts)
        late = draw(st.sampled_from((0, 0, 0, 1, 3600)))
        found.append(
            a_check_in(
                draw(zones),
                at,
                id=UUID(int=draw(st.integers(0, 2**128 - 1))),
                person=person,
                time_zone=draw(st.sampled_from(ZONES)),
                source=draw(st.sampled_from((Source.SELF, Source.SELF, Source.OBSERVED))),
                about=draw(st.booleans()),
                practice=draw(st.sampled_from((False, False, False, True))),
                withdrawn_at=draw(st.sampled_from((None, None, None, at))),
                entered_at=at + timedelta(seconds=late),
            )
        )
    return draw(st.permutations(found))


nows = st.integers(-3600, 260_000).map(lambda seconds: BEGIN + timedelta(seconds=seconds))
