"""Mend it: a few things to offer; which of them it will be is chosen together with the child."""

from __future__ import annotations

from typing_extensions import override

from thermometer.domain.repair_steps import PARTS, Part, RepairStep
from thermometer.ui.repair.lines_body import LinesBody
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.line_pick import LinePick
from thermometer.ui.widgets.offer_pick import OfferPick


class MendBody(LinesBody):
    """Several lines can be touched, and one of one's own be written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PARTS[RepairStep.MEND_IT])

    @override
    def make_pick(self) -> LinePick:
        self._offer = OfferPick(self._theme, "", self)
        return self._offer

    @override
    def show_said(self, part: Part) -> None:
        self._offer.show_offer(self.situation.draft.words.get(part, ()))
        self._offer.show_hint(self.hint_of(self._offer.written))

    @override
    def choose(self, part: Part, text: str) -> None:
        self._offer.show_hint(self.hint_of(self._offer.written))
        self.drafted.emit(self.situation.draft.choosing(part, *self._offer.offer))
