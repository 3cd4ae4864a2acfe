"""Fills the Week page's board: each number where it belongs, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.weeks import Week
from thermometer.domain.wording import repair_wording
from thermometer.ui.week_content import WeekContent
from thermometer.ui.week_figure_words import FigureWords
from thermometer.ui.widgets.week_board import WeekBoard
from thermometer.ui.widgets.week_card import WeekCard
from thermometer.ui.widgets.week_timeline import DayPicture
from thermometer.ui.widgets.week_words import whole_day

if TYPE_CHECKING:
    from thermometer.services.content import Content
    from thermometer.services.safe_place import SafePlaces
    from thermometer.services.week_review import Review
    from thermometer.services.week_text import WeekText


class WeekShowing(QObject):
    """Shows one person's week on a board.

    Args:
        board: is filled, and keeps this.
        text: the sentences about a week.
        content: the names of signs.
        places: names and pictures of tools, as each person knows them.
    """

    def __init__(
        self, board: WeekBoard, text: WeekText, content: Content, places: SafePlaces
    ) -> None:
        super().__init__(board)
        self._board, self._text = board, text
        self._content = WeekContent(text, content, places, self)
        self._figures = FigureWords(self)

    def show_words(self, review: Review, week: PersonWeek) -> None:
        """The sentence, the figures, the repairs."""
        board, family = self._board, review.week.family
        board.sentence.show_text(self._content.sentence(week, family))
        board.unreadable.show_text(self._unreadable(review.unreadable))
        board.unreadable.setVisible(review.unreadable > 0)
        before = review.before_of(week.person.id)
        board.figures.show_figures(self._figures.of(week, before, family))
        board.repairs.show_facts(self._content.repairs(family.repairs))
        if family.repairs.ruptures:
            board.repairs_card.show_content()
        else:
            board.repairs_card.show_words(self._text.words(repair_wording(family.repairs)))

    def show_lists(self, week: PersonWeek) -> None:
        """Tools, signs, hours and episodes."""
        board, content = self._board, self._content
        board.caution.show_text(self._text.caution)
        board.tools.show_counts(content.tools(week))
        _show(board.tools_card, content.no_tools(week))
        board.caution.setVisible(bool(week.tools))
        board.signs.show_counts(content.signs(week))
        began = self.tr("at the start of an episode") if week.first_signs else ""
        _show(board.signs_card, content.no_signs(week), began)
        board.hours.show_hours([count.day for count in week.by_day], week.by_hour)
        number = (
            self.tr("{episodes} in all").format(episodes=week.episodes) if week.episodes else ""
        )
        _show(board.hours_card, content.no_episodes(week), number)
        board.episodes.show_episodes(week.found)
        _show(board.episodes_card, content.no_episodes(week), number)

    def show_days(self, review: Review, week: PersonWeek, chosen: date, today: date) -> None:
        """The escalations of each day, with ``chosen`` as the one looked at."""
        columns = self._content.days(week, review.histories[week.person.id], today)
        which = (chosen - review.week.days.first_day).days
        self._board.columns.show_columns(columns, which)
        self._board.escalations_card.show_content(self.tr("by highest zone"))

    def show_day(self, picture: DayPicture, day: date) -> None:
        """The lines of one day, or that nothing was recorded."""
        board = self._board
        board.day_card.title.show_text(whole_day(day))
        silent = not picture.lines[0].runs
        _show(board.day_card, self._content.no_check_ins() if silent else "")
        board.day.show_day(picture, self.tr("both out of green") if picture.shared else "")

    def show_trend(self, week: PersonWeek, weeks: Sequence[Week]) -> None:
        """Twelve weeks of the same person."""
        columns = self._content.weeks(week, weeks)
        self._board.trend.show_weeks(columns, self._content.points(week, weeks))

    def _unreadable(self, count: int) -> str:
        if count == 1:
            return self.tr("1 entry could not be read; everything else is shown.")
        said = self.tr("{count} entries could not be read; everything else is shown.")
        return said.format(count=count)


def _show(card: WeekCard, instead: str, aside: str = "") -> None:
    """Show what ``card`` holds, or the words ``instead`` of it."""
    if instead:
        card.show_words(instead, aside)
    else:
        card.show_content(aside)
