"""Export: one CSV file for each kind of record, and everything as JSON."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thermometer.domain.local_time import local_day
from thermometer.services.exchange import json_file
from thermometer.services.exchange.copying import stores_of
from thermometer.services.exchange.roll import Roll
from thermometer.services.exchange.shelves import shelves
from thermometer.services.exchange.tables import TABLES, Kind
from thermometer.services.exchange.whole_files import WholeFiles
from thermometer.services.stores import Stores
from thermometer.services.work import Work, let_go
from thermometer.store import whole
from thermometer.store.copies import copy_of

if TYPE_CHECKING:
    from thermometer.clock import Clock

JSON_FILE = "export.json"


@dataclass(frozen=True, slots=True)
class Days:
    """Local days of the records, both included; None means without end."""

    first: date | None = None
    last: date | None = None

    def hold(self, record: Any) -> bool:  # noqa: ANN401 - any record that has a time
        """Whether the record belongs to one of these days."""
        at = record.started_at if hasattr(record, "started_at") else record.at
        day = local_day(at, record.time_zone)
        return (self.first or date.min) <= day <= (self.last or date.max)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: rows by file name, and how many rows of the data could not be read."""

    rows: dict[str, int]
    unreadable: int


class Export:
    """Writes the family's records into files that people can read and keep.

    Args:
        stores: where records are kept.
        clock: what time it is.
    """

    def __init__(self, stores: Stores, clock: Clock) -> None:
        self._stores = stores
        self._clock = clock

    def write(
        self,
        folder: Path,
        *,
        days: Days | None = None,
        replace: bool = False,
        work: Work | None = None,
    ) -> Exported:
        """Writes everything into ``folder``, which is made if it is not there.

        Either all files are new or all are as they were before.

        Args:
            folder: where to.
            days: narrows the CSV files; ``export.json`` is always whole.
            replace: whether files of an earlier export may be replaced.
            work: told how many records have been written of how many.

        Raises:
            Problem: ``export-exists``, ``export-no-access`` or ``export-no-space``, or the data
                cannot be read.
            Stopped: it was asked to stop.
        """
        names = [*(table.file_name for table in TABLES.values()), JSON_FILE]
        work = work or Work()
        with WholeFiles(folder, names, replace=replace) as files:
            with copy_of(self._stores.database) as copy:
                stores = stores_of(copy)
                count = whole.count(copy)
                first, then = work.after(0, 2 * count), work.after(count, 2 * count)
                rows = self._write_csv(files, stores, days or Days(), first)
                with files.open(JSON_FILE) as file:
                    rows[JSON_FILE] = json_file.write(whole.each(copy), file, then)
                then.report(count, count)
            files.keep()
        return Exported(rows, len(copy.unreadable))

    def _write_csv(
        self, files: WholeFiles, stores: Stores, days: Days, work: Work
    ) -> dict[str, int]:
        people = stores.people.all(archived=True)
        roll = Roll(people, {}, self._clock.now())
        records = {Kind.PEOPLE: people, **_records(stores, days)}
        counts = {TABLES[kind].file_name: len(things) for kind, things in records.items()}
        done, total = 0, sum(counts.values())
        for kind, things in records.items():
            with files.open(TABLES[kind].file_name) as file:
                rows = (TABLES[kind].write(thing, roll) for thing in things)
                csv.writer(file).writerow(TABLES[kind].header)
                csv.writer(file).writerows(work.over(rows, done, total))
            done += len(things)
            let_go(things)
        return counts


def _records(stores: Stores, days: Days) -> dict[Kind, list[Any]]:
    """What the CSV files hold; bids and follow-ups go with their rupture."""
    all_of = {kind: shelf.all for kind, shelf in shelves(stores).items()}
    ruptures = [r for r in all_of[Kind.RUPTURES]() if not r.practice and days.hold(r)]
    ids = {rupture.id for rupture in ruptures}
    return {
        Kind.CHECK_INS: [c for c in all_of[Kind.CHECK_INS]() if days.hold(c)],
        Kind.TOOL_USES: [use for use in all_of[Kind.TOOL_USES]() if days.hold(use)],
        Kind.RUPTURES: ruptures,
        Kind.BIDS: [bid for bid in all_of[Kind.BIDS]() if bid.rupture in ids],
        Kind.FOLLOW_UPS: [one for one in all_of[Kind.FOLLOW_UPS]() if one.rupture in ids],
    }
