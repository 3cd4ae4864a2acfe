"""Who lives here: those added so far."""

from __future__ import annotations

from functools import partial
from itertools import cycle

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.domain.colours import PersonColour
from thermometer.domain.people import Newcomer, Role
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.avatar import draw_avatar
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted


class NewcomerCard(QAbstractButton):
    """One of those added; a touch takes them back into the form."""

    def __init__(
        self, theme: Theme, newcomer: Newcomer, colour: PersonColour, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self.newcomer, self._colour = theme, newcomer, colour
        self.setAccessibleName(newcomer.name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = QRectF(self.rect()).adjusted(4, 3, -4, -6)
        radius = min(float(self._theme.radius("plate")), box.height() / 2)
        draw_card(painter, box, self._theme, radius=radius)
        side = box.height() - 10
        picture = QRectF(box.left() + 8, box.center().y() - side / 2, side, side)
        draw_avatar(painter, self.newcomer.picture, picture, self._theme, self._colour)
        name = box.adjusted(side + 20, 2, -10, -2)
        draw_fitted(
            painter, self.newcomer.name, self._theme, name, tokens.ink, weight=BOLD, align=LEFT
        )
        draw_focus(painter, self, box, radius, self._theme)


class NewcomerList(QWidget):
    """The heading, a card for each, and the way to the sample family."""

    chosen = Signal(Newcomer)
    sample_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = FittedLabel(
            theme, self.tr("Who lives here?"), size="display", weight=BOLD, parent=self
        )
        self._words = FittedLabel(theme, colour="ink", parent=self)
        self._cards: list[NewcomerCard] = []
        self.sample = PillButton(theme, self.tr("Look around with a sample family"), parent=self)
        self.sample.clicked.connect(self.sample_wanted)
        self.show_missing(None)

    @property
    def cards(self) -> tuple[NewcomerCard, ...]:
        """A card for each of those added."""
        return tuple(self._cards)

    def show_family(self, family: tuple[Newcomer, ...]) -> None:
        """Show those added so far, in the colours that they will have."""
        for card in self._cards:
            card.deleteLater()
        colours = cycle(PersonColour)
        self._cards = [
            NewcomerCard(self._theme, each, colour, self)
            for each, colour in zip(family, colours, strict=False)
        ]
        for card in self._cards:
            card.clicked.connect(partial(self._emit_chosen, card.newcomer))
            card.show()
        self._lay_out()

    def show_missing(self, role: Role | None) -> None:
        """Say who is still missing, or what this is about."""
        match role:
            case None:
                words = self.tr(
                    "A name and a picture each. Everyone has big feelings. The rest can wait."
                )
            case Role.CHILD:
                words = self.tr("Now a child, please.")
            case Role.PARENT:
                words = self.tr("Now a grown-up, please.")
        self._words.show_text(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _emit_chosen(self, newcomer: Newcomer) -> None:
        self.chosen.emit(newcomer)

    def _lay_out(self) -> None:
        theme = self._theme
        margin = theme.px(36) if theme.factor > 0.7 else 12
        width = self.width() - 2 * margin
        title = theme.px(100) if self.height() > self.width() else theme.px(60)
        self._title.setGeometry(margin, theme.px(36), width, title)
        top = theme.px(36) + title
        words = self._words.heightForWidth(width)
        self._words.setGeometry(margin, top, width, words)
        top += words + theme.px(12)
        sample = max(self.sample.sizeHint().height(), theme.target("parent") + 6)
        self.sample.setGeometry(
            margin - 4,
            self.height() - sample - theme.px(24),
            min(width + 8, self.sample.sizeHint().width()),
            sample,
        )
        self._lay_out_cards(QRectF(margin, top, width, self.sample.y() - top - 6))

    def _lay_out_cards(self, room: QRectF) -> None:
        if not self._cards:
            return
        gap = 6.0
        height = float(max(self._theme.target("parent") + 8, self._theme.px(68)))
        per_column = max(1, int((room.height() + gap) // (height + gap)))
        columns = -(-len(self._cards) // per_column)
        width = (room.width() - gap * (columns - 1)) / columns
        for i, card in enumerate(self._cards):
            x = room.left() + (i // per_column) * (width + gap)
            y = room.top() + (i % per_column) * (height + gap)
            card.setGeometry(QRectF(x, y, width, height).toRect())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(600))
