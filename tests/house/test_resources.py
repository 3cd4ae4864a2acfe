"""Whatever the code or the content names under resources/ is really there."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from tests.house.sources import RESOURCES, Source, calls, literal, snippet, sources, strings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS = "|".join(
    sorted(path.name for path in (RESOURCES / "pictures").iterdir() if path.is_dir())
)
PICTURE = re.compile(rf"(?:{FOLDERS})/[a-z0-9-]+")
FILE = re.compile(r"[a-z0-9_-]+\.(?:svg|toml|qss|wav|qm)")
CONTENT = sorted((RESOURCES / "content").rglob("*.toml"))


def missing(source: Source) -> list[str]:
    """Pictures, files and paths that ``source`` names and that are not there."""
    names = {path.name for path in RESOURCES.rglob("*")}
    found = [
        source.at(text, f"no resource {text.value!r}")
        for text in strings(source.tree)
        if (PICTURE.fullmatch(str(text.value)) and not _is_picture(str(text.value)))
        or (FILE.fullmatch(str(text.value)) and text.value not in names)
    ]
    for name, call in calls(source.tree):
        parts = [literal(part) for part in call.args]
        whole = "/".join(part for part in parts if part)
        if name == "find" and None not in parts and not (RESOURCES / whole).exists():
            found.append(source.at(call, f"no resource {whole!r}"))
    return found


def _is_picture(name: str) -> bool:
    return (RESOURCES / "pictures" / f"{name}.svg").is_file()


def _is_persons_picture(name: str) -> bool:
    return (RESOURCES / "pictures" / "people" / f"{name}.svg").is_file()


def _pictures(value: Any) -> Iterator[str]:
    """Every value of a key ``picture``, however deep."""
    if isinstance(value, dict):
        for key, below in value.items():
            if key == "picture":
                yield below
            else:
                yield from _pictures(below)
    elif isinstance(value, list):
        for below in value:
            yield from _pictures(below)


@pytest.mark.parametrize(
    "text",
    ["PICTURE = 'interface/no-such'", "FILE = 'no-such.toml'", "assets.find('content', 'xx')"],
)
def test_a_missing_resource_is_found(text: str) -> None:
    assert missing(snippet(text))


def test_every_resource_named_in_the_code_exists() -> None:
    found = [text for source in sources("thermometer/") for text in missing(source)]
    assert found == []


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_every_picture_named_in_the_content_exists(path: Path) -> None:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    named = _pictures(content)
    assert [n for n in named if not _is_picture(n) and not _is_persons_picture(n)] == []


def test_there_is_content_and_it_names_pictures() -> None:
    named = [n for path in CONTENT for n in _pictures(tomllib.loads(path.read_text("utf-8")))]
    assert len(named) > 20
