"""What a family makes its own: photos and recorded voices, changed cards, tools of its own.

All of it is changed in place, with the time of the change. A photo or a voice that nothing refers
to any more goes at once, whoever changed what referred to it: bytes of a child are not kept for
nothing.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

NEEDS = "0.1.0"  # the first version of the program that reads this schema

INSTANT = "BETWEEN -62135596800000000 AND 253402300799999999"  # the years 1 to 9999
YES_NO = "IN (0, 1)"

MADE_BY = """
    device TEXT NOT NULL REFERENCES device (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0)"""

# ``picture`` and ``recording`` refer to no row: a card outlives a photo that cannot be read.
TABLES = (
    f"""
CREATE TABLE media ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    owner TEXT REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'recording')),
    data BLOB NOT NULL CHECK (
        length(data) BETWEEN 1 AND CASE kind WHEN 'picture' THEN 524288 ELSE 2097152 END
    ),
    changed_at INTEGER NOT NULL CHECK (changed_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
    f"""
CREATE TABLE own_card ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person TEXT NOT NULL REFERENCES person (id),
    tool TEXT NOT NULL CHECK (tool <> ''),
    name TEXT CHECK (length(name) BETWEEN 1 AND 40),
    picture TEXT CHECK (picture <> ''),
    sentence TEXT CHECK (length(sentence) BETWEEN 1 AND 200),
    recording TEXT CHECK (length(recording) = 36),
    changed_at INTEGER NOT NULL CHECK (changed_at {INSTANT}),
    UNIQUE (device, sequence),
    UNIQUE (person, tool)
) STRICT""",
    f"""
CREATE TABLE own_tool ({MADE_BY},
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    what TEXT NOT NULL CHECK (length(what) <= 200),
    picture TEXT NOT NULL CHECK (picture <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('guide', 'steps', 'timer', 'card')),
    zones TEXT NOT NULL CHECK (zones <> ''),
    audience TEXT NOT NULL CHECK (audience IN ('child', 'parent', 'both')),
    from_band TEXT NOT NULL CHECK (from_band IN ('3-5', '6-8', '9-12', 'adult')),
    steps TEXT NOT NULL CHECK (length(steps) <= 8000),
    minutes REAL CHECK (minutes > 0 AND minutes <= 60),
    pace TEXT CHECK (length(pace) <= 400),
    gone INTEGER NOT NULL CHECK (gone {YES_NO}),
    changed_at INTEGER NOT NULL CHECK (changed_at {INSTANT}),
    UNIQUE (device, sequence)
) STRICT""",
)

UNUSED = """
    NOT EXISTS (SELECT 1 FROM person WHERE picture = 'own:' || media.id)
    AND NOT EXISTS (
        SELECT 1 FROM own_card WHERE picture = 'own:' || media.id OR recording = media.id
    )
    AND NOT EXISTS (
        SELECT 1 FROM own_tool
        WHERE picture = 'own:' || media.id OR instr(steps, 'own:' || media.id) > 0
    )"""

# Where a table's rows refer to media, and which of them an old row referred to.
REFERRED = {
    "person": ("picture", "media.id = substr(OLD.picture, 5)"),
    "own_card": ("picture, recording", "media.id IN (substr(OLD.picture, 5), OLD.recording)"),
    "own_tool": (
        "picture, steps",
        "(media.id = substr(OLD.picture, 5) OR instr(OLD.steps, 'own:' || media.id) > 0)",
    ),
}


def _lets_go(table: str, columns: str, referred: str) -> tuple[str, str]:
    """The triggers that remove what only a row of ``table`` has referred to."""
    body = f"BEGIN DELETE FROM media WHERE {referred} AND {UNUSED}; END"
    return (
        f"CREATE TRIGGER {table}_lets_go AFTER UPDATE OF {columns} ON {table} {body}",
        f"CREATE TRIGGER {table}_goes AFTER DELETE ON {table} {body}",
    )


def upgrade() -> None:
    """Makes the tables and their triggers."""
    for statement in TABLES:
        op.execute(statement)
    for table, (columns, referred) in REFERRED.items():
        for statement in _lets_go(table, columns, referred):
            op.execute(statement)
    op.execute(f"INSERT INTO schema_needs VALUES ('{revision}', '{NEEDS}')")
