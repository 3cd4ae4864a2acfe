"""Rows of a file that SQLAlchemy could not read."""

from __future__ import annotations

import pytest

from thermometer.store.reading import RawRow


def test_values_are_found_by_name_and_in_order() -> None:
    row = RawRow.of(("id", "zone"), ("a", "red"))
    assert tuple(row) == ("a", "red")
    assert row.zone == "red"


def test_a_name_that_is_none_of_its_columns_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="colour"):
        _ = RawRow.of(("id",), ("a",)).colour
