"""Medians, percentiles and the line in which a row of the table is printed."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles

from typing_extensions import override

__all__ = ["Row", "median", "percentile"]


def percentile(values: list[float], percent: int) -> float:
    """The value that ``percent`` of a hundred lie below."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]


@dataclass(frozen=True)
class Row:
    """What was measured, against its floor; both in milliseconds."""

    what: str
    floor: float
    ours: float
    bar: float
    """The ratio that is meant, at most."""

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @override
    def __str__(self) -> str:
        verdict = "within" if self.ratio <= self.bar else "OVER"
        return (
            f"{self.what:<44} floor {self.floor:8.2f} ms   ours {self.ours:8.2f} ms   "
            f"ratio {self.ratio:5.2f}   bar {self.bar:5.2f}  {verdict}"
        )
