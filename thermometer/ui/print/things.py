"""What can be printed, made of what the family has: its people, their tools and their signs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.signs import Sign
from thermometer.domain.tools import Tool
from thermometer.domain.zones import ByZone, Zone
from thermometer.ui.first_weekday import first_weekday
from thermometer.ui.print.cards import CardSheets, Grid
from thermometer.ui.print.cards_tools import SignToCut, ToolToCut
from thermometer.ui.print.paper import Paper
from thermometer.ui.print.poster import Poster, PosterPerson
from thermometer.ui.print.week_sheet import WeekSheetFor, WeekSheets

if TYPE_CHECKING:
    from thermometer.services.bundle import Services
    from thermometer.ui.print.sheets import Sheets

COMMON_SIGNS = (
    "hot-face",
    "fast-heart",
    "tight-fists",
    "sore-tummy",
    "tears-coming",
    "shoulders-up",
    "fast-breath",
    "louder",
    "very-quiet",
    "no-to-everything",
    "cant-sit",
    "stamping",
    "covering-ears",
    "hiding",
    "clinging",
)
"""Fifteen early signs that many children have: as many as go on a sheet."""


class Kind(StrEnum):
    """A kind of thing to print."""

    POSTER = "poster"
    TOOLS = "tools"
    SIGNS = "signs"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed, for whom (None: for everybody or for anybody), and on what."""

    kind: Kind
    person: UUID | None = None
    paper: Paper = Paper.A4
    grid: Grid = Grid.SIX
    with_pictures: bool = False
    grey: bool = False


class Things:
    """Makes them.

    Args:
        services: the family's.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def people(self, kind: Kind) -> tuple[Person, ...]:
        """For whom alone something of this kind can be printed."""
        people = self._services.family.people()
        if kind is Kind.SIGNS:
            return tuple(person for person in people if self._signs(person))
        return people

    def make(self, wanted: Wanted) -> Sheets:
        """The sheets; for everybody where the one wanted is not offered.

        Raises:
            Problem: ``content-broken``.
        """
        offered = self.people(wanted.kind)
        person = next((each for each in offered if each.id == wanted.person), None)
        match wanted.kind:
            case Kind.POSTER:
                return self._poster(wanted, person)
            case Kind.TOOLS:
                return self._tools(wanted, person)
            case Kind.SIGNS:
                return self._sign_cards(wanted, person)
            case Kind.WEEK:
                return self._week(wanted, person)

    def _poster(self, wanted: Wanted, person: Person | None) -> Poster:
        people = (person,) if person else self._services.family.people()
        title = QCoreApplication.translate("PrintThings", "Our feelings thermometer")
        if person:
            title = QCoreApplication.translate("PrintThings", "{name}: feelings thermometer")
            title = title.format(name=person.name)
        shown = [self._on_poster(each) for each in people]
        return Poster(shown, wanted.paper, title, grey=wanted.grey)

    def _on_poster(self, person: Person) -> PosterPerson:
        cards = ByZone(*(self._services.safe_places.cards(person, zone) for zone in Zone))
        return PosterPerson(person.name, person.picture, person.words, cards, person.colour)

    def _tools(self, wanted: Wanted, person: Person | None) -> CardSheets:
        title = QCoreApplication.translate("PrintThings", "Tool cards")
        if person:
            cards = [ToolToCut(tool, zones, person.age_band) for tool, zones in self._own(person)]
            title = QCoreApplication.translate("PrintThings", "{name}: tool cards")
            title = title.format(name=person.name)
        else:
            tools = (*self._services.content.tools(), *self._services.own_tools().all())
            cards = [ToolToCut(tool, tool.zones, AgeBand.SIX_TO_EIGHT) for tool in tools]
        return CardSheets(cards, wanted.grid, wanted.paper, title, grey=wanted.grey)

    def _own(self, person: Person) -> Iterable[tuple[Tool, tuple[Zone, ...]]]:
        """Each of the person's tools once, with the zones in which it is shown."""
        tools: dict[str, Tool] = {}
        zones: dict[str, list[Zone]] = {}
        for zone in Zone:
            for card in self._services.safe_places.cards(person, zone):
                tools[card.tool.id] = card.tool
                zones.setdefault(card.tool.id, []).append(zone)
        return [(tool, tuple(zones[id_])) for id_, tool in tools.items()]

    def _sign_cards(self, wanted: Wanted, person: Person | None) -> CardSheets:
        if person:
            signs = self._signs(person)
            title = QCoreApplication.translate("PrintThings", "{name}: sign cards")
            title = title.format(name=person.name)
        else:
            known = {sign.id: sign for sign in self._services.content.signs(Role.CHILD)}
            signs = tuple(known[id_] for id_ in COMMON_SIGNS if id_ in known)
            title = QCoreApplication.translate("PrintThings", "Sign cards")
        grid = Grid.SIX if len(signs) <= Grid.SIX.count else Grid.FIFTEEN
        cards = [SignToCut(sign) for sign in signs]
        return CardSheets(cards, grid, wanted.paper, title, grey=wanted.grey)

    def _signs(self, person: Person) -> tuple[Sign, ...]:
        """The person's own, in the order in which they were chosen."""
        known = {sign.id: sign for sign in self._services.content.signs(person.role)}
        return tuple(known[id_] for id_ in person.signs if id_ in known)

    def _week(self, wanted: Wanted, person: Person | None) -> WeekSheets:
        title = QCoreApplication.translate("PrintThings", "An empty week")
        tools: tuple[Tool, ...] = ()
        if person:
            title = QCoreApplication.translate("PrintThings", "{name}: an empty week")
            title = title.format(name=person.name)
            shown = self._services.safe_places.cards(person, Zone.YELLOW)
            tools = tuple(card.tool for card in shown)
        first = first_weekday(self._services.preferences.now)
        sheet = WeekSheetFor(person, tools, first, wanted.with_pictures)
        return WeekSheets([sheet], wanted.paper, title, grey=wanted.grey)


def at_first(kind: Kind, people: Iterable[Person], paper: Paper) -> Wanted:
    """What is shown of a kind before anything is chosen."""
    child = next((person for person in people if person.is_child), None)
    wanted = Wanted(kind, paper=paper)
    if child is None or kind in (Kind.POSTER, Kind.SIGNS):
        return wanted
    reads_little = child.age_band is AgeBand.THREE_TO_FIVE
    return replace(wanted, person=child.id, with_pictures=reads_little)
