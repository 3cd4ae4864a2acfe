"""A person's own colour: told apart from the others and from every zone, as far as a colour can."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from tests.ui.colour_science import SIMULATED, contrast, distance
from thermometer.domain.colours import PersonColour
from thermometer.ui.theme.tokens import THEMES, Tokens, load_tokens
from thermometer.ui.widgets.person_panel import WASH
from thermometer.ui.widgets.zone_button import mixed

APART = {"light": (10.6, 13.9), "dark": (9.3, 9.4), "contrast": (0.0, 12.9)}
"""CIEDE2000 between any two grounds, and between any two rings, at least, whoever sees them."""
FROM_FULL = {"light": (7.0, 9.0), "dark": (7.0, 8.0), "contrast": (20.0, 8.0)}
"""Of grounds, and of rings, from the full colour of any zone."""
FROM_SOFT = {"light": 26.0, "dark": 24.0, "contrast": 36.0}
"""Of rings from any zone at rest."""
GROUND_FROM_SOFT = {"light": 9.5, "dark": 4.0}
"""Of the grounds but sand: a ground at rest is pale, as the usual one has always been."""


@pytest.fixture(params=THEMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def tokens(name: str) -> Tokens:
    return load_tokens(name)


@pytest.fixture(params=SIMULATED)
def seen_by(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def grounds(tokens: Tokens) -> list[QColor]:
    return [tokens.people[colour].ground for colour in PersonColour]


def rings(tokens: Tokens) -> list[QColor]:
    return [tokens.people[colour].ring for colour in PersonColour]


def test_every_colour_is_there(tokens: Tokens) -> None:
    assert list(tokens.people) == list(PersonColour)
    assert all(colour.isValid() and colour.alpha() == 255 for colour in rings(tokens))
    assert len({ring.name() for ring in rings(tokens)}) == len(PersonColour)


def test_a_ring_stands_out_from_a_card_and_from_the_page(tokens: Tokens) -> None:
    low = [
        (ring.name(), round(contrast(ring, ground), 2))
        for ring in rings(tokens)
        for ground in (tokens.card, tokens.paper)
        if contrast(ring, ground) < 3
    ]
    assert low == []


def test_no_two_people_look_alike(name: str, tokens: Tokens, seen_by: str) -> None:
    for colours, least in zip((grounds(tokens), rings(tokens)), APART[name], strict=True):
        between = min(distance(*pair, seen_by) for pair in combinations(colours, 2))
        assert between >= least - 0.1


def test_nobodys_colour_is_a_zones(name: str, tokens: Tokens, seen_by: str) -> None:
    full = [zone.full for zone in tokens.zones]
    for colours, least in zip((grounds(tokens), rings(tokens)), FROM_FULL[name], strict=True):
        nearest = min(distance(one, zone, seen_by) for one in colours for zone in full)
        assert nearest >= least - 0.1
    soft = [zone.soft for zone in tokens.zones]
    nearest = min(distance(one, zone, seen_by) for one in rings(tokens) for zone in soft)
    assert nearest >= FROM_SOFT[name] - 0.1


@pytest.mark.parametrize("theme", GROUND_FROM_SOFT)
def test_a_ground_is_no_zone_at_rest(theme: str, seen_by: str) -> None:
    tokens = load_tokens(theme)
    soft = [zone.soft for zone in tokens.zones]
    own = [tint.ground for each, tint in tokens.people.items() if each is not PersonColour.SAND]
    nearest = min(distance(ground, zone, seen_by) for ground in own for zone in soft)
    assert nearest >= GROUND_FROM_SOFT[theme] - 0.1


def test_in_high_contrast_the_ground_is_white_and_the_rings_differ() -> None:
    tokens = load_tokens("contrast")
    assert {ground.name() for ground in grounds(tokens)} == {tokens.paper.name()}
    assert min(contrast(ring, tokens.paper) for ring in rings(tokens)) >= 4.45


def test_the_usual_ground_is_that_of_before() -> None:
    light = load_tokens("light")
    assert light.people[PersonColour.SAND].ground == light.well


def test_a_name_can_be_read_where_the_colour_is_strongest(tokens: Tokens) -> None:
    low = [
        ground.name()
        for ground in grounds(tokens)
        if contrast(tokens.ink, mixed(tokens.card, ground, WASH)) < 4.5
    ]
    assert low == []
