"""A page that can be read to somebody: its button, the card that is lit, a long press on a card."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from thermometer.ui.long_press import LongPress
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.reading import Item, Reader
from thermometer.ui.widgets.read_button import ReadButton
from thermometer.ui.widgets.reading_ring import ReadingRing

TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)
"""A finger on the glass comes as a press, too."""


class ReadToMe(QObject):
    """Reads a page on request, until it is over, the page is left, or anything is touched.

    ``shown`` tells that the button came or went: then the page lays itself out. The computer's
    voice is looked for only on a page that somebody wants to have read, a while after it opened.

    Args:
        around: what pages share.
        page: is read; it calls ``open`` and ``close``.
        button: begins and ends it.
        items: everything on the page, asked for when it is to be read.
    """

    shown = Signal()

    def __init__(
        self,
        around: Surroundings,
        page: Page,
        button: ReadButton,
        items: Callable[[], Iterable[Item]],
    ) -> None:
        super().__init__(page)
        self._voice, self._page, self.button, self._items = around.voice, page, button, items
        self._after = around.timings.long_press
        pause = around.timings.between_cards
        self.reader = Reader(around.voice, around.capture, around.sounds, pause, self)
        self.ring = ReadingRing(around.theme, page)
        self._can_play = around.capture is not None
        self._is_wanted, self._is_recorded = False, False
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._look)
        self.reader.changed.connect(self._show)
        around.voice.ready.connect(self._offer)
        button.clicked.connect(self._touched)
        page.installEventFilter(self)

    @property
    def is_offered(self) -> bool:
        """Whether the button is there."""
        heard = self._voice.is_there or (self._is_recorded and self._can_play)
        return self._is_wanted and heard

    def open(self, *, wanted: bool, quiet: int, recorded: bool = False) -> None:
        """The page is in view.

        Args:
            wanted: whether somebody is to have it read.
            quiet: for how long to wait before a voice is looked for, in milliseconds.
            recorded: whether something on it can be heard in a recorded voice.
        """
        self._is_wanted, self._is_recorded = wanted, recorded
        self._offer()
        if wanted and not self._voice.is_there:
            self._quiet.start(quiet)
        else:
            self._quiet.stop()

    def close(self) -> None:
        """The page is left."""
        self._quiet.stop()
        self.reader.stop()

    def hold(
        self, card: QAbstractButton, item: Callable[[], Item], wanted: Callable[[], bool]
    ) -> None:
        """Let a long press on ``card`` read ``item``, where that is ``wanted`` and can be heard."""

        def may() -> bool:
            return wanted() and self.reader.can_read(item())

        def read() -> None:
            if self._page.admit():
                self.reader.read((item(),))

        LongPress(card, self._after, may, read)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever else is touched, or a page that is turned on its side, ends it."""
        kind = event.type()
        turned = kind is QEvent.Type.Resize and watched is self._page
        touched = kind in TOUCHES and isinstance(watched, QWindow)
        if turned or (touched and not self._is_for_button(event)):
            self.reader.stop()
        return super().eventFilter(watched, event)

    def _is_for_button(self, event: QEvent) -> bool:
        """Whether the button, which ends it by itself, is pressed, or has the focus for a key."""
        if isinstance(event, QMouseEvent):
            at = self.button.mapFromGlobal(event.globalPosition().toPoint())
            return self.button.isVisible() and self.button.rect().contains(at)
        return self.button.hasFocus()

    def _touched(self) -> None:
        """A touch that ends it always counts; one that begins it must be no drumming."""
        was_reading, counts = self.reader.is_reading, self._page.admit()
        self.reader.stop()
        if counts and not was_reading:
            self.reader.read(self._items())

    def _look(self) -> None:
        """A finger on the glass comes first."""
        if QGuiApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self._voice.look_for()
        else:
            self._quiet.start()

    def _offer(self) -> None:
        was_shown = not self.button.isHidden()
        self.button.setVisible(self.is_offered)
        if was_shown is not self.is_offered:
            self.shown.emit()

    def _show(self) -> None:
        """Light what is heard; anything touched is of interest only as long as it is."""
        is_reading, window = self.reader.is_reading, self._page.window().windowHandle()
        self.button.show_reading(is_reading=is_reading)
        self.ring.light(self.reader.now.widget if self.reader.now else None)
        if window is not None and is_reading:
            window.installEventFilter(self)  # once more does no harm
        elif window is not None:
            window.removeEventFilter(self)
