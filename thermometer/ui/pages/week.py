"""The week: in a sentence first, then in pictures, down to the evening worth thinking about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QTimer
from PySide6.QtWidgets import QScroller, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.local_time import local_day
from thermometer.domain.people import Person
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.week_days import DAYS, FIRST_DAY, LAST_DAY, WeekDays
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.first_weekday import first_weekday
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Exchange, LateEntry, Observe, Place, Repairs, Report, Story, Week
from thermometer.ui.week_day_content import day_picture, day_worth_a_look
from thermometer.ui.week_showing import WeekShowing
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.week_board import WeekBoard
from thermometer.ui.widgets.week_calendar import WeekCalendar
from thermometer.ui.widgets.week_header import WeekHeader

if TYPE_CHECKING:
    from thermometer.services.week_review import Review
PASSES = 3
"""A new row changes its card, the card the board, the board the page."""


class WeekPage(CornerPage):
    """One person's week; the days and the twelve weeks are chosen here, all else by going."""

    rail_place = Week

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._reviews = self._services.reviews()
        self._text = self._services.week_text()
        self._review: Review | None = None
        self._person: UUID | None = None
        self._day = date.min
        self.header, self.board = WeekHeader(self._theme), WeekBoard(self._theme)
        content, places = self._services.content, self._services.safe_places
        self._showing = WeekShowing(self.board, self._text, content, places)
        self.print = self.header.add_way(self.tr("Print"), "interface/print")
        self.files = self.header.add_way(self.tr("Files"), "interface/folder")
        self.calendar = WeekCalendar(self._theme, self._first_weekday(), self)
        self._draw_soon = QTimer(self, singleShot=True, interval=0)
        self._draw_soon.timeout.connect(self._draw)
        self._make_scroll()
        self._connect()

    def _make_scroll(self) -> None:
        self._content_widget = QWidget()
        self._column = QVBoxLayout(self._content_widget)
        self._column.addWidget(self.header)
        self._column.addWidget(self.board)
        self._column.addStretch(1)
        self.view = ScrollColumn(self._theme, self._content_widget, self)

    def _connect(self) -> None:
        self.header.moved.connect(self._move)
        self.header.this_week_asked.connect(lambda: self._go(None))
        self.header.date_asked.connect(self._open_calendar)
        self.header.person_chosen.connect(self._choose_person)
        self.calendar.picked.connect(self._pick)
        self.board.columns.chosen.connect(self._choose_day)
        self.board.trend.chosen.connect(self._choose_week)
        self.board.days_choice.clicked.connect(lambda: self._show_twelve(shown=False))
        self.board.twelve_choice.clicked.connect(lambda: self._show_twelve(shown=True))
        self.board.day.episode_chosen.connect(self._tell_story)
        self.board.day.scrolled.connect(self._scroll_by)
        self.board.episodes.chosen.connect(self._tell_story)
        self.print.clicked.connect(self._print)
        self.files.clicked.connect(lambda: self.go_to.emit(Exchange()))
        self.board.noticed.clicked.connect(self._notice)
        self.board.over.clicked.connect(self._enter_late)
        self.board.to_repairs.clicked.connect(lambda: self.go_to.emit(Repairs()))

    @property
    def days(self) -> WeekDays:
        """The seven days in view."""
        return self._review.week.days if self._review else self._this_week()

    @property
    def day(self) -> date:
        """The day whose timeline is shown."""
        return self._day

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, Week):
            return
        self.calendar.hide()
        days = self._week_of(place)
        self._read(days)
        self._choose(place.person)
        self._show(place.day)

    @override
    def refresh(self, change: Change) -> None:
        if change is not Change.SETTINGS:
            self._read(self.days)
            self._choose(self._person)
            self._show(self._day)

    @override
    def leave(self) -> None:
        self._draw_soon.stop()
        self.board.day.rest()
        self.calendar.hide()

    @override
    def lay_out(self, room: QRect) -> None:
        self.view.setGeometry(room)
        margin = self._theme.px(26)
        side = max(6, margin - 5)
        self._column.setContentsMargins(side, self._theme.px(18), side, margin)
        self._column.setSpacing(self._theme.px(10))
        if self.calendar.isVisible():
            self.calendar.setGeometry(self.rect())

    def _week_of(self, place: Week) -> WeekDays:
        if place.first_day is not None:
            return WeekDays(min(max(place.first_day, FIRST_DAY), LAST_DAY))
        return self._holding(place.day) if place.day else self._this_week()

    def _holding(self, day: date) -> WeekDays:
        return WeekDays.holding(min(max(day, FIRST_DAY), LAST_DAY), self._first_weekday())

    def _this_week(self) -> WeekDays:
        return self._holding(self._today())

    def _today(self) -> date:
        clock = self._services.clock
        return local_day(clock.now(), clock.time_zone())

    def _time_zone(self) -> str:
        return self._services.clock.time_zone()

    def _first_weekday(self) -> int:
        """The family's first day of the week, or the system's: 0 for Monday."""
        return first_weekday(self._services.preferences.now)

    def _read(self, days: WeekDays) -> None:
        self._review = self._reviews.review(days, self._services.clock.now())

    def _choose(self, wanted: UUID | None) -> None:
        """Take ``wanted``, or else the first child, if there is anybody."""
        people = self._people()
        ids = [person.id for person in people]
        children = [person.id for person in people if person.is_child]
        self._person = wanted if wanted in ids else next(iter([*children, *ids]), None)

    def _people(self) -> list[Person]:
        return [w.person for w in self._review.week.people] if self._review else []

    def _shown(self) -> tuple[Review, PersonWeek] | None:
        review = self._review
        week = review.of(self._person) if review and self._person else None
        return (review, week) if review and week else None

    def _show(self, day: date | None) -> None:
        """Show the week of whoever is chosen, and of it ``day``, or the one worth a look."""
        review = self._review
        if review is None:
            return
        title = self._text.days(review.week.days)
        is_this_week = self._today() in review.week.days
        self.header.show_week(title, is_this_week=is_this_week)
        shown = self._shown()
        self.board.setVisible(shown is not None)
        if shown is None:
            return
        review, week = shown
        self.header.show_people(self._people(), week.person.id)
        self._showing.show_words(review, week)
        self._showing.show_lists(week)
        if self.board.shows_twelve:
            self._show_trend()
        wanted = day if day and day in review.week.days else None
        history = review.histories[week.person.id]
        self._show_day(wanted or day_worth_a_look(week, history, self._today()))
        self._settle()

    def _settle(self) -> None:
        """Give everything its place before the first frame, as new rows move what is below."""
        for _ in range(PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _show_day(self, day: date) -> None:
        shown = self._shown()
        if shown is None:
            return
        self._day = day
        review, week = shown
        self._showing.show_days(review, week, day, self._today())
        self._showing.show_day(day_picture(review, week, day, self._time_zone()), day)
        self._draw_soon.start()

    def _show_trend(self) -> None:
        shown = self._shown()
        if shown is None:
            return
        review, week = shown
        weeks = self._reviews.trend(review.week.days, review.now)
        self._showing.show_trend(week, weeks)

    def _show_twelve(self, *, shown: bool) -> None:
        if shown:
            self._show_trend()
        self.board.show_twelve(shown=shown)

    def _choose_day(self, which: int) -> None:
        self._show_day(self.days.days[which])

    def _choose_week(self, which: int) -> None:
        back = self.board.trend.weeks_back(which)
        self.board.show_twelve(shown=False)
        self._move(-back)

    def _choose_person(self, person: UUID) -> None:
        self.go_to.emit(Week(self.days.first_day, person, self._day))

    def _move(self, weeks: int) -> None:
        first = self.days.first_day + timedelta(days=DAYS * weeks)
        if FIRST_DAY <= first <= LAST_DAY:
            self._go(first)

    def _go(self, first_day: date | None) -> None:
        self.go_to.emit(Week(first_day, self._person))

    def _open_calendar(self) -> None:
        self.calendar.open(self.days.first_day, self._today())

    def _pick(self, day: date) -> None:
        self.go_to.emit(Week(self._holding(day).first_day, self._person, day))

    def _tell_story(self, first_check_in: UUID) -> None:
        if self._person:
            self.go_to.emit(Story(self._person, first_check_in))

    def _draw(self) -> None:
        self.board.day.draw()
        if self.board.day.plot:
            # Otherwise the page's scroller takes every drag that begins on the plot for its own.
            view = self.board.day.plot.plot.viewport()
            view.grabGesture(QScroller.grabbedGesture(self.view.viewport()))

    def _print(self) -> None:
        self.go_to.emit(Report(self.days.first_day, self._person))

    def _notice(self) -> None:
        self.go_to.emit(Observe(self._person, self._day))

    def _enter_late(self) -> None:
        self.go_to.emit(LateEntry(self._person, self._day))

    def _scroll_by(self, pixels: int) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + pixels)
