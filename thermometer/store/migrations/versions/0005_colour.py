"""A colour of their own for everybody: it is around their picture.

Everybody who is there already has the usual one, as it was drawn before. It is a column at the
end of the table: no row is written anew, however many there are.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

NEEDS = "0.1.0"  # the first version of the program that reads this schema

COLOURS = "'sand', 'sky', 'lilac', 'mist', 'cocoa', 'ocean'"


def upgrade() -> None:
    """Adds the column."""
    op.execute(
        f"ALTER TABLE person ADD COLUMN colour TEXT NOT NULL DEFAULT 'sand' "
        f"CHECK (colour IN ({COLOURS}))"
    )
    op.execute(f"INSERT INTO schema_needs VALUES ('{revision}', '{NEEDS}')")
