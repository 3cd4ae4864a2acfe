"""A grown-up says "I'm here"."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.avatar import draw_avatar
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted


class HereButton(QAbstractButton):
    """The grown-up's picture, "I'm here" and their name, so that it is known who came."""

    def __init__(self, theme: Theme, person: Person, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.person = theme, person
        self.setText(words)
        self.setAccessibleName(f"{person.name}: {words}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = QRectF(self.rect()).adjusted(5, 4, -5, -8)
        radius = box.height() / 2
        fill = tokens.accent_soft if self.isDown() else tokens.raised
        draw_card(painter, box, self._theme, radius=radius, fill=fill)
        side = box.height() - 14
        picture = QRectF(box.left() + 8, box.center().y() - side / 2, side, side)
        draw_avatar(painter, self.person.picture, picture, self._theme, self.person.colour)
        words = QRectF(
            picture.right() + 10, box.top(), box.right() - picture.right() - 22, box.height()
        )
        draw_fitted(
            painter,
            self.text(),
            self._theme,
            words,
            tokens.ink,
            size="large",
            weight=BOLD,
            align=LEFT,
        )
        draw_focus(painter, self, box, radius, self._theme)
