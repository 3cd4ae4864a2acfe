"""The week as a parent reads it: words and numbers, and what stands where there is too little."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.fakes import SUNDAY_EVENING, FakeClock
from tests.store.test_unreadable import harm
from tests.ui.tablet import Tablet
from tests.ui.weeks import (
    G,
    R,
    Y,
    drawn,
    episode,
    in_sight,
    open_week,
    ordinary,
    rupture,
    tap,
    use_tool,
)
from thermometer.domain.changes import Change
from thermometer.domain.ruptures import Outcome
from thermometer.domain.tools import Answer
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import Home, Week
from thermometer.ui.widgets.week_episodes import AT_FIRST, MORE

WEEK_BEFORE = -7


def figures(page: WeekPage) -> list[tuple[str, str]]:
    return [(card.figure.number, card.figure.detail) for card in page.board.figures.cards]


def columns(page: WeekPage) -> list[tuple[int, int, str]]:
    found = [button.column for button in page.board.columns.buttons]
    return [(column.yellow, column.red, column.note) for column in found]


def test_the_sentence_comes_first(tablet: Tablet) -> None:
    ordinary(tablet)
    page = open_week(tablet)
    assert page.header.title.text == "16 – 22 November 2026"
    assert page.board.sentence.text == (
        "Mia left green 4 times; 2 of them were caught in yellow. "
        "Usually back in green after 10 min (3 of 4 ends are known). No hard moment was noted. "
        "The thermometer was used on 5 of 7 days."
    )


def test_each_figure_has_its_n(tablet: Tablet) -> None:
    ordinary(tablet)
    rupture(tablet, 3, Outcome.NOT_YET, Outcome.TOGETHER)
    rupture(tablet, 4)
    assert figures(open_week(tablet)) == [
        ("2 of 4", "began and stayed in yellow, and the end is known"),
        ("10 min", "median; from 10 to 20; 3 of 4 ends known"),
        ("1 of 2", "hard moments; still open: 1"),
        ("1 of 1", "a child and a grown-up; came down together: 1"),
    ]


@pytest.mark.parametrize(
    ("before", "caught", "back"),
    [
        (
            3,
            "3 of 3 the week before",
            "3 of 4 ends known; 10 min the week before (3 known)",
        ),
        (
            2,
            "began and stayed in yellow, and the end is known",
            "median; from 10 to 20; 3 of 4 ends known",
        ),
    ],
)
def test_the_week_before_stands_beside_it_from_three_episodes_on(
    tablet: Tablet, before: int, caught: str, back: str
) -> None:
    ordinary(tablet)
    for n in range(before):
        episode(tablet, "Mia", WEEK_BEFORE + n, 0, Y, G)
    shown = figures(open_week(tablet))
    assert [detail for _, detail in shown][:2] == [caught, back]


def test_fewer_than_three_known_ends_are_listed(tablet: Tablet) -> None:
    episode(tablet, "Mia", 0, 0, Y, G)
    assert figures(open_week(tablet))[1] == ("10 min", "1 of 1 ends known")
    tap(tablet, "Mia", 2, 0, Y, about=True)
    tap(tablet, "Mia", 2, 7, G)
    episode(tablet, "Mia", 3, 0, Y, R)
    assert figures(open_week(tablet))[1] == ("≈ 7 and 10 min", "2 of 3 ends known")


def test_every_day_says_what_it_has(tablet: Tablet, clock: FakeClock) -> None:
    clock.set(SUNDAY_EVENING - timedelta(days=1))
    ordinary(tablet)
    assert columns(open_week(tablet)) == [
        (0, 0, "0"),
        (1, 0, "0"),
        (0, 0, "no check-ins"),
        (0, 1, "0"),
        (1, 0, "0"),
        (0, 0, "no check-ins"),
        (1, 0, "0"),
    ]


def test_a_day_yet_to_come_says_nothing(tablet: Tablet, clock: FakeClock) -> None:
    clock.set(SUNDAY_EVENING - timedelta(days=5))
    assert [note for *_, note in columns(open_week(tablet))] == ["no check-ins"] * 2 + [""] * 5


def test_tools_are_told_by_what_followed(tablet: Tablet) -> None:
    use_tool(tablet, "Mia", "water", *[Answer.SMALLER] * 4, Answer.SAME)
    use_tool(tablet, "Mia", "squish", Answer.SMALLER, Answer.SMALLER)
    page = open_week(tablet)
    counts = [row.count for row in page.board.tools.rows]
    assert [(c.name, c.said, c.part, c.whole) for c in counts] == [
        ("Drink of water", "calmer after 4 of 5 times", 4, 5),
        ("Squish it", "tried twice, too early to tell", 0, 0),
    ]
    assert page.board.caution.text == "Feelings also settle by themselves."
    assert page.board.caution.isVisible()


def test_signs_come_from_three_episodes_on(tablet: Tablet) -> None:
    episode(tablet, "Mia", 0, 0, Y, G)
    episode(tablet, "Mia", 1, 0, Y, G)
    page = open_week(tablet)
    assert page.board.signs_card.words == "Fewer than three episodes: too early to tell."
    episode(tablet, "Mia", 2, 0, Y, G)
    page = open_week(tablet)
    assert page.board.signs_card.words == ""
    signs = [row.count for row in page.board.signs.rows]
    assert [(c.picture, c.name, c.said) for c in signs] == [
        ("signs/hot-face", "Hot face", "3 of 3 episodes"),
        ("signs/louder", "Louder", "3 of 3 episodes"),
    ]


def test_repairs_are_described(tablet: Tablet) -> None:
    rupture(tablet, 1, Outcome.NOT_YET, Outcome.TOGETHER)
    rupture(tablet, 6)
    page = open_week(tablet)
    assert page.board.repairs.facts == [
        ("Hard moments noted", "2"),
        ("Repaired", "1 of 1"),
        ("Still open", "1"),
        ("A grown-up reached out first", "1 of 1"),
        ("Calm before reaching out", "2 of 2"),
        ("Tried again after “not yet”", "1 of 1"),
        ("Minutes until together again", "120"),
    ]


def test_a_week_without_records_says_no_check_ins_and_never_calm(tablet: Tablet) -> None:
    page = open_week(tablet)
    assert page.board.sentence.text == (
        "Mia has no check-ins in this week. No hard moment was noted. "
        "The thermometer was used on 0 of 7 days."
    )
    assert figures(page) == [
        ("–", "no check-ins"),
        ("–", "no check-ins"),
        ("–", "no hard moment was noted"),
        ("–", "no child left green on a day on which a grown-up took part"),
    ]
    cards = page.board
    assert cards.hours_card.words == "No check-ins."
    assert cards.day_card.words == "No check-ins."
    assert cards.episodes_card.words == "No check-ins."
    assert cards.tools_card.words == "No tool was used in this week."
    assert not cards.caution.isVisible()
    said = tablet.words() - {page.board.tools_card.title.text}
    assert not [words for words in said if "calm" in words.lower()]


def test_practice_alone_is_no_record(tablet: Tablet) -> None:
    tap(tablet, "Mia", 2, 0, Y, practice=True)
    tap(tablet, "Mia", 2, 9, G, practice=True)
    page = open_week(tablet)
    assert page.board.sentence.text.startswith("Mia has no check-ins in this week.")
    assert all(note == "no check-ins" for *_, note in columns(page))


def test_a_single_check_in_is_no_episode(tablet: Tablet) -> None:
    tap(tablet, "Mia", 2, 0, G)
    page = open_week(tablet)
    assert page.board.sentence.text.startswith("Mia checked in once; no episode began")
    assert page.board.hours_card.words == "No episode began in this week."
    assert figures(page)[0] == ("–", "no episode began")
    assert page.day == date(2026, 11, 18)


def test_ends_that_nobody_knows_are_said_to_be_unknown(tablet: Tablet) -> None:
    for day in range(3):
        episode(tablet, "Mia", day, 0, Y, R)
    page = open_week(tablet)
    assert "How it ended is not known." in page.board.sentence.text
    assert figures(page)[:2] == [
        ("0 of 3", "began and stayed in yellow, and the end is known"),
        ("–", "0 of 3 ends known"),
    ]
    assert [row.accessibleName() for row in page.board.episodes.rows] == [
        f"{day} 12:00, red, end not known" for day in ("Mon", "Tue", "Wed")
    ]


def test_an_episode_entered_afterwards_lasted_about_so_long(tablet: Tablet) -> None:
    tap(tablet, "Mia", 2, 0, Y, about=True)
    tap(tablet, "Mia", 2, 25, G, about=True)
    page = open_week(tablet)
    assert [row.accessibleName() for row in page.board.episodes.rows] == [
        "Wed 12:00, yellow, ≈ 25 min"
    ]
    assert figures(page)[1] == ("≈ 25 min", "1 of 1 ends known")
    assert drawn(tablet, page).labels == ["≈ 25 min"]


def test_one_entry_that_cannot_be_read_is_counted_and_hides_no_other(tablet: Tablet) -> None:
    ordinary(tablet)
    database = tablet.services.stores.database
    harm(database, "check_in", "UPDATE check_in SET zone = 'purple' WHERE zone = 'red'")
    page = open_week(tablet)
    assert page.board.unreadable.isVisible()
    assert page.board.unreadable.text.startswith("1 entry could not be read;")
    assert page.board.sentence.text.startswith("Mia left green 4 times;")
    harm(database, "check_in", "UPDATE check_in SET zone = 'purple' WHERE zone = 'green'")
    assert open_week(tablet).board.unreadable.text.startswith("6 entries could not be read;")
    tablet.window.go(Week(date(2026, 11, 2)))
    assert not page.board.unreadable.isVisible()


def test_a_thousand_episodes_are_shown_as_well(tablet: Tablet) -> None:
    first = tap(tablet, "Mia", 0, -700, Y)
    times = [first.at + n * timedelta(minutes=4, seconds=50) for n in range(1, 2000)]
    tablet.services.stores.check_ins.add_all(
        replace(first, id=uuid4(), at=at, entered_at=at, zone=Y if n % 2 else G)
        for n, at in enumerate(times)
    )
    page = open_week(tablet)
    assert page.board.sentence.text.startswith("Mia left green 1000 times; 1000 of them")
    assert sum(yellow for yellow, *_ in columns(page)) == 1000
    rows = page.board.episodes.rows
    assert len(rows) == AT_FIRST
    tablet.tap(in_sight(page, page.board.episodes.more))
    assert len(rows) == AT_FIRST + MORE
    assert not page.grab().isNull()


def test_somebody_archived_is_offered_only_where_there_are_records(tablet: Tablet) -> None:
    episode(tablet, "Mia", 0, 0, Y, G)
    tablet.services.stores.people.change(replace(tablet.person("Mia"), archived=True))
    page = open_week(tablet)
    assert [pill.text() for pill in page.header.people] == ["Mia", "Mum"]
    tablet.window.go(Week(date(2026, 11, 2)))
    assert [pill.text() for pill in page.header.people] == ["Mum"]
    assert page.board.sentence.text.startswith("Mum has no check-ins")


def test_the_page_in_view_refreshes_and_keeps_what_was_chosen(tablet: Tablet) -> None:
    ordinary(tablet)
    page = open_week(tablet, Week(date(2026, 11, 16), tablet.person("Mum").id, date(2026, 11, 17)))
    episode(tablet, "Mum", 1, 0, Y, G)
    tablet.window.changed(Change.CHECK_INS)
    assert page.board.sentence.text.startswith("Mum left green 2 times;")
    assert page.day == date(2026, 11, 17)


def test_a_hidden_page_waits_until_it_is_entered(tablet: Tablet) -> None:
    page = open_week(tablet)
    before = page.board.sentence.text
    tablet.window.go(Home())
    ordinary(tablet)
    tablet.window.changed(Change.CHECK_INS)
    assert page.board.sentence.text == before
    open_week(tablet)
    assert page.board.sentence.text != before
