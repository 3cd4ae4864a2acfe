"""The family of ``schemas/0001.db``: what a file of the first schema holds, value by value.

The file was written by the program that had this schema, and is never written again.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid5

from tests.store import records
from thermometer.domain.people import AgeBand
from thermometer.domain.ruptures import ChildCard, Outcome, Resolution, RuptureKind
from thermometer.domain.tools import Answer
from thermometer.domain.zones import Zone

_SPACE = UUID("5b1d7c4e-2a0f-4c56-9d3e-8f7a6b5c4d3e")
_MINUTE = timedelta(minutes=1)


def id_of(name: str) -> UUID:
    """A fixed id for ``name``."""
    return uuid5(_SPACE, name)


MIA = records.child("Mia", id=id_of("Mia"))
NOOR = records.child(
    "نور 🦊", id=id_of("Noor"), age_band=AgeBand.THREE_TO_FIVE, archived=True, signs=()
)
PAPA = records.parent("Papa", id=id_of("Papa"), position=0)
PEOPLE = (PAPA, MIA, NOOR)

TAP = records.check_in(MIA.id, id=id_of("tap"), signs=("hot",), contexts=("tired", "screen-off"))
SEEN = records.observed(MIA.id, PAPA.id, id=id_of("seen"), practice=False)
LATE = records.check_in(
    MIA.id, Zone.GREEN, records.NOW + 24 * _MINUTE, id=id_of("late"), about=True
)
CHECK_INS = (TAP, SEEN, LATE)

USES = (
    records.tool_use(
        MIA.id,
        records.NOW + _MINUTE,
        id=id_of("called"),
        tool="come-please",
        ended_at=records.NOW + 2 * _MINUTE,
        answer=Answer.SMALLER,
        came=PAPA.id,
    ),
    records.tool_use(MIA.id, records.NOW + 3 * _MINUTE, id=id_of("begun"), practice=True),
)

RUPTURE = records.rupture(
    PAPA.id,
    MIA.id,
    id=id_of("rupture"),
    about=True,
    episode=TAP.id,
    kind=RuptureKind.FRIGHTENING,
    note="I shouted; “no!”",
    resolution=Resolution.ALREADY_DID,
)
BID = records.bid(
    RUPTURE.id,
    PAPA.id,
    id=id_of("bid"),
    calm_first=False,
    steps_done=("calm-first", "both-sides"),
    outcome=Outcome.NOT_YET,
    try_again_at=records.NOW + timedelta(days=1),
)
FOLLOW_UP = records.follow_up(
    RUPTURE.id, id=id_of("follow-up"), card=ChildCard.ALMOST, note="a hug"
)
SETTINGS = {"theme": "dark", "first-weekday": 0}
