from __future__ import annotations

import pytest

from thermometer.domain.zones import ByZone, Zone


def test_green_is_at_the_bottom_and_red_at_the_top() -> None:
    assert [zone.level for zone in (Zone.GREEN, Zone.YELLOW, Zone.RED)] == [0, 1, 2]


def test_a_zone_is_its_word() -> None:
    assert [str(zone) for zone in Zone] == ["green", "yellow", "red"]


@pytest.mark.parametrize("word", ["purple", "Green", "0", ""])
def test_any_other_word_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="is not a valid Zone"):
        Zone(word)


def test_by_zone_gives_each_zone_its_own() -> None:
    words = ByZone("a", "b", "c")
    assert [words.of(zone) for zone in Zone] == ["a", "b", "c"]
    assert list(words) == ["a", "b", "c"]
