"""The week: what happened, in words first and then in pictures."""

from __future__ import annotations

from thermometer.ui.corner_page import CornerPage
from thermometer.ui.places import Week


class WeekPage(CornerPage):
    """One person's week."""

    rail_place = Week
