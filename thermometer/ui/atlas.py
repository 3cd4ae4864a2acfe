"""Which page shows which place. Imported after the first frame, as it imports every page."""

from __future__ import annotations

from thermometer.domain.tools import ToolKind
from thermometer.ui.page import Page
from thermometer.ui.pages.call import CallPage
from thermometer.ui.pages.card import CardPage
from thermometer.ui.pages.first_start import FirstStartPage
from thermometer.ui.pages.guide import GuidePage
from thermometer.ui.pages.home import HomePage
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.pages.safe_place import SafePlacePage
from thermometer.ui.pages.steps import StepsPage
from thermometer.ui.pages.timer import TimerPage
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import (
    CornerPlace,
    FirstStart,
    Home,
    HowIsItNow,
    Parents,
    Place,
    RunTool,
    SafePlace,
    Week,
)

TOOL_PAGES: dict[ToolKind, type[Page]] = {
    ToolKind.GUIDE: GuidePage,
    ToolKind.STEPS: StepsPage,
    ToolKind.TIMER: TimerPage,
    ToolKind.CARD: CardPage,
    ToolKind.CALL: CallPage,
}


def page_of(place: Place) -> type[Page]:
    """The page that shows ``place``."""
    match place:
        case FirstStart():
            return FirstStartPage
        case Home():
            return HomePage
        case SafePlace():
            return SafePlacePage
        case RunTool(tool=tool):
            return TOOL_PAGES[tool.kind]
        case HowIsItNow():
            return HowIsItNowPage
        case _:
            return _corner_page_of(place)


def _corner_page_of(place: CornerPlace) -> type[Page]:
    """The page of the parents' corner that shows ``place``."""
    page: type[Page]
    match place:
        case Parents():
            page = ParentsPage
        case Week():
            page = WeekPage
    return page
