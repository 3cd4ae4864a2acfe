"""Things to offer: lines of which several can be touched, and one of one's own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.line_pick import LinePick


class OfferPick(LinePick):
    """The lines that are touched stay where they are; the field is for words of one's own.

    Args:
        theme: colours and sizes.
        prompt: what is asked for.
        parent: the widget it stands on.
    """

    def __init__(self, theme: Theme, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, prompt, parent)
        self._chosen: set[str] = set()
        self.field.setPlaceholderText(self.tr("Touch some of these, or write your own."))

    @property
    def offer(self) -> tuple[str, ...]:
        """What is offered: the lines that were touched, in their order, then what was written."""
        lines = [line.text() for line in self.lines if line.text() in self._chosen]
        return (*lines, self.written) if self.written else tuple(lines)

    @property
    @override
    def text(self) -> str:
        return " ".join(self.offer)

    def show_offer(self, said: Iterable[str]) -> None:
        """Show what was touched or written before."""
        offered = {line.text() for line in self.lines}
        self._chosen = {one for one in said if one in offered}
        written = " ".join(one for one in said if one not in offered)
        if written != self.written:
            self.field.show_said(written)
        self._show_choice()

    @override
    def _choose(self, text: str) -> None:
        self._chosen ^= {text}
        self._typed()

    @override
    def _is_chosen(self, line: str) -> bool:
        return line in self._chosen

    @override
    def _of_ones_own(self) -> str:
        own = [line for line in self._own if line in self._chosen]
        return own[0] if len(own) == 1 else ""
