"""A sentence that comes, stays a while and goes: what happened, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.surface import draw_card
from thermometer.ui.widgets.text import draw_fitted


class Notice(QWidget):
    """Lies at the bottom of the window and takes no taps from what is under it."""

    def __init__(self, theme: Theme, lasts_ms: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, parent
        self._text = ""
        self._end = QTimer(self, singleShot=True, interval=lasts_ms)
        self._end.timeout.connect(self.hide)
        # Oops may lie under it.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or said last."""
        return self._text

    def show_text(self, text: str) -> None:
        """Say ``text`` for a while."""
        self._text = text
        self.setAccessibleName(text)
        self.place()
        self.show()
        self.raise_()
        self.update()
        self._end.start()

    def place(self) -> None:
        """Stand at the bottom of the window, whatever its size."""
        window = self._window
        width = min(window.width() - 24, self._theme.px(760))
        height = max(84, self._theme.px(104))
        self.setGeometry(
            (window.width() - width) // 2, window.height() - height - 12, width, height
        )

    def stop(self) -> None:
        """Go at once."""
        self._end.stop()
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(8, 6, -8, -10)
        tokens = self._theme.tokens
        draw_card(
            painter, box, self._theme, radius=self._theme.radius("plate"), fill=tokens.accent_soft
        )
        words = box.adjusted(18, 8, -18, -8)
        draw_fitted(painter, self._text, self._theme, words, tokens.ink, weight=MEDIUM)
