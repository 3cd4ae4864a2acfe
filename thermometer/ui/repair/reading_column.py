"""The one column in which a step is read, from its number down to a tip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.ui.repair.read_aloud import ReadAloud
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.voice import Voice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.line_pick import LinePick
from thermometer.ui.widgets.scroll_column import ScrollColumn


class ReadingColumn(ScrollColumn):
    """Number, name, what to do, the step's body, a tip.

    Args:
        theme: colours and sizes.
        bodies: one of them is shown at a time.
        voice: reads the lines on them aloud.
        parent: the page.
    """

    def __init__(
        self, theme: Theme, bodies: Sequence[QWidget], voice: Voice, parent: QWidget
    ) -> None:
        self._right = 0
        self._content = QWidget()
        super().__init__(theme, self._content, parent)
        self._bodies = tuple(bodies)
        self._number = FittedLabel(theme, weight=BOLD, colour="accent")
        self._name = FittedLabel(theme, size="display", weight=BOLD)
        self._say = FittedLabel(theme, size="large")
        self._note = FittedLabel(theme, weight=BOLD, colour="second_line")
        self._tip = FittedLabel(theme, weight=MEDIUM, colour="muted")
        self._rows = QVBoxLayout(self._content)
        for widget in (self._number, self._name, self._say, self._note, *bodies):
            self._rows.addWidget(widget)
        self._rows.addWidget(self._tip)
        self._rows.addStretch(1)
        picks = [pick for body in bodies for pick in body.findChildren(LinePick)]
        self._aloud = ReadAloud(voice, picks, self)
        theme.changed.connect(self._measure)
        self._measure()

    @property
    def name(self) -> str:
        """The name of the step."""
        return self._name.text

    @property
    def note(self) -> str:
        """What has to be remembered at this step, or nothing."""
        return self._note.text

    def show_step(self, number: str, name: str, say: str, *, note: str = "", tip: str) -> None:
        """Show a step's words."""
        pairs = ((self._number, number), (self._name, name), (self._say, say))
        for label, text in (*pairs, (self._note, note), (self._tip, tip)):
            label.show_text(text)
            label.setVisible(bool(text))

    def show_body(self, body: QWidget) -> None:
        """Show what belongs to the step, from its top."""
        self._aloud.stop()
        for each in self._bodies:
            each.setVisible(each is body)
        self.verticalScrollBar().setValue(0)
        self.settle()

    def reveal(self, widget: QWidget) -> None:
        """Scroll until ``widget`` is in view, its top before its end."""
        self.settle()
        bar, top = self.verticalScrollBar(), widget.mapTo(self._content, QPoint(0, 0)).y()
        lowest = top + widget.height() - self.viewport().height()
        if not lowest <= bar.value() <= top:
            bar.setValue(min(top, lowest) if lowest > bar.value() else top)

    def show_width(self, width: int) -> None:
        """Read in a column of ``width`` pixels; what is beside it belongs to the handle."""
        self._right = max(12, self.width() - 6 - width)
        self._measure()

    def _measure(self) -> None:
        theme = self._theme
        self._rows.setContentsMargins(6, theme.px(30), self._right, theme.px(12))
        self._rows.setSpacing(theme.px(12))
