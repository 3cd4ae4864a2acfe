"""Brings a file to the newest schema. Imports Alembic, so it is itself imported only then."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection, scripts: Path, revision: str = "head") -> None:
    """Runs every missing migration inside the transaction that ``connection`` is in.

    Args:
        connection: in a transaction, which the caller commits or rolls back whole.
        scripts: the folder of the migrations.
        revision: how far.
    """
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, revision)
