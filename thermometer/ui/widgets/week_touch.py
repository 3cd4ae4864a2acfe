"""What fingers, wheel pads and the mouse mean on a plot that lies on a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget
from typing_extensions import override

STEEP = 1.5
"""A drag is upright when it goes so many times further down than to the side."""


class PlotTouch(QObject):
    """Watches a plot's viewport; what is left alone is the plot's own to understand.

    ``pinched`` tells how many times closer somebody wants to look, and where, in pixels of the
    viewport; ``scrolled`` by how many pixels an upright drag wants to move the page; ``doubled``
    that somebody tapped twice.
    """

    pinched = Signal(float, QPointF)
    scrolled = Signal(int)
    doubled = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPointF | None = None
        self.is_upright = False
        view.grabGesture(Qt.GestureType.PinchGesture)
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            return self._pinch(event)
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.pinched.emit(1 + event.value(), event.position())
            return True
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self.doubled.emit()
            return True
        return isinstance(event, QMouseEvent) and self._dragged_upright(event)

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        centre = self._view.mapFromGlobal(pinch.centerPoint().toPoint())
        self.pinched.emit(pinch.scaleFactor(), QPointF(centre))
        event.accept(pinch)
        return True

    def _dragged_upright(self, event: QMouseEvent) -> bool:
        """Hands a drag that is more upright than level to the page; level ones move the plot."""
        at = event.globalPosition()
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed, self.is_upright = at, False
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() is QEvent.Type.MouseMove and self._pressed is not None:
            across, down = (at - self._pressed).toTuple()
            far = QGuiApplication.styleHints().startDragDistance()
            steep = abs(down) > max(far, STEEP * abs(across))
            self.is_upright = self.is_upright or steep
            if self.is_upright:
                self.scrolled.emit(round(-down))
                self._pressed = at
            return self.is_upright
        return False
