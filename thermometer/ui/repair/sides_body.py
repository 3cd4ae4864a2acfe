"""Both sides: what kind of moment it was, and three private notes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from thermometer.domain.repair_steps import PARTS, Part, RepairStep
from thermometer.domain.ruptures import RuptureKind
from thermometer.ui.repair.body import StepBody
from thermometer.ui.repair.repair_words import KIND_PICTURES, KINDS, kind_name
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.note_box import NoteBox

SIDES = PARTS[RepairStep.BOTH_SIDES]


class SidesBody(StepBody):
    """Everything here is optional, and nobody else sees it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.kinds: ChipFlow[RuptureKind] = ChipFlow(theme)
        self._asks = FittedLabel(
            theme, self.tr("What was it?"), size="small", weight=MEDIUM, colour="muted"
        )
        self.about = FittedLabel(theme)
        self._kind_card, self._notes_card = CardFrame(theme), CardFrame(theme)
        self._columns = [QVBoxLayout(self._kind_card), QVBoxLayout(self._notes_card)]
        for widget in (self._asks, self.kinds, self.about):
            self._columns[0].addWidget(widget)
        self.prompts = {
            part: FittedLabel(theme, size="small", weight=MEDIUM, colour="muted") for part in SIDES
        }
        self.private = FittedLabel(
            theme,
            self.tr("Private and optional. Only you see this; you may leave it empty."),
            weight=MEDIUM,
            colour="second_line",
        )
        hint = self.tr("Private. You may leave it empty.")
        self.notes = {part: NoteBox(theme, "", hint) for part in SIDES}
        self._columns[1].addWidget(self.private)
        for part in SIDES:
            self._columns[1].addWidget(self.prompts[part])
            self._columns[1].addWidget(self.notes[part])
            self.notes[part].field.textChanged.connect(partial(self._written, part))
        self._rows.addWidget(self._kind_card)
        self._rows.addWidget(self._notes_card)
        self._rows.addStretch(1)
        self.kinds.changed.connect(self._choose)
        theme.changed.connect(self._measure)
        self._measure()

    @override
    def show_now(self) -> None:
        now = self.situation
        kind = now.kind
        choices = {each: Choice(kind_name(each), KIND_PICTURES[each]) for each in KINDS}
        self.kinds.show_choices(choices, [kind] if kind else [])
        self.about.show_text(now.texts.about(kind) if kind else "")
        self.about.setVisible(kind is not None)
        for part in SIDES:
            prompt = now.texts.prompt(part)
            self.prompts[part].show_text(prompt)
            field = self.notes[part].field
            field.setAccessibleName(prompt)
            said = "\n".join(now.draft.words.get(part, ()))
            if said.strip() != field.toPlainText().strip():
                field.setPlainText(said)

    def _choose(self) -> None:
        self.drafted.emit(replace(self.situation.draft, kind=self.kinds.chosen[0]))
        self.show_now()

    def _written(self, part: Part) -> None:
        text = self.notes[part].field.toPlainText()
        words = (text,) if text.strip() else ()
        if words == self.situation.draft.words.get(part, ()):
            return  # no hand has written it: it was shown
        self.drafted.emit(self.situation.draft.choosing(part, *words))

    def _measure(self) -> None:
        side, top = self._theme.px(28), self._theme.px(20)
        for column in self._columns:
            column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
            column.setSpacing(self._theme.px(8))
