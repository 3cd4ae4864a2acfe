"""Nothing in the program can speak to another computer."""

from __future__ import annotations

import ast

import pytest

from tests.house.sources import Source, snippet, sources

WAYS_OUT = frozenset(
    "socket ssl http urllib ftplib smtplib poplib imaplib xmlrpc socketserver asyncio requests "
    "httpx aiohttp urllib3".split()
)
OF_QT = frozenset(
    "QtNetwork QtNetworkAuth QtWebSockets QtHttpServer QtWebEngineCore QtWebEngineWidgets".split()
)
# What stays on this computer: a start that meets another one, signals to end, the screen's socket.
WITHIN = {
    ("thermometer/ui/single_instance.py", "PySide6.QtNetwork.QLocalServer"),
    ("thermometer/ui/single_instance.py", "PySide6.QtNetwork.QLocalSocket"),
    ("thermometer/ui/end_signals.py", "socket"),
    ("thermometer/cli/screen.py", "socket"),
}


def imported(source: Source) -> set[str]:
    """Everything that ``source`` imports, under its full name."""
    names: set[str] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{each.name}" for each in node.names}
    return names


def ways_out(source: Source) -> set[tuple[str, str]]:
    """The imports of ``source`` with which one could leave the computer."""
    return {
        (source.path, name)
        for name in imported(source)
        if name.removeprefix("PySide6.").split(".")[0] in WAYS_OUT | OF_QT
    }


@pytest.mark.parametrize(
    "text",
    [
        "import urllib.request",
        "from http import client",
        "from PySide6.QtNetwork import QNetworkAccessManager",
        "from PySide6 import QtNetwork",
    ],
)
def test_a_way_out_is_found(text: str) -> None:
    assert ways_out(snippet(text))


def test_the_program_has_no_way_out_of_the_computer() -> None:
    found = {way for source in sources("thermometer/") for way in ways_out(source)}
    assert found == WITHIN
