"""Save first, show after: what could not be kept is not shown, and somebody is told."""

from __future__ import annotations

import pytest

from tests.ui.tablet import Tablet
from thermometer.domain.tools import Answer
from thermometer.domain.zones import Zone
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.places import Home, HowIsItNow, RunTool, SafePlace


def fill_the_disk(tablet: Tablet) -> None:
    """From now on the data file cannot grow by a page, reserve or not."""
    connection = tablet.services.stores.database.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")


def test_on_a_full_disk_the_tube_keeps_the_old_zone_and_a_sentence_says_so(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.GREEN)
    tablet.go_home()
    fill_the_disk(tablet)
    journal = tablet.services.journal
    while True:
        before = len(tablet.check_ins())
        tablet.tap_zone("Mum", Zone.RED)
        if tablet.window.notice:
            break
        assert len(tablet.check_ins()) == before + 1
        tablet.arrive(SafePlace)
        tablet.go_home()
        assert before < 500, "the disk never became full"
    assert len(tablet.check_ins()) == before
    assert tablet.is_at(Home)
    thermometer = tablet.panel("Mum").thermometer
    assert thermometer.zone is journal.zone_now(tablet.person("Mum").id)
    assert "full" in tablet.window.notice
    assert "safe" in tablet.window.notice


class Disk:
    """The disk with the family's folder: it can be pulled and put back."""

    def __init__(self, tablet: Tablet) -> None:
        self._there = tablet.services.folder
        self._away = self._there.with_name("away")

    def pull(self) -> None:
        self._there.rename(self._away)

    def put_back(self) -> None:
        self._away.rename(self._there)


@pytest.fixture
def disk(tablet: Tablet) -> Disk:
    """Mia is in yellow and on her Safe Place; then something may happen to the disk."""
    tablet.check_in("Mia", Zone.YELLOW)
    return Disk(tablet)


def test_a_tap_while_the_disk_is_away_is_held_and_said(tablet: Tablet, disk: Disk) -> None:
    tablet.go_home()
    disk.pull()
    tablet.tap_zone("Mia", Zone.RED)
    assert tablet.panel("Mia").thermometer.zone is Zone.RED
    assert tablet.window.notice.startswith("Not saved yet")
    tablet.arrive(SafePlace)
    shown = [card.accessibleName() for card in tablet.safe_place.cards]
    assert shown[0] == "Come, please"  # those of red, though nobody else can be read
    assert tablet.window.notice.startswith("Not saved yet")
    disk.put_back()
    tablet.go_home()
    tablet.check_in("Mia", Zone.YELLOW)
    assert tablet.zones() == [Zone.YELLOW, Zone.RED, Zone.YELLOW]


def test_a_tap_that_is_held_can_be_taken_back(tablet: Tablet, disk: Disk) -> None:
    tablet.go_home()
    disk.pull()
    tablet.tap_zone("Mia", Zone.RED)
    tablet.arrive(SafePlace)
    tablet.tap(tablet.safe_place.oops)
    assert tablet.is_at(Home)
    disk.put_back()
    assert tablet.services.journal.save_held()
    first, held = tablet.check_ins()
    assert (first.withdrawn_at, held.zone) == (None, Zone.RED)
    assert held.withdrawn_at is not None


def test_nobody_is_stuck_on_a_page(tablet: Tablet, disk: Disk) -> None:
    disk.pull()
    tablet.go_home()
    assert tablet.home.isVisible()
    assert len(tablet.home.panels) == 2
    assert tablet.window.notice


def test_oops_that_cannot_be_saved_stays(tablet: Tablet, disk: Disk) -> None:
    disk.pull()
    tablet.tap(tablet.safe_place.oops)
    assert tablet.is_at(SafePlace)
    assert tablet.safe_place.oops.isVisible()
    assert tablet.window.notice
    disk.put_back()
    tablet.go_home()
    disk.pull()
    panel = tablet.panel("Mia")
    tablet.tap(panel.oops)
    assert panel.thermometer.zone is Zone.YELLOW
    assert panel.oops.isVisible()
    disk.put_back()
    assert tablet.zones() == [Zone.YELLOW]


def test_a_tool_that_cannot_be_written_down_does_not_begin(tablet: Tablet, disk: Disk) -> None:
    disk.pull()
    tablet.tap(tablet.safe_place.cards[0])
    assert tablet.is_at(SafePlace)
    assert tablet.window.notice
    disk.put_back()
    assert tablet.uses() == []


def test_an_end_that_cannot_be_written_down_keeps_the_tool_in_view(
    tablet: Tablet, disk: Disk
) -> None:
    tablet.choose("outside")
    disk.pull()
    tablet.tap(tablet.tool.stop_button)
    assert tablet.is_at(RunTool)
    assert tablet.window.notice
    disk.put_back()
    tablet.tap(tablet.tool.stop_button)
    assert tablet.is_at(HowIsItNow)
    assert tablet.uses()[0].ended_at is not None


def test_an_answer_that_cannot_be_written_down_leaves_the_question(
    tablet: Tablet, disk: Disk
) -> None:
    tablet.choose("outside")
    tablet.tap(tablet.tool.stop_button)
    question = tablet.page(HowIsItNowPage)
    disk.pull()
    tablet.tap(question.cards[Answer.SMALLER])
    assert tablet.is_at(HowIsItNow)
    assert tablet.window.notice
    disk.put_back()
    tablet.tap(question.cards[Answer.SMALLER])
    assert tablet.is_at(Home)
    assert tablet.uses()[0].answer is Answer.SMALLER
