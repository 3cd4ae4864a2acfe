"""Every page and state of the tour, with all that makes it narrow: still to be read and touched.

The smallest window, text of twice its size, six people with the longest names, twelve own tools.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from tests.fakes import FakeClock
from tests.house.sources import sources
from tests.ui import room
from thermometer import app
from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.thresholds import NAME_LENGTH
from thermometer.services.bundle import Services
from thermometer.ui.theme.theme import Theme
from thermometer.ui.tour import TIMINGS, Tour
from thermometer.ui.window import MainWindow

Notify = Callable[[Change], None]
LONGER = " Maximiliane Bartholomea von Hohenberg-Lindau"
OTHERS = (
    ("Great-grandmother Elisabeth-Charlotte Ama", Role.PARENT),
    ("Wilhelmina-Josephine Constanze von Heyden", Role.CHILD),
)
OWN_TOOLS = 12
WRAPPED = "Under the tent, wrapped"
LARGEST_TEXT = 200
ELSEWHERE = {"AddPersonPage"}
"""Where six live nobody can join them: see ``tests/ui/test_large_text.py``."""


class Measured(Tour):
    """A tour that measures what it would draw."""

    faults: dict[str, list[str]]
    pages: set[str]

    @override
    def _choose_look(self, services: Services) -> None:
        super()._choose_look(services)
        kept = services.preferences
        kept.keep(replace(kept.now, text_size=LARGEST_TEXT))

    @override
    def _picture(self, name: str) -> None:
        QCoreApplication.processEvents()
        self.pages.add(type(self._window.page).__name__)
        faults = room.at_rest(self._window)
        if faults:
            self.faults[name] = faults


def crowded(notify: Notify, clock: FakeClock) -> Services:
    """The sample family with two people more, names as long as can be, and tools of its own."""
    services = app.open_sample(clock, notify)
    for person in services.family.people():
        name = (person.name + LONGER)[:NAME_LENGTH].strip()
        services.family.change(replace(person, name=name))
    for name, role in OTHERS:
        services.family.add(name[:NAME_LENGTH], role, AgeBand.SIX_TO_EIGHT, "owl")
    own = services.own_tools()
    for number in range(OWN_TOOLS):
        tool = services.content.tool("squish")
        own.add(replace(tool, name=f"{WRAPPED} {number}"))
    return services


@pytest.fixture(params=[(800, 480), (800, 1280)], ids=lambda size: "x".join(map(str, size)))
def measured(
    request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock, qapp: object
) -> Measured:
    """The tour once walked."""
    window = MainWindow(Theme("light"), TIMINGS)
    window.resize(*request.param)
    tour = Measured(
        window,
        tmp_path,
        open_empty=lambda notify: app.open_throw_away(clock, notify),
        open_sample=lambda notify: crowded(notify, clock),
    )
    tour.faults, tour.pages = {}, set()
    assert tour.walk() == 0
    window.deleteLater()
    return tour


def every_page() -> set[str]:
    """The pages by the names of their classes."""
    return {
        node.name
        for source in sources("thermometer/ui/pages/")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith("Page")
    }


def test_everything_can_be_read_and_touched_on_every_page(measured: Measured) -> None:
    assert measured.faults == {}
    assert every_page() - measured.pages == ELSEWHERE
