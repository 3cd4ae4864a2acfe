"""The place itself: its photo and its name, and the way to change them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.tools import Tool
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture, is_photo
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted

HIGH = 96
WIDE = 300
"""So wide it is at least beside something else."""


class PlaceCard(QAbstractButton):
    """A flat card as wide as there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture, self._name = "", ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_place(self, tool: Tool) -> None:
        """Show the photo and the name that somebody's place has."""
        self._picture, self._name = tool.picture, tool.name
        self.setAccessibleName(self.tr("The place itself: {name}").format(name=tool.name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        high = max(self._theme.target("child") + 12, self._theme.px(HIGH))
        return QSize(high * 5, high)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def wide(self) -> int:
        """So many pixels wide it looks well beside something else."""
        return self._theme.px(WIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens = self._theme, self._theme.tokens
        box = QRectF(self.rect()).adjusted(5, 4, -5, -8)
        radius = float(theme.radius("plate"))
        fill = tokens.accent_soft if self.isDown() else tokens.card
        draw_card(painter, box, theme, radius=radius, fill=fill)
        side = box.height() - 12
        tile = QRectF(box.left() + 8, box.top() + 6, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.paper)
        painter.drawRoundedRect(tile, side * 0.24, side * 0.24)
        pad = 0.0 if is_photo(self._picture) else side * 0.1
        draw_picture(painter, self._picture, tile.adjusted(pad, pad, -pad, -pad))
        words = QRectF(tile.right() + theme.px(14), tile.top(), 0, side)
        words.setRight(box.right() - theme.px(14))
        self._draw_pencil(painter, tile)
        self._draw_words(painter, words)
        draw_focus(painter, self, box, radius, theme)

    def _draw_pencil(self, painter: QPainter, tile: QRectF) -> None:
        """On the corner of the picture, as on every card that can be changed."""
        side = tile.width() * 0.44
        badge = QRectF(tile.right() - side * 0.82, tile.bottom() - side * 0.82, side, side)
        painter.setPen(QPen(self._theme.tokens.line, 1))
        painter.setBrush(self._theme.tokens.card)
        painter.drawEllipse(badge)
        pad = side * 0.22
        draw_picture(painter, "interface/pencil", badge.adjusted(pad, pad, -pad, -pad))

    def _draw_words(self, painter: QPainter, words: QRectF) -> None:
        theme, tokens = self._theme, self._theme.tokens
        above, below = QRectF(words), QRectF(words)
        said = self.tr("The place itself: name and photo")
        least = QFontMetricsF(theme.font_px(theme.smallest_text)).horizontalAdvance(said)
        if words.width() < least + 2:
            draw_fitted(painter, self._name, theme, words, tokens.ink, weight=BOLD, align=LEFT)
            return
        above.setHeight(words.height() * 0.56)
        below.setTop(above.bottom())
        draw_fitted(
            painter, self._name, theme, above, tokens.ink, size="large", weight=BOLD, align=LEFT
        )
        draw_fitted(painter, said, theme, below, tokens.muted, size="small", align=LEFT)
