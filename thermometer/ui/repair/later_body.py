"""Later: coming back together is done; what is left is to listen, in a while."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from thermometer.ui.repair.body import StepBody
from thermometer.ui.repair.quote_card import QuoteCard
from thermometer.ui.repair.two_together import TwoTogether
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel


class LaterBody(StepBody):
    """Says when it is asked again, and names something nice to do together."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.words = FittedLabel(theme, size="large", weight=BOLD)
        self.ideas = QuoteCard(theme, self.tr("Something nice to do together"))
        self._card = CardFrame(theme)
        self._column = QVBoxLayout(self._card)
        self._column.addWidget(self.words)
        self.two = TwoTogether(theme)
        self.two.hide()
        self._rows.addWidget(self.two)
        self._rows.addWidget(self._card)
        self._rows.addWidget(self.ideas)
        self._rows.addStretch(1)
        theme.changed.connect(self._measure)
        self._measure()

    @override
    def show_now(self) -> None:
        now = self.situation
        self.two.show_people(now.grown_up, now.child)
        self.words.show_text(self._words().format(name=now.child.name))
        self.ideas.show_lines(now.texts.closing(now.child.age_band)[:2])

    @override
    def stand(self, high: int) -> None:
        # After a frightening one no picture says that all is well again.
        shown = self._situation is not None and not self._situation.frightening
        self.two.stand(high if shown else 0)
        usual = self._theme.px(10)
        self._rows.setSpacing(max(usual, min(self._theme.px(32), high // 20)))

    def _words(self) -> str:
        """When to ask, and where the question is; of a frightening one nobody is hurried."""
        if self.situation.repair.rupture.practice:
            return self.tr("That was the practice. It counts nowhere.")
        if self.situation.frightening:
            return self.tr(
                "Come back to it later, more than once. Let {name} decide when to talk. "
                "You find the question here, under Repairs."
            )
        return self.tr(
            "In about twenty minutes, if you are both calm, ask {name} what it was like. "
            "You will find the question here, under Repairs."
        )

    def _measure(self) -> None:
        side, top = self._theme.px(28), self._theme.px(20)
        self._column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        self._column.setSpacing(self._theme.px(12))
