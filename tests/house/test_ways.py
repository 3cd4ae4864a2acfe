"""Ways of doing things that are shut: each has cost somebody a hung window or a flaky test."""

from __future__ import annotations

import ast

import pytest

from tests.house.sources import ROOT, Source, calls, files, name_of, snippet, sources

LONGEST_FILE = 300
NETWORK = frozenset(
    "socketserver ssl http urllib urllib3 requests httpx aiohttp ftplib smtplib poplib "
    "imaplib telnetlib xmlrpc webbrowser websockets".split()
)
LOCAL_SOCKETS = frozenset({"QLocalServer", "QLocalSocket"})
SOCKET_WAYS_OUT = frozenset("create_connection create_server getaddrinfo gethostbyname".split())
SLEEPS = frozenset({"sleep", "msleep", "usleep", "qWait", "qSleep"})


def blocking(source: Source) -> list[str]:
    """Event loops inside the event loop."""
    return [
        source.at(call, f"{name}() blocks: open() the dialog or make it a page")
        for name, call in calls(source.tree)
        if name in ("exec", "exec_") and isinstance(call.func, ast.Attribute)
    ]


def sleeping(source: Source) -> list[str]:
    """Waits for a time to pass instead of for something to happen."""
    return [
        source.at(call, f"{name}(): wait for a signal or a condition")
        for name, call in calls(source.tree)
        if name in SLEEPS or (name == "wait" and _is_qtbot(call.func))
    ]


def _is_qtbot(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and name_of(node.value) == "qtbot"


def networked(source: Source) -> list[str]:
    """Imports of anything that could leave the computer; sockets within it are fine."""
    found = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names}
            bad = {n for n in names if n.split(".")[0] in NETWORK or n.startswith("PySide6.QtNet")}
        elif isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
            bad = _bad_from(node.module or "", names)
        else:
            continue
        found += [source.at(node, f"network: {name}") for name in sorted(bad)]
    return found + [
        source.at(call, f"network: {name}")
        for name, call in calls(source.tree)
        if name in SOCKET_WAYS_OUT or (name == "socket" and not _is_local(call))
    ]


def _is_local(call: ast.Call) -> bool:
    """Whether a socket is made for a file of this computer."""
    return bool(call.args) and name_of(call.args[0]) == "AF_UNIX"


def _bad_from(module: str, names: set[str]) -> set[str]:
    if module.split(".", maxsplit=1)[0] in NETWORK:
        return {module}
    if module == "PySide6.QtNetwork":
        return names - LOCAL_SOCKETS
    return {n for n in names if module == "PySide6" and n.startswith("QtNet")}


def test_what_blocks_is_found() -> None:
    assert blocking(snippet("dialog.exec()"))
    assert blocking(snippet("menu.exec_(point)"))
    assert blocking(snippet("dialog.open()")) == []


def test_what_sleeps_is_found() -> None:
    assert sleeping(snippet("time.sleep(1)"))
    assert sleeping(snippet("qtbot.wait(500)"))
    assert sleeping(snippet("qtbot.waitUntil(done); thread.wait(2000)")) == []


@pytest.mark.parametrize(
    "text",
    [
        "import urllib.request",
        "from http import client",
        "import socket\nsocket.socket(socket.AF_INET)",
        "import socket\nsocket.socket()",
        "import socket\nsocket.create_connection(address)",
        "from PySide6.QtNetwork import QLocalServer, QTcpSocket",
        "from PySide6 import QtCore, QtNetwork",
        "import PySide6.QtNetwork",
        "from PySide6 import QtNetworkAuth",
    ],
)
def test_what_could_leave_the_computer_is_found(text: str) -> None:
    assert len(networked(snippet(text))) == 1


def test_a_socket_within_the_computer_is_fine() -> None:
    text = "from PySide6.QtNetwork import QLocalServer, QLocalSocket\nimport json, socket\n"
    text += "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)"
    assert networked(snippet(text)) == []


def test_the_window_never_blocks() -> None:
    found = [text for source in sources("thermometer/ui/") for text in blocking(source)]
    assert found == []


def test_there_is_one_event_loop() -> None:
    found = [text for source in sources("thermometer/app.py") for text in blocking(source)]
    assert len(found) <= 1


def test_nothing_sleeps() -> None:
    found = [
        text
        for source in sources("thermometer/", "tests/")
        # The tour shows tools in mid-run: there a time that passes is what is waited for.
        if not source.path.startswith("thermometer/ui/tour")
        for text in sleeping(source)
    ]
    assert found == []


def test_nothing_leaves_the_computer() -> None:
    found = [text for source in sources("thermometer/") for text in networked(source)]
    assert found == []


def test_no_scroller_takes_touch_gestures() -> None:
    found = [
        source.at(node, "TouchGesture clicks at the end of a scroll: LeftMouseButtonGesture")
        for source in sources("thermometer/", "tests/")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr == "TouchGesture"
    ]
    assert found == []


@pytest.mark.parametrize("name", [name for name in files() if name.endswith(".py")])
def test_a_file_can_be_read_in_one_go(name: str) -> None:
    lines = (ROOT / name).read_bytes().count(b"\n")
    assert lines <= LONGEST_FILE
