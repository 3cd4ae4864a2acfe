"""Six people with long names and text of twice its size: on every page everything still fits."""

from __future__ import annotations

import pytest

from tests.ui import room
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.settings import Preferences
from thermometer.domain.zones import Zone
from thermometer.ui.erasing_places import EraseAll, ErasePerson
from thermometer.ui.health_places import ClockPlace
from thermometer.ui.own_places import CardFile, OneCard, OwnToolPlace
from thermometer.ui.places import (
    AddPerson,
    Backups,
    Exchange,
    FamilyPlace,
    FollowUpPlace,
    FrighteningHelp,
    GuidedRepair,
    HardMoment,
    Home,
    HowIsItNow,
    LateEntry,
    Licences,
    Lock,
    MomentDetails,
    NewCode,
    Observe,
    OneCheckIn,
    Parents,
    PersonPlace,
    Place,
    PrintPlace,
    Rehearsal,
    Repairs,
    Report,
    Roadblocks,
    RunTool,
    SafePlace,
    SafePlaceSetup,
    SetPin,
    Story,
    Week,
)

LONG = (
    ("Great-grandmother Elisabeth-Charlotte", Role.PARENT),
    ("Maximilian Bartholomew", Role.CHILD),
    ("Mum", Role.PARENT),
    ("Wilhelmina-Josephine von Hohenberg", Role.CHILD),
    ("Leo", Role.CHILD),
    ("Dad", Role.PARENT),
)
TOOLS = ("flower-candle", "push-wall", "outside", "squish", "come-please")


@pytest.fixture(params=[(800, 480), (800, 1280), (1280, 800)], ids=lambda s: f"{s[0]}x{s[1]}")
def large(request: pytest.FixtureRequest, make_tablet: MakeTablet) -> Tablet:
    tablet = make_tablet(size=request.param)
    for name, role in LONG:
        tablet.services.family.add(name, role, AgeBand.SIX_TO_EIGHT, "owl")
    tablet.services.lock.refuse_offer()
    tablet.open()
    tablet.services.preferences.keep(Preferences(text_size=200))
    return tablet


def everyday(tablet: Tablet) -> list[Place]:
    """What a child or a parent sees without a PIN."""
    grown_up, child, *_ = people = tablet.family()
    journal, content = tablet.services.journal, tablet.services.content
    use = journal.start_tool(child.id, "water", Zone.YELLOW)
    return [
        *(Home(person) for person in people),
        *(SafePlace(person, zone) for person in (grown_up, child) for zone in Zone),
        *(RunTool(child, content.tool(tool), use) for tool in TOOLS),
        HowIsItNow(child, use),
        HardMoment(),
        Lock(Week()),
    ]


def corner(tablet: Tablet) -> list[Place]:
    """The parents' pages."""
    grown_up, child, *_ = tablet.family()
    first = tablet.services.journal.check_in(child.id, Zone.YELLOW)
    story = Story(child.id, first.id)
    return [
        Week(),
        story,
        OneCheckIn(first.id, story),
        LateEntry(child.id),
        Observe(child.id),
        Report(),
        FamilyPlace(),
        AddPerson(),
        *(PersonPlace(person.id) for person in (grown_up, child)),
        Parents(),
        SetPin(Parents()),
        NewCode(Parents()),
    ]


def own_and_kept(tablet: Tablet) -> list[Place]:
    """What a family makes its own, prints, keeps and erases."""
    grown_up, child, *_ = tablet.family()
    card = OneCard(child.id, "water", Zone.YELLOW)
    return [
        *(SafePlaceSetup(person.id, zone) for person in (grown_up, child) for zone in Zone),
        card,
        CardFile(card),
        OwnToolPlace(None, child.id, Zone.YELLOW),
        PrintPlace(),
        Exchange(),
        Backups(),
        ErasePerson(child.id),
        EraseAll(),
        Licences(),
        ClockPlace(),
    ]


def mending(tablet: Tablet) -> list[Place]:
    """Where a hard moment is mended."""
    grown_up, child, *_ = tablet.family()
    moments = tablet.services.hard_moments()
    moment = moments.log(grown_up.id, child.id, kind=RuptureKind.LIMIT)
    tablet.services.mending().begin(moment.id, grown_up.id)
    guided = GuidedRepair(moment.id)
    return [
        Repairs(),
        MomentDetails(moment.id),
        MomentDetails(),
        guided,
        Roadblocks(guided),
        FrighteningHelp(guided),
        FollowUpPlace(moment.id),
        Rehearsal(),
    ]


def looked_at(tablet: Tablet, places: list[Place]) -> dict[str, list[str]]:
    found = {}
    for place in places:
        tablet.window.go(place)
        found[repr(place)[:60]] = room.at_rest(tablet.window)
    return {place: faults for place, faults in found.items() if faults}


def test_without_a_pin(large: Tablet) -> None:
    assert looked_at(large, everyday(large)) == {}


def test_in_the_parents_corner(large: Tablet) -> None:
    assert looked_at(large, corner(large)) == {}


def test_what_is_made_own_and_what_is_kept(large: Tablet) -> None:
    assert looked_at(large, own_and_kept(large)) == {}


def test_where_hard_moments_are_mended(large: Tablet) -> None:
    assert looked_at(large, mending(large)) == {}


def test_everybody_can_still_be_found_on_home(large: Tablet) -> None:
    seen: set[Person] = set()
    for _ in large.family():
        seen |= {panel.person for panel in large.home.panels if panel.isVisible()}
        if large.home.frame.more.isVisible():
            large.tap(large.home.frame.more)
    assert len(seen) == len(LONG)
