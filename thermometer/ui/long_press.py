"""A finger that rests on a card means something else than a tap."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override


class LongPress(QObject):
    """Lets a long press on a button do something, and its release nothing.

    A finger that moves presses as usual: where nothing happens after a while, it is a tap.

    Args:
        button: goes on to be tapped as before; this lives as long as it does.
        after: how long a press is a long one, in milliseconds.
        may: whether a press beginning now can become a long one.
        act: what it does.
    """

    def __init__(
        self,
        button: QAbstractButton,
        after: int,
        may: Callable[[], bool],
        act: Callable[[], None],
    ) -> None:
        super().__init__(button)
        self._button, self._may, self._act = button, may, act
        self._from = QPointF()
        self._was_long = False
        self._wait = QTimer(self, singleShot=True, interval=after)
        self._wait.timeout.connect(self._fire)
        button.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Hide:
            self._wait.stop()
        elif isinstance(event, QMouseEvent) and kind is QEvent.Type.MouseMove:
            self._move(event.position())
            return self._was_long  # or the button would look pressed again
        elif isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            self._wait.stop()
            self._was_long = False
            if kind is QEvent.Type.MouseButtonPress:
                self._press(event.position())
        return super().eventFilter(watched, event)

    def _press(self, at: QPointF) -> None:
        self._from = at
        if self._may():
            self._wait.start()

    def _move(self, at: QPointF) -> None:
        far = (at - self._from).manhattanLength()
        if far >= QGuiApplication.styleHints().startDragDistance():
            self._wait.stop()

    def _fire(self) -> None:
        if self._button.isDown():
            self._button.setDown(False)  # a button that is not down is not clicked when let go
            self._was_long = True
            self._act()
