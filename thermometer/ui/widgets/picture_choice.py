"""One of a few answers with a picture: how it went, how the child feels about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton

HIGH = 138
"""So high it is usually."""


class PictureChoice(TouchButton):
    """Every answer looks alike, but for its picture; the one chosen wears a ring.

    Args:
        theme: colours and sizes.
        text: the answer.
        picture: path below ``resources/pictures`` without its ending.
        who: ``child`` or ``parent``: how large it has to be at least.
        parent: the widget it stands on.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        picture: str,
        *,
        who: str = "parent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._picture, self._who = theme, picture, who
        self._high = HIGH
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def stand(self, high: int) -> None:
        """Be ``high`` pixels high, at least as high as usual and at most twice that."""
        wanted = max(HIGH, min(2 * HIGH, round(high / self._theme.px(100) * 100)))
        if wanted != self._high:
            self._high = wanted
            self.updateGeometry()

    @override
    def nextCheckState(self) -> None:
        """The page decides which answer stands."""

    @override
    def sizeHint(self) -> QSize:
        height = max(110, self._theme.px(self._high))
        return QSize(round(max(110, self._theme.px(HIGH)) * 1.2), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(96, 96)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, chosen = self._theme.tokens, self.isChecked()
        box = QRectF(self.rect()).adjusted(5, 4, -5, -8)
        radius = float(self._theme.radius("plate"))
        fill = tokens.accent_soft if chosen or self.isDown() else tokens.card
        if not self.isEnabled() and not chosen:
            painter.setOpacity(0.5)
        draw_card(painter, box, self._theme, radius=radius, fill=fill)
        if chosen:
            painter.setPen(QPen(tokens.accent, max(3, self._theme.px(4))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), radius - 2, radius - 2)
        pad = box.height() * 0.1
        size = "title" if self._who == "child" else "large"
        words = max(self._theme.text_px(size) * 1.3, box.height() * 0.18)
        picture = box.adjusted(pad, pad, -pad, -pad - words)
        draw_picture(painter, self._picture, picture)
        below = QRectF(box.left() + 8, picture.bottom(), box.width() - 16, words + pad * 0.6)
        draw_fitted(painter, self.text(), self._theme, below, tokens.ink, size=size, weight=BOLD)
        draw_focus(painter, self, box, radius, self._theme)
