"""How far long work has come, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


class Bar(QWidget):
    """A line that fills from the left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.share = theme, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Fill it to ``share``, 0 to 1."""
        self.share = min(1.0, max(0.0, share))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box, tokens = QRectF(self.rect()), self._theme.tokens
        radius = box.height() / 2
        painter.setBrush(tokens.well)
        painter.drawRoundedRect(box, radius, radius)
        if self.share > 0:
            box.setWidth(max(box.height(), box.width() * self.share))
            painter.setBrush(tokens.accent)
            painter.drawRoundedRect(box, radius, radius)


class WorkBar(QWidget):
    """What is being done, a bar, and a button; ``cancelled`` tells that it was touched.

    Args:
        theme: colours and sizes.
        parent: the widget it stands on.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.label = FittedLabel(theme, weight=BOLD)
        self.bar = Bar(theme)
        self.cancel = PillButton(theme, self.tr("Cancel"), picture="interface/close")
        self.cancel.clicked.connect(self.cancelled)
        words, row = QVBoxLayout(), QHBoxLayout(self)
        words.addWidget(self.label)
        words.addWidget(self.bar)
        row.setContentsMargins(theme.px(12), 0, theme.px(6), 0)
        row.setSpacing(theme.px(16))
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self._what = ""

    def show_work(self, what: str) -> None:
        """Begin at the left, saying ``what`` is being done."""
        self._what = what
        self.cancel.setEnabled(True)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` is done; nothing is known yet of 0."""
        if not self.cancel.isEnabled():
            return  # told before it was asked to stop
        share = done / total if total else 0.0
        self.bar.show_share(share)
        percent = self.tr("{what} {percent} %").format(what=self._what, percent=int(100 * share))
        self.label.show_text(percent if total else self._what)

    def show_last(self, words: str) -> None:
        """The step has begun that cannot be stopped; ``words`` say so."""
        self.cancel.setEnabled(False)
        self.bar.show_share(1.0)
        self.label.show_text(words)

    def show_stopping(self, words: str = "") -> None:
        """It was asked to stop and has not yet; ``words`` tell where not everything stays."""
        self.cancel.setEnabled(False)
        self.label.show_text(words or self.tr("Stopping. Everything stays as it was."))
