"""The half of the page of files that takes records out."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.domain.week_days import DAYS
from thermometer.services.exchange import Days
from thermometer.ui.exchange_words import ExchangeWords
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


class Range(StrEnum):
    """Which days the CSV files are to hold."""

    ALL = "all"
    FOUR_WEEKS = "four weeks"
    TWELVE_WEEKS = "twelve weeks"
    DATES = "dates"


WEEKS = {Range.FOUR_WEEKS: 4, Range.TWELVE_WEEKS: 12}


class ExportCard(CardFrame):
    """``asked`` tells that a folder is wanted, ``replace_asked`` that files may be replaced.

    ``day_asked`` wants a day picked for ``first`` or ``last``.

    Args:
        theme: colours and sizes.
        words: how days are written.
        parent: the page.
    """

    asked = Signal()
    replace_asked = Signal()
    day_asked = Signal(bool)

    def __init__(self, theme: Theme, words: ExchangeWords, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = words
        self.first, self.last, self._today = date.min, date.max, date.max
        self.range: ChipFlow[Range] = ChipFlow(theme)
        self.first_day = PillButton(theme, "", picture="interface/calendar")
        self.last_day = PillButton(theme, "", picture="interface/calendar")
        self.choose = PillButton(
            theme, self.tr("Choose a folder"), picture="interface/folder", primary=True
        )
        self.replace = PillButton(theme, self.tr("Replace those files"))
        self.said = FittedLabel(theme, size="small")
        self._put_together()
        self.range.changed.connect(self._show_dates)
        self.first_day.clicked.connect(lambda: self.day_asked.emit(True))  # noqa: FBT003 - a signal
        self.last_day.clicked.connect(lambda: self.day_asked.emit(False))  # noqa: FBT003 - a signal
        self.choose.clicked.connect(self.asked)
        self.replace.clicked.connect(self.replace_asked)

    def _put_together(self) -> None:
        theme = self._theme
        about = self.tr("Tables that other programs can open (CSV), and everything in one file.")
        note = self.tr("The one file (JSON) is always whole and holds your private notes too.")
        self.column = QVBoxLayout(self)
        self._dates = ButtonFlow(theme, self.first_day, self.last_day)
        self.column.addWidget(FittedLabel(theme, self.tr("Take out"), size="large", weight=BOLD))
        self.column.addWidget(FittedLabel(theme, about, colour="muted"))
        self.column.addWidget(FittedLabel(theme, self.tr("Days in the tables"), weight=BOLD))
        self.column.addWidget(self.range)
        self.column.addWidget(self._dates)
        self.column.addWidget(FittedLabel(theme, note, size="small", colour="muted"))
        self.column.addWidget(self.said)
        self.column.addWidget(self.replace)
        self.column.addStretch(1)
        self.column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def days(self) -> Days | None:
        """The days chosen; None for all."""
        chosen = self.range.chosen[0]
        if chosen is Range.ALL:
            return None
        if chosen is Range.DATES:
            return Days(min(self.first, self.last), max(self.first, self.last))
        return Days(self._today - timedelta(days=DAYS * WEEKS[chosen] - 1), self._today)

    def begin(self, today: date) -> None:
        """Offer everything, and dates that end ``today``."""
        self._today = self.last = today
        self.first = today - timedelta(days=DAYS - 1)
        self.range.show_choices(
            {
                Range.ALL: Choice(self.tr("All")),
                Range.FOUR_WEEKS: Choice(self.tr("The last 4 weeks")),
                Range.TWELVE_WEEKS: Choice(self.tr("The last 12 weeks")),
                Range.DATES: Choice(self.tr("From, to")),
            },
            self.range.chosen or (Range.ALL,),
        )
        self.show_said("")
        self._show_dates()

    def pick(self, day: date, *, first: bool) -> None:
        """Take ``day`` as the first or the last one."""
        self.first, self.last = (day, self.last) if first else (self.first, day)
        self._show_dates()

    def show_said(self, text: str, *, may_replace: bool = False) -> None:
        """Say what became of it."""
        self.said.show_text(text)
        self.said.setVisible(bool(text))
        self.replace.setVisible(may_replace)

    def _show_dates(self) -> None:
        shown = self.range.chosen == (Range.DATES,)
        pairs = (
            (self.first_day, self.tr("From"), self.first),
            (self.last_day, self.tr("To"), self.last),
        )
        for button, label, day in pairs:
            text = self._words.day(label, QDate(day.year, day.month, day.day))
            button.setText(text)
            button.setAccessibleName(text)
            button.setVisible(shown)
        self._dates.setVisible(shown)
        self._dates.arrange()
