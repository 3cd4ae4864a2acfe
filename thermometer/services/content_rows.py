"""From the rows of content files to domain values; whatever is wrong with a row raises."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from thermometer.domain.people import AgeBand
from thermometer.domain.tools import Audience, Pace, Step, Tool, ToolKind
from thermometer.domain.zones import ByZone, Zone

if TYPE_CHECKING:
    from thermometer.sentences import Table

WRONG_ROW = (KeyError, TypeError, ValueError, AttributeError)
"""What these functions raise for a row that lacks something or holds something else."""


def text_of(value: object) -> str:
    """``value``, which must be a text with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"not a text: {value!r}")
    return value


def texts_of(value: object) -> tuple[str, ...]:
    """``value``, which must be a list of texts."""
    if not isinstance(value, list):
        raise TypeError(f"not a list: {value!r}")
    return tuple(text_of(text) for text in value)


def names_of(table: Table) -> dict[str, str]:
    """A table of ids and their texts, in the order of the file."""
    return {id_: text_of(text) for id_, text in table.items()}


def words_of(table: Table) -> ByZone[str]:
    """One text for each zone."""
    return ByZone(*(text_of(table[zone]) for zone in Zone))


def lists_of(table: Table) -> ByZone[tuple[str, ...]]:
    """Several texts for each zone."""
    return ByZone(*(texts_of(table[zone]) for zone in Zone))


def pace_of(table: Table) -> Pace:
    """A breathing pace."""
    return Pace(
        inhale=_amount(table["inhale"]),
        exhale=_amount(table["exhale"]),
        breaths=int(_amount(table["breaths"])),
        hold_in=_amount(table.get("hold_in", 0.0), least=0.0),
        hold_out=_amount(table.get("hold_out", 0.0), least=0.0),
    )


def tool_of(row: Table) -> Tool:
    """A starter tool."""
    kind = ToolKind(row["kind"])
    tool = Tool(
        id=text_of(row["id"]),
        name=text_of(row["name"]),
        what=text_of(row["what"]),
        picture=text_of(row["picture"]),
        kind=kind,
        zones=tuple(Zone(zone) for zone in row["zones"]),
        audience=Audience(row.get("audience", Audience.BOTH)),
        from_band=AgeBand(row.get("from_band", AgeBand.THREE_TO_FIVE)),
        steps=_steps(row.get("steps", [])),
        steps_for_little=_steps(row.get("steps_for_little", [])),
        minutes=_amount(row["minutes"]) if kind is ToolKind.TIMER else None,
        pace=pace_of(row["pace"]) if "pace" in row else None,
        breaths=int(_amount(row["breaths"], least=1.0)) if "breaths" in row else None,
    )
    if kind is ToolKind.STEPS and not tool.steps:
        raise ValueError(f"no steps: {tool.id}")
    return tool


def _steps(rows: list[Table]) -> tuple[Step, ...]:
    return tuple(
        Step(
            picture=text_of(row["picture"]),
            text=text_of(row["text"]),
            seconds=_amount(row["seconds"]) if "seconds" in row else None,
        )
        for row in rows
    )


def _amount(value: object, least: float = 0.1) -> float:
    """A number of seconds, minutes or breaths: TOML also knows ``nan``, ``inf`` and ``true``."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"not a number: {value!r}")
    if not isfinite(value) or value < least:
        raise ValueError(f"not an amount: {value!r}")
    return float(value)
