"""Everything below the head of the Week page, in two columns or, where it is narrow, in one."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.choice_button import ChoiceButton
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.week_card import WeekCard
from thermometer.ui.widgets.week_columns import WeekColumns
from thermometer.ui.widgets.week_counts import WeekCounts
from thermometer.ui.widgets.week_day import WeekDay
from thermometer.ui.widgets.week_episodes import WeekEpisodes
from thermometer.ui.widgets.week_facts import WeekFacts
from thermometer.ui.widgets.week_figures import WeekFigures
from thermometer.ui.widgets.week_hours import WeekHours
from thermometer.ui.widgets.week_trend import WeekTrend

TWO_COLUMNS_FROM = 900
"""Pixels, and as many design pixels: in small windows the text is not small in proportion."""
CARD_EDGE = 5
"""A card is painted so many pixels inside its widget; words stand level with it."""


class WeekBoard(QWidget):
    """Makes and places the parts; whoever shows a week fills them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sentence = FittedLabel(theme, weight=MEDIUM)
        self.unreadable = FittedLabel(theme, size="small", colour="muted")
        self.figures = WeekFigures(theme)
        self._make_escalations()
        self.day = WeekDay(theme)
        self.day_card = WeekCard(theme, "", self.day)
        self.episodes = WeekEpisodes(theme)
        self.episodes_card = WeekCard(theme, self.tr("Episodes"), self.episodes)
        self.noticed = PillButton(theme, self.tr("I noticed …"), picture="interface/plus")
        self.over = PillButton(theme, self.tr("It’s over now"))
        self.episodes_card.add_below(_row(self.noticed, self.over))
        self.hours = WeekHours(theme)
        self.hours_card = WeekCard(theme, self.tr("When it begins"), self.hours)
        self.tools = WeekCounts(theme)
        self.tools_card = WeekCard(theme, self.tr("What was followed by calm"), self.tools)
        self.caution = FittedLabel(theme, size="small", colour="muted")
        self.tools_card.add_below(self.caution)
        self.signs = WeekCounts(theme)
        self.signs_card = WeekCard(theme, self.tr("First signs"), self.signs)
        self.repairs = WeekFacts(theme)
        self.repairs_card = WeekCard(theme, self.tr("Repairs"), self.repairs)
        self.to_repairs = PillButton(theme, self.tr("Open"), picture="interface/repairs")
        self.repairs_card.add_to_head(self.to_repairs)
        self._lay_out()

    def show_twelve(self, *, shown: bool) -> None:
        """Show twelve weeks instead of the days of one."""
        self.trend.setVisible(shown)
        self.columns.setVisible(not shown)
        self.days_choice.setChecked(not shown)
        self.twelve_choice.setChecked(shown)

    @property
    def shows_twelve(self) -> bool:
        """Whether twelve weeks are shown."""
        return not self.trend.isHidden()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        least = max(TWO_COLUMNS_FROM, self._theme.px(TWO_COLUMNS_FROM))
        wide = self.width() >= least * max(1.0, self._theme.text_scale * 0.75)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _make_escalations(self) -> None:
        theme = self._theme
        self.columns, self.trend = WeekColumns(theme), WeekTrend(theme)
        either = QWidget()
        stack = QVBoxLayout(either)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.columns)
        stack.addWidget(self.trend)
        self.escalations_card = WeekCard(theme, self.tr("Escalations"), either)
        self.days_choice = ChoiceButton(theme, self.tr("Days"))
        self.twelve_choice = ChoiceButton(theme, self.tr("Twelve weeks"))
        self.escalations_card.add_to_head(_row(self.days_choice, self.twelve_choice))
        self.show_twelve(shown=False)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(self._theme.px(10))
        words = QVBoxLayout()
        words.setContentsMargins(CARD_EDGE, 0, CARD_EDGE, 0)
        words.addWidget(self.sentence)
        words.addWidget(self.unreadable)
        whole.addLayout(words)
        whole.addWidget(self.figures)
        left, right = QVBoxLayout(), QVBoxLayout()
        for card in (self.escalations_card, self.day_card, self.episodes_card):
            left.addWidget(card)
        for card in (self.hours_card, self.tools_card, self.signs_card, self.repairs_card):
            right.addWidget(card)
        left.addStretch(1)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addLayout(left, 62)
        self._columns.addLayout(right, 38)
        whole.addLayout(self._columns, 1)
        for layout in (left, right, self._columns):
            layout.setSpacing(self._theme.px(8))


def _row(*buttons: QAbstractButton) -> QWidget:
    """The buttons side by side, at the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return holder
