"""Ways through the week: other weeks, other people, a day, an episode, and onward."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from tests.ui.weeks import G, Y, episode, in_sight, open_week, ordinary
from thermometer.domain.week_days import FIRST_DAY
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import Exchange, LateEntry, Observe, Report, Story, Week

THIS_WEEK = date(2026, 11, 16)


def pick(tablet: Tablet, page: WeekPage, day: date) -> None:
    """Pick a day of the month in view from the calendar."""
    tablet.tap(page.header.pick)
    (button,) = [each for each in page.calendar.days if each.day == day]
    tablet.tap(button)


def test_a_hold_on_parents_opens_this_week_of_the_first_child(tablet: Tablet) -> None:
    button = tablet.home.frame.parents
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    tablet.arrive(Week)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    page = tablet.page(WeekPage)
    assert page.days.first_day == THIS_WEEK
    assert [pill.text() for pill in page.header.people if pill.isChecked()] == ["Mia"]
    assert not page.header.this_week.isVisible()


def test_back_forward_and_this_week(tablet: Tablet) -> None:
    page = open_week(tablet)
    tablet.tap(page.header.back)
    assert page.header.title.text == "9 – 15 November 2026"
    tablet.tap(page.header.back)
    tablet.tap(page.header.forward)
    assert page.days.first_day == date(2026, 11, 9)
    tablet.tap(page.header.this_week)
    assert page.days.first_day == THIS_WEEK


def test_there_is_no_week_before_the_calendar_begins(tablet: Tablet) -> None:
    page = open_week(tablet, Week(FIRST_DAY))
    tablet.tap(page.header.back)
    assert page.days.first_day == FIRST_DAY


def test_a_date_is_picked_from_a_month_that_lies_over_the_page(tablet: Tablet) -> None:
    page = open_week(tablet)
    tablet.tap(page.header.pick)
    assert page.calendar.isVisible()
    assert page.calendar.title.text == "November 2026"
    assert [b.day.day for b in page.calendar.days if b.isChecked()] == [*range(16, 23)]
    tablet.tap(page.calendar.back)
    assert page.calendar.title.text == "October 2026"
    (button,) = [b for b in page.calendar.days if b.day == date(2026, 10, 15)]
    tablet.tap(button)
    assert not page.calendar.isVisible()
    assert (page.days.first_day, page.day) == (date(2026, 10, 12), date(2026, 10, 15))


@pytest.mark.parametrize(("month", "days"), [(1, 31), (2, 28), (11, 30), (12, 31)])
def test_every_day_of_a_month_can_be_picked(tablet: Tablet, month: int, days: int) -> None:
    page = open_week(tablet)
    page.calendar.open(date(2026, month, 1), THIS_WEEK)
    shown = [b.day for b in page.calendar.days]
    assert [day.day for day in shown if day.month == month] == [*range(1, days + 1)]
    assert shown[0].weekday() == 0


def test_the_calendar_is_left_without_picking(tablet: Tablet) -> None:
    page = open_week(tablet)
    tablet.tap(page.header.pick)
    tablet.tap(page.calendar, QPoint(5, 5))
    assert not page.calendar.isVisible()
    tablet.tap(page.header.pick)
    QTest.keyClick(page.calendar, Qt.Key.Key_Escape)
    assert not page.calendar.isVisible()
    assert page.days.first_day == THIS_WEEK


def test_another_persons_week_is_one_tap_away(tablet: Tablet) -> None:
    episode(tablet, "Mum", 1, 0, Y, G)
    page = open_week(tablet)
    tablet.tap(page.header.people[1])
    assert page.board.sentence.text.startswith("Mum left green once")
    assert tablet.window.place == Week(THIS_WEEK, tablet.person("Mum").id, page.day)


def test_a_bar_leads_to_its_day(tablet: Tablet) -> None:
    ordinary(tablet)
    page = open_week(tablet)
    assert page.day == date(2026, 11, 19)
    tablet.tap(page.board.columns.buttons[1])
    assert page.day == date(2026, 11, 17)
    assert page.board.day_card.title.text == "Tuesday 17 November"
    assert [b.isChecked() for b in page.board.columns.buttons].index(True) == 1


@pytest.mark.parametrize(
    ("zones", "day"),
    [([], 6), ([(2, (G,))], 2), ([(2, (Y, G)), (3, (G,))], 2), ([(1, (Y, G)), (0, (Y, G))], 1)],
)
def test_the_day_worth_a_look_comes_first(
    tablet: Tablet, zones: list[tuple[int, tuple[object, ...]]], day: int
) -> None:
    for which, taps in zones:
        episode(tablet, "Mia", which, 0, *taps)  # type: ignore[arg-type]
    assert (open_week(tablet).day - THIS_WEEK).days == day


def test_an_episode_of_the_list_leads_to_its_story(tablet: Tablet) -> None:
    first = ordinary(tablet)
    page = open_week(tablet)
    (row,) = [r for r in page.board.episodes.rows if r.episode.id == first.id]
    tablet.tap(in_sight(page, row))
    assert tablet.window.place == Story(tablet.person("Mia").id, first.id)


def test_twelve_weeks_are_one_tap_away_and_lead_to_each(tablet: Tablet) -> None:
    ordinary(tablet)
    for week in (-1, -2, -4):
        for day in range(3):
            episode(tablet, "Mia", 7 * week + day, 0, Y, G)
    page = open_week(tablet)
    tablet.tap(page.board.twelve_choice)
    trend = page.board.trend
    stacked = [b.column.height for b in trend.columns.buttons]
    assert stacked == [0, 0, 0, 0, 0, 0, 0, 3, 0, 3, 3, 4]
    assert [point.median for point in trend.minutes.points][-5:] == [10, None, 10, 10, 10]
    assert [point.known_as for point in trend.minutes.points][-2:] == ["n 3", "n 3"]
    assert trend.columns.buttons[0].column.note == "no check-ins"
    tablet.tap(trend.columns.buttons[7])
    assert page.days.first_day == date(2026, 10, 19)
    assert not page.board.shows_twelve


def test_the_ways_onward(tablet: Tablet) -> None:
    ordinary(tablet)
    mia = tablet.person("Mia").id
    page = open_week(tablet)
    for button, place in (
        (page.print, Report(THIS_WEEK, mia)),
        (page.files, Exchange()),
        (page.board.noticed, Observe(mia, page.day)),
        (page.board.over, LateEntry(mia, page.day)),
    ):
        tablet.tap(in_sight(page, button))
        assert tablet.window.place == place
        open_week(tablet)


def test_a_name_no_longer_there_gives_way_to_the_first_child(tablet: Tablet) -> None:
    page = open_week(tablet, Week(person=ordinary(tablet).id))
    assert page.board.sentence.text.startswith("Mia left green")


def test_a_week_may_begin_on_sunday(
    make_tablet: MakeTablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    american = QLocale("en_US")
    monkeypatch.setattr(QLocale, "system", lambda: american)
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    page = open_week(tablet)
    assert page.header.title.text == "22 – 28 November 2026"
    tablet.tap(page.header.pick)
    assert page.calendar.days[0].day == date(2026, 11, 1)
