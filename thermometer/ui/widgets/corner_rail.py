"""The rail of the parents' corner: its places, and the lock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton

BETWEEN = 4
"""Pixels from one place to the next."""


@dataclass(frozen=True, slots=True)
class RailEntry:
    """What a place of the corner is called and shown by."""

    text: str
    picture: str


class RailButton(TouchButton):
    """One place; stays lit while it is the one in view."""

    def __init__(self, theme: Theme, entry: RailEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._entry = theme, entry
        self.picture_side = 0.0
        self.setText(entry.text)
        self.setAccessibleName(entry.text)
        self.setCheckable(True)

    def least(self) -> float:
        """How wide in pixels it has to be for its name in one line, at the smallest."""
        font = self._theme.font_px(self._theme.smallest_text, MEDIUM)
        return QFontMetricsF(font).horizontalAdvance(self._entry.text) + BETWEEN

    def room_for_picture(self) -> float:
        """The side in pixels of the largest picture that leaves room for the name."""
        return min((self.height() - 4) * 0.48, (self.width() - 4) * 0.6)

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
            plain = self._theme.name == "contrast"
            painter.setPen(QPen(tokens.accent, 2) if plain else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_soft)
            painter.drawRoundedRect(box, radius, radius)
        side = self.picture_side
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
        steps = self._steps(everything, long_side - 2 * pad, upright=upright)
        start = float(pad)
        for button, step in zip(everything, steps, strict=True):
            if button is self.lock:
                start = long_side - pad - step
            length = round(step) - BETWEEN
            if upright:
                button.setGeometry(pad // 2, round(start), self.width() - pad, length)
            else:
                button.setGeometry(round(start), pad // 2, length, self.height() - pad)
            start += step
        side = min(button.room_for_picture() for button in everything)
        for button in everything:  # all names on one line
            button.picture_side = side

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.card)
        painter.setPen(QPen(self._theme.tokens.line, 1))
        if self.height() > self.width():
            painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        else:
            painter.drawLine(self.rect().topLeft(), self.rect().topRight())

    def _steps(
        self, everything: Sequence[RailButton], length: int, *, upright: bool
    ) -> Sequence[float]:
        """The same to each; on a short lying rail a long name takes of what others do not need."""
        target = float(self._theme.target("parent"))
        longest = float(self._theme.px(96) if upright else 200)
        same = max(target, min(length / len(everything), longest))
        least = [button.least() + BETWEEN for button in everything]
        spare = (length - sum(least)) / len(everything)
        if upright or max(least) <= same or min(least) + spare < target:
            return [same] * len(everything)
        return [each + spare for each in least]

    def _choose(self, key: object) -> None:
        self.chosen.emit(key)
