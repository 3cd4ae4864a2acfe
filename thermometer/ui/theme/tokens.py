"""Theme files read into tokens: what a colour is used for, never what it looks like."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QColor

from thermometer import assets
from thermometer.domain.problems import Problem
from thermometer.domain.zones import ByZone
from thermometer.sentences import read_toml

THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class ZoneColours:
    """The colours of one zone: full, at rest, text at rest, text on full."""

    full: QColor
    soft: QColor
    deep: QColor
    on_full: QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of a theme by its meaning.

    ``raised`` is a button's ground: where it is dark no shadow lifts it off its card.
    """

    paper: QColor
    card: QColor
    raised: QColor
    well: QColor
    line: QColor
    outline: QColor
    ink: QColor
    muted: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    second_line: QColor
    shadow: QColor
    dim_ground: QColor
    dim_glow: QColor
    dim_ink: QColor
    zones: ByZone[ZoneColours]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Text sizes and radii in pixels at 1280x800, and the smallest allowed at any size."""

    text: dict[str, int]
    radius: dict[str, int]
    smallest: dict[str, int]


@contextmanager
def _table(name: str) -> Iterator[dict[str, Any]]:
    """The theme file ``name``; whatever is wrong with what it holds is a broken file."""
    path = assets.find("themes", f"{name}.toml")
    try:
        yield read_toml(path)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Problem("content-broken", file=path.name, reason=str(error)) from error


def load_tokens(name: str) -> Tokens:
    """The tokens of the theme ``name``.

    Raises:
        MissingAssetError: no such theme file.
        Problem: ``content-broken``.
    """
    with _table(name) as table:
        names = {key: QColor(value) for key, value in table["names"].items()}
        colours: dict[str, Any] = {}
        zones: dict[str, ZoneColours] = {}
        for meaning, value in table["meanings"].items():
            if isinstance(value, dict):
                zones[meaning] = ZoneColours(
                    **{part.replace("-", "_"): names[raw] for part, raw in value.items()}
                )
            else:
                colours[meaning.replace("-", "_")] = names[value]
        return Tokens(**colours, zones=ByZone(**zones))


def load_sizes() -> Sizes:
    """The sizes, the same for every theme.

    Raises:
        MissingAssetError: no such file.
        Problem: ``content-broken``.
    """
    with _table("sizes") as table:
        return Sizes(**table)
