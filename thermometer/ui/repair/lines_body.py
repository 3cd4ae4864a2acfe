"""Steps at which words are chosen: go to the child, it makes sense, own it, mend it."""

from __future__ import annotations

from functools import partial

from typing_extensions import override

from thermometer.domain.repair_steps import Part
from thermometer.ui.repair.body import StepBody
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.line_pick import LinePick


class LinesBody(StepBody):
    """A card of lines for each part; of several only one is open, the others show their words."""

    def __init__(self, theme: Theme, parts: tuple[Part, ...]) -> None:
        super().__init__(theme)
        self.picks = {part: LinePick(theme, "", self) for part in parts}
        self._open = parts[0]
        for part, pick in self.picks.items():
            self._rows.addWidget(pick)
            pick.said.connect(partial(self._said, part))
            pick.picked.connect(partial(self._go_on_from, part))
            pick.kept.connect(partial(self.kept.emit, part))
            pick.dropped.connect(partial(self.dropped.emit, part))
            pick.opened.connect(partial(self._reveal, part))
        self._rows.addStretch(1)

    def open(self, part: Part) -> None:
        """Show the lines of ``part``, and of no other."""
        self._open = part
        for each, pick in self.picks.items():
            pick.show_open(is_open=each is part)

    @override
    def show_now(self) -> None:
        for part, pick in self.picks.items():
            pick.show_prompt(self.situation.texts.prompt(part))
            pick.show_lines(self.situation.lines(part), self.situation.own_lines(part))
            said = self.situation.said(part)
            pick.show_text(said)
            pick.show_hint(self.hint_of(said))
        self.open(self._open)

    def _said(self, part: Part, text: str) -> None:
        self.picks[part].show_hint(self.hint_of(text))
        words = (text,) if text else ()
        self.drafted.emit(self.situation.draft.choosing(part, *words))

    def _go_on_from(self, part: Part) -> None:
        """A line was picked: open the next part that has no words yet."""
        after = list(self.picks)[list(self.picks).index(part) + 1 :]
        empty = [each for each in after if not self.picks[each].text]
        if self.picks[part].text and empty:
            self._reveal(empty[0])

    def _reveal(self, part: Part) -> None:
        self.open(part)
        self.revealed.emit(self.picks[part])
