"""The family of ``schemas/0003.db``: that of the second schema, and what goes with repairs.

The file was written by the program that had this schema, and is never written again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.store import first_family as first
from tests.store import records
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import ChildCard, RuptureKind

DRAFT = records.draft(
    first.BID.id,
    step=RepairStep.OWN_IT,
    done=(RepairStep.CALM_FIRST, RepairStep.REFLECT),
    words={Part.DID: ("raised my voice",), Part.FELT: ("scared; “small”", "alone")},
    kind=RuptureKind.LIMIT,
    card=ChildCard.ALMOST,
    set_aside=True,
    changed_at=records.NOW + timedelta(hours=2),
)
SNOOZE = replace(records.snooze(first.RUPTURE.id, first.BID.id), id=first.id_of("snooze"))
AGAIN = records.rupture(first.PAPA.id, first.MIA.id, id=first.id_of("again"))
SAME = replace(
    records.same_moment(first.RUPTURE.id, AGAIN.id, same=False), id=first.id_of("same moment")
)
LINE = replace(records.own_line(), id=first.id_of("line"))
