"""Somebody in the list of the family: who they are, and where they stand on Home."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.avatar import draw_avatar
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted

TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class PersonCard(QAbstractButton):
    """A picture, a name and a line about somebody; a touch opens them.

    Args:
        theme: colours and sizes.
        person: whose card it is.
        details: the line under the name.
        parent: the widget it stands on.
    """

    def __init__(self, theme: Theme, person: Person, details: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._person, self._details = theme, person, details
        self.setText(person.name)
        self.setAccessibleName(person.name)
        self.setAccessibleDescription(details)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        words = self._theme.text_px("large") * 1.3 + self._theme.text_px("small") * 1.4
        height = max(self._theme.target("parent") + 16, round(words + 24), self._theme.px(92))
        return QSize(self._theme.px(420), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens = self._theme, self._theme.tokens
        box = QRectF(self.rect()).adjusted(5, 3, -5, -7)
        radius = min(float(theme.radius("plate")), box.height() / 2)
        fill = tokens.accent_soft if self.isDown() else tokens.card
        draw_card(painter, box, theme, radius=radius, fill=fill)
        side = min(box.height() - 16, theme.px(72))
        picture = QRectF(box.left() + 12, box.center().y() - side / 2, side, side)
        draw_avatar(painter, self._person.picture, picture, theme, self._person.colour)
        words = box.adjusted(side + 26, 7, -14, -7)
        name = QRectF(words.topLeft(), words.size())
        name.setHeight(words.height() * 0.56)
        draw_fitted(
            painter, self.text(), theme, name, tokens.ink, size="large", weight=BOLD, align=LEFT
        )
        below = QRectF(words.left(), name.bottom(), words.width(), words.bottom() - name.bottom())
        draw_fitted(
            painter, self._details, theme, below, tokens.muted, size="small", align=TOP_LEFT
        )
        draw_focus(painter, self, box, radius, theme)


class FamilyRow(QWidget):
    """The card, and beside it the arrows that move somebody on Home.

    Args:
        theme: colours and sizes.
        person: who it is about.
        details: the line under the name.
        parent: the widget it stands on.
    """

    opened = Signal()
    moved = Signal(int)

    def __init__(self, theme: Theme, person: Person, details: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self.card = PersonCard(theme, person, details, self)
        self.up = PillButton(theme, "", picture="interface/up", parent=self)
        self.up.setAccessibleName(self.tr("Move {name} up").format(name=person.name))
        self.down = PillButton(theme, "", picture="interface/down", parent=self)
        self.down.setAccessibleName(self.tr("Move {name} down").format(name=person.name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.card, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        self.card.clicked.connect(self.opened)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))

    def show_ends(self, *, first: bool, last: bool) -> None:
        """The first cannot go up, the last not down."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
