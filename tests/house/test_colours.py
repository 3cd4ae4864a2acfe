"""Colours have one home, the theme; everything else asks by meaning."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.sources import Source, calls, snippet, sources, strings

HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\b(?:rgb|hsl|hsv)a?\(")
MAKERS = (
    "QColor",
    "fromRgb",
    "fromRgba",
    "fromRgbF",
    "fromHsv",
    "fromHsl",
    "setNamedColor",
    "qRgb",
)
NAMED = frozenset(
    "white black red darkRed green darkGreen blue darkBlue cyan darkCyan magenta darkMagenta "
    "yellow darkYellow gray darkGray lightGray".split()
)


def colour_literals(source: Source) -> list[str]:
    found = [
        source.at(text, f"colour {text.value!r}")
        for text in strings(source.tree)
        if HEX.search(str(text.value))
    ]
    found += [
        source.at(call, f"{name} of a literal")
        for name, call in calls(source.tree)
        if name in MAKERS and call.args and isinstance(call.args[0], ast.Constant)
    ]
    found += [
        source.at(node, f"Qt's own {node.attr}")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in NAMED and _is_qt(node.value)
    ]
    return found


def _is_qt(node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "GlobalColor"
    return isinstance(node, ast.Name) and node.id in ("Qt", "GlobalColor")


@pytest.mark.parametrize(
    "text",
    [
        "ground = '#fbf6ee'",
        "sheet = 'QWidget { color: #fff; }'",
        "sheet = f'color: rgba({r}, 0, 0, 1)'",
        "ink = QColor('white')",
        "ink = QColor(1, 2, 3)",
        "ink = QColor.fromRgb(0)",
        "ink = Qt.red",
        "ink = Qt.GlobalColor.black",
    ],
)
def test_a_colour_literal_is_found(text: str) -> None:
    assert colour_literals(snippet(text))


def test_a_colour_asked_for_by_meaning_is_fine() -> None:
    text = "ink = QColor(tokens.ink); pixmap.fill(Qt.GlobalColor.transparent); zone = Zone.red"
    assert colour_literals(snippet(text)) == []


def test_no_colour_literal_outside_the_theme() -> None:
    found = [
        finding
        for source in sources("thermometer/")
        if not source.path.startswith("thermometer/ui/theme")
        for finding in colour_literals(source)
    ]
    assert found == []
