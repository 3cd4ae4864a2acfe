"""What goes with a repair: drafts of bids, what was put off, moments logged twice, own lines.

A draft under way and the family's own lines are changed in place, with the time of the change.
That a repair was put off, and that two hard moments are one or two, is said once and stands.
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

NEEDS = "0.1.0"  # the first version of the program that reads this schema

INSTANT = "BETWEEN -62135596800000000 AND 253402300799999999"  # the years 1 to 9999
YES_NO = "IN (0, 1)"

MADE_BY = """
    device TEXT NOT NULL REFERENCES device (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0)"""

STEPS = (
    "'calm-first', 'both-sides', 'go-to-child', 'reflect', 'validate', 'own-it', 'mend-it', "
    "'how-did-it-go'"
)
PARTS = "'opening', 'reflection', 'reason', 'did', 'felt', 'will', 'idea'"

TABLES = (
    f"""
CREATE TABLE draft ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY REFERENCES bid (id),
    step TEXT NOT NULL CHECK (step IN ({STEPS})),
    done TEXT CHECK (done <> ''),
    words TEXT NOT NULL,
    kind TEXT CHECK (
        kind IN ('misunderstanding', 'different-needs', 'limit', 'frightening', 'not-sure')
    ),
    card TEXT CHECK (card IN ('yes', 'almost', 'no')),
    set_aside INTEGER NOT NULL CHECK (set_aside {YES_NO}),
    changed_at INTEGER NOT NULL CHECK (changed_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
    f"""
CREATE TABLE own_line ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    part TEXT NOT NULL CHECK (part IN ({PARTS})),
    text TEXT NOT NULL CHECK (text <> ''),
    gone INTEGER NOT NULL CHECK (gone {YES_NO}),
    changed_at INTEGER NOT NULL CHECK (changed_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
    f"""
CREATE TABLE snooze ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    rupture TEXT NOT NULL REFERENCES rupture (id),
    bid TEXT REFERENCES bid (id),
    until INTEGER NOT NULL CHECK (until {INSTANT}),
    entered_at INTEGER NOT NULL CHECK (entered_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
    "CREATE INDEX snooze_rupture ON snooze (rupture)",
    f"""
CREATE TABLE same_moment ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    rupture TEXT NOT NULL REFERENCES rupture (id),
    other TEXT NOT NULL REFERENCES rupture (id) CHECK (other <> rupture),
    same INTEGER NOT NULL CHECK (same {YES_NO}),
    entered_at INTEGER NOT NULL CHECK (entered_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
    "CREATE INDEX same_moment_rupture ON same_moment (rupture)",
    "CREATE INDEX same_moment_other ON same_moment (other)",
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
    for table in ("snooze", "same_moment"):
        op.execute(_stands(table))
    op.execute(f"INSERT INTO schema_needs VALUES ('{revision}', '{NEEDS}')")
