"""Buttons in rows that wrap."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme


class ButtonFlow(QWidget):
    """Gives each button the size it wants; what does not fit goes into the next row.

    Args:
        theme: sizes.
        buttons: in their order; a hidden one takes no room.
        parent: the widget it stands on.
    """

    def __init__(
        self, theme: Theme, *buttons: QAbstractButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._buttons = theme, buttons
        for button in buttons:
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.arrange)

    def arrange(self) -> None:
        """A button was shown or hidden, or wants another size."""
        self.updateGeometry()
        self._lay_out(self.width(), move=True)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width, move=False)

    @override
    def sizeHint(self) -> QSize:
        shown = [button.sizeHint() for button in self._buttons if not button.isHidden()]
        wide = sum(hint.width() + self._gap() for hint in shown)
        return QSize(max(1, wide), max((hint.height() for hint in shown), default=0))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out(self.width(), move=True)

    def _gap(self) -> int:
        return self._theme.px(6)

    def _lay_out(self, width: int, *, move: bool) -> int:
        x = y = height = 0
        for button in self._buttons:
            if button.isHidden():
                continue
            hint = button.sizeHint().boundedTo(QSize(max(1, width), 10_000))
            if x and x + hint.width() > width:
                x, y = 0, y + height + self._gap()
            if move:
                button.setGeometry(QRect(x, y, hint.width(), hint.height()))
            x, height = x + hint.width() + self._gap(), hint.height()
        return y + height
