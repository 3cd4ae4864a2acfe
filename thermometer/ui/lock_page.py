"""What the lock's own pages share: head and foot, words in the middle, and slow work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.background import Background
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.places import Home
from thermometer.ui.widgets.lock_head import LockHead
from thermometer.ui.widgets.pill_button import PillButton

WIDEST, HIGHEST = 900, 730
LOW_WINDOW = 560


class LockLikePage(Page):
    """Shows one part of the page at a time between the head and a row of buttons.

    Subclasses make their parts as children and show one with :meth:`turn_to`.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._lock = around.services.lock
        self._work = Background(self)
        self._work.failed.connect(self._failed)
        self.head = LockHead(self._theme, self)
        self.back = PillButton(
            self._theme, self.tr("Back home"), picture="interface/back", parent=self
        )
        self.back.clicked.connect(lambda: self.go_to.emit(Home()))
        self.foot: list[QAbstractButton] = [self.back]
        self.parts: list[QWidget] = []
        self.short: list[QWidget] = []
        """Parts of a few words: head and buttons stand close to them."""
        self._shown: QWidget | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something slow is under way."""
        return self._work.is_working()

    @property
    @override
    def idle_ms(self) -> int:
        return self._timings.idle_corner

    @override
    def leave(self) -> None:
        self._work.finish()

    def turn_to(self, part: QWidget, title: str) -> None:
        """Show ``part`` alone, under ``title``."""
        self.head.show_title(title)
        self._shown = part
        for each in self.parts:
            each.setVisible(each is part)
        self.lay_out()
        part.setFocus()

    def in_background(self, work: Callable[[], object]) -> None:
        """Do something slow; ``_work`` tells when it is done. Meanwhile nothing can be touched."""
        if self._shown:
            self._shown.setEnabled(False)
        self._work.start(lambda _work: work())

    def wake(self) -> None:
        """Let the part in view be touched again."""
        if self._shown:
            self._shown.setEnabled(True)
            self._shown.setFocus()

    def lay_out(self) -> None:
        """Head above, buttons below, the part between them."""
        margin, gap = self._theme.px(28), self._theme.px(10)
        head = self.head.sizeHint().height()
        width = min(self.width() - 2 * margin, max(self._theme.px(WIDEST), 640))
        left = (self.width() - width) // 2
        low = self.height() < LOW_WINDOW
        whole = self.height() - (margin if low else 2 * margin)
        whole = whole if low else min(whole, max(LOW_WINDOW, self._theme.px(HIGHEST)))
        if self._shown in self.short:
            words = self._shown.heightForWidth(width)
            whole = min(whole, head + words + self._foot_height() + 6 * gap)
        top = (self.height() - whole) // 2
        self.head.setGeometry(left, top, width, head)
        foot = self._lay_out_foot(left, width, self.height() - top)
        room = QRect(left, top + head + gap, width, foot - top - head - 2 * gap)
        for part in self.parts:
            part.setGeometry(room)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay_out()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    def _lay_out_foot(self, left: int, width: int, bottom: int) -> int:
        """Put the buttons that are to be seen into a row; where it begins."""
        seen = [button for button in self.foot if not button.isHidden()]
        gap = self._theme.px(14)
        each = (width - gap * (len(seen) - 1)) // max(1, len(seen))
        widths = [min(button.sizeHint().width(), each) for button in seen]
        height = self._foot_height()
        x = left + (width - sum(widths) - gap * (len(seen) - 1)) // 2
        for button, wide in zip(seen, widths, strict=True):
            button.setGeometry(x, bottom - height, wide, height)
            x += wide + gap
        return bottom - height

    def _foot_height(self) -> int:
        seen = (button for button in self.foot if not button.isHidden())
        return max((button.sizeHint().height() for button in seen), default=0)

    def _failed(self, problem: Problem) -> None:
        self.wake()
        self.trouble.emit(problem)
