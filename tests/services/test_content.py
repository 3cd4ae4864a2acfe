"""The content that comes with the program: what a therapist may correct stays within the rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from thermometer import assets
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.signs import SignGroup
from thermometer.domain.thresholds import CARD_WORDS, PEOPLE_ON_HOME, RED_CARD_WORDS
from thermometer.domain.tools import BODY_SCAN, COME_PLEASE, Audience, Tool, ToolKind
from thermometer.domain.zones import Zone
from thermometer.services.content import Content

CONTENT = Content()
TOOLS = CONTENT.tools()
LIBRARY = re.findall(
    r"\S+",
    """
    flower-candle belly-boat finger-candles square big-hiss bee-hum long-out breathe-with-me
    push-wall big-jumps carry lemon turtle slow-cat shake-freeze outside
    water find-five blanket squish cool-hands glitter quiet-ears nice-smell hungry
    calm-words count-down draw-storm hug sit-near come-please safe-place book-song
    back-at body-scan calm-leader
    """,
)
PICTURE_ONLY_IN_RED = {"calm-leader"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What nobody is told: orders, grades, diagnoses.
UNKIND = re.compile(
    r"\b(should|must|have to|naughty|bad girl|bad boy|well done|good job|tantrum)\b"
)

every_tool = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
every_role = pytest.mark.parametrize("role", Role)


def words(text: str) -> int:
    return len(text.split())


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a content table, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)


def slug(text: str) -> str:
    """The id that belongs to a text: its words in small letters."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower().replace("’", "")))


def test_the_whole_starter_library_is_there_in_its_order() -> None:
    assert [tool.id for tool in TOOLS] == LIBRARY


@every_tool
def test_a_tool_is_well_formed(tool: Tool) -> None:
    assert SLUG.fullmatch(tool.id)
    assert 1 <= words(tool.name) <= CARD_WORDS
    assert 1 <= words(tool.what) <= CARD_WORDS
    assert tool.zones
    assert len(set(tool.zones)) == len(tool.zones)
    assert tool.picture == f"tools/{tool.id}"
    assert bool(tool.steps) is (tool.kind is ToolKind.STEPS)
    assert (tool.minutes is not None) is (tool.kind is ToolKind.TIMER)
    assert tool.pace is None or tool.kind is ToolKind.GUIDE


@every_tool
def test_a_red_tool_has_a_name_for_red(tool: Tool) -> None:
    if Zone.RED in tool.zones and tool.id not in PICTURE_ONLY_IN_RED:
        assert words(tool.name) <= RED_CARD_WORDS


@every_tool
def test_every_step_says_at_most_four_words(tool: Tool) -> None:
    for step in (*tool.steps, *tool.steps_for_little):
        assert 1 <= words(step.text) <= CARD_WORDS
        assert step.picture.startswith("steps/") or step.picture == tool.picture


@every_tool
def test_every_picture_is_drawn(tool: Tool) -> None:
    for picture in {tool.picture, *(s.picture for s in (*tool.steps, *tool.steps_for_little))}:
        assert assets.find("pictures", f"{picture}.svg").is_file()


def test_only_the_call_calls_and_only_children_call() -> None:
    calls = [tool for tool in TOOLS if tool.kind is ToolKind.CALL]
    assert [(tool.id, tool.audience) for tool in calls] == [(COME_PLEASE, Audience.CHILD)]


def test_the_body_scan_takes_thirty_seconds() -> None:
    scan = CONTENT.tool(BODY_SCAN)
    assert [step.picture for step in scan.steps] == [
        "steps/jaw",
        "steps/shoulders",
        "steps/chest",
        "steps/belly",
    ]
    assert sum(step.seconds or 0 for step in scan.steps) == 30


@pytest.mark.parametrize(
    ("id_", "minutes"),
    [("outside", 5), ("glitter", 1), ("quiet-ears", 5), ("sit-near", 3), ("back-at", 10)],
)
def test_timers_run_as_the_library_says(id_: str, minutes: int) -> None:
    assert CONTENT.tool(id_).minutes == minutes


@pytest.mark.parametrize(
    ("id_", "picture", "seconds", "times"),
    [("push-wall", "steps/push", 10, 3), ("lemon", "steps/squeeze", 5, 3)],
)
def test_tight_and_soft_take_turns(id_: str, picture: str, seconds: int, times: int) -> None:
    steps = CONTENT.tool(id_).steps
    assert [step.picture == picture for step in steps] == [True, False] * times
    assert {step.seconds for step in steps[::2]} == {seconds}


def test_the_little_ones_find_three() -> None:
    tool = CONTENT.tool("find-five")
    assert len(tool.steps_for(AgeBand.THREE_TO_FIVE)) == 3
    assert len(tool.steps_for(AgeBand.SIX_TO_EIGHT)) == 5


@pytest.mark.parametrize(
    ("tool", "band", "phases"),
    [
        ("flower-candle", AgeBand.THREE_TO_FIVE, (2.5, 0, 3.5, 0, 4)),
        ("flower-candle", AgeBand.SIX_TO_EIGHT, (3, 0, 4.5, 0, 4)),
        ("flower-candle", AgeBand.NINE_TO_TWELVE, (4, 0, 6, 0, 4)),
        ("flower-candle", AgeBand.ADULT, (4, 0, 7, 0, 5)),
        ("finger-candles", AgeBand.THREE_TO_FIVE, (2.5, 0, 3.5, 0, 5)),
        ("finger-candles", AgeBand.NINE_TO_TWELVE, (4, 0, 6, 0, 5)),
        ("square", AgeBand.THREE_TO_FIVE, (2.5, 0, 3.5, 0, 4)),
        ("square", AgeBand.SIX_TO_EIGHT, (3, 3, 3, 3, 4)),
        ("square", AgeBand.ADULT, (3, 3, 3, 3, 4)),
        ("long-out", AgeBand.ADULT, (4, 0, 7, 0, 5)),
    ],
)
def test_paces_are_those_of_the_library(
    tool: str, band: AgeBand, phases: tuple[float, ...]
) -> None:
    pace = CONTENT.pace(CONTENT.tool(tool), band)
    assert (pace.inhale, pace.hold_in, pace.exhale, pace.hold_out, pace.breaths) == phases


@every_role
def test_default_tools_exist_and_are_for_that_role_and_zone(role: Role) -> None:
    for zone in Zone:
        for id_ in CONTENT.default_tools(role).of(zone):
            assert id_ in LIBRARY
            tool = CONTENT.tool(id_)
            assert zone in tool.zones
            assert tool.audience in (Audience.BOTH, Audience(role))


def test_default_tools_are_those_of_the_library() -> None:
    child, parent = (CONTENT.default_tools(role) for role in (Role.CHILD, Role.PARENT))
    assert child.green == ("flower-candle", "slow-cat", "book-song")
    assert len(child.yellow) == 6
    assert child.red == (COME_PLEASE, "safe-place", "flower-candle")
    assert parent.green == ("long-out",)
    assert parent.yellow == ("long-out", "water", "outside", "body-scan")
    assert parent.red == ("back-at", "long-out", "cool-hands")


def test_default_words() -> None:
    assert tuple(CONTENT.words(Role.CHILD)) == ("Calm", "Getting big", "Too big")
    assert tuple(CONTENT.words(Role.PARENT)) == ("Steady", "Frayed", "Flooded")


@every_role
def test_the_default_word_is_suggested_first_and_none_twice(role: Role) -> None:
    for zone in Zone:
        suggested = CONTENT.suggestions(role).of(zone)
        assert suggested[0] == CONTENT.words(role).of(zone)
        assert len(set(suggested)) == len(suggested) >= 4
        assert all(words(text) <= 3 for text in suggested)


@every_role
def test_signs_have_the_slugs_of_their_words(role: Role) -> None:
    signs = CONTENT.signs(role)
    assert [sign.id for sign in signs] == [slug(sign.text) for sign in signs]
    assert len({sign.id for sign in signs}) == len(signs)
    assert {sign.group for sign in signs} == set(SignGroup)


def test_all_signs_of_the_library_are_there() -> None:
    numbers = {
        role: [sum(s.group is group for s in CONTENT.signs(role)) for group in SignGroup]
        for role in Role
    }
    assert numbers == {Role.CHILD: [10, 8, 11], Role.PARENT: [8, 6, 8]}
    assert "no-to-everything" in {sign.id for sign in CONTENT.signs(Role.CHILD)}


def test_contexts_have_the_slugs_of_their_words() -> None:
    contexts = CONTENT.contexts()
    assert len(contexts) == 14
    assert list(contexts) == [slug(text) for text in contexts.values()]


def test_sixteen_pictures_of_people_are_drawn_and_have_a_name() -> None:
    pictures = CONTENT.people_pictures()
    assert len(pictures) == 16 > PEOPLE_ON_HOME
    for id_, text in pictures.items():
        assert text == id_.capitalize()
        assert assets.find("pictures", "people", f"{id_}.svg").is_file()


def test_every_kind_of_rupture_has_its_words() -> None:
    kinds = CONTENT.kinds()
    assert list(kinds) == list(RuptureKind)
    assert len({text.name for text in kinds.values()}) == len(kinds)


@pytest.mark.parametrize(
    "name", sorted(p.name for p in assets.find("content", "en").glob("*.toml"))
)
def test_nobody_is_told_what_they_should_do(name: str) -> None:
    with assets.find("content", "en", name).open("rb") as file:
        texts = texts_of(tomllib.load(file))
        assert [text for text in texts if UNKIND.search(text.lower())] == []


@pytest.mark.parametrize(
    "name", sorted(p.name for p in assets.find("content", "en").glob("*.toml"))
)
def test_every_file_says_at_its_top_what_it_is(name: str) -> None:
    assert assets.find("content", "en", name).read_text("utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("my-own-thing", "My own thing"),
        ("Trampolin", "Trampolin"),
        ("../../secret", "../../secret"),
        ("gute\u202enacht", "Gutenacht"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_an_unknown_tool_is_a_plain_card(id_: str, name: str) -> None:
    tool = CONTENT.tool(id_)
    assert (tool.id, tool.name, tool.kind) == (id_, name, ToolKind.CARD)
    assert tool.zones == tuple(Zone)
    assert assets.find("pictures", f"{tool.picture}.svg").is_file()
