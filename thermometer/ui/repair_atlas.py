"""Which page shows a place where something is mended; as the atlas, which asks here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.ui.places import (
    ChildsCard,
    FollowUpPlace,
    FrighteningHelp,
    GuidedRepair,
    MomentDetails,
    Rehearsal,
    RepairPlace,
    Repairs,
    Roadblocks,
)

if TYPE_CHECKING:
    from thermometer.ui.page import Page


def repair_page_of(place: RepairPlace) -> type[Page]:
    """The page that shows hard moments, or one step of mending them."""
    match place:
        case Repairs():
            from thermometer.ui.pages.repairs import RepairsPage

            return RepairsPage
        case MomentDetails():
            from thermometer.ui.pages.moment_details import MomentDetailsPage

            return MomentDetailsPage
        case GuidedRepair():
            from thermometer.ui.pages.guided_repair import GuidedRepairPage

            return GuidedRepairPage
        case Rehearsal():
            from thermometer.ui.pages.rehearsal import RehearsalPage

            return RehearsalPage
        case _:
            return _page_beside_repair_of(place)


def _page_beside_repair_of(
    place: FollowUpPlace | ChildsCard | Roadblocks | FrighteningHelp,
) -> type[Page]:
    """The page that is gone to from a repair, or some time after it."""
    match place:
        case FollowUpPlace():
            from thermometer.ui.pages.follow_up import FollowUpPage

            return FollowUpPage
        case ChildsCard():
            from thermometer.ui.pages.childs_card import ChildsCardPage

            return ChildsCardPage
        case Roadblocks():
            from thermometer.ui.pages.roadblocks import RoadblocksPage

            return RoadblocksPage
        case FrighteningHelp():
            from thermometer.ui.pages.frightening_help import FrighteningHelpPage

            return FrighteningHelpPage
