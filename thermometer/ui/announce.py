"""Telling a screen reader what has changed without anything being focused."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget

# Qt 6.8 brought it, and some systems' Qt lacks it.
_EVENT = getattr(QtGui, "QAccessibleAnnouncementEvent", None)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say ``text``, once, on behalf of ``widget``."""
    if _EVENT is not None and text:
        QtGui.QAccessible.updateAccessibility(_EVENT(widget, text))
