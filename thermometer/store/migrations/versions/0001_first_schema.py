"""The first schema: people, check-ins, uses of tools, ruptures, bids, follow-ups, settings.

What a family told is kept as told: a trigger on every table of facts refuses to change a field
that holds something, and lets an empty one be filled. Rows may be deleted.
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

NEEDS = "0.1.0"  # the first version of the program that reads this schema

INSTANT = "BETWEEN -62135596800000000 AND 253402300799999999"  # the years 1 to 9999
ZONE = "IN ('green', 'yellow', 'red')"
YES_NO = "IN (0, 1)"

MADE_BY = """
    device TEXT NOT NULL REFERENCES device (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0)"""

TABLES = (
    """
CREATE TABLE schema_needs (
    revision TEXT NOT NULL PRIMARY KEY,
    program TEXT NOT NULL
) STRICT""",
    f"""
CREATE TABLE device (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    here INTEGER NOT NULL CHECK (here {YES_NO}),
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    made_at INTEGER NOT NULL CHECK (made_at {INSTANT})
) STRICT""",
    "CREATE UNIQUE INDEX device_here ON device (here) WHERE here = 1",
    f"""
CREATE TABLE person ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('parent', 'child')),
    age_band TEXT NOT NULL CHECK (age_band IN ('3-5', '6-8', '9-12', 'adult')),
    picture TEXT NOT NULL CHECK (picture <> ''),
    word_green TEXT NOT NULL,
    word_yellow TEXT NOT NULL,
    word_red TEXT NOT NULL,
    tools_green TEXT CHECK (tools_green <> ''),
    tools_yellow TEXT CHECK (tools_yellow <> ''),
    tools_red TEXT CHECK (tools_red <> ''),
    signs TEXT CHECK (signs <> ''),
    archived INTEGER NOT NULL CHECK (archived {YES_NO}),
    position INTEGER NOT NULL,
    changed_at INTEGER NOT NULL CHECK (changed_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
    f"""
CREATE TABLE check_in ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person TEXT NOT NULL REFERENCES person (id),
    zone TEXT NOT NULL CHECK (zone {ZONE}),
    at INTEGER NOT NULL CHECK (at {INSTANT}),
    time_zone TEXT NOT NULL CHECK (time_zone <> ''),
    source TEXT NOT NULL CHECK (source IN ('self', 'observed')),
    observed_by TEXT REFERENCES person (id),
    about INTEGER NOT NULL CHECK (about {YES_NO}),
    practice INTEGER NOT NULL CHECK (practice {YES_NO}),
    entered_at INTEGER NOT NULL CHECK (entered_at {INSTANT}),
    withdrawn_at INTEGER CHECK (withdrawn_at {INSTANT}),
    signs TEXT CHECK (signs <> ''),
    contexts TEXT CHECK (contexts <> ''),
    UNIQUE (device, sequence),
    CHECK (source = 'observed' OR observed_by IS NULL)
) STRICT""",
    "CREATE INDEX check_in_person_at ON check_in (person, at)",
    "CREATE INDEX check_in_person_entered_at ON check_in (person, entered_at)",
    f"""
CREATE TABLE tool_use ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person TEXT NOT NULL REFERENCES person (id),
    tool TEXT NOT NULL CHECK (tool <> ''),
    zone TEXT NOT NULL CHECK (zone {ZONE}),
    started_at INTEGER NOT NULL CHECK (started_at {INSTANT}),
    time_zone TEXT NOT NULL CHECK (time_zone <> ''),
    practice INTEGER NOT NULL CHECK (practice {YES_NO}),
    ended_at INTEGER CHECK (ended_at {INSTANT}),
    answer TEXT CHECK (answer IN ('smaller', 'same', 'bigger')),
    came TEXT REFERENCES person (id),
    UNIQUE (device, sequence)
) STRICT""",
    "CREATE INDEX tool_use_person_started_at ON tool_use (person, started_at)",
    f"""
CREATE TABLE rupture ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at INTEGER NOT NULL CHECK (at {INSTANT}),
    time_zone TEXT NOT NULL CHECK (time_zone <> ''),
    grown_up TEXT NOT NULL REFERENCES person (id),
    child TEXT NOT NULL REFERENCES person (id),
    about INTEGER NOT NULL CHECK (about {YES_NO}),
    practice INTEGER NOT NULL CHECK (practice {YES_NO}),
    episode TEXT CHECK (length(episode) = 36),
    kind TEXT CHECK (
        kind IN ('misunderstanding', 'different-needs', 'limit', 'frightening', 'not-sure')
    ),
    note TEXT CHECK (note <> ''),
    resolution TEXT CHECK (resolution IN ('already-did', 'let-be')),
    UNIQUE (device, sequence)
) STRICT""",
    "CREATE INDEX rupture_at ON rupture (at)",
    f"""
CREATE TABLE bid ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    rupture TEXT NOT NULL REFERENCES rupture (id),
    at INTEGER NOT NULL CHECK (at {INSTANT}),
    time_zone TEXT NOT NULL CHECK (time_zone <> ''),
    "by" TEXT NOT NULL REFERENCES person (id),
    calm_first INTEGER CHECK (calm_first {YES_NO}),
    steps_done TEXT CHECK (steps_done <> ''),
    outcome TEXT CHECK (outcome IN ('together', 'a-bit', 'not-yet')),
    try_again_at INTEGER CHECK (try_again_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
    "CREATE INDEX bid_rupture ON bid (rupture)",
    f"""
CREATE TABLE follow_up ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    rupture TEXT NOT NULL REFERENCES rupture (id),
    at INTEGER NOT NULL CHECK (at {INSTANT}),
    time_zone TEXT NOT NULL CHECK (time_zone <> ''),
    card TEXT CHECK (card IN ('yes', 'almost', 'no')),
    note TEXT CHECK (note <> ''),
    UNIQUE (device, sequence)
) STRICT""",
    "CREATE INDEX follow_up_rupture ON follow_up (rupture)",
    f"""
CREATE TABLE setting ({MADE_BY},
    "key" TEXT NOT NULL PRIMARY KEY CHECK ("key" <> ''),
    value TEXT NOT NULL,
    changed_at INTEGER NOT NULL CHECK (changed_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
)

# The fields of each table of facts: those that are always there, and those that come later.
FACTS = {
    "check_in": (
        "person zone at time_zone source observed_by about practice entered_at",
        "withdrawn_at signs contexts",
    ),
    "tool_use": ("person tool zone started_at time_zone practice", "ended_at answer came"),
    "rupture": (
        "at time_zone grown_up child about practice",
        "episode kind note resolution",
    ),
    "bid": ("rupture at time_zone by", "calm_first steps_done outcome try_again_at"),
    "follow_up": ("rupture at time_zone", "card note"),
}


def _stands(table: str, given: str, later: str) -> str:
    """The trigger that lets nothing in ``table`` be overwritten."""
    changed = [f'NEW."{f}" IS NOT OLD."{f}"' for f in ("id device sequence " + given).split()]
    changed += [f'(OLD."{f}" IS NOT NULL AND NEW."{f}" IS NOT OLD."{f}")' for f in later.split()]
    return (
        f"CREATE TRIGGER {table}_stands BEFORE UPDATE ON {table} WHEN {' OR '.join(changed)} "
        f"BEGIN SELECT RAISE (ABORT, '{table}: what happened is never overwritten'); END"
    )


def upgrade() -> None:
    """Makes the tables, their indexes and their triggers."""
    for statement in TABLES:
        op.execute(statement)
    for table, (given, later) in FACTS.items():
        op.execute(_stands(table, given, later))
    op.execute(f"INSERT INTO schema_needs VALUES ('{revision}', '{NEEDS}')")
