"""A window that can fill the whole screen, and then stays on it until it is told to leave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

SMALLEST = QSize(480, 320)
USUAL = QSize(1280, 800)
AGAIN_MS = 250
"""A desktop that allows no full screen is asked again this slowly, not as fast as it refuses."""


class ScreenWindow(QMainWindow):
    """Full screen is left through :meth:`leave_full_screen` only, whatever the desktop offers.

    Args:
        kiosk: no frame, the whole screen.
    """

    def __init__(self, *, kiosk: bool) -> None:
        super().__init__()
        self.kiosk = kiosk
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._fill_again)
        self.setMinimumSize(SMALLEST)

    def open_up(self) -> None:
        """Show the window: without a frame on the whole screen, or as large as suits it."""
        # The size is given, too: where no window manager is, nobody else makes it large.
        if self.kiosk:
            self.resize(self.screen().size())
            self.fill_screen()
            return
        screen = self.screen().availableSize()
        self.resize(USUAL.boundedTo(screen))
        if screen.width() <= USUAL.width() or screen.height() <= USUAL.height():
            self.showMaximized()
        else:
            self.show()

    def come_to_front(self) -> None:
        """The app was started a second time."""
        if self.isMinimized():
            if self.kiosk:
                self.showFullScreen()
            else:
                self.showNormal()
        self.raise_()
        self.activateWindow()

    def fill_screen(self) -> None:
        """From now on without a frame, on the whole screen; left only through the corner."""
        self.kiosk = True
        self._show_frame(shown=False)
        self.showFullScreen()

    def leave_full_screen(self) -> None:
        """The window gets its frame back and can be closed again."""
        self.kiosk = False
        self._again.stop()
        self._show_frame(shown=True)
        self.showNormal()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """A menu or a key of the desktop has made it small, or put it away: take it back."""
        super().changeEvent(event)
        # In this order: to know all the kinds of events takes a part of a first frame.
        is_left = self.kiosk and (self.isMinimized() or not self.isFullScreen())
        if is_left and event.type() is QEvent.Type.WindowStateChange:
            self._again.start()

    def _fill_again(self) -> None:
        if self.kiosk and self.isVisible():
            self.showFullScreen()

    def _show_frame(self, *, shown: bool) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - all its names together take a first frame

        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=not shown)
