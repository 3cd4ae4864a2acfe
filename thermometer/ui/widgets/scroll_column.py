"""A column that is longer than the page: it scrolls up and down by hand, never sideways."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget

from thermometer.ui.theme.theme import Theme

PASSES = 3
"""A new row changes its card, the card the column, the column the page."""


def bar_style(handle: str) -> str:
    """The style sheet of a scroll bar that is nothing but a thin handle of this colour."""
    return (
        "QScrollBar:vertical { background: transparent; width: 8px; margin: 0; border: none; }"
        f"QScrollBar::handle:vertical {{ background: {handle}; border-radius: 3px;"
        " min-height: 40px; margin: 0 1px; }"
        "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }"
        "QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: none; }"
    )


class ScrollColumn(QScrollArea):
    """Shows ``content`` as wide as it is itself, and as high as it has to be."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes changes the width, so the height, so whether it is needed: some
        # content would never come to rest. It keeps its place, and only its handle goes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.setWidget(content)
        self._content = content
        self._handle = ""
        self.verticalScrollBar().rangeChanged.connect(self._dress)
        theme.changed.connect(self._dress)
        self._dress()
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)

    def stand(self, box: QRect, widest: int) -> None:
        """Take ``box``; its bar at the end of it, the content no wider than ``widest`` pixels."""
        self.setGeometry(box)
        self._content.setContentsMargins(0, 0, max(0, box.width() - widest), 0)

    def settle(self) -> None:
        """Give everything its place at once, also on a page that is not in view yet."""
        for _ in range(PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _dress(self) -> None:
        """A thin handle that only shows how far down one is."""
        needed = self.verticalScrollBar().maximum() > 0
        handle = self._theme.tokens.outline.name() if needed else "transparent"
        if handle == self._handle:
            return
        self._handle = handle
        self.verticalScrollBar().setStyleSheet(bar_style(handle))
