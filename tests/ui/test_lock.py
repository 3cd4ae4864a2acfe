"""The lock's page: digits by touch and keys, waits, and what helps who has forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.conftest import MakeTablet
from tests.ui.locked import (
    OTHER,
    PIN,
    WRONG,
    answered,
    knock,
    lock_page,
    lock_up,
    touch_digits,
    type_into,
)
from tests.ui.tablet import Tablet
from thermometer.ui import announce
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.places import Home, Lock, Parents, Week


def test_without_a_pin_a_plain_touch_opens_nothing(tablet: Tablet) -> None:
    tablet.tap(tablet.home.frame.parents)
    tablet.let_pass(150)
    assert tablet.is_at(Home)


def test_with_a_pin_a_plain_touch_asks_for_it(locked: Tablet) -> None:
    page = knock(locked)
    assert locked.window.place == Lock(Week())
    assert page.pin.hasFocus()
    assert not page.owners.isVisible()


def test_touched_digits_open_the_place_that_was_wanted(locked: Tablet) -> None:
    locked.window.go(Parents())
    touch_digits(locked, lock_page(locked).pin, PIN)
    locked.arrive(Parents)
    locked.window.go(Week())
    assert locked.is_at(Week)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_typed_digits_do_too(locked: Tablet, key: Qt.Key) -> None:
    page = knock(locked)
    type_into(page, PIN)
    QTest.keyClick(locked.window.focusWidget(), key)
    locked.arrive(Week)


def test_the_number_block_is_as_good(locked: Tablet) -> None:
    page = knock(locked)
    for digit in PIN:
        QTest.keyClick(page.pin, Qt.Key(ord(digit)), Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(page.pin, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    locked.arrive(Week)


def test_a_screen_reader_presses_named_keys(locked: Tablet) -> None:
    page = knock(locked)
    names = {key.accessibleName() for key in page.pin.pad.findChildren(QAbstractButton)}
    assert names == {*"0123456789", "Done", "Erase"}
    assert page.pin.accessibleName() == "PIN"
    for digit in PIN:
        page.pin.pad.digits[digit].click()
    page.pin.pad.done.click()
    locked.arrive(Week)


def test_the_tab_key_walks_over_the_pad(locked: Tablet) -> None:
    page = knock(locked)
    seen = []
    for _ in range(12):
        QTest.keyClick(locked.window.focusWidget(), Qt.Key.Key_Tab)
        focus = locked.window.focusWidget()
        seen.append(focus.accessibleName())
    assert seen[:9] == list("123456789")
    assert "0" in seen
    page.pin.pad.digits["7"].setFocus()
    QTest.keyClick(page.pin.pad.digits["7"], Qt.Key.Key_Space)
    QTest.keyClick(page.pin.pad.digits["7"], Qt.Key.Key_3)  # typed while a key has the focus
    assert page.pin.dots.filled == 2


def test_dots_say_how_many_and_never_which(locked: Tablet, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "thermometer.ui.widgets.pin_dots.announce", lambda _, text: told.append(text)
    )
    page = knock(locked)
    type_into(page, "490")
    QTest.keyClick(page.pin, Qt.Key.Key_Backspace)
    assert page.pin.dots.filled == 2
    assert page.pin.dots.accessibleName() == "Digits entered: 2"
    assert told[-4:] == [f"Digits entered: {n}" for n in (1, 2, 3, 2)]
    assert not [text for text in locked.words() if "490" in text or "49" in text]


def test_an_announcement_reaches_qt(locked: Tablet) -> None:
    announce.announce(locked.window, "Enter the PIN")


def test_done_waits_for_four_digits_and_no_more_than_eight_are_taken(locked: Tablet) -> None:
    page = knock(locked)
    assert not page.pin.pad.done.isEnabled()
    type_into(page, "490")
    QTest.keyClick(page.pin, Qt.Key.Key_Return)
    assert not page.is_busy
    assert not page.pin.pad.done.isEnabled()
    type_into(page, "73512")
    assert page.pin.dots.filled == 8
    type_into(page, "6")
    assert page.pin.dots.filled == 8
    assert page.pin.pad.done.isEnabled()


def test_a_wrong_pin_is_said_calmly(locked: Tablet) -> None:
    page = knock(locked)
    touch_digits(locked, page.pin, WRONG)
    answered(locked, page)
    assert locked.is_at(Lock)
    assert page.pin.dots.filled == 0
    assert page.pin.words.text == "That was not it. Please try again."
    touch_digits(locked, page.pin, PIN)
    locked.arrive(Week)


def test_nothing_is_taken_while_a_pin_is_checked(locked: Tablet) -> None:
    page = knock(locked)
    touch_digits(locked, page.pin, WRONG)
    assert page.is_busy
    assert not page.pin.isEnabled()
    locked.tap(page.pin.pad.digits["1"])
    answered(locked, page)
    assert page.pin.isEnabled()
    assert page.pin.dots.filled == 0


def test_leaving_during_the_check_leaves_the_corner_locked(locked: Tablet) -> None:
    page = knock(locked)
    touch_digits(locked, page.pin, PIN)
    locked.tap(page.back)
    assert locked.is_at(Home)
    locked.let_pass(200)
    assert locked.is_at(Home)
    locked.window.go(Week())
    assert locked.is_at(Lock)


def test_what_was_entered_is_gone_when_one_comes_again(locked: Tablet) -> None:
    page = knock(locked)
    type_into(page, "490")
    QTest.keyClick(locked.window.focusWidget(), Qt.Key.Key_Escape)
    assert locked.is_at(Home)
    assert knock(locked).pin.dots.filled == 0


def test_each_parent_has_their_own(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    lock_up(tablet, "Mum", "Dad")
    tablet.services.lock.set_pin(tablet.person("Dad").id, OTHER)
    page = knock(tablet)
    mum, dad = (tablet.person(name).id for name in ("Mum", "Dad"))
    assert list(page.owners.buttons) == [mum, dad]
    touch_digits(tablet, page.pin, OTHER)
    answered(tablet, page)
    assert tablet.is_at(Lock)
    type_into(page, "49")
    tablet.tap(page.owners.buttons[dad])
    assert page.pin.dots.filled == 0
    touch_digits(tablet, page.pin, OTHER)
    tablet.arrive(Week)
    tablet.tap(tablet.page(CornerPage).rail.lock)
    assert knock(tablet).owners.current == dad


def test_a_chip_without_a_pin_asks_for_the_hold(tablet: Tablet) -> None:
    tablet.window.go(Lock(Week()))
    page = lock_page(tablet)
    assert not page.pin.isVisible()
    tablet.tap(page.hold)
    tablet.let_pass(120)
    assert tablet.is_at(Lock)
    tablet.press(page.hold)
    tablet.arrive(Week)
    tablet.window.releaseMouse()


def test_a_problem_leaves_the_pad_usable(locked: Tablet, monkeypatch: pytest.MonkeyPatch) -> None:
    page = knock(locked)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("thermometer.services.slow_hash.SlowHash.matches", broken)
        touch_digits(locked, page.pin, PIN)
        answered(locked, page)
    assert "Something went wrong" in locked.window.notice
    touch_digits(locked, page.pin, PIN)
    locked.arrive(Week)
