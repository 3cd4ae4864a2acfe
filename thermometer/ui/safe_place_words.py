"""What is written on a Safe Place, on the child's screen and where it is set up."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from thermometer.domain.zones import Zone


def headline(zone: Zone) -> str:
    """The words above the cards; none in red."""
    match zone:
        case Zone.GREEN:
            return QCoreApplication.translate("SafePlacePage", "Let's practise")
        case Zone.YELLOW:
            return QCoreApplication.translate("SafePlacePage", "What could help?")
        case Zone.RED:
            return ""


def thanks() -> str:
    """The same for every zone."""
    return QCoreApplication.translate("SafePlacePage", "All feelings are okay.")
