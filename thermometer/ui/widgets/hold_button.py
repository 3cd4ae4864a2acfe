"""A button that has to be held down for a while, so that a passing hand does not open it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pill_button import SHADOW_ROOM, PillButton


class HoldButton(PillButton):
    """Tells ``held`` after ``hold_ms`` without letting go, ``let_go`` if it was too short.

    Without ``needs_hold`` a plain touch is enough.
    """

    held = Signal()
    let_go = Signal()

    def __init__(
        self, theme: Theme, text: str, hold_ms: int, *, picture: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, picture=picture, parent=parent)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(hold_ms)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(lambda _: self.update())
        self._motion.finished.connect(self._held)
        self.needs_hold = True
        self.pressed.connect(self._pressed)
        self.released.connect(self._released)
        self.clicked.connect(self._clicked)

    def stop(self) -> None:
        """Forget a hold under way (the page is left)."""
        self._motion.stop()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._motion.state() is not QVariantAnimation.State.Running:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = SHADOW_ROOM / 2
        box = QRectF(self.rect()).adjusted(room, room - 1, -room, -room - 1)
        painter.setClipRect(QRectF(box.left(), 0, box.width() * self._share(), self.height()))
        painter.setPen(QPen(self._theme.tokens.accent, max(3, self._theme.px(4))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = box.height() / 2 if not self.stacked else self._theme.px(27)
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), radius, radius)

    def _share(self) -> float:
        value = self._motion.currentValue()
        return float(value) if value is not None else 0.0

    def _pressed(self) -> None:
        if self.needs_hold:
            self._motion.start()

    def _clicked(self) -> None:
        if not self.needs_hold:
            self.held.emit()

    def _held(self) -> None:
        self.setDown(False)
        self.update()
        self.held.emit()

    def _released(self) -> None:
        if self._motion.state() is QVariantAnimation.State.Running:
            self._motion.stop()
            self.update()
            self.let_go.emit()
