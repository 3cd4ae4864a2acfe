"""Without the PIN nothing leads to the computer: no question for a file, no printer, no field.

What a page can reach is followed through all that it imports inside the window.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from tests.house.sources import Source, calls, snippet, sources
from thermometer.domain.tools import ToolKind
from thermometer.ui.atlas import page_of
from thermometer.ui.places import CORNER, HELD_TOGETHER, Place, RunTool

UI = "thermometer.ui"
DIALOGS = frozenset({f"{UI}.file_asking", f"{UI}.print.printing"})
"""The two modules that open a dialog of the system's; a test below holds that they are all."""
OPENING = frozenset("ask_for_file ask_for_files ask_for_folder ask_where_to open_files".split())
SYSTEM = ("QFileDialog", "QPrintDialog", "QPageSetupDialog", "QColorDialog", "QFontDialog")


def imported(source: Source) -> set[str]:
    """The window's modules that ``source`` imports when it runs."""
    aside = {
        id(node)
        for test in ast.walk(source.tree)
        if isinstance(test, ast.If) and "TYPE_CHECKING" in ast.dump(test.test)
        for node in ast.walk(test)
    }
    found = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module and id(node) not in aside:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in found if name.startswith(UI)}


@cache
def modules() -> dict[str, Source]:
    return {
        source.path.removesuffix(".py").removesuffix("/__init__").replace("/", "."): source
        for source in sources("thermometer/ui/")
    }


def reached(module: str) -> set[str]:
    """Every module that is imported on the way from ``module``."""
    found, waiting = set[str](), [module]
    while waiting:
        name = waiting.pop()
        if name in modules() and name not in found:
            found.add(name)
            waiting += imported(modules()[name])
    return found


def pages(kind: type[Any]) -> Iterator[str]:
    """The modules of the pages that show places of this kind."""
    for tool in ToolKind if kind is RunTool else (None,):
        place: Any = object.__new__(kind)
        for name in kind.__slots__:
            object.__setattr__(place, name, SimpleNamespace(kind=tool))
        yield page_of(place).__module__


SHARED = [kind for kind in get_args(Place) if kind not in CORNER]
HELD = [kind for kinds in HELD_TOGETHER for kind in kinds]


def test_an_import_for_the_types_alone_leads_nowhere() -> None:
    text = "if TYPE_CHECKING:\n    from thermometer.ui.file_asking import FileAsking\n"
    text += "def later():\n    from thermometer.ui.print import printing\n"
    assert imported(snippet(text)) == {"thermometer.ui.print", "thermometer.ui.print.printing"}


def test_what_can_open_a_dialog_is_found() -> None:
    assert reached(f"{UI}.pages.exchange") & DIALOGS
    assert reached(f"{UI}.pages.person") & DIALOGS


def test_only_these_modules_open_a_dialog_of_the_system() -> None:
    makers = {
        module
        for module, source in modules().items()
        for name, _ in calls(source.tree)
        if name in SYSTEM
    }
    assert makers == DIALOGS


@pytest.mark.parametrize("kind", SHARED, ids=lambda kind: kind.__name__)
def test_no_page_without_the_pin_reaches_a_dialog(kind: type[Any]) -> None:
    assert {page: reached(page) & DIALOGS for page in pages(kind)} == {
        page: set() for page in pages(kind)
    }


@pytest.mark.parametrize("kind", HELD, ids=lambda kind: kind.__name__)
def test_no_page_that_a_child_holds_opens_one(kind: type[Any]) -> None:
    for page in pages(kind):
        source = modules()[page]
        named = {n.attr for n in ast.walk(source.tree) if isinstance(n, ast.Attribute)}
        assert named & OPENING == set()
