"""Which page shows a place where something is erased; as the atlas, which asks here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.ui.erasing_places import EraseAll, ErasePerson, ErasingPlace

if TYPE_CHECKING:
    from thermometer.ui.page import Page


def erasing_page_of(place: ErasingPlace) -> type[Page]:
    """The page that shows ``place``."""
    match place:
        case ErasePerson():
            from thermometer.ui.pages.erase_person import (  # noqa: PLC0415 - as in the atlas
                ErasePersonPage,
            )

            return ErasePersonPage
        case EraseAll():
            from thermometer.ui.pages.erase_all import EraseAllPage  # noqa: PLC0415 - as above

            return EraseAllPage
