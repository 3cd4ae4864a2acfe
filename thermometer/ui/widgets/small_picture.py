"""A picture that stands beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pictures import draw_picture


class SmallPicture(QWidget):
    """As large as it may be; the words beside it say what it means.

    Args:
        theme: tells when to paint anew.
        parent: the widget it stands on.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ""
        theme.changed.connect(self.update)

    def show_picture(self, name: str) -> None:
        """Show the picture ``name``, a path below ``resources/pictures`` without its ending."""
        self.name = name
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_picture(painter, self.name, QRectF(self.rect()))
