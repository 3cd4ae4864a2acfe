"""A line or two of text that fits its box."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import REGULAR, Theme
from thermometer.ui.widgets.text import LEFT, draw_fitted, fitted, words_in


class FittedLabel(QWidget):
    """Shows text in a named size, smaller where it would not fit.

    Args:
        theme: colours and sizes.
        text: what it says, also to a screen reader.
        size: a text size of the theme.
        weight: 400 to 700.
        colour: a token's name, such as ``ink`` or ``muted``.
        align: how the lines stand.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        size: str = "normal",
        weight: int = REGULAR,
        colour: str = "ink",
        align: Qt.AlignmentFlag = LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._size, self._weight = theme, size, weight
        self._colour, self._align = colour, align
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)
        self.show_text(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def least(self) -> int:
        """How wide it has to be for its longest word in the smallest text, in pixels."""
        metrics = QFontMetrics(self._theme.font_px(self._theme.smallest_text, self._weight))
        return max((metrics.horizontalAdvance(word) for word in self._text.split()), default=0)

    def words(self) -> QRectF:
        """Where the words stand, in this widget's pixels."""
        box = QRectF(self.rect())
        layout = fitted(self._text, self._theme, self._size, self._weight, box, self._align)
        return words_in(layout, box, self._align)

    def show_text(self, text: str) -> None:
        """Say ``text``."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        box = QRectF(0, 0, max(1, width), 10_000)
        layout = fitted(self._text, self._theme, self._size, self._weight, box, self._align)
        return round(layout.boundingRect().height()) + 2

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(self._size, self._weight))
        return QSize(metrics.horizontalAdvance(self._text) + 4, metrics.height() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(10, self._theme.smallest_text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_fitted(
            painter,
            self._text,
            self._theme,
            QRectF(self.rect()),
            getattr(self._theme.tokens, self._colour),
            size=self._size,
            weight=self._weight,
            align=self._align,
        )
