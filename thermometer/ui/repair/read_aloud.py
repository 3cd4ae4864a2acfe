"""The lines of a repair, read aloud on request."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.voice import Voice
from thermometer.ui.widgets.line_pick import LinePick
from thermometer.ui.widgets.spoken_line import SpokenLine

Readable = LinePick | SpokenLine
"""Words with a button beside them."""


def readable_on(widget: QWidget) -> tuple[Readable, ...]:
    """Everything on ``widget`` that can be read aloud."""
    return (*widget.findChildren(LinePick), *widget.findChildren(SpokenLine))


class ReadAloud(QObject):
    """Joins words to the voice; it is looked for when they first come into view.

    Args:
        voice: reads.
        words: what can be read; only one of them is read at a time.
        ground: what they stand on: when it goes out of view, it is silent.
    """

    def __init__(self, voice: Voice, words: Iterable[Readable], ground: QWidget) -> None:
        super().__init__(ground)
        self._voice, self._all = voice, tuple(words)
        self._read: Readable | None = None
        self._words = ""
        for one in self._all:
            one.aloud.clicked.connect(partial(self._touched, one))
            one.said.connect(partial(self._changed, one))
        voice.ready.connect(self._show_voice)
        voice.ended.connect(self._ended)
        ground.installEventFilter(self)
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

    def _touched(self, one: Readable) -> None:
        was_read = self._read is one
        self.stop()
        if not was_read:
            self._words = one.text
            self._voice.say(self._words)
            self._mark(one if self._voice.is_there else None)

    def _changed(self, one: Readable, text: str) -> None:
        """Where other words stand now than those that are heard, it is silent."""
        if self._read is one and text != self._words:
            self.stop()

    def _ended(self) -> None:
        self._mark(None)

    def _mark(self, read: Readable | None) -> None:
        self._read = read
        for one in self._all:
            one.show_read(is_read=one is read)

    def _show_voice(self) -> None:
        for one in self._all:
            one.show_voice(is_there=self._voice.is_there)
