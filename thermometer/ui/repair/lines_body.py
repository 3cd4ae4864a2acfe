"""Steps at which words are chosen: go to the child, it makes sense."""

from __future__ import annotations

from functools import partial

from typing_extensions import override

from thermometer.domain.repair_steps import Part
from thermometer.ui.repair.body import StepBody
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.line_pick import LinePick


class LinesBody(StepBody):
    """A card of lines for each part."""

    def __init__(self, theme: Theme, parts: tuple[Part, ...]) -> None:
        super().__init__(theme)
        self.picks = {part: self.make_pick() for part in parts}
        for part, pick in self.picks.items():
            self._rows.addWidget(pick)
            pick.said.connect(partial(self.choose, part))
            pick.kept.connect(partial(self.kept.emit, part))
            pick.dropped.connect(partial(self.dropped.emit, part))
        self._rows.addStretch(1)

    @override
    def show_now(self) -> None:
        for part, pick in self.picks.items():
            pick.show_prompt(self.prompt(part))
            pick.show_lines(self.situation.lines(part), self.situation.own_lines(part))
            self.show_said(part)

    def make_pick(self) -> LinePick:
        """The card of lines for one part."""
        return LinePick(self._theme, "", self)

    def show_said(self, part: Part) -> None:
        """Show what was chosen or written for ``part``."""
        said = self.situation.said(part)
        self.picks[part].show_text(said)
        self.picks[part].show_hint(self.hint_of(said))

    def prompt(self, part: Part) -> str:
        """What stands over the lines of ``part``."""
        return self.situation.texts.prompt(part)

    def choose(self, part: Part, text: str) -> None:
        """A hand has chosen or written ``text`` for ``part``."""
        self.picks[part].show_hint(self.hint_of(text))
        words = (text,) if text else ()
        self.drafted.emit(self.situation.draft.choosing(part, *words))
