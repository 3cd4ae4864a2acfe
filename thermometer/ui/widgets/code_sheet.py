"""The recovery code, to be written down."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.surface import draw_card
from thermometer.ui.widgets.text import CENTRE, LEFT, draw_fitted

ROW = 62


class CodeSheet(QWidget):
    """A sheet with numbered words, and what they are for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: list[str] = []
        why = self.tr(
            "If every PIN is forgotten, these five words open the corner, once. They are shown "
            "only now: please write them down on paper and keep them where children do not look."
        )
        self._why = FittedLabel(theme, why, weight=MEDIUM, align=CENTRE, parent=self)

    @property
    def code(self) -> str:
        """The code shown."""
        return " ".join(self._words)

    def show_code(self, code: str) -> None:
        """Show ``code``, or nothing yet."""
        self._words = code.split()
        self.setAccessibleName(", ".join(self._words))
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = min(self.width(), self._theme.px(760))
        height = max(58, self._theme.px(84))
        self._why.setGeometry((self.width() - width) // 2, 0, width, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._why.geometry().bottom() + self._theme.px(10)
        room = QRectF(8, top, self.width() - 16, self.height() - top - 10)
        row = min(room.height() / (len(self._words) + 0.6), float(self._theme.px(ROW)))
        width = min(room.width(), float(max(300, self._theme.px(420))))
        sheet = QRectF(0, 0, width, row * (len(self._words) + 0.6))
        sheet.moveCenter(room.center())
        draw_card(painter, sheet, self._theme)
        tokens, pad = self._theme.tokens, width * 0.14
        for i, word in enumerate(self._words):
            line = QRectF(sheet.left() + pad, sheet.top() + row * (i + 0.3), width - 2 * pad, row)
            number = QRectF(line.left(), line.top(), pad, row)
            draw_fitted(painter, f"{i + 1}", self._theme, number, tokens.muted, align=LEFT)
            line.setLeft(number.right())
            draw_fitted(
                painter, word, self._theme, line, tokens.ink,
                size="title", weight=BOLD, align=LEFT,
            )  # fmt: skip
