"""A parent tells in the evening what is over now: from the week, in four touches and Save."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QElapsedTimer

from tests.fakes import SUNDAY_EVENING
from tests.ui.stories import choose, reveal
from tests.ui.tablet import Tablet
from thermometer.domain.checkins import Source
from thermometer.domain.episodes import End
from thermometer.domain.when import When
from thermometer.domain.zones import Zone
from thermometer.ui.pages.late_entry import LateEntryPage
from thermometer.ui.pages.one_check_in import OneCheckInPage
from thermometer.ui.pages.story import StoryPage
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import LateEntry, OneCheckIn, Story, Week

HOUR = timedelta(hours=1)


def test_its_over_now(tablet: Tablet) -> None:
    tablet.window.go(Week())
    week = tablet.page(WeekPage)
    tablet.tap(reveal(week.board.over))
    tablet.arrive(LateEntry)
    form = tablet.page(LateEntryPage)
    since = QElapsedTimer()
    since.start()
    choose(tablet, form.who, tablet.person("Mia").id)
    choose(tablet, form.big, Zone.RED)
    choose(tablet, form.when, When.HOUR_AGO)
    choose(tablet, form.long, timedelta(minutes=30))
    assert form.sentence.text.startswith("Mia, Sunday about 18:00 to 18:30")
    assert tablet.check_ins() == []
    tablet.tap(form.save)
    tablet.arrive(Story)
    assert since.elapsed() < 20_000

    start, end = tablet.check_ins()
    assert (start.zone, end.zone) == (Zone.RED, Zone.GREEN)
    assert (start.at, end.at) == (SUNDAY_EVENING - 1.5 * HOUR, SUNDAY_EVENING - HOUR)
    assert all(c.about and c.source is Source.OBSERVED for c in (start, end))
    assert all(c.entered_at == SUNDAY_EVENING for c in (start, end))
    story = tablet.page(StoryPage)
    assert story.head.title == "Mia, Sunday ≈ 18:00"
    assert "≈ 30 min" in story.head.below
    assert story.told is not None
    assert story.told.episode is not None
    assert story.told.episode.state is End.KNOWN
    assert tablet.services.journal.zone_now(start.person) is None


def test_a_wrong_one_is_withdrawn_again(tablet: Tablet) -> None:
    tablet.window.go(LateEntry(tablet.person("Mia").id))
    form = tablet.page(LateEntryPage)
    choose(tablet, form.big, Zone.YELLOW)
    choose(tablet, form.when, When.JUST_NOW)
    choose(tablet, form.long, timedelta(minutes=5))
    tablet.tap(form.save)
    tablet.arrive(Story)
    for number in (0, 1):
        tablet.tap(reveal(tablet.page(StoryPage).list.rows[number]))
        tablet.arrive(OneCheckIn)
        tablet.tap(reveal(tablet.page(OneCheckInPage).withdraw))
        tablet.arrive(Story)
    story = tablet.page(StoryPage)
    assert [row.line.struck for row in story.list.rows] == [True, True]
    assert story.head.below.endswith("withdrawn; no episode is left")
    assert [c.zone for c in tablet.check_ins()] == [Zone.YELLOW, Zone.GREEN]
