"""A family of which one child is erased: something in every table, of hers and of the others."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from tests.store import records
from thermometer.domain.own_things import (
    Media,
    MediaKind,
    OwnCard,
    OwnTool,
    picture_ref,
    tool_id,
)
from thermometer.domain.people import Person
from thermometer.domain.repair_steps import Part
from thermometer.domain.tools import Tool, ToolKind
from thermometer.domain.zones import ByZone, Zone
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.locks import Locks
from thermometer.store.mending import MendingNotes
from thermometer.store.own_things import OwnThings
from thermometer.store.people import People
from thermometer.store.remarks import Remarks
from thermometer.store.repairs import Repairs
from thermometer.store.settings import Settings
from thermometer.store.tools import ToolUses

NAME = "Zoë-Quux"
OLD_NAME = "Zozzo"
"""What she was called when the first backup was made."""
ZOE = records.child(NAME, id=UUID("0e5a1c3e-77aa-4b1c-9d5e-1f2a3b4c5d6e"), position=2)
LEO = records.child(
    "Leo", position=1, words=ByZone("calm", f"like {NAME}", "red"), tools=ByZone((), (), ())
)
MUM = records.parent("Mum", position=0)
HERS, FAMILYS = b"\x89PNG of her own", b"\x89PNG of the family"


def begin(database: Database, name: str = NAME) -> None:
    """Everybody, Mum's own moments with Leo, and her PIN."""
    People(database).add_all((MUM, LEO, _called(name)))
    leo(database)
    zoe(database, name)


def _called(name: str) -> Person:
    return records.child(name, id=ZOE.id, position=2)


def leo(database: Database) -> None:
    """What is Leo's and Mum's alone, or was seen by Zoë."""
    taps = [
        records.check_in(LEO.id, zone, records.NOW - timedelta(hours=hours))
        for hours, zone in enumerate((Zone.GREEN, Zone.RED, Zone.YELLOW, Zone.YELLOW))
    ]
    CheckIns(database).add_all(taps)
    CheckIns(database).add(records.observed(LEO.id, ZOE.id, practice=False, withdrawn_at=None))
    CheckIns(database).add(records.check_in(MUM.id, contexts=("school", f"with {NAME}")))
    ToolUses(database).start(records.tool_use(LEO.id, came=ZOE.id, tool=f"{NAME}s swing"))
    Remarks(database).add(records.remark(taps[0].id, f"{NAME.upper()} took it; {NAME}'s again"))
    Remarks(database).withdraw(records.mistake(taps[3].id, ZOE.id))
    rupture = records.rupture(MUM.id, LEO.id, note=f"about {NAME}.", episode=taps[1].id)
    bid = records.bid(rupture.id, MUM.id)
    repairs, notes = Repairs(database), MendingNotes(database)
    repairs.add_ruptures((rupture,))
    repairs.add_bids((bid, records.bid(rupture.id, ZOE.id)))
    repairs.add_follow_ups((records.follow_up(rupture.id, note=f"{NAME} too"),))
    notes.keep_draft(records.draft(bid.id, words={Part.DID: (f"I told {NAME}.", "I left.")}))
    notes.keep_line(records.own_line(f"Shall we call {NAME}?"))
    notes.keep_line(records.own_line("Shall we dance?"))
    settings = Settings(database)
    settings.set("help-numbers", [[f"{NAME}'s school", "0123"], ["Gran", "0456"]])
    settings.set("preferences", {"look": "dark", "hidden_on_home": [str(ZOE.id), str(MUM.id)]})
    settings.set(f"voice-{ZOE.id}", "slow")
    settings.set("voices", {str(ZOE.id): 1.5, str(LEO.id): 1.0})
    Locks(database).write({"pins": {str(MUM.id): "hash", str(ZOE.id): "hers"}, "code": "words"})
    own_tool(database)


def own_tool(database: Database) -> None:
    """A tool that names her, with a photo of the family's."""
    media = Media(id=uuid4(), owner=None, kind=MediaKind.PICTURE, data=FAMILYS)
    things = OwnThings(database)
    things.keep_media(media)
    own = uuid4()
    tool = Tool(
        id=tool_id(own),
        name=f"{NAME}'s swing",
        what=f"Where {NAME} sits",
        picture=picture_ref(media.id),
        kind=ToolKind.CARD,
        zones=(Zone.YELLOW,),
    )
    things.keep_tool(OwnTool(id=own, tool=tool))


def zoe(database: Database, name: str) -> None:
    """What is Zoë's."""
    tap = records.check_in(ZOE.id)
    CheckIns(database).add_all((tap, records.observed(ZOE.id, MUM.id)))
    ToolUses(database).start(records.tool_use(ZOE.id))
    Remarks(database).add(records.remark(tap.id, f"{name} was tired"))
    rupture = records.rupture(MUM.id, ZOE.id, episode=tap.id)
    again, bid = records.rupture(MUM.id, ZOE.id), records.bid(rupture.id, MUM.id)
    repairs, notes = Repairs(database), MendingNotes(database)
    repairs.add_ruptures((rupture,))
    repairs.add_bids((bid,))
    repairs.add_follow_ups((records.follow_up(rupture.id),))
    notes.keep_draft(records.draft(bid.id))
    notes.snooze(records.snooze(rupture.id, bid.id))
    notes.say_same(records.same_moment(rupture.id, again.id), again)
    media = Media(id=uuid4(), owner=ZOE.id, kind=MediaKind.PICTURE, data=HERS)
    loose = Media(id=uuid4(), owner=None, kind=MediaKind.PICTURE, data=HERS + b" too")
    things = OwnThings(database)
    things.keep_media(media)
    things.keep_media(loose)
    things.keep_card(
        OwnCard(person=ZOE.id, tool="safe-place", name="My tent", picture=picture_ref(loose.id))
    )


def traces(folder: Path, *more: bytes) -> list[str]:
    """The files below ``folder`` in which a byte of her is left, and what."""
    words = [NAME, NAME.upper(), OLD_NAME, str(ZOE.id), ZOE.id.hex]
    sought = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    sought += [word.encode("ascii", "backslashreplace") for word in words]
    sought += [b"Zo\\u00eb-Quux", HERS, *more]
    return [
        f"{path.relative_to(folder)}: {each!r}"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "reserve"
        for each in sought
        if each in path.read_bytes() or each in path.name.encode()
    ]
