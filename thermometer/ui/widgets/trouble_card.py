"""Why the family's data cannot be opened, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import draw_card
from thermometer.ui.widgets.work_bar import WorkBar

WIDEST, HIGHEST = 860, 480


class TroubleCard(QWidget):
    """Fills the window instead of a page.

    Args:
        theme: colours and sizes.
        title: what has happened, in a few words.
        sentence: what has happened, what is safe, what to do.
        parent: the window.
    """

    again = Signal()
    left = Signal()
    elsewhere_chosen = Signal()
    mend_chosen = Signal()

    def __init__(
        self, theme: Theme, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = FittedLabel(theme, title, size="title", weight=BOLD)
        self.sentence = FittedLabel(theme, sentence)
        self.detail = FittedLabel(theme, weight=BOLD)
        self.bar = WorkBar(theme)
        self.mend = PillButton(theme, self.tr("Put it back"), primary=True)
        self.try_again = PillButton(theme, self.tr("Try again"))
        self.elsewhere = PillButton(theme, self.tr("Another folder"), picture="interface/folder")
        self.close_button = PillButton(theme, self.tr("Close"))
        self._put_together()
        self.mend.clicked.connect(self.mend_chosen)
        self.try_again.clicked.connect(self.again)
        self.elsewhere.clicked.connect(self.elsewhere_chosen)
        self.close_button.clicked.connect(self.left)

    def _put_together(self) -> None:
        self._column, self._foot = QVBoxLayout(self), QHBoxLayout()
        for widget in (self.title, self.sentence, self.detail, self.bar):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._foot.addStretch(1)
        for button in (self.close_button, self.elsewhere, self.try_again, self.mend):
            self._foot.addWidget(button)
        self._column.addLayout(self._foot)
        for hidden in (self.detail, self.bar, self.mend, self.elsewhere):
            hidden.hide()

    def offer_elsewhere(self) -> None:
        """Let another folder be chosen."""
        self.elsewhere.show()

    def show_work(self, what: str) -> None:
        """Say ``what`` is being done; until it is done nothing else can be."""
        self.bar.show()
        self.bar.show_work(what)
        self.detail.hide()
        for button in (self.mend, self.try_again, self.elsewhere):
            button.setEnabled(False)

    def show_detail(self, words: str, *, can_mend: bool) -> None:
        """Say what came of it.

        Args:
            words: for a parent.
            can_mend: whether something can be put in place of what is broken.
        """
        self.bar.hide()
        self.detail.show_text(words)
        self.detail.show()
        self.mend.setVisible(can_mend)
        for button in (self.mend, self.try_again, self.elsewhere):
            button.setEnabled(True)

    def _card(self) -> QRectF:
        width = min(self.width() - 32.0, max(440.0, self._theme.px(WIDEST)))
        height = min(self.height() - 32.0, max(330.0, self._theme.px(HIGHEST)))
        card = QRectF(0, 0, width, height)
        card.moveCenter(QRectF(self.rect()).center())
        return card

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        card, pad = self._card(), self._theme.px(32)
        self._column.setContentsMargins(
            round(card.left()) + pad,
            round(card.top()) + pad,
            self.width() - round(card.right()) + pad,
            self.height() - round(card.bottom()) + pad,
        )
        self._column.setSpacing(self._theme.px(14))
        self._foot.setSpacing(self._theme.px(10))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_card(painter, self._card(), self._theme)
