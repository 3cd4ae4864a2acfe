"""Which schemas of the data file this program knows, without a word of Alembic."""

from __future__ import annotations

from pathlib import Path

APPLICATION_ID = 0x4645454C
"""Stands in the header of every file of ours: "FEEL"."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
"""Every revision that was ever released, oldest first; the last one is what this program writes."""

SCRIPTS = Path(__file__).parent / "migrations"
