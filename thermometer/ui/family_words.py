"""How somebody of the family is described in a line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from thermometer.domain.colours import PersonColour
from thermometer.domain.people import AgeBand, Person
from thermometer.domain.zones import Zone
from thermometer.ui.widgets.colour_flow import ColourWords


def age_words(band: AgeBand) -> str:
    """What an age band is called."""
    match band:
        case AgeBand.THREE_TO_FIVE:
            return QCoreApplication.translate("Family", "3 to 5 years")
        case AgeBand.SIX_TO_EIGHT:
            return QCoreApplication.translate("Family", "6 to 8 years")
        case AgeBand.NINE_TO_TWELVE:
            return QCoreApplication.translate("Family", "9 to 12 years")
        case AgeBand.ADULT:
            return QCoreApplication.translate("Family", "grown-up")


def colour_words() -> dict[PersonColour, ColourWords]:
    """What each colour is called."""
    return {
        PersonColour.SAND: ColourWords(
            QCoreApplication.translate("Family", "Sand"),
            QCoreApplication.translate("Family", "Sand"),
        ),
        PersonColour.SKY: ColourWords(
            QCoreApplication.translate("Family", "Sky"),
            QCoreApplication.translate("Family", "Sky blue"),
        ),
        PersonColour.LILAC: ColourWords(
            QCoreApplication.translate("Family", "Lilac"),
            QCoreApplication.translate("Family", "Lilac"),
        ),
        PersonColour.MIST: ColourWords(
            QCoreApplication.translate("Family", "Mist"),
            QCoreApplication.translate("Family", "Mist grey"),
        ),
        PersonColour.COCOA: ColourWords(
            QCoreApplication.translate("Family", "Cocoa"),
            QCoreApplication.translate("Family", "Cocoa brown"),
        ),
        PersonColour.OCEAN: ColourWords(
            QCoreApplication.translate("Family", "Ocean"),
            QCoreApplication.translate("Family", "Ocean blue"),
        ),
    }


def role_words(person: Person) -> str:
    """Whether somebody is a child or a grown-up."""
    if person.is_child:
        return QCoreApplication.translate("Family", "child")
    return QCoreApplication.translate("Family", "grown-up")


def details(person: Person) -> str:
    """Age, and the own words for the zones."""
    words = ", ".join(person.words.of(zone) for zone in Zone)
    line = QCoreApplication.translate("Family", "{age} · {words}")
    return line.format(age=age_words(person.age_band), words=words)
