"""The family's records into files, and files of records in."""

from __future__ import annotations

from thermometer.ui.corner_page import CornerPage
from thermometer.ui.places import Week


class ExchangePage(CornerPage):
    """Export and import."""

    rail_place = Week
