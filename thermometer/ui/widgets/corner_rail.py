"""The rail of the parents' corner: its places, and the lock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import draw_fitted


@dataclass(frozen=True, slots=True)
class RailEntry:
    """What a place of the corner is called and shown by."""

    text: str
    picture: str


class RailButton(QAbstractButton):
    """One place; stays lit while it is the one in view."""

    def __init__(self, theme: Theme, entry: RailEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._entry = theme, entry
        self.setText(entry.text)
        self.setAccessibleName(entry.text)
        self.setCheckable(True)

    @override
    def nextCheckState(self) -> None:
        """The page in view decides, not the touch."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = min(float(self._theme.radius("plate")), box.height() * 0.3)
        if self.isChecked() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_soft)
            painter.drawRoundedRect(box, radius, radius)
        side = min(box.height() * 0.48, box.width() * 0.5)
        picture = QRectF(box.center().x() - side / 2, box.top() + box.height() * 0.1, side, side)
        draw_picture(painter, self._entry.picture, picture)
        words = QRectF(0, picture.bottom(), self.width(), 0)
        words.setBottom(box.bottom() - box.height() * 0.06)
        ink = tokens.accent if self.isChecked() else tokens.muted
        draw_fitted(painter, self._entry.text, self._theme, words, ink, size="small", weight=MEDIUM)
        draw_focus(painter, self, box, radius, self._theme)


class CornerRail(QWidget):
    """Stands at the left of a wide window, at the bottom of a tall one.

    Args:
        theme: colours and sizes.
        entries: the places by a key of the caller's; ``chosen`` tells the key.
        lock: how the lock is called and shown.
        parent: the page.
    """

    chosen = Signal(object)
    locked = Signal()

    def __init__(
        self, theme: Theme, entries: Mapping[object, RailEntry], lock: RailEntry, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons = {key: RailButton(theme, entry, self) for key, entry in entries.items()}
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self._choose, key))
        self.lock = RailButton(theme, lock, self)
        self.lock.clicked.connect(self.locked)

    def thickness(self) -> int:
        """Width of an upright rail, height of a lying one, in pixels."""
        return max(self._theme.target("parent") + 36, self._theme.px(104))

    def show_current(self, key: object) -> None:
        """Light the place in view."""
        for each, button in self.buttons.items():
            button.setChecked(each == key)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        upright = self.height() > self.width()
        everything = [*self.buttons.values(), self.lock]
        long_side = self.height() if upright else self.width()
        pad = self._theme.px(8)
        step = min(
            (long_side - 2 * pad) / len(everything), float(self._theme.px(96) if upright else 200)
        )
        step = max(step, float(self._theme.target("parent")))
        for i, button in enumerate(everything):
            start = long_side - pad - step if button is self.lock else pad + i * step
            if upright:
                button.setGeometry(pad // 2, round(start), self.width() - pad, round(step) - 4)
            else:
                button.setGeometry(round(start), pad // 2, round(step) - 4, self.height() - pad)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.card)
        painter.setPen(QPen(self._theme.tokens.line, 1))
        if self.height() > self.width():
            painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        else:
            painter.drawLine(self.rect().topLeft(), self.rect().topRight())

    def _choose(self, key: object) -> None:
        self.chosen.emit(key)
