"""The one gate before the corner: it closes on every way out, and what was typed comes back."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.fakes import FakeSteadyClock
from tests.ui.conftest import MakeTablet
from tests.ui.locked import PIN, answered, enter, lock_page, touch_digits
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.gate import Gate
from thermometer.ui.pages.late_entry import LateEntryPage
from thermometer.ui.places import (
    CORNER,
    ChildsCard,
    CornerPlace,
    GuidedRepair,
    Home,
    LateEntry,
    Lock,
    NewCode,
    Observe,
    OneCheckIn,
    Parents,
    Repairs,
    RunTool,
    SetPin,
    Story,
    Week,
)
from thermometer.ui.sleep_watch import SleepWatch

SOMEBODY = uuid4()
PLACES: tuple[CornerPlace, ...] = (
    Week(),
    Parents(),
    Repairs(),
    LateEntry(),
    Observe(),
    Story(SOMEBODY, SOMEBODY),
    OneCheckIn(SOMEBODY, Story(SOMEBODY, SOMEBODY)),
    ChildsCard(GuidedRepair(SOMEBODY)),
    SetPin(Week()),
    NewCode(Week()),
)


@pytest.mark.parametrize("place", PLACES)
def test_no_place_of_the_corner_opens_without_the_pin(locked: Tablet, place: CornerPlace) -> None:
    assert isinstance(place, CORNER)
    locked.window.go(place)
    assert locked.window.place == Lock(place)


def test_every_kind_of_place_is_behind_the_gate(locked: Tablet) -> None:
    gate = Gate(locked.services.lock)
    kinds: tuple[type[Any], ...] = CORNER
    for kind in kinds:
        place = kind(*(SOMEBODY for _ in fields(kind)))
        assert isinstance(gate.way_to(place), Lock), kind


def test_a_lock_that_cannot_be_read_lets_nobody_in(
    locked: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled() -> None:
        raise Problem("data-no-access", path="family.db")

    with monkeypatch.context() as patched:
        patched.setattr(locked.services.lock, "state", pulled)
        locked.window.go(Week())
    assert locked.is_at(Home)
    assert "cannot be read" in locked.window.notice


def test_the_corner_stays_open_from_page_to_page(locked: Tablet) -> None:
    enter(locked, Week)
    for place in (Parents(), LateEntry(), Week()):
        locked.window.go(place)
        assert locked.window.place == place


def test_the_rail_locks_it(locked: Tablet) -> None:
    enter(locked, Week)
    locked.tap(locked.page(CornerPage).rail.lock)
    assert locked.is_at(Home)
    locked.window.go(Parents())
    assert locked.is_at(Lock)


def test_going_home_locks_it(locked: Tablet) -> None:
    enter(locked, Week)
    locked.window.go(Home())
    locked.window.go(Week())
    assert locked.is_at(Lock)


def idle_tablet(make_tablet: MakeTablet, idle: int = 60) -> Tablet:
    """Mia's and Mum's, locked, on which the corner is soon left alone."""
    tablet = make_tablet(timings=replace(QUICK, idle_corner=idle))
    tablet.people(2)
    tablet.open()
    tablet.services.lock.set_pin(tablet.person("Mum").id, PIN)
    tablet.window.go(Home())
    return tablet


def unlock(tablet: Tablet, wanted: CornerPlace) -> None:
    """Show the PIN to the lock that stands before ``wanted``, quicker than the idle time."""
    tablet.window.go(wanted)
    page = lock_page(tablet)
    page.pin.entered.emit(PIN)
    answered(tablet, page)


def test_two_idle_minutes_lock_it_and_keep_what_was_entered(make_tablet: MakeTablet) -> None:
    tablet = idle_tablet(make_tablet, idle=1_500)
    unlock(tablet, LateEntry())
    form = tablet.page(LateEntryPage)
    form.big.chips[Zone.YELLOW].click()
    tablet.arrive(Home)
    tablet.check_in("Mia", Zone.RED)
    tablet.go_home()
    tablet.window.go(Week())  # "Parents" on Home
    assert tablet.window.place == Lock(LateEntry())
    page = lock_page(tablet)
    page.pin.entered.emit(PIN)
    answered(tablet, page)
    tablet.arrive(LateEntry)
    assert form.big.chosen == (Zone.YELLOW,)


def test_it_is_kept_once(make_tablet: MakeTablet) -> None:
    tablet = idle_tablet(make_tablet, idle=1_500)
    unlock(tablet, Parents())
    tablet.arrive(Home)
    unlock(tablet, Parents())
    tablet.window.go(Week())
    assert tablet.is_at(Week)


def test_another_place_is_not_kept_from_who_wants_it(make_tablet: MakeTablet) -> None:
    tablet = idle_tablet(make_tablet)
    unlock(tablet, Parents())
    tablet.arrive(Home)
    tablet.window.go(Repairs())
    assert tablet.window.place == Lock(Repairs())


def test_a_page_that_shows_secrets_does_not_come_back(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, idle_corner=60))
    tablet.people(2)
    tablet.open()
    tablet.window.go(SetPin(Week()))
    tablet.arrive(Home)
    tablet.window.go(Week())
    assert tablet.is_at(Week)


def test_leaving_by_hand_keeps_what_is_a_draft(
    locked: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(locked, Week)
    locked.window.go(LateEntry())
    form = locked.page(LateEntryPage)
    form.big.chips[Zone.YELLOW].click()
    monkeypatch.setattr(form, "has_draft", lambda: True)
    locked.tap(form.rail.lock)
    locked.window.go(Week())
    assert locked.window.place == Lock(LateEntry())
    touch_digits(locked, lock_page(locked).pin, PIN)
    locked.arrive(LateEntry)
    assert form.big.chosen == (Zone.YELLOW,)


def test_what_a_child_holds_opens_nothing_else(locked: Tablet) -> None:
    gate = Gate(locked.services.lock)
    card = ChildsCard(GuidedRepair(SOMEBODY))
    gate.open()
    assert not gate.passed(Week(), card, keep=False)
    assert gate.way_to(card) == card
    assert gate.way_to(Week()) == Lock(Week())
    assert gate.way_to(GuidedRepair(SOMEBODY)) == Lock(GuidedRepair(SOMEBODY))
    gate.open()
    assert gate.way_to(Week()) == Week()


def test_a_tool_of_a_repair_belongs_to_the_corner(locked: Tablet) -> None:
    mum = locked.person("Mum")
    tool = locked.services.content.tool("water")
    use = locked.services.journal.start_tool(mum.id, "water", Zone.GREEN)
    repair = GuidedRepair(SOMEBODY)
    gate = Gate(locked.services.lock)
    gate.open()
    gate.passed(repair, RunTool(mum, tool, use, repair), keep=False)
    assert gate.way_to(repair) == repair
    gate.passed(RunTool(mum, tool, use, repair), Home(), keep=False)
    assert gate.way_to(repair) == Lock(repair)
    gate.open()
    gate.passed(Week(), RunTool(mum, tool, use), keep=False)
    assert gate.way_to(repair) == Lock(repair)


def test_a_sleep_of_the_device_is_noticed(locked: Tablet, steady: FakeSteadyClock) -> None:

    watch = SleepWatch(steady, 10, locked.window)
    slept: list[bool] = []
    watch.slept.connect(lambda: slept.append(True))
    watch.start()
    locked.let_pass(60)
    assert slept == []
    steady.advance(timedelta(minutes=1))
    locked.qtbot.waitUntil(lambda: slept == [True])
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert slept == [True, True]
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    watch.stop()
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert slept == [True, True]


def test_a_sleep_locks_the_corner(locked: Tablet) -> None:
    enter(locked, Week)
    locked.window.go(Parents())
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert locked.is_at(Home)
    QTest.mouseClick(locked.home.frame.parents, Qt.MouseButton.LeftButton)
    assert locked.window.place == Lock(Parents())


def test_a_tool_outlasts_a_sleep(locked: Tablet) -> None:
    locked.begin("Mia", Zone.YELLOW, "flower-candle")
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert locked.is_at(RunTool)
