"""The sections of a long page: at its side under each other, or above it in rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton

K = TypeVar("K")


class SectionButton(TouchButton):
    """One section; lit while it is the one in view."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def nextCheckState(self) -> None:
        """The section in view decides, not the touch."""

    @override
    def sizeHint(self) -> QSize:
        height = max(self._theme.target("parent"), self._theme.px(50))
        words = QFontMetrics(self._theme.font("normal", BOLD)).horizontalAdvance(self.text())
        return QSize(words + round(height * 0.8), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, lit = self._theme.tokens, self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        radius = min(box.height() / 2, float(self._theme.radius("plate")))
        if lit or self.isDown():
            plain = self._theme.name == "contrast"
            painter.setPen(QPen(tokens.accent, 2) if plain else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_soft)
            painter.drawRoundedRect(box, radius, radius)
        pad = min(box.height() * 0.36, 18)
        draw_fitted(
            painter,
            self.text(),
            self._theme,
            box.adjusted(pad, 1, -pad * 0.5, -1),
            tokens.accent if lit else tokens.ink,
            weight=BOLD if lit else MEDIUM,
            align=LEFT,
        )
        draw_focus(painter, self, box, radius, self._theme)


class SectionList(QWidget, Generic[K]):
    """``chosen`` tells the key of the section that was touched.

    Args:
        theme: colours and sizes.
        sections: what each is called.
        parent: the widget it stands on.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, sections: Mapping[K, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons = {key: SectionButton(theme, text, self) for key, text in sections.items()}
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self.chosen.emit, key))

    def show_current(self, key: K) -> None:
        """Light the section in view."""
        for each, button in self.buttons.items():
            button.setChecked(each == key)

    def stand_at_side(self, width: int) -> int:
        """Put the sections under each other; the height they take, in pixels."""
        top = 0
        for button in self.buttons.values():
            height = button.sizeHint().height()
            button.setGeometry(0, top, width, height)
            top += height
        return top

    def stand_above(self, width: int) -> int:
        """Put the sections in rows, as even as they can be; the height they take, in pixels."""
        buttons = tuple(self.buttons.values())
        hints = [button.sizeHint().boundedTo(QSize(width, 10_000)) for button in buttons]
        height = max((hint.height() for hint in hints), default=0)
        places = even_rows([hint.width() for hint in hints], width)
        for button, hint, (x, row) in zip(buttons, hints, places, strict=True):
            button.setGeometry(x, row * height, hint.width(), height)
        return (places[-1][1] + 1) * height if places else 0


def even_rows(widths: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Where things of these widths begin, and in which row: none is left alone without need.

    There are as few rows as ``room`` allows, and the widest of them is as narrow as it can be.
    """
    fewest = _rows(widths, room)
    ends = range(1, len(widths) + 1)
    limits = {sum(widths[first:end]) for end in ends for first in range(end)}
    narrower = sorted(limit for limit in limits if max(widths) <= limit <= room)
    return next(
        (rows for limit in narrower if (rows := _rows(widths, limit))[-1][1] == fewest[-1][1]),
        fewest,
    )


def _rows(widths: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Each row as full as it can be."""
    places, x, row = [], 0, 0
    for width in widths:
        if x and x + width > room:
            x, row = 0, row + 1
        places.append((x, row))
        x += width
    return places
