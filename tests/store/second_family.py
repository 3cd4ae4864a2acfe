"""The family of ``schemas/0002.db``: that of the first schema, and what was said afterwards.

The file was written by the program that had this schema, and is never written again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.store import first_family as first
from tests.store import records
from thermometer.domain.remarks import Subject

NOTE = records.remark(first.TAP.id, "He was hungry; “again”", id=first.id_of("note"))
BETTER_NOTE = records.remark(
    first.TAP.id,
    "Hungry, and the bus was late",
    id=first.id_of("better note"),
    entered_at=records.NOW + timedelta(hours=1),
    replaces=NOTE.id,
)
NOTHING_TO_MEND = records.remark(first.TAP.id, "no", id=first.id_of("mend"), subject=Subject.MEND)
REMARKS = (NOTE, BETTER_NOTE, NOTHING_TO_MEND)
MISTAKE = replace(records.mistake(first.SEEN.id, first.PAPA.id), id=first.id_of("mistake"))
