"""Why the family's data cannot be opened, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import draw_card


class TroubleCard(QWidget):
    """Fills the window instead of a page."""

    again = Signal()
    left = Signal()

    def __init__(self, theme: Theme, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = FittedLabel(
            theme, self.tr("The thermometer could not open"), size="title", weight=BOLD, parent=self
        )
        self.sentence = FittedLabel(theme, sentence, size="normal", parent=self)
        self.try_again = PillButton(theme, self.tr("Try again"), primary=True, parent=self)
        self.close_button = PillButton(theme, self.tr("Close"), parent=self)
        self.try_again.clicked.connect(self.again)
        self.close_button.clicked.connect(self.left)

    def _card(self) -> QRectF:
        width = min(self.width() - 32.0, max(440.0, self._theme.px(820)))
        height = min(self.height() - 32.0, max(330.0, self._theme.px(400)))
        card = QRectF(0, 0, width, height)
        card.moveCenter(QRectF(self.rect()).center())
        return card

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        card, pad = self._card(), self._theme.px(32)
        inner = card.adjusted(pad, pad, -pad, -pad)
        foot = self.try_again.sizeHint()
        title = inner.adjusted(0, 0, 0, -(inner.height() - self._theme.px(60)))
        self._title.setGeometry(title.toRect())
        text = QRectF(inner)
        text.setTop(title.bottom() + 8)
        text.setBottom(inner.bottom() - foot.height() - 12)
        self.sentence.setGeometry(text.toRect())
        y, x = int(inner.bottom()) - foot.height(), int(inner.right())
        for button in (self.try_again, self.close_button):
            size = button.sizeHint()
            button.setGeometry(x - size.width(), y, size.width(), size.height())
            x -= size.width() + 12

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_card(painter, self._card(), self._theme)
