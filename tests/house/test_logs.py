"""Nothing of anybody is logged: only keys, kinds, counts, places in the code, versions."""

from __future__ import annotations

import ast

import pytest

from tests.house.sources import Source, calls, literal, snippet, sources

LEVELS = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})
PLAIN = frozenset(
    # of a problem, of a class, of a place, of what is made of what, and of Qt's own numbers
    "key __name__ program python qt sqlite schema system error".split()
)
CALLS = frozenset({"where", "len", "type"})
NAMES = frozenset(
    # an exception, which the log writes as its kind; a kind of file; a key
    "error kind key".split()
)


def is_plain(node: ast.expr) -> bool:
    """Whether a value can hold nothing of anybody."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name in CALLS
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Attribute(attr=name):
            return name in PLAIN or ast.unparse(node) == "result.what"  # a worker's mistake
        case ast.Name(id=name):
            return name in NAMES
    return isinstance(node, ast.Constant)


def telling(source: Source) -> list[str]:
    """Calls of a log whose words are made on the way, or whose values may be of somebody."""
    found = []
    for name, call in calls(source.tree):
        is_log = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
        if name not in LEVELS or not is_log or ast.unparse(call.func) != f"log.{name}":
            continue
        first, *rest = call.args
        if literal(first) is None:
            found.append(source.at(call, "the words of a log are a plain text"))
        found += [
            source.at(call, f"may be of somebody: {ast.unparse(value)}")
            for value in (*rest, *(keyword.value for keyword in call.keywords))
            if not is_plain(value)
        ]
    return found


@pytest.mark.parametrize(
    "text",
    [
        'log.info("checked in: %s", person.name)',
        'log.info(f"checked in: {name}")',
        'log.warning("told: %s", str(problem))',
        'log.warning("told: %s", problem)',
        'log.error("note: %s", note)',
        'log.info("zone: %s", check_in.zone)',
        'log.info("x", extra={"name": name})',
    ],
)
def test_what_may_be_of_somebody_is_found(text: str) -> None:
    assert len(telling(snippet(text))) == 1


def test_keys_kinds_and_places_are_fine() -> None:
    text = 'log.warning("told: %s", problem.key)\n'
    text += 'log.error("unexpected %s at %s", kind.__name__, where(trace))\n'
    text += 'log.info("read %s", len(rows))'
    assert telling(snippet(text)) == []


def test_nothing_of_anybody_is_logged() -> None:
    found = [text for source in sources("thermometer/") for text in telling(source)]
    assert found == []


def test_something_is_logged() -> None:
    logging = [
        source.path
        for source in sources("thermometer/")
        for name, call in calls(source.tree)
        if name in LEVELS and ast.unparse(call.func) == f"log.{name}"
    ]
    assert len(logging) > 20
