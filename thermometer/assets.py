"""Where ``resources/`` is: beside the package in a checkout, inside it in a wheel or a bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


class MissingAssetError(Exception):
    """A file that belongs to the program is not there; the message is its path."""


@cache
def folder() -> Path:
    """The folder ``resources``.

    Raises:
        MissingAssetError: no such folder in any of the three places.
    """
    package = Path(__file__).resolve().parent
    bundle = Path(getattr(sys, "_MEIPASS", package))
    for place in (bundle / "resources", package / "resources", package.parent / "resources"):
        if (place / "content").is_dir():
            return place
    raise MissingAssetError(str(package.parent / "resources"))


def find(*parts: str) -> Path:
    """The real path of one resource, for example ``find("themes", "light.toml")``.

    Raises:
        MissingAssetError: it is not there.
    """
    path = folder().joinpath(*parts)
    if not path.exists():
        raise MissingAssetError(str(path))
    return path
