"""How somebody of the family is described in a line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from thermometer.domain.people import AgeBand, Person
from thermometer.domain.zones import Zone


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
