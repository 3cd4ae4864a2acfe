"""Own it: what I did, how it may have felt, what I will try; one at a time, then together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from thermometer.domain.repair_steps import PARTS, Part, RepairStep
from thermometer.ui.repair.lines_body import LinesBody
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.spoken_line import SpokenLine

OWN = PARTS[RepairStep.OWN_IT]


class WholeCard(CardFrame):
    """The three lines as they are said, each with a way back to it.

    ``wanted`` tells the part that is to be changed.
    """

    wanted = Signal(Part)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.lines = {part: SpokenLine(theme) for part in OWN}
        self.prompts = {
            part: FittedLabel(theme, size="small", weight=MEDIUM, colour="muted") for part in OWN
        }
        self.change = {part: PillButton(theme, self.tr("Change")) for part in OWN}
        self._column = QVBoxLayout(self)
        for part in OWN:
            self._column.addWidget(self.prompts[part])
            row = QHBoxLayout()
            row.addWidget(self.lines[part], 1)
            row.addWidget(self.change[part])
            self._column.addLayout(row)
            self.change[part].clicked.connect(partial(self.wanted.emit, part))
        theme.changed.connect(self._measure)
        self._measure()

    def show_line(self, part: Part, prompt: str, line: str) -> None:
        """Show one of the three; a line that was left out says so by a dash."""
        self.prompts[part].show_text(prompt)
        self.lines[part].show_text(line or "–")
        self.change[part].setAccessibleName(self.tr("Change: {line}").format(line=prompt))

    def _measure(self) -> None:
        side, top = self._theme.px(28), self._theme.px(16)
        self._column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        self._column.setSpacing(self._theme.px(4))


class OwnItBody(LinesBody):
    """Only one part is in view; those that were written stand above it, small."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, OWN)
        self._at = 0
        self.so_far = FittedLabel(theme, weight=MEDIUM, colour="second_line")
        self.whole = WholeCard(theme)
        self._rows.insertWidget(0, self.so_far)
        self._rows.insertWidget(1 + len(OWN), self.whole)
        self.whole.wanted.connect(self._change)
        self._turn(0)

    @property
    @override
    def part(self) -> Part | None:
        """The part in view; None where it is the whole."""
        return OWN[self._at] if self._at < len(OWN) else None

    @override
    def begin(self) -> None:
        """Go on at the first part that is still empty; with none the whole is shown."""
        empty = [at for at, part in enumerate(OWN) if not self.situation.said(part)]
        self._turn(empty[0] if empty else len(OWN))

    @override
    def go_on(self) -> bool:
        last = self._at == len(OWN)
        nothing = self._at == len(OWN) - 1 and not any(map(self.situation.said, OWN))
        if last or nothing:
            return False
        self._turn(self._at + 1)
        return True

    @override
    def go_back(self) -> bool:
        if self._at == 0:
            return False
        self._turn(self._at - 1)
        return True

    @override
    def show_now(self) -> None:
        super().show_now()
        self._show_whole()

    @override
    def prompt(self, part: Part) -> str:
        words = self.tr("{number} of {count}: {part}")
        prompt = super().prompt(part)
        return words.format(number=OWN.index(part) + 1, count=len(OWN), part=prompt)

    def _change(self, part: Part) -> None:
        self._turn(OWN.index(part))

    def _turn(self, at: int) -> None:
        self._at = at
        for part, pick in self.picks.items():
            pick.setVisible(part is self.part)
        self.whole.setVisible(self.part is None)
        if self._situation is not None:
            self._show_whole()
        self.turned.emit()

    def _show_whole(self) -> None:
        now = self.situation
        for part in OWN:
            self.whole.show_line(part, now.texts.prompt(part), now.said(part))
        before = " ".join(said for said in map(now.said, OWN[: self._at]) if said)
        self.so_far.show_text(self.tr("So far: {words}").format(words=before))
        self.so_far.setVisible(bool(before) and self.part is not None)
