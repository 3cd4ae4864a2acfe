"""One page melts into the next."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Fade(QWidget):
    """Lies over the new page with a picture of the old one, and lets taps through.

    Args:
        lasts_ms: how long the old page can still be seen; 0 for not at all.
        parent: the window.
    """

    def __init__(self, lasts_ms: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._old = QPixmap()
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(lasts_ms)
        self._motion.setStartValue(1.0)
        self._motion.setEndValue(0.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(lambda _: self.update())
        self._motion.finished.connect(self.stop)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def start(self, old: QWidget) -> None:
        """Let ``old`` fade away from where it stands; what comes after it may be shown at once."""
        self._old = old.grab()
        self.setGeometry(old.geometry())
        self.show()
        self.raise_()
        self._motion.start()

    def stop(self) -> None:
        """Be gone."""
        self._motion.stop()
        self._old = QPixmap()
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(float(self._motion.currentValue() or 0.0))
        painter.drawPixmap(0, 0, self._old)
