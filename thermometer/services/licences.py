"""Whose work is in the program, and under which licence: the texts that came along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from thermometer import __version__, assets

OWN = "feelings-thermometer"
NEEDED = (
    "pyside6-essentials",
    "pyside6-addons",
    "sqlmodel",
    "alembic",
    "pyqtgraph",
    "numpy",
    "platformdirs",
    "tzdata",
    "typing-extensions",
    "tzlocal",
    "fontpkg-lexend",
    "argon2-cffi",
    "pyrage",
)
"""What the program asks for itself; each of these asks for more."""
NAMES = {"qt": "Qt", "python": "Python"}
"""Folders of ``licences`` that are no package's."""
LONGEST = 60
"""A package may put the whole text where only the licence's name belongs."""
_TEXT = re.compile(r"(licen[cs]e|copying|notice|lgpl|gpl)", re.IGNORECASE)
_CODE = frozenset({".py", ".pyc"})


@dataclass(frozen=True, slots=True)
class Work:
    """Somebody's work: whose it is or what it is called, its licence in short, and the texts."""

    name: str
    licence: str
    texts: tuple[Path, ...]

    def text(self) -> str:
        """All the texts, one after the other."""
        read = (path.read_text(encoding="utf-8", errors="replace") for path in self.texts)
        return "\n\n\n".join(each.strip() for each in read)


def source() -> str:
    """Where the program's own source is; nothing if it does not say."""
    found = _distribution(OWN)
    urls = found.metadata.get_all("Project-URL") or [] if found else []
    named = dict(url.split(", ", 1) for url in urls)
    return next((named[key] for key in ("Source", "Repository", "Homepage") if key in named), "")


def works() -> tuple[Work, ...]:
    """The program itself first, then everybody else's work, by name."""
    beside = {work.name.casefold(): work for work in _beside()}
    everything = beside | {
        work.name.casefold(): work for work in _packages() if work.name.casefold() not in beside
    }
    everything.pop(OWN, None)
    others = sorted(everything.values(), key=lambda work: work.name.casefold())
    return (_own(), *others)


def _own() -> Work:
    found = _distribution(OWN)
    places = (
        assets.folder().parent / "LICENSE",
        _folder() / OWN / "LICENSE",
        *(_texts_of(found) if found else ()),
    )
    texts = tuple(path for path in places if path.is_file())[:1]
    return Work(f"Feelings Thermometer {__version__}", "MIT", texts)


def _folder() -> Path:
    """In a checkout it holds what no package carries, in a bundle everything."""
    return assets.folder().parent / "licences"


def _beside() -> Iterator[Work]:
    for folder in sorted(_folder().iterdir()) if _folder().is_dir() else ():
        texts = tuple(sorted(path for path in folder.rglob("*") if path.is_file()))
        if texts:
            yield Work(NAMES.get(folder.name, folder.name), "", texts)


def _packages() -> Iterator[Work]:
    """Those that are installed here, with what they need in turn."""
    waiting, seen = list(NEEDED), set[str]()
    while waiting:
        found = _distribution(waiting.pop())
        if found is None or found.name in seen:
            continue
        seen.add(found.name)
        waiting += [_name(need) for need in found.requires or [] if "extra ==" not in need]
        texts = _texts_of(found)
        if texts:
            yield Work(f"{found.name} {found.version}", _licence(found), texts)


def _distribution(name: str) -> metadata.Distribution | None:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None


def _name(need: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", need, maxsplit=1)[0]


def _texts_of(package: metadata.Distribution) -> tuple[Path, ...]:
    files = [file for file in package.files or [] if _TEXT.match(file.name)]
    paths = [Path(str(file.locate())) for file in files if file.suffix not in _CODE]
    texts = {path.read_bytes(): path for path in sorted(paths, reverse=True) if path.is_file()}
    return tuple(sorted(texts.values()))


def _licence(package: metadata.Distribution) -> str:
    told = package.metadata
    for key in ("License-Expression", "License"):
        if key in told and len(told[key]) <= LONGEST:
            return str(told[key])
    for classifier in told.get_all("Classifier") or []:
        if classifier.startswith("License"):
            return str(classifier).rsplit(" :: ", 1)[-1]
    return ""
