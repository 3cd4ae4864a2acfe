"""What a family makes its own, put into a file whole and read from it again."""

from __future__ import annotations

from uuid import UUID, uuid4

from thermometer.domain.own_things import Media, MediaKind, OwnCard, OwnTool, picture_ref, tool_id
from thermometer.domain.people import AgeBand
from thermometer.domain.tools import Audience, Pace, Step, Tool, ToolKind
from thermometer.domain.zones import Zone
from thermometer.store.database import Database
from thermometer.store.own_things import OwnThings

JPEG = b"\xff\xd8\xff\xe0 a photo \x00\xfe\x80"
VOICE = b"RIFF\x00\x01 a voice \xff"


def photo(owner: UUID | None = None, data: bytes = JPEG) -> Media:
    return Media(id=uuid4(), owner=owner, kind=MediaKind.PICTURE, data=data)


def voice(owner: UUID | None = None, data: bytes = VOICE) -> Media:
    return Media(id=uuid4(), owner=owner, kind=MediaKind.RECORDING, data=data)


def tool(name: str = "Trampoline", **own: object) -> OwnTool:
    """A card of the family's own."""
    id_ = uuid4()
    values: dict[str, object] = {
        "id": tool_id(id_),
        "name": name,
        "what": "Out in the garden",
        "picture": "tools/water",
        "kind": ToolKind.CARD,
        "zones": (Zone.YELLOW, Zone.RED),
    }
    return OwnTool(id=id_, tool=Tool(**(values | own)))  # type: ignore[arg-type]


def steps(picture: str) -> OwnTool:
    """A tool with everything that one with steps can have."""
    return tool(
        "Make a nest; «warm»",
        picture=picture,
        kind=ToolKind.STEPS,
        audience=Audience.CHILD,
        from_band=AgeBand.SIX_TO_EIGHT,
        steps=(
            Step(picture=picture, text="Blanket 🧸"),
            Step(picture="feet", text="", seconds=2.5),
        ),
    )


SWING = tool("Old swing")
TIMER = tool("Sand timer", kind=ToolKind.TIMER, minutes=1.5, zones=(Zone.RED,))
GUIDE = tool("Sea breath", kind=ToolKind.GUIDE, pace=Pace(inhale=3.0, exhale=4.5, breaths=5))
GONE = OwnTool(id=SWING.id, tool=SWING.tool, gone=True)


def fill(database: Database, person: UUID) -> None:
    """Puts rows into each of the tables, every field of them filled in one."""
    things = OwnThings(database)
    seen, heard = photo(person), voice()
    for media in (seen, heard):
        things.keep_media(media)
    full = OwnCard(
        person=person,
        tool="safe-place",
        name="The den",
        picture=picture_ref(seen.id),
        sentence="I am here.",
        recording=heard.id,
    )
    for card in (full, OwnCard(person=person, tool="water"), OwnCard(person=person, tool="x")):
        things.keep_card(card)
    for own in (steps(picture_ref(seen.id)), TIMER, GUIDE, GONE):
        things.keep_tool(own)


def everything(database: Database, person: UUID) -> tuple[object, ...]:
    """All of it."""
    things = OwnThings(database)
    cards = things.cards(person)
    media = [things.media(card.recording) for card in cards if card.recording]
    return cards, things.tools(), things.held(), media
