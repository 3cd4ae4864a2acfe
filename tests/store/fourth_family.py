"""The family of ``schemas/0004.db``: that of the third schema, and what it has made its own.

The file was written by the program that had this schema, and is never written again.
"""

from __future__ import annotations

from dataclasses import replace

from tests.store import first_family as first
from tests.store import own
from thermometer.domain.own_things import OwnCard, OwnTool, picture_ref, tool_id

PHOTO = replace(own.photo(first.MIA.id), id=first.id_of("photo"))
VOICE = replace(own.voice(), id=first.id_of("voice"))
DEN = OwnCard(
    person=first.MIA.id,
    tool="safe-place",
    name="The den; «warm»",
    picture=picture_ref(PHOTO.id),
    sentence="I am here.",
    recording=VOICE.id,
)


def _tool(name: str, like: OwnTool) -> OwnTool:
    id_ = first.id_of(name)
    return replace(like, id=id_, tool=replace(like.tool, id=tool_id(id_)))


NEST = _tool("nest", own.steps(picture_ref(PHOTO.id)))
GUIDE = _tool("guide", own.GUIDE)
GONE = _tool("gone", own.GONE)
TOOLS = (NEST, GUIDE, GONE)
