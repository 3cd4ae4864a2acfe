"""What the documents name is there: files, targets of make, commands and options."""

from __future__ import annotations

import re

import pytest

from tests.house.sources import ROOT
from thermometer.cli.arguments import parser
from thermometer.cli.wording import Wording

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "resources/pictures/README.md")
TOP = "thermometer|tests|resources|licences|\\.ci"
CODE = re.compile(r"`([^`\n]+)`|```\n(.+?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)\)")
PATH = re.compile(rf"(?:{TOP})/[\w./*-]+")
TARGET = re.compile(r"(?<![\w-])make ([a-z]+)")
OURS = re.compile(r"(?<!\S)(?:\S*[/\\])?thermometer((?: \S+)*)$", re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code(text: str) -> list[str]:
    """What is set as code, in the line or in a block of its own."""
    return [short or block for short, block in CODE.findall(text)]


def lost_paths(text: str) -> list[str]:
    """Files and folders that ``text`` names and that are not there; ``<id>`` stands for any."""
    named = [each.group() for part in code(text) if "<" not in part for each in PATH.finditer(part)]
    named += [link for link in LINK.findall(text) if "://" not in link]
    return [path for path in named if not any(ROOT.glob(path.rstrip("./")))]


def lost_targets(text: str) -> list[str]:
    """Targets that ``text`` names and that the Makefile does not have."""
    known = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    return [name for part in code(text) for name in TARGET.findall(part) if name not in known]


def lost_words(text: str) -> list[str]:
    """Commands and options of ours that ``text`` names and that the program does not have."""
    known = set(re.findall(r"(?<![\w-])--?[a-z-]+|^ {4}[a-z]+", all_help(), re.MULTILINE))
    known = {word.strip() for word in known}
    given = [words.split() for part in code(text) for words in OURS.findall(part)]
    return [
        word
        for words in given
        for word in words
        if re.match(r"[a-z-]", word) and word not in known and not word.startswith("-m")
    ]


def all_help() -> str:
    """The help of the program and of every command."""
    made = parser(Wording("en"))
    commands = next(iter(each for each in made._actions if each.dest == "command"))
    below = commands.choices or {}
    assert isinstance(below, dict)
    return "\n".join([made.format_help(), *(each.format_help() for each in below.values())])


def test_what_is_not_there_is_found() -> None:
    assert lost_paths("`tests/no_such.py`") == ["tests/no_such.py"]
    assert lost_paths("[Here](NONE.md)") == ["NONE.md"]
    assert lost_targets("`make coffee`") == ["coffee"]
    assert lost_words("`thermometer brew FILE`") == ["brew"]
    assert lost_words("`thermometer week --loud`") == ["--loud"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_documents_name_only_what_is_there(name: str) -> None:
    text = read(name)
    assert lost_paths(text) == []
    assert lost_targets(text) == []
    assert lost_words(text) == []


def test_every_command_and_target_is_explained() -> None:
    readme, rest = read("README.md"), read("README.md") + read("CONTRIBUTING.md")
    commands = re.findall(r"^ {4}([a-z]+) ", parser(Wording("en")).format_help(), re.MULTILINE)
    assert [name for name in commands if f"`thermometer {name}" not in readme] == []
    targets = re.findall(r"^([a-z]+):.*## ", read("Makefile"), re.MULTILINE)
    assert {name for name in targets if f"make {name}" not in rest} == {"format", "clean"}
