"""The ways out of a guided repair and back, at every size; and the practice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.fakes import FakeClock
from tests.ui import repairs as hands
from tests.ui.conftest import MakeTablet
from tests.ui.repairs import begin, calm_down, guided, hard_moment, pick_of, skip_to, touch, write
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import Outcome, RuptureKind
from thermometer.ui.pages.frightening_help import FrighteningHelpPage
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.pages.roadblocks import RoadblocksPage
from thermometer.ui.places import (
    FrighteningHelp,
    GuidedRepair,
    Home,
    Roadblocks,
)

SIZES = [(1280, 800), (800, 480), (800, 1280)]


@pytest.fixture
def limit(tablet: Tablet) -> GuidedRepairPage:
    """Mum begins to mend a limit with Mia."""
    return begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))


def test_a_frightening_one_begins_with_safety(tablet: Tablet) -> None:
    page = begin(tablet, hard_moment(tablet, RuptureKind.FRIGHTENING))
    first = tablet.services.repair_texts().help().first
    assert [line.text for line in page.calm.safety.lines] == list(first)
    skip_to(tablet, RepairStep.OWN_IT)
    tablet.tap(page.head.help)
    tablet.arrive(FrighteningHelp)
    help_page = tablet.page(FrighteningHelpPage)
    write(tablet, help_page.numbers.rows[0][0], "Gran")
    write(tablet, help_page.numbers.rows[0][1], "123")
    tablet.tap(help_page.head.back)
    tablet.arrive(GuidedRepair)
    assert page.step == RepairStep.OWN_IT
    kept = tablet.services.help_numbers().all()
    assert [(one.name, one.number) for one in kept] == [("Gran", "123")]


@pytest.mark.parametrize("step", [step for step in RepairStep if step is not RepairStep.LATER])
def test_what_gets_in_the_way_is_reached_from_every_step(
    tablet: Tablet, limit: GuidedRepairPage, step: RepairStep
) -> None:
    skip_to(tablet, step)
    tablet.tap(limit.head.roadblocks)
    tablet.arrive(Roadblocks)
    page = tablet.page(RoadblocksPage)
    assert len(page.cards) == 4
    tablet.tap(page.head.back)
    tablet.arrive(GuidedRepair)
    assert limit.step is step


@pytest.mark.parametrize("size", SIZES)
def test_every_step_has_its_way_on_in_reach(make_tablet: MakeTablet, size: tuple[int, int]) -> None:
    tablet = make_tablet(size=size)
    tablet.people(2)
    tablet.open()
    page = begin(tablet, hard_moment(tablet, RuptureKind.FRIGHTENING))
    for step in RepairStep:
        skip_to(tablet, step)
        foot, head = page.foot, page.head
        ways = [foot.give, foot.back, foot.pause, foot.home, foot.skip, foot.next]
        for place, all_buttons in ((foot, ways), (head, [head.roadblocks, head.help])):
            buttons = [one for one in all_buttons if one.isVisible()]
            boxes = [QRect(one.mapTo(place, QPoint()), one.size()) for one in buttons]
            assert all(box.height() >= 44 and box.width() >= 44 for box in boxes)
            assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
            assert all(place.rect().contains(box) for box in boxes)
            assert all(one.text() for one in buttons)
            assert page.rect().contains(place.geometry())
        assert foot.back.isVisible()
        assert foot.home.isVisible()
        assert foot.give.isVisible() is (step is RepairStep.REFLECT)
        assert all(one.height() >= 38 for one in page.steps.buttons)
        if step is RepairStep.HOW_DID_IT_GO:
            break


def test_a_practice_counts_nowhere(tablet: Tablet, clock: FakeClock) -> None:
    mum, mia = tablet.person("Mum").id, tablet.person("Mia").id
    one = tablet.services.mending().rehearse(mum, mia, RuptureKind.LIMIT)
    tablet.window.go(GuidedRepair(one.id))
    page = guided(tablet)
    tablet.read("Practice. It counts nowhere.")
    calm_down(tablet)
    assert page.step == RepairStep.BOTH_SIDES
    assert [c.practice for c in tablet.check_ins()] == [True]
    assert tablet.services.journal.zone_now(mum) is None
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    touch(tablet, page.outcome.answers[Outcome.TOGETHER])
    tablet.tap(page.foot.next)
    assert hands.repairs_page(tablet).cards == []


def test_left_alone_it_locks_and_is_there_again(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, idle_corner=400))
    tablet.people(2)
    tablet.open()
    page = begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))
    skip_to(tablet, RepairStep.OWN_IT)
    write(tablet, pick_of(page, Part.DID).field, "I was loud.")
    tablet.arrive(Home)
    tablet.hold_parents()
    assert tablet.is_at(GuidedRepair)
    assert page.step == RepairStep.OWN_IT
    assert pick_of(page, Part.DID).text == "I was loud."


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_the_smallest_window_shows_every_step(make_tablet: MakeTablet, theme: str) -> None:
    tablet = make_tablet(size=(480, 320), theme=theme)
    tablet.people(2)
    tablet.open()
    page = begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))
    for step in RepairStep:
        skip_to(tablet, step)
        assert page.column.height() > 60
        assert page.rect().contains(page.foot.geometry())
        if step is RepairStep.HOW_DID_IT_GO:
            break
