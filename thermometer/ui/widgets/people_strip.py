"""The way to the others: home, and everybody else's picture, one touch away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.avatar import AvatarButton
from thermometer.ui.widgets.pill_button import PillButton

GAP = 4


class PeopleStrip(QWidget):
    """Stands at the right end of its room; where not all fit, home stands for the rest."""

    home_chosen = Signal()
    person_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, *, dimmed: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._dimmed = theme, dimmed
        self._home = PillButton(theme, "", picture="interface/home", who="child", parent=self)
        self._home.setAccessibleName(self.tr("All thermometers"))
        self._home.dimmed = dimmed
        self._home.clicked.connect(self.home_chosen)
        self._others: list[AvatarButton] = []
        self._everybody: tuple[Person, ...] = ()
        self._current: Person | None = None

    def show_people(self, everybody: tuple[Person, ...], current: Person) -> None:
        """Show everybody but ``current``."""
        if (everybody, current) == (self._everybody, self._current):
            return
        self._everybody, self._current = everybody, current
        for button in self._others:
            button.deleteLater()
        self._others = [self._avatar(person) for person in everybody if person.id != current.id]
        self._lay_out()

    def buttons(self) -> tuple[QAbstractButton, ...]:
        """Home first, then the others in the family's order."""
        return (self._home, *self._others)

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.target("child") + GAP
        return QSize(side * (len(self._others) + 1) + GAP * 2, side + GAP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _avatar(self, person: Person) -> AvatarButton:
        button = AvatarButton(self._theme, person.picture, person.name, self, colour=person.colour)
        button.dimmed = self._dimmed
        button.clicked.connect(partial(self._choose, person))
        return button

    def _choose(self, person: Person) -> None:
        self.person_chosen.emit(person)

    def _lay_out(self) -> None:
        side = self._theme.target("child")
        height = self._home.sizeHint().height()
        top = max(0, (height - side) // 2 - 1)  # the button has more room below, for its shadow
        room = max(0, (self.width() - side) // (side + GAP))
        left = self.width() - side
        for i, button in enumerate(self._others):
            button.setVisible(i < room)
            if i < room:
                x = left - (min(room, len(self._others)) - 1 - i) * (side + GAP)
                button.setGeometry(QRect(x, top, side, side))
        shown = min(room, len(self._others))
        x = left - shown * (side + GAP)
        self._home.setGeometry(QRect(x, 0, side, height))
