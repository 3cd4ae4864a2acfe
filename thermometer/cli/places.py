"""Where the family's data lies."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path


def data_folder(options: Namespace) -> Path:
    """Where the family's data lies: as asked for, else by the environment, else the usual place."""
    named: Path | None = options.data
    if named is not None:
        return named
    by_environment = os.environ.get("THERMOMETER_DATA")
    if by_environment:
        return Path(by_environment)
    import platformdirs  # noqa: PLC0415 - needed only here

    return platformdirs.user_data_path("feelings-thermometer", appauthor=False)
