"""Choosing a PIN: offered once, entered twice, the recovery code shown once; the settings of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.fakes import FakeSteadyClock
from tests.ui.conftest import MakeTablet
from tests.ui.locked import (
    OTHER,
    PIN,
    WRONG,
    enter,
    knock,
    lock_page,
    lock_up,
    set_page,
    touch_digits,
    type_into,
)
from tests.ui.settings import part, show, touch
from tests.ui.tablet import QUICK, Tablet
from thermometer.ui.lock_settings import LockSettings
from thermometer.ui.pages.set_pin import SetPinPage
from thermometer.ui.places import Home, Lock, NewCode, Parents, Repairs, SetPin, Week
from thermometer.ui.setting_sections import Section
from thermometer.ui.start_settings import StartSettings
from thermometer.ui.widgets.pill_button import PillButton


@pytest.fixture
def new(make_tablet: MakeTablet) -> Tablet:
    """Home of a family that has never opened the corner."""
    tablet = make_tablet(offers_pin=True)
    tablet.people(2)
    tablet.open()
    return tablet


def hold(tablet: Tablet) -> None:
    """Hold "Parents" until something opens."""
    button = tablet.home.frame.parents
    tablet.press(button)
    tablet.qtbot.waitUntil(lambda: not tablet.is_at(Home))
    tablet.release(button)


def tap_named(tablet: Tablet, text: str) -> None:
    """Touch the first button of that text on the page of settings."""
    buttons = part(tablet, Section.LOCK, LockSettings).card.findChildren(PillButton)
    touch(tablet, next(each for each in buttons if each.text() == text and each.isVisible()))


def choose(tablet: Tablet, pin: str) -> SetPinPage:
    """Enter a PIN twice, and wait until it is kept."""
    page = set_page(tablet)
    touch_digits(tablet, page.pin, pin)
    touch_digits(tablet, page.pin, pin)
    tablet.qtbot.waitUntil(lambda: not page.is_busy)
    return page


def test_the_first_opening_offers_a_pin(new: Tablet) -> None:
    hold(new)
    page = set_page(new)
    assert new.window.place == SetPin(Week(), offered=True)
    new.tap(page.yes.button)
    assert not page.owners.isVisible()
    choose(new, PIN)
    code = page.sheet.code
    assert len(code.split()) == 5
    assert all(word in new.words() for word in code.split())
    new.tap(page.written)
    new.arrive(Week)
    assert page.sheet.code == ""
    new.window.go(Home())
    enter(new, Week)


def test_a_first_opening_by_another_way_offers_it_too(new: Tablet) -> None:
    new.window.go(Lock(Repairs()))  # the chip on Home
    new.press(lock_page(new).hold)
    new.arrive(SetPin)
    new.window.releaseMouse()
    assert new.window.place == SetPin(Repairs(), offered=True)
    new.tap(set_page(new).not_now)
    new.arrive(Repairs)


def test_while_a_pen_is_looked_for_the_code_stays_and_opens_nothing(tablet: Tablet) -> None:
    tablet.window.go(SetPin(Parents()))
    page = choose(tablet, PIN)
    code = page.sheet.code
    tablet.window._go_home()  # nobody has touched anything for two minutes
    assert tablet.is_at(SetPin)
    assert page.sheet.code == code
    tablet.tap(page.written)
    assert tablet.window.place == Lock(Parents())


@pytest.mark.parametrize("place", [SetPin(Parents()), NewCode(Parents())])
def test_a_device_that_slept_shows_no_code(tablet: Tablet, place: SetPin | NewCode) -> None:
    if isinstance(place, NewCode):
        lock_up(tablet)
        tablet.window._ready.gate.open()
    tablet.window.go(place)
    page = set_page(tablet)
    if isinstance(place, SetPin):
        choose(tablet, PIN)
    tablet.qtbot.waitUntil(page.is_running)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert tablet.is_at(Home)
    assert page.sheet.code == ""
    tablet.tap(tablet.home.frame.parents)
    assert tablet.window.place == Lock(Week())


def test_a_pad_on_which_nobody_chooses_is_left_after_two_minutes(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, idle_corner=60))
    tablet.people(2)
    tablet.open()
    tablet.window.go(SetPin(Parents()))
    tablet.arrive(Home)


def test_not_now_is_an_answer(new: Tablet) -> None:
    hold(new)
    new.tap(set_page(new).not_now)
    new.arrive(Week)
    new.window.go(Home())
    hold(new)
    assert new.is_at(Week)


def test_an_offer_that_is_left_comes_again(new: Tablet) -> None:
    hold(new)
    new.tap(set_page(new).back)
    assert new.is_at(Home)
    hold(new)
    assert new.is_at(SetPin)


@pytest.mark.parametrize("pin", ["1234", "2580", "1111"])
def test_an_obvious_pin_is_refused_kindly(tablet: Tablet, pin: str) -> None:
    tablet.window.go(SetPin(Week()))
    page = set_page(tablet)
    touch_digits(tablet, page.pin, pin)
    assert page.pin.words.text == "A child would try that one first. Please choose another."
    choose(tablet, PIN)
    assert page.sheet.isVisible()


def test_two_that_differ_begin_again(tablet: Tablet) -> None:
    tablet.window.go(SetPin(Week()))
    page = set_page(tablet)
    touch_digits(tablet, page.pin, PIN)
    touch_digits(tablet, page.pin, WRONG)
    assert page.pin.words.text == "The two were not the same. Please choose again."
    assert not tablet.services.lock.state().is_set
    choose(tablet, OTHER)
    assert tablet.services.lock.state().is_set


def test_a_pin_half_chosen_is_forgotten_when_the_page_is_left(tablet: Tablet) -> None:
    tablet.window.go(SetPin(Week()))
    touch_digits(tablet, set_page(tablet).pin, PIN)
    tablet.window.go(Home())
    tablet.window.go(SetPin(Week()))
    touch_digits(tablet, set_page(tablet).pin, PIN)
    assert not tablet.services.lock.state().is_set
    assert not set_page(tablet).is_busy


def test_everything_by_keys(tablet: Tablet) -> None:
    tablet.window.go(SetPin(Week()))
    page = set_page(tablet)
    for _ in range(2):
        type_into(page, PIN)
        focus = tablet.window.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Return)
    tablet.qtbot.waitUntil(lambda: bool(page.sheet.code))
    QTest.keyClick(page.written, Qt.Key.Key_Space)
    tablet.arrive(Week)


def test_each_parent_chooses_their_own(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    tablet.window.go(SetPin(Week()))
    page = set_page(tablet)
    dad = tablet.person("Dad").id
    tablet.tap(page.owners.buttons[dad])
    choose(tablet, PIN)
    assert tablet.services.lock.state().owners == (dad,)


def test_a_family_of_children_has_one_pin(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(1)
    tablet.open()
    tablet.window.go(SetPin(Week()))
    choose(tablet, PIN)
    assert tablet.services.lock.state().owners == (None,)
    tablet.tap(set_page(tablet).written)
    tablet.window.go(Home())
    enter(tablet, Week)


def test_the_settings_set_change_and_take_away(tablet: Tablet) -> None:
    tablet.window.go(Parents())
    show(tablet, Section.LOCK)
    assert "Mum: no PIN" in tablet.words()
    tap_named(tablet, "Set a PIN")
    tablet.tap(choose(tablet, PIN).written)
    tablet.arrive(Parents)
    assert "Mum: PIN set" in tablet.words()
    tap_named(tablet, "Change PIN")
    choose(tablet, OTHER)
    tablet.arrive(Parents)  # there is a code already: none is shown
    tablet.window.go(Home())
    touch_digits(tablet, knock(tablet).pin, OTHER)
    tablet.arrive(Week)
    tablet.window.go(Parents())
    tap_named(tablet, "Take the PIN away")
    assert "Mum: no PIN" in tablet.words()
    assert not tablet.services.lock.state().is_set


def test_a_new_recovery_code_is_shown_once(locked: Tablet) -> None:
    enter(locked, Week)
    locked.window.go(Parents())
    tap_named(locked, "New recovery code")
    locked.arrive(NewCode)
    page = set_page(locked)
    locked.qtbot.waitUntil(lambda: bool(page.sheet.code))
    code = page.sheet.code
    locked.tap(page.written)
    locked.arrive(Parents)
    assert locked.services.lock.try_code(code).value == "open"


def test_the_start_is_set(locked: Tablet) -> None:
    enter(locked, Week)
    locked.window.go(Parents())
    start = part(locked, Section.HOME, StartSettings).list
    full, with_computer = (row.buttons[0] for row in start.rows)
    assert (full.text(), with_computer.text()) == ("Off", "Off")
    touch(locked, full)
    touch(locked, start.rows[1].buttons[0])
    assert [row.buttons[0].text() for row in start.rows] == ["On", "On"]
    starting = locked.services.starting()
    assert starting.in_full_screen()
    assert starting.with_computer()
    touch(locked, start.rows[0].buttons[0])
    assert not starting.in_full_screen()


def test_wrong_pins_before_do_not_hinder_a_new_one(locked: Tablet, steady: FakeSteadyClock) -> None:
    lock = locked.services.lock
    mum = locked.person("Mum").id
    for _ in range(5):
        lock.try_pin(mum, WRONG)
    steady.advance(timedelta(seconds=30))
    enter(locked, Week)
    locked.window.go(SetPin(Week()))
    choose(locked, OTHER)
    locked.arrive(Week)
    locked.window.go(Home())
    knock(locked)
    assert lock_page(locked).pin.isVisible()
    assert locked.is_at(Lock)
