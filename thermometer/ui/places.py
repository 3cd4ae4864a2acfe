"""Where the window can be: frozen values with their arguments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args
from uuid import UUID

from thermometer.domain.people import Person
from thermometer.domain.tools import Tool, ToolUse
from thermometer.domain.zones import Zone
from thermometer.ui.erasing_places import ErasingPlace
from thermometer.ui.health_places import ClockPlace
from thermometer.ui.own_places import CardFile, OneCard, OwnToolPlace, OwnToolUndone


@dataclass(frozen=True, slots=True)
class FirstStart:
    """Names and pictures, before anything else."""


@dataclass(frozen=True, slots=True)
class Home:
    """All thermometers; turned to the page on which ``person`` stands, if named."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class SafePlace:
    """A person's own tools in a zone."""

    person: Person
    zone: Zone


@dataclass(frozen=True, slots=True)
class RunTool:
    """A tool in use; its kind decides the page. After it Home, or ``back``."""

    person: Person
    tool: Tool
    use: ToolUse
    back: GuidedRepair | None = None


@dataclass(frozen=True, slots=True)
class HowIsItNow:
    """The one question after a tool: smaller, same, bigger."""

    person: Person
    use: ToolUse
    back: GuidedRepair | None = None


@dataclass(frozen=True, slots=True)
class HardMoment:
    """We had a hard moment: choose the grown-up and the child."""


@dataclass(frozen=True, slots=True)
class Parents:
    """Everything that can be set, in sections."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week of one person, this one and the first child if not named.

    ``first_day`` names the first of its seven days, ``day`` the day looked at.
    """

    first_day: date | None = None
    person: UUID | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One episode, by the id of its first check-in."""

    person: UUID
    first_check_in: UUID


@dataclass(frozen=True, slots=True)
class Report:
    """The page for the therapist: one person's week, this week and the first child if not named.

    ``first_day`` names the first of its seven days.
    """

    first_day: date | None = None
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """The family's records into files, and files of records in."""


@dataclass(frozen=True, slots=True)
class Licences:
    """Whose work is in the program; the licence of ``work``, if named."""

    work: str = ""


@dataclass(frozen=True, slots=True)
class Backups:
    """Copies of everything: made, saved elsewhere, put back."""


@dataclass(frozen=True, slots=True)
class LateEntry:
    """An episode told afterwards, "it's over now": of ``day``, or of today if not named."""

    person: UUID | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Observe:
    """A check-in that a grown-up enters: noticed just now, or on ``day``; then back to ``back``."""

    person: UUID | None = None
    day: date | None = None
    back: Story | Home | None = None


@dataclass(frozen=True, slots=True)
class OneCheckIn:
    """One check-in of a story: what was noticed with it, and whether it was a mistake."""

    check_in: UUID
    back: Story


@dataclass(frozen=True, slots=True)
class Repairs:
    """Hard moments: what waits, what came back together, what was let be."""


@dataclass(frozen=True, slots=True)
class MomentDetails:
    """What a hard moment was, filled in afterwards; a new one, told afterwards, if not named."""

    rupture: UUID | None = None


@dataclass(frozen=True, slots=True)
class GuidedRepair:
    """The step at which the repair of a hard moment goes on; ``resumed`` after a pause."""

    rupture: UUID
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpPlace:
    """The question "what was that like for you?", some time after coming back together."""

    rupture: UUID


@dataclass(frozen=True, slots=True)
class ChildsCard:
    """Yes, almost, no, for the child to hold; then back to where it was asked."""

    back: GuidedRepair | FollowUpPlace


@dataclass(frozen=True, slots=True)
class Roadblocks:
    """What gets in the way of going first; then back to the repair."""

    back: GuidedRepair


@dataclass(frozen=True, slots=True)
class FrighteningHelp:
    """When it was frightening: safety first, whom to call; then back."""

    back: GuidedRepair | Repairs


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A repair practised in green, before it is needed."""


RepairPlace = (
    Repairs
    | MomentDetails
    | GuidedRepair
    | FollowUpPlace
    | ChildsCard
    | Roadblocks
    | FrighteningHelp
    | Rehearsal
)


@dataclass(frozen=True, slots=True)
class SafePlaceSetup:
    """Choosing together what a person's Safe Place shows; the first child's if not named."""

    person: UUID | None = None
    zone: Zone = Zone.YELLOW


HELD_TOGETHER: tuple[tuple[type[CornerPlace], ...], ...] = (
    (ChildsCard,),
    (SafePlaceSetup, OneCard),
)
"""Places of the corner that are handed to a child: from there only those beside it are open."""


@dataclass(frozen=True, slots=True)
class SetPin:
    """A PIN is chosen, for ``owner`` or for a parent still to be named; then on to ``then``.

    ``offered``: nobody has asked for it, so that it can be put off.
    """

    then: CornerPlace
    owner: UUID | None = None
    offered: bool = False


@dataclass(frozen=True, slots=True)
class NewCode:
    """A new recovery code is made and shown, this once; then on to ``then``."""

    then: CornerPlace


@dataclass(frozen=True, slots=True)
class FamilyPlace:
    """Everybody of the family, in Home's order, and those set aside."""


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Somebody new."""


@dataclass(frozen=True, slots=True)
class PersonPlace:
    """One person's name, picture, words and signs."""

    person: UUID


@dataclass(frozen=True, slots=True)
class PrintPlace:
    """What can be put on paper: posters, cards to cut out, an empty week."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The lock of the parents' corner, and then on to ``wanted``."""

    wanted: CornerPlace


CornerPlace = (
    Parents
    | Week
    | Story
    | Report
    | Exchange
    | Backups
    | Licences
    | LateEntry
    | Observe
    | OneCheckIn
    | SetPin
    | NewCode
    | FamilyPlace
    | AddPerson
    | PersonPlace
    | SafePlaceSetup
    | OneCard
    | CardFile
    | OwnToolPlace
    | OwnToolUndone
    | PrintPlace
    | RepairPlace
    | ErasingPlace
    | ClockPlace
)
Place = FirstStart | Home | SafePlace | RunTool | HowIsItNow | HardMoment | Lock | CornerPlace
CORNER: tuple[type[CornerPlace], ...] = get_args(CornerPlace)
