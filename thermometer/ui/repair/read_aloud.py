"""The lines of a repair, read aloud on request."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.voice import Voice
from thermometer.ui.widgets.line_pick import LinePick


class ReadAloud(QObject):
    """Joins cards of lines to the voice; it is looked for when they first come into view.

    Args:
        voice: reads.
        picks: the cards; only one of them is read at a time.
        column: what they stand on: when it goes out of view, it is silent.
    """

    def __init__(self, voice: Voice, picks: Iterable[LinePick], column: QWidget) -> None:
        super().__init__(column)
        self._voice, self._picks = voice, tuple(picks)
        self._read: LinePick | None = None
        self._words = ""
        for pick in self._picks:
            pick.aloud.clicked.connect(partial(self._touched, pick))
            pick.said.connect(partial(self._changed, pick))
        voice.ready.connect(self._show_voice)
        voice.ended.connect(self._ended)
        column.installEventFilter(self)
        self._show_voice()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._voice.look_for()
        elif event.type() == QEvent.Type.Hide:
            self.stop()
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """Be silent."""
        if self._read is not None:
            self._voice.stop()
            self._ended()

    def _touched(self, pick: LinePick) -> None:
        was_read = self._read is pick
        self.stop()
        if not was_read:
            self._words = pick.text
            self._voice.say(self._words)
            self._mark(pick if self._voice.is_there else None)

    def _changed(self, pick: LinePick, text: str) -> None:
        """Where other words stand now than those that are heard, it is silent."""
        if self._read is pick and text != self._words:
            self.stop()

    def _ended(self) -> None:
        self._mark(None)

    def _mark(self, read: LinePick | None) -> None:
        self._read = read
        for pick in self._picks:
            pick.show_read(is_read=pick is read)

    def _show_voice(self) -> None:
        for pick in self._picks:
            pick.show_voice(is_there=self._voice.is_there)
