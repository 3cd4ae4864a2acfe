"""The project's own files, read as text and as syntax trees, for the tests about the code."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"


@dataclass(frozen=True)
class Source:
    """One Python file: where it is, from the project's folder on, and what it says."""

    path: str
    tree: ast.Module

    def at(self, node: ast.AST, what: str) -> str:
        """A finding that an editor can jump to."""
        return f"{self.path}:{getattr(node, 'lineno', 0)}: {what}"


@cache
def files() -> tuple[str, ...]:
    """Every file that git keeps or would keep, from the project's folder on."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return tuple(sorted(name for name in listing.stdout.split("\0") if (ROOT / name).is_file()))


@cache
def sources(*places: str) -> tuple[Source, ...]:
    """The Python files below the given folders, or those that are named."""
    return tuple(
        Source(name, ast.parse((ROOT / name).read_text(encoding="utf-8"), name))
        for name in files()
        if name.endswith(".py") and name.startswith(places)
    )


def snippet(text: str, path: str = "thermometer/ui/made_up.py") -> Source:
    """A file that is not there, to show that a rule finds what it forbids."""
    return Source(path, ast.parse(text))


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call in ``tree``, with the last part of the name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield name_of(node.func), node


def name_of(node: ast.expr) -> str:
    """``find`` for ``assets.find``; empty for what has no name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def literal(node: ast.expr | None) -> str | None:
    """The text of a plain string, and None for everything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of the nodes that only explain: strings that stand alone as a statement."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def strings(tree: ast.AST, apart_from: frozenset[int] = frozenset()) -> Iterator[ast.Constant]:
    """Every string in ``tree``, those within f-strings too, that is not a docstring."""
    aside = docstrings(tree) | apart_from
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield node


def inside(tree: ast.AST, names: frozenset[str]) -> frozenset[int]:
    """The ids of all nodes inside a call of one of ``names``."""
    return frozenset(
        id(part) for name, call in calls(tree) if name in names for part in ast.walk(call)
    )
