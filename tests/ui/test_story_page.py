"""The story of an episode: read, tagged, noted, looked into, left."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes import FakeClock
from tests.ui import drawings, stories
from tests.ui.conftest import MakeTablet
from tests.ui.stories import MINUTE, reveal
from tests.ui.tablet import Tablet
from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn
from thermometer.domain.remarks import Subject
from thermometer.domain.zones import Zone
from thermometer.services.content import Content
from thermometer.ui.pages.one_check_in import SOMEBODY_ELSE, OneCheckInPage
from thermometer.ui.pages.story import StoryPage
from thermometer.ui.places import Home, LateEntry, Observe, OneCheckIn, Story, Week
from thermometer.ui.sign_choices import MORE

SIZES = [(1280, 800), (800, 480), (800, 1280), (480, 320)]


@pytest.fixture
def evening(tablet: Tablet) -> list[CheckIn]:
    """An episode of Mia's, its story in view."""
    made = stories.evening(tablet)
    go_to_story(tablet, made[0])
    return made


def go_to_story(tablet: Tablet, check_in: CheckIn) -> StoryPage:
    tablet.window.go(Story(check_in.person, check_in.id))
    page = tablet.page(StoryPage)
    tablet.qtbot.waitUntil(lambda: all(row.isVisible() for row in page.list.rows))
    return page


def rows(page: StoryPage) -> list[tuple[str, str, str]]:
    return [(row.line.time, row.line.title, row.line.below) for row in page.list.rows]


def open_row(tablet: Tablet, number: int) -> OneCheckInPage:
    tablet.tap(reveal(tablet.page(StoryPage).list.rows[number]))
    tablet.arrive(OneCheckIn)
    return tablet.page(OneCheckInPage)


def contexts(tablet: Tablet, check_in: CheckIn) -> tuple[str, ...]:
    return tablet.services.stores.check_ins.of_ids([check_in.id])[check_in.id].contexts


def test_it_tells_what_was_tapped_seen_and_done(tablet: Tablet, evening: list[CheckIn]) -> None:
    page = tablet.page(StoryPage)
    assert page.head.title == "Mia, Sunday 18:30"
    assert page.head.below == "Sunday 22 November · 24 min · highest red · 18 min in red"
    words = tablet.person("Mia").words
    assert rows(page) == [
        ("18:30", words.yellow, "hot face, louder"),
        ("18:36", words.red, "Mia: red. You saw: yellow."),
        ("18:40", "Drink of water", "smaller afterwards"),
        ("18:54", words.green, "after Drink of water"),
    ]
    assert page.line.accessibleName() == (
        "Mia: 18:30 yellow, 18:36 red, 18:54 green; Mum: 18:38 yellow"
    )
    assert not page.over.isVisible()


def test_with_two_grown_ups_it_says_who_saw(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    page = go_to_story(tablet, stories.evening(tablet)[0])
    assert rows(page)[1][2] == "Mia: red. Mum saw: yellow."


def test_a_tag_has_its_picture_and_one_of_the_familys_own_has_none(
    tablet: Tablet, evening: list[CheckIn], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, known = tablet.page(StoryPage), tablet.services.content.contexts()
    assert page.tags.chips["tired"]._choice.picture == "contexts/tired"
    with_own = known | {"grandpa": "Grandpa"}
    monkeypatch.setattr(Content, "contexts", lambda _: with_own)
    page.refresh(Change.EVERYTHING)
    assert page.tags.chips["grandpa"]._choice.picture == ""
    assert page.tags.chips["noise"]._choice.picture == "contexts/noise"


def test_tags_are_kept_at_once_and_taken_back(tablet: Tablet, evening: list[CheckIn]) -> None:
    page = tablet.page(StoryPage)
    for tag in ("tired", "screen-off"):
        tablet.tap(reveal(page.tags.chips[tag]))
    assert page.tags.chosen == ("tired", "screen-off")
    told = tablet.services.stories().read(evening[0].id)
    assert told.contexts == ("tired", "screen-off")
    tablet.tap(page.tags.chips["tired"])
    assert tablet.services.stories().read(evening[0].id).contexts == ("screen-off",)
    assert contexts(tablet, evening[0]) == ()
    tablet.tap(page.rail.lock)
    tablet.arrive(Home)
    assert contexts(tablet, evening[0]) == ("screen-off",)


def test_a_note_is_kept_when_the_field_is_left(tablet: Tablet, evening: list[CheckIn]) -> None:
    page = tablet.page(StoryPage)
    tablet.tap(reveal(page.note.field))
    QTest.keyClicks(page.note.field, "no snack before")
    assert page.note.state == ""
    QTest.keyClick(page.note.field, Qt.Key.Key_Tab)
    tablet.qtbot.waitUntil(lambda: page.note.state == "saved")
    go_to_story(tablet, evening[0])
    assert page.note.field.toPlainText() == "no snack before"
    told = tablet.services.stories().read(evening[0].id)
    assert told.text(Subject.NOTE) == "no snack before"


def test_a_note_is_kept_when_the_page_is_left(tablet: Tablet, evening: list[CheckIn]) -> None:
    page = tablet.page(StoryPage)
    page.note.field.setFocus()
    QTest.keyClicks(page.note.field, "half a thought")
    tablet.window.go(Home())
    told = tablet.services.stories().read(evening[0].id)
    assert told.text(Subject.NOTE) == "half a thought"


def test_what_is_being_typed_stays_when_something_else_is_saved(
    tablet: Tablet, evening: list[CheckIn]
) -> None:
    page = tablet.page(StoryPage)
    QTest.keyClicks(page.note.field, "still typing")
    stories.check_in(tablet, "Mia", Zone.GREEN, -30)
    tablet.services.observing().noticed(evening[0].person, tablet.person("Mum").id, Zone.GREEN)
    assert page.note.field.toPlainText() == "still typing"
    assert len(rows(page)) == 5


def test_a_childs_tap_is_a_mistake_only_with_who_made_it(
    tablet: Tablet, evening: list[CheckIn]
) -> None:
    page = open_row(tablet, 1)
    assert not page.withdraw.isEnabled()
    tablet.tap(reveal(page.made_by.chips[SOMEBODY_ELSE]))
    tablet.tap(reveal(page.made_by.chips[tablet.person("Mum").id]))
    tablet.tap(reveal(page.withdraw))
    tablet.arrive(Story)
    struck = tablet.page(StoryPage).list.rows[1].line
    assert (struck.struck, struck.below) == (True, "a mistake, made by Mum")
    assert tablet.page(StoryPage).head.below == "Sunday 22 November · 24 min · highest yellow" + (
        " · caught in yellow"
    )
    kept = tablet.services.stores.check_ins.of_ids([evening[1].id])[evening[1].id]
    assert (kept.zone, kept.withdrawn_at is None) == (Zone.RED, False)
    page = open_row(tablet, 1)
    assert "made by Mum" in page.facts.text
    assert not page.withdraw.isVisible()


def test_it_may_have_been_somebody_else(tablet: Tablet, evening: list[CheckIn]) -> None:
    page = open_row(tablet, 1)
    tablet.tap(reveal(page.made_by.chips[SOMEBODY_ELSE]))
    tablet.tap(reveal(page.withdraw))
    tablet.arrive(Story)
    below = tablet.page(StoryPage).list.rows[1].line.below
    assert below == "a mistake, made by somebody else"


def test_an_observation_is_withdrawn_without_a_word(
    tablet: Tablet, evening: list[CheckIn], clock: FakeClock
) -> None:
    mum = tablet.person("Mum").id
    seen = tablet.services.observing().noticed(
        evening[0].person, mum, Zone.YELLOW, clock.now() - 30 * MINUTE
    )
    go_to_story(tablet, seen)
    assert [below for _, _, below in rows(tablet.page(StoryPage))][-1] == "seen by Mum"
    page = open_row(tablet, len(tablet.page(StoryPage).list.rows) - 1)
    assert not page.made_by.isVisible()
    tablet.tap(reveal(page.withdraw))
    tablet.arrive(Story)
    assert tablet.page(StoryPage).list.rows[-1].line.struck


def test_signs_are_added_once(tablet: Tablet, evening: list[CheckIn]) -> None:
    page = open_row(tablet, 1)
    assert not page.keep_signs.isEnabled()
    before = len(page.signs.chips)
    tablet.tap(reveal(page.signs.chips[MORE]))
    assert len(page.signs.chips) > before
    tablet.tap(reveal(page.signs.chips["growly"]))
    tablet.tap(reveal(page.keep_signs))
    assert "growly" in page.facts.text
    assert not page.signs.isVisible()
    kept = tablet.services.stores.check_ins.of_ids([evening[1].id])[evening[1].id]
    assert kept.signs == ("growly",)


def test_ways_out_of_a_story(tablet: Tablet, evening: list[CheckIn]) -> None:
    mia = evening[0].person
    here = Story(mia, evening[0].id)
    tablet.tap(reveal(tablet.page(StoryPage).noticed))
    tablet.qtbot.waitUntil(lambda: tablet.window.place == Observe(mia, back=here))
    page = go_to_story(tablet, evening[0])
    tablet.tap(page.head.back)
    day = date(2026, 11, 22)
    tablet.qtbot.waitUntil(lambda: tablet.window.place == Week(person=mia, day=day))


def test_the_one_before_and_the_one_after(tablet: Tablet, evening: list[CheckIn]) -> None:
    before = stories.check_in(tablet, "Mia", Zone.YELLOW, -60 * 24)
    page = go_to_story(tablet, evening[0])
    (row,) = page.neighbours.rows
    tablet.tap(reveal(row))
    tablet.qtbot.waitUntil(lambda: tablet.window.place == Story(before.person, before.id))
    assert [each.episode.id for each in page.neighbours.rows] == [evening[0].id]
    assert page.over.isVisible()
    tablet.tap(reveal(page.over))
    tablet.arrive(LateEntry)


def test_a_story_that_is_gone_says_so(tablet: Tablet, evening: list[CheckIn]) -> None:
    tablet.window.go(Story(evening[0].person, tablet.person("Mum").id))
    assert "not there any more" in tablet.window.notice
    page = tablet.page(StoryPage)
    tablet.tap(page.head.back)
    tablet.arrive(Week)


def test_a_note_that_cannot_be_kept_stays_in_the_field(
    tablet: Tablet, evening: list[CheckIn]
) -> None:
    page = tablet.page(StoryPage)
    page.note.field.setPlainText("x" * 5000)
    page.note.field.setFocus()
    QTest.keyClick(page.note.field, Qt.Key.Key_Tab)
    assert "longer than 4000" in tablet.window.notice
    assert page.note.state == ""
    assert len(page.note.field.toPlainText()) == 5000


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_word_is_cut_and_nothing_lies_sideways(
    make_tablet: MakeTablet, size: tuple[int, int], theme: str
) -> None:
    tablet = make_tablet(size=size, theme=theme)
    tablet.people(2)
    tablet.open()
    page = go_to_story(tablet, stories.evening(tablet)[0])
    assert [each.text for each in drawings.of(tablet.window) if each.is_cut] == []
    smallest = tablet.theme.target("parent")
    for target in (*page.tags.chips.values(), *(r for r in page.list.rows if r.isEnabled())):
        assert target.height() >= smallest
        right = target.mapTo(tablet.window, target.rect().topRight()).x()
        assert right < tablet.window.width()
