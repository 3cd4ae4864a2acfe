"""Theme files read into tokens: what a colour is used for, never what it looks like."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QColor

from thermometer import assets
from thermometer.domain.colours import PersonColour
from thermometer.domain.problems import Problem
from thermometer.domain.zones import ByZone, Zone
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
class PersonTint:
    """What is around a person's picture: its ground, and the ring that stands out from a card."""

    ground: QColor
    ring: QColor


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
    people: dict[PersonColour, PersonTint]


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
        meanings = table["meanings"]
        zones = {str(zone): ZoneColours(**_meant(meanings.pop(zone), names)) for zone in Zone}
        tints = meanings.pop("people")
        people = {each: PersonTint(**_meant(tints[each], names)) for each in PersonColour}
        return Tokens(**_meant(meanings, names), zones=ByZone(**zones), people=people)


def _meant(meanings: dict[str, str], names: dict[str, QColor]) -> dict[str, QColor]:
    """The colours by the names of their fields."""
    return {meaning.replace("-", "_"): names[raw] for meaning, raw in meanings.items()}


def load_sizes() -> Sizes:
    """The sizes, the same for every theme.

    Raises:
        MissingAssetError: no such file.
        Problem: ``content-broken``.
    """
    with _table("sizes") as table:
        return Sizes(**table)
