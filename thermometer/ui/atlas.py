"""Which page shows which place. Each page is imported when it is first gone to.

A child waits for Home only: all pages together would cost a start a tenth of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.domain.tools import ToolKind
from thermometer.ui.erasing_atlas import erasing_page_of
from thermometer.ui.erasing_places import EraseAll, ErasePerson, ErasingPlace
from thermometer.ui.health_places import ClockPlace
from thermometer.ui.own_places import CardFile, OneCard, OwnToolPlace, OwnToolUndone
from thermometer.ui.places import (
    AddPerson,
    Backups,
    CornerPlace,
    Exchange,
    FamilyPlace,
    FirstStart,
    HardMoment,
    Home,
    HowIsItNow,
    LateEntry,
    Licences,
    Lock,
    NewCode,
    Observe,
    OneCheckIn,
    Parents,
    PersonPlace,
    Place,
    PrintPlace,
    Report,
    RunTool,
    SafePlace,
    SafePlaceSetup,
    SetPin,
    Story,
    Week,
)
from thermometer.ui.repair_atlas import repair_page_of

if TYPE_CHECKING:
    from thermometer.ui.page import Page


def page_of(place: Place) -> type[Page]:
    """The page that shows ``place``."""
    match place:
        case Home():
            from thermometer.ui.pages.home import HomePage

            return HomePage
        case FirstStart():
            from thermometer.ui.pages.first_start import FirstStartPage

            return FirstStartPage
        case RunTool(tool=tool):
            return _tool_page_of(tool.kind)
        case SafePlace() | HowIsItNow() | HardMoment():
            return _page_beside_home_of(place)
        case Lock():
            from thermometer.ui.pages.lock import LockPage

            return LockPage
        case _:
            return _corner_page_of(place)


def _page_beside_home_of(place: SafePlace | HowIsItNow | HardMoment) -> type[Page]:
    """The page that a touch on Home leads to, without a PIN."""
    match place:
        case SafePlace():
            from thermometer.ui.pages.safe_place import SafePlacePage

            return SafePlacePage
        case HowIsItNow():
            from thermometer.ui.pages.how_is_it_now import HowIsItNowPage

            return HowIsItNowPage
        case HardMoment():
            from thermometer.ui.pages.hard_moment import HardMomentPage

            return HardMomentPage


def _tool_page_of(kind: ToolKind) -> type[Page]:
    """The page on which a tool of this kind runs."""
    match kind:
        case ToolKind.GUIDE:
            from thermometer.ui.pages.guide import GuidePage

            return GuidePage
        case ToolKind.STEPS:
            from thermometer.ui.pages.steps import StepsPage

            return StepsPage
        case ToolKind.TIMER:
            from thermometer.ui.pages.timer import TimerPage

            return TimerPage
        case ToolKind.CARD:
            from thermometer.ui.pages.card import CardPage

            return CardPage
        case ToolKind.CALL:
            from thermometer.ui.pages.call import CallPage

            return CallPage


def _corner_page_of(place: CornerPlace) -> type[Page]:
    """The page of the parents' corner that shows ``place``."""
    match place:
        case Week():
            from thermometer.ui.pages.week import WeekPage

            return WeekPage
        case Story() | LateEntry() | Observe() | OneCheckIn():
            return _story_page_of(place)
        case Report() | PrintPlace() | Backups() | Exchange() | ErasePerson() | EraseAll():
            return _records_page_of(place)
        case (
            SafePlaceSetup()
            | OwnToolUndone()
            | FamilyPlace()
            | AddPerson()
            | PersonPlace()
            | OneCard()
            | CardFile()
            | OwnToolPlace()
        ):
            return _family_page_of(place)
        case Parents() | Licences() | SetPin() | NewCode() | ClockPlace():
            return _configuring_page_of(place)
        case _:
            return repair_page_of(place)


def _records_page_of(place: Report | PrintPlace | Backups | Exchange | ErasingPlace) -> type[Page]:
    """The page that takes what is the family's elsewhere: to paper, into files, or away."""
    match place:
        case Report():
            from thermometer.ui.pages.report import ReportPage

            return ReportPage
        case PrintPlace():
            from thermometer.ui.pages.print_things import PrintThingsPage

            return PrintThingsPage
        case Backups():
            from thermometer.ui.pages.backups import BackupsPage

            return BackupsPage
        case Exchange():
            from thermometer.ui.pages.exchange import ExchangePage

            return ExchangePage
        case _:
            return erasing_page_of(place)


def _configuring_page_of(
    place: Parents | Licences | SetPin | NewCode | ClockPlace,
) -> type[Page]:
    """The page on which the lock, or everything but the family, is set."""
    match place:
        case Parents():
            from thermometer.ui.pages.parents import ParentsPage

            return ParentsPage
        case Licences():
            from thermometer.ui.pages.licences import LicencesPage

            return LicencesPage
        case SetPin() | NewCode():
            from thermometer.ui.pages.set_pin import SetPinPage

            return SetPinPage
        case ClockPlace():
            from thermometer.ui.pages.clock import ClockPage

            return ClockPage


def _family_page_of(
    place: SafePlaceSetup
    | OwnToolUndone
    | FamilyPlace
    | AddPerson
    | PersonPlace
    | OneCard
    | CardFile
    | OwnToolPlace,
) -> type[Page]:
    """The page on which somebody's name, words, signs or tools are chosen."""
    match place:
        case SafePlaceSetup() | OwnToolUndone():
            from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage

            return SafePlaceSetupPage
        case FamilyPlace():
            from thermometer.ui.pages.family import FamilyPage

            return FamilyPage
        case AddPerson():
            from thermometer.ui.pages.add_person import AddPersonPage

            return AddPersonPage
        case PersonPlace():
            from thermometer.ui.pages.person import PersonPage

            return PersonPage
        case _:
            return _own_page_of(place)


def _own_page_of(place: OneCard | CardFile | OwnToolPlace) -> type[Page]:
    """The page on which a family puts something of its own in."""
    match place:
        case OneCard():
            from thermometer.ui.pages.one_card import OneCardPage

            return OneCardPage
        case CardFile():
            from thermometer.ui.pages.card_file import CardFilePage

            return CardFilePage
        case OwnToolPlace():
            from thermometer.ui.pages.own_tool import OwnToolPage

            return OwnToolPage


def _story_page_of(place: Story | LateEntry | Observe | OneCheckIn) -> type[Page]:
    """The page that shows an episode, or lets something be entered afterwards."""
    match place:
        case Story():
            from thermometer.ui.pages.story import StoryPage

            return StoryPage
        case LateEntry():
            from thermometer.ui.pages.late_entry import LateEntryPage

            return LateEntryPage
        case Observe():
            from thermometer.ui.pages.observe import ObservePage

            return ObservePage
        case OneCheckIn():
            from thermometer.ui.pages.one_check_in import OneCheckInPage

            return OneCheckInPage
