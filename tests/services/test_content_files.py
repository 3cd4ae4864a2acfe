"""Content files that somebody broke, and languages that have only part of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from thermometer import assets
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.tools import Tool
from thermometer.domain.zones import Zone
from thermometer.sentences import Sentences
from thermometer.services.content import Content

READERS = {
    "words.toml": lambda content: content.words(Role.CHILD),
    "defaults.toml": lambda content: content.default_tools(Role.PARENT),
    "paces.toml": lambda content: content.pace(content.tool("water"), AgeBand.ADULT),
    "signs.toml": lambda content: content.signs(Role.CHILD),
    "contexts.toml": lambda content: content.contexts(),
    "people.toml": lambda content: content.people_pictures(),
    "kinds.toml": lambda content: content.kinds(),
    "tools.toml": lambda content: content.tools(),
}
TOOL = """
[[tool]]
id = "{id}"
name = "Nap"
what = "Lie down"
picture = "tools/nap"
kind = "card"
zones = ["green"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the program's content, to be broken."""
    shutil.copytree(assets.find("content"), tmp_path / "content")
    return tmp_path / "content"


def write(folder: Path, language: str, name: str, text: str | bytes) -> Content:
    """Puts a file in its place and reads the content in that language."""
    (folder / language).mkdir(exist_ok=True)
    (folder / language / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return Content(language, folder)


def tools_in(folder: Path, text: str) -> dict[str, Tool]:
    return {tool.id: tool for tool in write(folder, "en", "tools.toml", text).tools()}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "broken", [b"[child", b"\xff\xfe\x00", b"child = 1\nchild = 2"], ids=["cut", "bytes", "twice"]
)
def test_a_broken_english_file_is_named_in_a_sentence(
    folder: Path, name: str, broken: bytes
) -> None:
    content = write(folder, "en", name, broken)
    with pytest.raises(Problem) as caught:
        READERS[name](content)
    assert caught.value.key == "content-broken"
    said = Sentences().of(caught.value)
    assert name in said
    assert "safe" in said


@pytest.mark.parametrize("name", READERS)
def test_a_missing_english_file_is_broken_too(folder: Path, name: str) -> None:
    (folder / "en" / name).unlink()
    with pytest.raises(Problem) as caught:
        READERS[name](Content("en", folder))
    assert caught.value.values["file"] == name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("words.toml", ""),
        ("words.toml", "child = 3"),
        ("words.toml", '[child.default]\ngreen = "Calm"\nyellow = "Big"\nred = ""'),
        ("words.toml", '[child.default]\ngreen = "Calm"\nyellow = "Big"\nred = 3'),
        ("defaults.toml", '[parent]\ngreen = "water"\nyellow = []\nred = []'),
        ("defaults.toml", "[parent]\ngreen = [1]\nyellow = []\nred = []"),
        ("paces.toml", "[adult]\ninhale = 4\nexhale = 7"),
        ("paces.toml", "[adult]\ninhale = nan\nexhale = 7\nbreaths = 5"),
        ("paces.toml", "[adult]\ninhale = 4\nexhale = inf\nbreaths = 5"),
        ("paces.toml", "[adult]\ninhale = 4\nexhale = -7\nbreaths = 5"),
        ("paces.toml", "[adult]\ninhale = true\nexhale = 7\nbreaths = 5"),
        ("paces.toml", "[adult]\ninhale = 4\nexhale = 7\nbreaths = 0"),
        ("paces.toml", "[adult]\ninhale = 4\nexhale = 7\nbreaths = 5\nhold_in = -1"),
        ("signs.toml", "[child]\nbody = []"),
        ("contexts.toml", "tired = 1"),
        ("kinds.toml", "limit = 1"),
    ],
)
def test_an_english_file_that_lacks_something_is_broken(folder: Path, name: str, text: str) -> None:
    content = write(folder, "en", name, text)
    with pytest.raises(Problem) as caught:
        READERS[name](content)
    assert (caught.value.key, caught.value.values["file"]) == ("content-broken", name)


@pytest.mark.parametrize(
    "row",
    [
        'id = "nap"',
        TOOL.format(id="nap").replace('"card"', '"game"').partition("]]")[2],
        TOOL.format(id="nap").replace('"green"', '"purple"').partition("]]")[2],
        TOOL.format(id="nap").replace('"card"', '"timer"').partition("]]")[2],
        TOOL.format(id="nap").replace('"card"', '"steps"').partition("]]")[2],
        TOOL.format(id="nap").replace('"Nap"', '"  "').partition("]]")[2],
        TOOL.format(id="nap").replace('"Nap"', "7").partition("]]")[2],
        TOOL.format(id="nap").partition("]]")[2] + "steps = [1]",
        TOOL.format(id="nap").partition("]]")[2] + "pace = 3",
        TOOL.format(id="nap").partition("]]")[2] + 'from_band = "2-3"',
        "id = 4",
        'name = "No id"',
    ],
)
def test_a_broken_tool_hides_no_other(folder: Path, row: str) -> None:
    tools = tools_in(folder, TOOL.format(id="one") + "[[tool]]\n" + row + TOOL.format(id="two"))
    assert list(tools) == ["one", "two"]


@pytest.mark.parametrize("text", ["", "tool = 3", "tool = [1, 2]", "[tool]\nid = 'x'"])
def test_no_tools_at_all_is_not_broken(folder: Path, text: str) -> None:
    assert tools_in(folder, text) == {}


def test_the_first_of_two_tools_with_one_id_stays(folder: Path) -> None:
    second = TOOL.format(id="one").replace("Nap", "Sleep")
    assert tools_in(folder, TOOL.format(id="one") + second)["one"].name == "Nap"


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "broken", [b"[child", b"\xff", b"", b"child = 1\ntool = 2", None], ids=lambda b: repr(b)[:12]
)
def test_a_language_with_a_broken_or_missing_file_reads_english(
    folder: Path, name: str, broken: bytes | None
) -> None:
    content = write(folder, "de", name, broken or b"")
    if broken is None:
        (folder / "de" / name).unlink()
    assert READERS[name](content) == READERS[name](Content("en", folder))


def test_a_language_that_is_not_there_reads_english(folder: Path) -> None:
    assert Content("xx", folder).words(Role.CHILD).green == "Calm"


def test_a_language_has_its_own_words_and_english_for_the_rest(folder: Path) -> None:
    content = write(
        folder,
        "de",
        "words.toml",
        """
        [child]
        default = { green = "Ruhig", yellow = 3, purple = "Lila" }
        suggestions = { green = ["Ruhig", "Leise"], yellow = [1], red = "Vulkan" }
        """,
    )
    assert tuple(content.words(Role.CHILD)) == ("Ruhig", "Getting big", "Too big")
    suggestions = content.suggestions(Role.CHILD)
    assert suggestions.green == ("Ruhig", "Leise")
    assert (suggestions.yellow[0], suggestions.red[0]) == ("Getting big", "Too big")
    assert content.words(Role.PARENT).green == "Steady"


def test_a_language_may_translate_only_the_words_of_a_tool(folder: Path) -> None:
    content = write(folder, "de", "tools.toml", '[[tool]]\nid = "water"\nname = "Schluck Wasser"')
    tool = content.tool("water")
    assert (tool.name, tool.what) == ("Schluck Wasser", "Small, slow sips")
    assert tool.zones == tuple(Zone)
    assert len(content.tools()) == len(Content().tools())


def test_a_tool_broken_in_a_language_stays_english(folder: Path) -> None:
    content = write(folder, "de", "tools.toml", '[[tool]]\nid = "water"\nname = 4')
    assert content.tool("water").name == "Drink of water"


def test_a_language_may_have_a_tool_of_its_own(folder: Path) -> None:
    content = write(folder, "de", "tools.toml", TOOL.format(id="nap"))
    assert content.tools()[-1].id == "nap"


def test_kinds_in_a_language(folder: Path) -> None:
    content = write(folder, "de", "kinds.toml", '[limit]\nname = "Ich musste Nein sagen"')
    kind = content.kinds()[RuptureKind.LIMIT]
    assert kind.name == "Ich musste Nein sagen"
    assert kind.leans_on.startswith("The limit stays")


def test_what_home_needs_reads_one_file(folder: Path) -> None:
    content = Content("en", folder)
    for file in (folder / "en").glob("*.toml"):
        if file.name != "words.toml":
            file.unlink()
    assert content.words(Role.CHILD).red == "Too big"


def test_a_file_is_read_once(folder: Path) -> None:
    content = Content("en", folder)
    before = (content.words(Role.CHILD), content.tools(), content.signs(Role.PARENT))
    shutil.rmtree(folder)
    assert (content.words(Role.CHILD), content.tools(), content.signs(Role.PARENT)) == before
