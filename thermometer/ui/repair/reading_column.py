"""The one column in which a step is read, from what to do down to a tip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.ui.repair.body import StepBody
from thermometer.ui.repair.read_aloud import ReadAloud, readable_on
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.voice import Voice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.scroll_column import ScrollColumn


class ReadingColumn(ScrollColumn):
    """Where one paused, what to do, when to say it, the step's body, a tip.

    Args:
        theme: colours and sizes.
        bodies: one of them is shown at a time.
        voice: reads the lines on them aloud.
        parent: the page.
    """

    def __init__(
        self, theme: Theme, bodies: Sequence[StepBody], voice: Voice, parent: QWidget
    ) -> None:
        self._right = 0
        self._content = QWidget()
        super().__init__(theme, self._content, parent)
        self._bodies = tuple(bodies)
        self._paused = FittedLabel(theme, weight=MEDIUM, colour="accent")
        self._say = FittedLabel(theme, size="large")
        self._speak = FittedLabel(theme, weight=BOLD)
        self._note = FittedLabel(theme, weight=BOLD, colour="second_line")
        self._tip = FittedLabel(theme, weight=MEDIUM, colour="muted")
        self._rows = QVBoxLayout(self._content)
        for widget in (self._paused, self._say, self._speak, self._note, *bodies):
            self._rows.addWidget(widget)
        self._rows.addWidget(self._tip)
        self._rows.addStretch(1)
        words = [one for body in bodies for one in readable_on(body)]
        self._aloud = ReadAloud(voice, words, self)
        theme.changed.connect(self._measure)
        self._measure()

    @property
    def paused(self) -> str:
        """Where and when one paused, or nothing."""
        return self._paused.text

    @property
    def speak(self) -> str:
        """When to put the screen down and speak, or nothing."""
        return self._speak.text

    @property
    def note(self) -> str:
        """What has to be remembered at this step, or nothing."""
        return self._note.text

    def show_step(self, say: str, *, paused: str, speak: str, note: str, tip: str) -> None:
        """Show a step's words; what is empty takes no room."""
        pairs = ((self._paused, paused), (self._say, say), (self._speak, speak))
        for label, text in (*pairs, (self._note, note), (self._tip, tip)):
            label.show_text(text)
            label.setVisible(bool(text))

    def show_body(self, body: StepBody) -> None:
        """Show what belongs to the step, from its top."""
        self._aloud.stop()
        for each in self._bodies:
            each.setVisible(each is body)
        self.to_top()

    def to_top(self) -> None:
        """Show it from its top."""
        self.verticalScrollBar().setValue(0)
        self.settle()

    def show_width(self, width: int) -> None:
        """Read in a column of ``width`` pixels; what is beside it belongs to the handle."""
        self._right = max(12, self.width() - 6 - width)
        self._measure()
        for body in self._bodies:
            body.stand(self.height())

    def _measure(self) -> None:
        theme = self._theme
        self._rows.setContentsMargins(6, theme.px(8), self._right, theme.px(12))
        self._rows.setSpacing(theme.px(12))
