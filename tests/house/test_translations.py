"""A translation fills the places that its English fills: the program would say it in English."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

from tests.house.sources import RESOURCES
from thermometer.sentences import SOURCE_LANGUAGE, Table, fits, laid_over

CATALOGUE = """<TS version="2.1" language="de"><context><name>Page</name>
<message><source>{day}, {time}</source><translation>{day}, {time}</translation></message>
<message><source>Hello {name}</source><translation>Hallo {nome}</translation></message>
<message numerus="yes"><source>%n of {name}</source><translation>
<numerusform>einer von {name}</numerusform><numerusform>%n von {name</numerusform>
</translation></message>
<message><source>later</source><translation type="unfinished"></translation></message>
</context></TS>"""


def misfits(catalogue: str) -> list[str]:
    """The translations of a catalogue of Qt Linguist that cannot be filled."""
    return [
        text
        for message in Xml.fromstring(catalogue).iter("message")
        for text in _translations(message)
        if not fits(text, message.findtext("source", ""))
    ]


def _translations(message: Xml.Element) -> Iterator[str]:
    for translation in message.iter("translation"):
        yield "".join(translation.itertext()) if len(translation) == 0 else ""
        yield from (form.text or "" for form in translation.iter("numerusform"))


def left_aside(english: Table, own: Table, path: str = "") -> list[str]:
    """The keys whose texts the program reads in English although the language has its own."""
    taken, found = laid_over(english, own), []
    for key in english.keys() & own.keys():
        if isinstance(english[key], dict) and isinstance(own[key], dict):
            found += left_aside(english[key], own[key], f"{path}{key}.")
        elif taken[key] != own[key]:
            found.append(f"{path}{key}")
    return found


def languages() -> list[Path]:
    """The folders of the languages other than English."""
    folders = sorted(path for path in (RESOURCES / "content").iterdir() if path.is_dir())
    return [path for path in folders if path.name != SOURCE_LANGUAGE]


def _table(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_what_cannot_be_filled_is_found() -> None:
    assert misfits(CATALOGUE) == ["Hallo {nome}", "%n von {name"]
    english = {"a": {"one": "{name}", "two": "{count}"}, "b": ["{x}"], "c": "four"}
    own = {"a": {"one": "{nome}", "two": "{count}"}, "b": ["{y}"], "c": 4, "d": "more"}
    assert sorted(left_aside(english, own)) == ["a.one", "b", "c"]


def test_every_catalogue_of_the_window_can_be_filled() -> None:
    catalogues = sorted((RESOURCES / "i18n").glob("*.ts"))
    found = {each.name: misfits(each.read_text(encoding="utf-8")) for each in catalogues}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_every_content_file_of_another_language_can_be_filled() -> None:
    found = []
    for folder in languages():
        for path in sorted(folder.rglob("*.toml")):
            english = RESOURCES / "content" / SOURCE_LANGUAGE / path.relative_to(folder)
            keys = left_aside(_table(english), _table(path))
            found += [f"{folder.name}/{path.name}: {key}" for key in keys]
    assert found == []
