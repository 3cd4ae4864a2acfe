"""Reflect and ask: a feeling, a line, and the child's card."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from thermometer.domain.repair_steps import Part
from thermometer.domain.ruptures import ChildCard
from thermometer.ui.repair.body import StepBody
from thermometer.ui.repair.repair_words import CARD_PICTURES, card_name
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.line_pick import LinePick
from thermometer.ui.widgets.spoken_line import SpokenLine


class ReflectBody(StepBody):
    """What the child may have felt, in a word or in a line; then it may answer by card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._prompt = FittedLabel(theme, size="small", weight=MEDIUM, colour="muted")
        self.felt = SpokenLine(theme)
        self.feelings: ChipFlow[str] = ChipFlow(theme, many=True)
        self.pick = LinePick(theme, "", self)
        self._question = FittedLabel(theme, size="large", weight=BOLD)
        self.cards: ChipFlow[ChildCard] = ChipFlow(theme)
        self._feeling_card, self._answer_card = CardFrame(theme), CardFrame(theme)
        self._columns = [QVBoxLayout(self._feeling_card), QVBoxLayout(self._answer_card)]
        for widget in (self._prompt, self.felt, self.feelings):
            self._columns[0].addWidget(widget)
        self._columns[1].addWidget(self._question)
        self._columns[1].addWidget(self.cards)
        for card in (self._feeling_card, self.pick, self._answer_card):
            self._rows.addWidget(card)
        self._rows.addStretch(1)
        self._connect()
        theme.changed.connect(self._measure)
        self._measure()

    def _connect(self) -> None:
        self.feelings.changed.connect(self._feel)
        self.pick.said.connect(self._said)
        self.pick.kept.connect(partial(self.kept.emit, Part.REFLECTION))
        self.pick.dropped.connect(partial(self.dropped.emit, Part.REFLECTION))
        self.cards.changed.connect(self._answered)

    @override
    def show_now(self) -> None:
        from thermometer.services.repair_texts import Frame  # noqa: PLC0415 - not for a child's tap

        now = self.situation
        self._prompt.show_text(now.texts.prompt(Part.FEELING))
        feelings = {
            word: Choice(word, now.texts.feeling_picture(word)) for word in now.lines(Part.FEELING)
        }
        chosen = now.draft.words.get(Part.FEELING, ())
        self.feelings.show_choices(feelings, chosen)
        words = now.texts.reflected(now.draft.words) if chosen else ""
        self.felt.show_text(words)
        self.felt.setVisible(bool(words))
        self.pick.show_prompt(now.texts.prompt(Part.REFLECTION))
        self.pick.show_lines(now.lines(Part.REFLECTION), now.own_lines(Part.REFLECTION))
        said = now.said(Part.REFLECTION)
        self.pick.show_text(said)
        self.pick.show_hint(self.hint_of(said))
        self._question.show_text(now.texts.frame(Frame.ASK))
        cards = {card: Choice(card_name(card), CARD_PICTURES[card]) for card in ChildCard}
        self.cards.show_choices(cards, [now.draft.card] if now.draft.card else [])

    def _feel(self) -> None:
        self.drafted.emit(self.situation.draft.choosing(Part.FEELING, *self.feelings.chosen))
        self.show_now()

    def _said(self, text: str) -> None:
        self.pick.show_hint(self.hint_of(text))
        words = (text,) if text else ()
        self.drafted.emit(self.situation.draft.choosing(Part.REFLECTION, *words))

    def _answered(self) -> None:
        self.drafted.emit(replace(self.situation.draft, card=self.cards.chosen[0]))

    def _measure(self) -> None:
        side, top = self._theme.px(28), self._theme.px(20)
        for column in self._columns:
            column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
            column.setSpacing(self._theme.px(10))
