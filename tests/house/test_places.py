"""Every place of the window has a page, and something leads there."""

from __future__ import annotations

import ast

from tests.house.sources import calls, name_of, sources

PLACES = tuple(f"thermometer/ui/{name}places.py" for name in ("", "own_", "erasing_", "health_"))


def places() -> set[str]:
    """The places by name: the frozen values of these files."""
    return {
        node.name
        for source in sources(*PLACES)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
    }


def handled() -> set[str]:
    """The places for which some ``match`` of the window's code has a case."""
    return {
        name_of(node.cls)
        for source in sources("thermometer/ui/")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.MatchClass)
    }


def led_to() -> set[str]:
    """The places that the code makes, to go there."""
    return {
        name
        for source in sources("thermometer/ui/", "thermometer/app.py")
        if source.path not in PLACES
        for name, _ in calls(source.tree)
    }


def test_every_place_has_a_page() -> None:
    assert places() - handled() == set()


def test_something_leads_to_every_place() -> None:
    assert places() - led_to() == set()
