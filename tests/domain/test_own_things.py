"""What a family makes its own: what is kept of it, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from thermometer.domain.own_things import (
    Media,
    MediaKind,
    OwnCard,
    card_id,
    clean_card,
    clean_tool,
    is_picture,
    media_of,
    own_tool_of,
    picture_ref,
    tool_id,
)
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import (
    NAME_LENGTH,
    OWN_BREATHS_MOST,
    OWN_MINUTES_MOST,
    OWN_SECONDS_MOST,
    OWN_SENTENCE_LENGTH,
    OWN_STEPS_MOST,
    PICTURE_BYTES,
    RECORDING_BYTES,
)
from thermometer.domain.tools import Pace, Step, Tool, ToolKind
from thermometer.domain.zones import Zone

MIA = UUID("6b8f1a52-0000-4000-8000-000000000001")
PHOTO = UUID("0d8f6a52-3a54-4c0b-9a6e-5a1c3f7f2b10")
CARD = OwnCard(person=MIA, tool="water")
TOOL = Tool(
    id="own-0123456789abcdef0123456789abcdef",
    name="Trampoline",
    what="",
    picture="tools/water",
    kind=ToolKind.CARD,
    zones=(Zone.RED,),
)
STEP = Step(picture=picture_ref(PHOTO), text="Jump", seconds=3.0)
STEPS = replace(TOOL, kind=ToolKind.STEPS, steps=(STEP,))
TIMER = replace(TOOL, kind=ToolKind.TIMER, minutes=2.0)
PACE = Pace(inhale=3.0, exhale=5.0, breaths=4)
GUIDE = replace(TOOL, kind=ToolKind.GUIDE, pace=PACE)


@pytest.mark.parametrize(
    ("kind", "size", "fits"),
    [
        (MediaKind.PICTURE, 0, False),
        (MediaKind.PICTURE, 1, True),
        (MediaKind.PICTURE, PICTURE_BYTES, True),
        (MediaKind.PICTURE, PICTURE_BYTES + 1, False),
        (MediaKind.RECORDING, PICTURE_BYTES + 1, True),
        (MediaKind.RECORDING, RECORDING_BYTES, True),
        (MediaKind.RECORDING, RECORDING_BYTES + 1, False),
    ],
)
def test_how_large_media_may_be(kind: MediaKind, size: int, *, fits: bool) -> None:
    assert Media(id=PHOTO, owner=None, kind=kind, data=bytes(size)).fits is fits


def test_a_card_has_one_id_for_a_person_and_a_tool() -> None:
    ids = {card_id(person, tool) for person in (MIA, PHOTO) for tool in ("water", "wat")}
    assert len(ids) == 4
    assert replace(CARD, name="Cup").id == CARD.id == card_id(MIA, "water")


def test_a_card_puts_its_own_name_and_picture_on_the_tool() -> None:
    own = replace(CARD, name="Bounce", picture="own:x").on(TOOL)
    assert own == replace(TOOL, name="Bounce", picture="own:x")
    assert CARD.on(TOOL) == TOOL
    assert CARD.is_plain
    assert not replace(CARD, recording=PHOTO).is_plain


@pytest.mark.parametrize("id_", ["own-", "own-xyz", "water", TOOL.id.upper(), f"{TOOL.id}0"])
def test_which_tools_are_the_familys_own(id_: str) -> None:
    assert own_tool_of(id_) is None
    own = own_tool_of(TOOL.id)
    assert own is not None
    assert tool_id(own) == TOOL.id


@pytest.mark.parametrize(
    ("ref", "known"),
    [
        (picture_ref(PHOTO), True),
        ("fox", True),
        ("tools/flower-candle", True),
        ("own:", False),
        ("own:fox", False),
        (f"own:{PHOTO.hex}", False),
        ("", False),
        ("../sounds/chime", False),
        ("tools/../../themes/light", False),
        ("/etc/passwd", False),
        ("tools/", False),
        ("Tools/Water", False),
    ],
)
def test_what_names_a_picture(ref: str, *, known: bool) -> None:
    assert is_picture(ref) is known
    assert media_of(ref) == (PHOTO if ref == picture_ref(PHOTO) else None)


def test_what_is_kept_of_a_card() -> None:
    given = replace(CARD, name="  Blue\n cup\0", picture="fox", sentence=" Take   a sip. ")
    kept = replace(CARD, name="Blue cup", picture="fox", sentence="Take a sip.")
    assert clean_card(given) == kept
    assert clean_card(replace(CARD, name="\u200e", sentence=" ")) == CARD


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"name": "x" * (NAME_LENGTH + 1)}, "name-too-long"),
        ({"sentence": "x" * (OWN_SENTENCE_LENGTH + 1)}, "own-sentence-too-long"),
        ({"picture": "../x"}, "own-picture-unknown"),
        ({"picture": ""}, "own-picture-unknown"),
    ],
)
def test_what_a_card_cannot_be(change: dict[str, str], key: str) -> None:
    with pytest.raises(Problem, match=key):
        clean_card(replace(CARD, **change))  # type: ignore[arg-type]


@pytest.mark.parametrize("tool", [TOOL, STEPS, TIMER, GUIDE, replace(GUIDE, pace=None)])
def test_a_good_tool_stays_as_it_is(tool: Tool) -> None:
    assert clean_tool(tool) == tool


def test_what_is_kept_of_a_tool() -> None:
    crowded = replace(
        TOOL, name=" Big\tjump ", what=" up \n down ", steps=(STEP,), minutes=3.0, pace=PACE
    )
    assert clean_tool(crowded) == replace(TOOL, name="Big jump", what="up down")
    spaced = replace(STEPS, steps=(replace(STEP, text=" \0 "),), steps_for_little=(STEP,))
    assert clean_tool(spaced).steps == (replace(STEP, text=""),)
    assert clean_tool(spaced).steps_for_little == ()


def test_nobody_is_asked_to_hold_their_breath() -> None:
    held = replace(GUIDE, pace=replace(PACE, hold_in=4.0, hold_out=4.0))
    assert clean_tool(held) == GUIDE


@pytest.mark.parametrize(
    ("tool", "key"),
    [
        (replace(TOOL, kind=ToolKind.CALL), "own-tool-kind"),
        (replace(TOOL, zones=()), "own-tool-zones"),
        (replace(TOOL, name=" \0"), "name-empty"),
        (replace(TOOL, name="x" * (NAME_LENGTH + 1)), "name-too-long"),
        (replace(TOOL, what="x" * (OWN_SENTENCE_LENGTH + 1)), "own-sentence-too-long"),
        (replace(TOOL, picture="tools/.."), "own-picture-unknown"),
        (replace(STEPS, steps=()), "own-tool-steps"),
        (replace(STEPS, steps=(STEP,) * (OWN_STEPS_MOST + 1)), "own-tool-steps"),
        (replace(STEPS, steps=(replace(STEP, picture=""),)), "own-picture-unknown"),
        (replace(STEPS, steps=(replace(STEP, text="x" * 41),)), "name-too-long"),
        (replace(STEPS, steps=(replace(STEP, seconds=0.0),)), "own-tool-times"),
        (replace(STEPS, steps=(replace(STEP, seconds=OWN_SECONDS_MOST + 1),)), "own-tool-times"),
        (replace(TIMER, minutes=None), "own-tool-times"),
        (replace(TIMER, minutes=-1.0), "own-tool-times"),
        (replace(TIMER, minutes=float("nan")), "own-tool-times"),
        (replace(TIMER, minutes=OWN_MINUTES_MOST + 0.5), "own-tool-times"),
        (replace(GUIDE, pace=replace(PACE, inhale=0.0)), "own-tool-times"),
        (replace(GUIDE, pace=replace(PACE, exhale=float("inf"))), "own-tool-times"),
        (replace(GUIDE, pace=replace(PACE, breaths=0)), "own-tool-times"),
        (replace(GUIDE, pace=replace(PACE, breaths=OWN_BREATHS_MOST + 1)), "own-tool-times"),
    ],
)
def test_what_a_tool_cannot_be(tool: Tool, key: str) -> None:
    with pytest.raises(Problem, match=key):
        clean_tool(tool)


@pytest.mark.parametrize(
    "tool", [TOOL, replace(STEPS, steps=(replace(STEP, seconds=OWN_SECONDS_MOST),))]
)
def test_the_limits_themselves_are_fine(tool: Tool) -> None:
    longest = replace(tool, name="x" * NAME_LENGTH, what="x" * OWN_SENTENCE_LENGTH)
    assert clean_tool(longest) == longest
