"""Where a test brings files, takes them in and looks at what is there afterwards."""

from __future__ import annotations

from pathlib import Path

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn
from thermometer.services.exchange import Export, Import, Plan, Refusal
from thermometer.services.exchange.tables import TABLES, Kind

MIA_AND_MUM = "name,role,age_band\nMia,child,6-8\nMum,parent,adult\n"
CHECK_IN = (
    "4e7f3f0c-8f52-4c6f-9e2d-0d5b6ad6b1a1,Mia,2026-11-20T17:05:00+01:00,Europe/Berlin,yellow,"
    "self,,0,0,,,,2026-11-20T17:05:01+01:00"
)
TOOL_USE = (
    "aa1d4f6e-39f5-4b0b-8a4a-8d2f1c0f6b02,Mia,squish,yellow,2026-11-20T17:06:00+01:00,"
    "Europe/Berlin,2026-11-20T17:08:00+01:00,smaller,0"
)
RUPTURE_ID = "0c2c5b62-7d1e-4a0e-b7a4-3f5d7c9e1f03"
RUPTURE = f"{RUPTURE_ID},2026-11-20T17:10:00+01:00,Europe/Berlin,0,Mum,Mia,limit,"
BID = (
    f"7b9a1a52-5c53-4d3e-8e0a-5f7c2b1d4e04,{RUPTURE_ID},2026-11-20T18:00:00+01:00,Europe/Berlin,"
    "Mum,1,together,"
)
FOLLOW_UP = (
    f"5d8e6f10-1b2c-4d3e-9f40-6a7b8c9d0e05,{RUPTURE_ID},2026-11-20T19:00:00+01:00,Europe/Berlin,yes"
)
ROWS = {
    Kind.CHECK_INS: CHECK_IN,
    Kind.TOOL_USES: TOOL_USE,
    Kind.RUPTURES: RUPTURE,
    Kind.BIDS: BID,
    Kind.FOLLOW_UPS: FOLLOW_UP,
}


NAMELESS = CHECK_IN.replace(CHECK_IN.split(",", maxsplit=1)[0], "")
TIMELESS = NAMELESS.rpartition(",")[0] + ","


def changed(kind: Kind, column: str, cell: str) -> str:
    """The row of ``kind`` with another cell."""
    cells = ROWS[kind].split(",")
    cells[TABLES[kind].header.index(column)] = cell
    return ",".join(cells)


class Desk:
    """One family and the files that are brought to it."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.folder = folder
        self.changes: list[Change] = []
        self.services = app.open_family(folder / "data", clock, self.changes.append)
        self.stores = self.services.stores

    def close(self) -> None:
        self.services.close()

    @property
    def importing(self) -> Import:
        return self.services.importing()

    @property
    def exporting(self) -> Export:
        return self.services.exporting()

    def file(self, name: str, content: str | bytes) -> Path:
        """Writes a file as it is; ``name`` says nothing about its kind."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def table(self, kind: Kind, *rows: str, name: str | None = None) -> Path:
        """Writes a CSV file with the right header."""
        lines = [",".join(TABLES[kind].header), *rows]
        return self.file(name or f"{kind}.csv", "\n".join(lines) + "\n")

    def people(self) -> Path:
        return self.file("people.csv", MIA_AND_MUM)

    def whole(self) -> list[Path]:
        """One row of each kind, with the people they speak of."""
        return [self.people(), *(self.table(kind, row) for kind, row in ROWS.items())]

    def look(self, *files: Path) -> Plan:
        return self.importing.preview(files)

    def take(self, *files: Path) -> Plan:
        """Takes in files that can be taken."""
        plan = self.look(*files)
        assert refusals(plan) == []
        self.importing.take(plan)
        return plan

    def check_ins(self) -> list[CheckIn]:
        return self.stores.check_ins.between(None, None)


def refusals(plan: Plan) -> list[tuple[str, int | None, str]]:
    """What cannot be taken: file, line, key of the reason."""
    return [_told(refusal) for refusal in plan.refusals]


def counts(plan: Plan) -> dict[str, tuple[int, int]]:
    """New and here already, by kind."""
    return {kind.value: (count.new, count.here) for kind, count in plan.counts.items()}


def _told(refusal: Refusal) -> tuple[str, int | None, str]:
    return refusal.place.file.name, refusal.place.line, refusal.reason.key
