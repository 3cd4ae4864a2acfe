"""The four figures of a week, each with how many it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.surface import draw_card
from thermometer.ui.widgets.text import LEFT, draw_fitted

LEAST_WIDTH = 150
ROOM = 5
"""At the sides of a card, for its shadow."""
EDGES = 12
"""Above and below it, together."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A name, the number, and what belongs to it: how many it stands for, the week before."""

    name: str
    number: str
    detail: str


class FigureCard(QWidget):
    """One of the figures."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.figure = theme, Figure("", "", "")

    def show_figure(self, figure: Figure) -> None:
        """Show ``figure``."""
        self.figure = figure
        self.setAccessibleName(f"{figure.name}: {figure.number}. {figure.detail}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens = self._theme, self._theme.tokens
        box = QRectF(self.rect()).adjusted(ROOM, 4, -ROOM, -8)
        draw_card(painter, box, theme, radius=float(theme.radius("plate")))
        side, top = theme.px(20), theme.px(12)
        room = box.adjusted(side, top, -theme.px(12), -top)
        small, large = _line(theme, "small", BOLD), _line(theme, "title", BOLD)
        name = QRectF(room.left(), room.top(), room.width(), small)
        number = name.translated(0, small)
        number.setHeight(large)
        detail = QRectF(room.left(), room.bottom() - 2 * small, room.width(), 2 * small)
        words = self.figure
        draw_fitted(
            painter, words.name, theme, name, tokens.muted, size="small", weight=BOLD, align=LEFT
        )
        draw_fitted(
            painter, words.number, theme, number, tokens.ink, size="title", weight=BOLD, align=LEFT
        )
        draw_fitted(
            painter,
            words.detail,
            theme,
            detail,
            tokens.muted,
            size="small",
            weight=MEDIUM,
            align=LEFT,
        )


class WeekFigures(QWidget):
    """The figures side by side, or two by two where the window is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[FigureCard] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show ``figures``; always as many."""
        while len(self.cards) < len(figures):
            self.cards.append(FigureCard(self._theme, self))
            self.cards[-1].show()
            self._lay_out()
        for card, figure in zip(self.cards, figures, strict=True):
            card.show_figure(figure)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        rows = -(-max(1, len(self.cards)) // self._across(width))
        return rows * self._high()

    @override
    def sizeHint(self) -> QSize:
        return QSize(4 * self._theme.px(220), self._high())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(2 * LEAST_WIDTH, self._high())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _across(self, width: int) -> int:
        least = max(LEAST_WIDTH, self._theme.text_px("small") * 17)
        return 4 if width >= 4 * least else 2

    def _high(self) -> int:
        lines = 3 * _line(self._theme, "small", BOLD) + _line(self._theme, "title", BOLD)
        return round(lines) + 2 * self._theme.px(12) + EDGES + self._theme.px(4)

    def _lay_out(self) -> None:
        across, gap = self._across(self.width()), self._theme.px(8)
        wide = (self.width() - gap * (across - 1)) / across
        for i, card in enumerate(self.cards):
            left = round(i % across * (wide + gap))
            card.setGeometry(QRect(left, i // across * self._high(), round(wide), self._high()))


def _line(theme: Theme, size: str, weight: int) -> float:
    """The height of a line of text in pixels."""
    return QFontMetricsF(theme.font(size, weight)).height()
