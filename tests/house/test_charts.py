"""pyqtgraph is slow to load: one file imports it, and that one only when a week is opened."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator

from tests.house.sources import Source, snippet, sources

CHARTS = "thermometer.ui.widgets.week_charts"
SLOW = ("pyqtgraph", "numpy")
HOME_ONLY = f"""
import sys
import thermometer.app, thermometer.ui.window, thermometer.ui.atlas
from thermometer.ui.pages import home, safe_place, week
sys.stdout.write(repr(set(sys.modules) & {{"pyqtgraph", "numpy", "{CHARTS}"}}))
"""


def imported(nodes: Iterator[ast.AST]) -> Iterator[str]:
    """The modules that these statements import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imports_slow(source: Source) -> bool:
    """Whether the file imports pyqtgraph or what it brings, wherever in it."""
    return any(name.split(".")[0] in SLOW for name in imported(ast.walk(source.tree)))


def at_once(source: Source) -> set[str]:
    """What is imported as soon as the file is, types left aside."""
    return set(imported(iter(source.tree.body)))


def test_an_import_within_a_function_is_found_and_told_from_one_at_the_top() -> None:
    assert imports_slow(snippet("def draw():\n    import pyqtgraph as pg"))
    assert imports_slow(snippet("from pyqtgraph.graphicsItems import AxisItem"))
    assert not imports_slow(snippet("import pyqt"))
    assert at_once(snippet("import a\ndef f():\n    import b")) == {"a"}


def test_one_file_imports_pyqtgraph() -> None:
    found = [source.path for source in sources("thermometer/") if imports_slow(source)]
    assert found == [CHARTS.replace(".", "/") + ".py"]


def test_nothing_imports_that_file_as_soon_as_it_is_imported_itself() -> None:
    found = [source.path for source in sources("thermometer/") if CHARTS in at_once(source)]
    assert found == []


def test_the_pages_come_without_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOME_ONLY], check=False, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("set()", "")
