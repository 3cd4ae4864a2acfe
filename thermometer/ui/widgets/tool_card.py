"""A calming tool as a card: a picture, and its name where it has one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, REGULAR, Theme
from thermometer.ui.widgets.pictures import draw_picture, is_photo
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import draw_fitted, fitted
from thermometer.ui.widgets.touch_button import TouchButton

LARGEST = ("large", "small")
"""Of a name and of the quiet line, where there is room for it."""

ONE_LINE, TWO_LINES = 1.5, 2.7
PAD = 0.07


class ToolCard(TouchButton):
    """Large enough for a small hand.

    Args:
        theme: colours and sizes.
        picture: path below ``resources/pictures`` without its ending.
        spoken: the tool's name for a screen reader, also where the picture stands alone.
        name: the name shown, or nothing.
        detail: a quiet second line, or nothing.
        parent: the widget it stands on.
    """

    def __init__(
        self,
        theme: Theme,
        picture: str,
        spoken: str,
        *,
        name: str = "",
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._picture, self._name, self._detail = theme, picture, name, detail
        self.lines = TWO_LINES
        """How high the room for the name is at least, in lines of usual text."""
        self._sizes: tuple[str | int, str | int] = LARGEST
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def is_short(self) -> bool:
        """Whether the name stands in one line of usual text here: the picture can be larger."""
        metrics = QFontMetricsF(self._theme.font("normal", BOLD))
        return metrics.horizontalAdvance(self._name) <= self._box().width() * (1 - 2 * PAD)

    def largest_words(self) -> tuple[int, int]:
        """How large in pixels its name and its quiet line can be here."""
        _, words = self._divided(self._box())
        name, detail = self._halves(words) if self._detail else (words, words)
        first = fitted(self._name, self._theme, LARGEST[0], BOLD, name)
        second = fitted(self._detail, self._theme, LARGEST[1], REGULAR, detail)
        return first.font().pixelSize(), second.font().pixelSize()

    def write_in(self, name: int, detail: int) -> None:
        """Write the name and the quiet line no larger than this, in pixels."""
        if (name, detail) != self._sizes:
            self._sizes = (name, detail)
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = self._box()
        fill = tokens.accent_soft if self.isDown() else tokens.card
        draw_card(painter, box, self._theme, fill=fill)
        picture, words = self._divided(box)
        self._draw_picture(painter, picture)
        if self._name:
            self._draw_words(painter, words)
        draw_focus(painter, self, box, self._theme.radius("card"), self._theme)

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(5, 4, -5, -8)

    def _divided(self, box: QRectF) -> tuple[QRectF, QRectF]:
        """Room for the picture above, or in a flat card at the left, and for the words."""
        pad = max(6.0, min(box.width(), box.height()) * PAD)
        inner = box.adjusted(pad, pad, -pad, -pad)
        if not self._name:
            return inner, QRectF()
        if box.width() > box.height() * 1.9:
            side = min(inner.height(), inner.width() * 0.45)
            picture = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
            return picture, inner.adjusted(side + pad, 0, 0, 0)
        lines = 4.4 if self._detail else self.lines  # on a small card each may need two
        share = 0.24 if lines == ONE_LINE else 0.3
        below = max(inner.height() * share, self._theme.text_px("normal") * lines)
        below = min(below, inner.height() * (0.5 if self._detail else 0.45))
        return inner.adjusted(0, 0, 0, -below), inner.adjusted(0, inner.height() - below + 2, 0, 0)

    def _draw_picture(self, painter: QPainter, room: QRectF) -> None:
        side = min(room.width(), room.height())
        tile = QRectF(0, 0, side, side)
        tile.moveCenter(room.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.paper)
        painter.drawRoundedRect(tile, side * 0.28, side * 0.28)
        pad = 0.0 if is_photo(self._picture) else side * 0.1
        draw_picture(painter, self._picture, tile.adjusted(pad, pad, -pad, -pad))

    def _draw_words(self, painter: QPainter, words: QRectF) -> None:
        tokens = self._theme.tokens
        name, (large, small) = QRectF(words), self._sizes
        if self._detail:
            name, detail = self._name_and_detail(words)
            draw_fitted(painter, self._detail, self._theme, detail, tokens.muted, size=small)
        draw_fitted(painter, self._name, self._theme, name, tokens.ink, size=large, weight=BOLD)

    def _halves(self, words: QRectF) -> tuple[QRectF, QRectF]:
        """Room for the name above and for the quiet line below."""
        name = words.adjusted(0, 0, 0, -words.height() * 0.58)
        return name, words.adjusted(0, name.height(), 0, 0)

    def _name_and_detail(self, words: QRectF) -> tuple[QRectF, QRectF]:
        """The quiet line close under the name, both as one group in the middle."""
        name, detail = self._halves(words)
        gap = min(words.height() * 0.06, float(self._theme.px(8)))
        first = fitted(self._name, self._theme, self._sizes[0], BOLD, name)
        second = fitted(self._detail, self._theme, self._sizes[1], REGULAR, detail)
        high, low = first.boundingRect().height() + 1, second.boundingRect().height() + 1
        spare = words.height() - high - low - gap
        if spare > 0:
            name = QRectF(words.left(), words.top() + spare / 2, words.width(), high)
            detail = QRectF(words.left(), name.bottom() + gap, words.width(), low)
        return name, detail
