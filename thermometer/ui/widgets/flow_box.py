"""Widgets side by side in rows that wrap where the room ends."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme

MOST = 10_000
"""Higher than any item, in pixels."""


class FlowBox(QWidget):
    """Each item has the size that it asks for, and none is wider than the room.

    One that is narrower than it asks for may be higher, if its ``heightForWidth`` says so.

    Args:
        theme: colours and sizes.
        parent: the widget it stands on.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.rearrange)

    def show_items(self, items: Iterable[QWidget]) -> None:
        """Show ``items``, which are this widget's children, in their order."""
        self._items = list(items)
        for item in self._items:
            item.show()
        self.rearrange()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width, move=False)

    @override
    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() + self._gap() for item in self._items)
        return QSize(max(1, wide - self._gap()), self._lay_out(max(1, wide), move=False))

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max((item.sizeHint().width() for item in self._items), default=1)
        return QSize(min(widest, self._theme.px(160)), self._theme.target("parent"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out(self.width(), move=True)

    def _gap(self) -> int:
        return self._theme.px(8)

    def rearrange(self) -> None:
        """Put the items where there is room for them now."""
        self.updateGeometry()
        self._lay_out(self.width(), move=True)

    def _lay_out(self, width: int, *, move: bool) -> int:
        """Put the items into rows of ``width``; the height they take."""
        x = y = height = 0
        for item in self._items:
            hint = _bounded(item, max(1, width))
            if x and x + hint.width() > width:
                x, y, height = 0, y + height + self._gap(), 0
            if move:
                item.setGeometry(x, y, hint.width(), hint.height())
            x, height = x + hint.width() + self._gap(), max(height, hint.height())
        return y + height


def _bounded(item: QWidget, width: int) -> QSize:
    """What ``item`` asks for in a room of ``width`` pixels."""
    hint = item.sizeHint().boundedTo(QSize(width, MOST))
    return QSize(hint.width(), max(hint.height(), item.heightForWidth(hint.width())))
