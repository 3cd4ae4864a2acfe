"""Somebody whose week can be looked at."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pill_button import PillButton


class PersonPill(PillButton):
    """A name and a picture; stays filled while it is the one chosen."""

    def __init__(self, theme: Theme, person: Person, parent: QWidget) -> None:
        super().__init__(theme, person.name, picture=f"people/{person.picture}", parent=parent)
        self.person = person
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def looks_like(self, person: Person) -> bool:
        """Whether ``person`` has this pill: their tools and words are not on it."""
        one = self.person
        return (one.id, one.name, one.picture) == (person.id, person.name, person.picture)

    def show_name(self, *, shown: bool) -> None:
        """Show the name beside the picture, or the picture alone where room is short."""
        text = self.person.name if shown else ""
        if self.text() != text:
            self.setText(text)
            self.updateGeometry()
            self.update()

    @override
    def _tint(self) -> QColor | None:
        """A person's picture keeps its own colours."""
        return None
