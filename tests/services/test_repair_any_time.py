"""The lines of a repair fit any time of day."""

from __future__ import annotations

import re

import pytest

from tests.services.test_repair_texts import every_line
from thermometer.services.repair_texts import RepairTexts

TIMES = re.compile(
    r"\b(?:bedtime|tonight|evening|morning|night|supper|dinner|breakfast|after school|dark"
    r"|all day|(?:long|loud) day)\b",
    re.IGNORECASE,
)


def test_no_line_fits_only_one_time_of_day() -> None:
    assert [line for line in every_line(RepairTexts()) if TIMES.search(line)] == []


@pytest.mark.parametrize("line", ["It’s bedtime.", "Waiting is hard after a long day."])
def test_one_that_does_is_found(line: str) -> None:
    assert TIMES.search(line)
