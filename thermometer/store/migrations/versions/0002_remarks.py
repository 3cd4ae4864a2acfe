"""What is said about an episode afterwards, and who made a tap that was a mistake.

Tables of their own: a remark is never changed but replaced by the next one, and the rows of
check-ins stay as they are, here and in every export made before.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

NEEDS = "0.1.0"  # the first version of the program that reads this schema

INSTANT = "BETWEEN -62135596800000000 AND 253402300799999999"  # the years 1 to 9999

MADE_BY = """
    device TEXT NOT NULL REFERENCES device (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0)"""

# ``replaces`` refers to no row: what it replaces may come from another device later, or never.
TABLES = (
    f"""
CREATE TABLE remark ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    check_in TEXT NOT NULL REFERENCES check_in (id),
    subject TEXT NOT NULL CHECK (subject IN ('note', 'contexts', 'mend')),
    text TEXT NOT NULL CHECK (subject <> 'mend' OR text IN ('', 'yes', 'no')),
    entered_at INTEGER NOT NULL CHECK (entered_at {INSTANT}),
    replaces TEXT CHECK (length(replaces) = 36 AND replaces <> id),
    UNIQUE (device, sequence)
) STRICT""",
    "CREATE INDEX remark_check_in ON remark (check_in)",
    f"""
CREATE TABLE mistake ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    check_in TEXT NOT NULL REFERENCES check_in (id),
    made_by TEXT REFERENCES person (id),
    entered_at INTEGER NOT NULL CHECK (entered_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
    "CREATE INDEX mistake_check_in ON mistake (check_in)",
)


def _stands(table: str) -> str:
    """The trigger that lets nothing in ``table`` be changed at all."""
    return (
        f"CREATE TRIGGER {table}_stands BEFORE UPDATE ON {table} "
        f"BEGIN SELECT RAISE (ABORT, '{table}: what was said is never overwritten'); END"
    )


def upgrade() -> None:
    """Makes the tables, their indexes and their triggers."""
    for statement in TABLES:
        op.execute(statement)
    for table in ("remark", "mistake"):
        op.execute(_stands(table))
    op.execute(f"INSERT INTO schema_needs VALUES ('{revision}', '{NEEDS}')")
