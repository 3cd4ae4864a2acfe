"""The grown-up and the child side by side, where a repair ends and there is room for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.avatar import draw_avatar
from thermometer.ui.widgets.pictures import draw_picture

HIGH, ROOM = 150, 620
"""So high, where the column is so high at least."""
BETWEEN = 0.44
"""The heart between the two, as a share of their height."""


class TwoTogether(QWidget):
    """A drawing; what it says is said in words beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people: tuple[Person, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_people(self, *people: Person) -> None:
        """Show these, from the left."""
        self._people = people
        self.update()

    def stand(self, high: int) -> None:
        """Stand there if the column is ``high`` enough, in pixels."""
        self.setVisible(high >= ROOM)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(HIGH) * 3, self._theme.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = float(self.height() - 2)
        heart = high * BETWEEN
        x = (self.width() - high * len(self._people) - heart) / 2
        for number, person in enumerate(self._people):
            box = QRectF(x + number * (high + heart), 1, high, high)
            draw_avatar(painter, person.picture, box, self._theme, person.colour)
        middle = QRectF(x + high, 1 + (high - heart) / 2, heart, heart)
        draw_picture(painter, "interface/reconnect", middle.adjusted(4, 4, -4, -4))
