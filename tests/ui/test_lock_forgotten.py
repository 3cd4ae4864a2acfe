"""Waits at the lock, and what helps who has forgotten the PIN."""

from __future__ import annotations

import re
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes import FakeSteadyClock
from tests.ui.conftest import MakeTablet
from tests.ui.locked import (
    OTHER,
    PIN,
    answered,
    fail,
    knock,
    lock_page,
    lock_up,
    set_page,
    touch_digits,
    type_into,
)
from tests.ui.tablet import Tablet
from thermometer.ui.places import Home, Lock, SetPin, Week


def test_after_five_wrong_ones_a_shape_shrinks(locked: Tablet, steady: FakeSteadyClock) -> None:
    page = knock(locked)
    fail(locked, page, 5)
    assert page.waiting.isVisible()
    assert not page.pin.isVisible()
    assert page.waiting.disc.left == 1.0
    steady.advance(timedelta(seconds=15))
    locked.qtbot.waitUntil(lambda: page.waiting.disc.left == 0.5)
    assert not [text for text in locked.words() if re.search(r"\d", text)]
    assert page.waiting.words.text == "You can try again in a moment."
    steady.advance(timedelta(seconds=15))
    locked.qtbot.waitUntil(page.pin.isVisible)
    touch_digits(locked, page.pin, PIN)
    locked.arrive(Week)


def test_a_long_wait_is_said_without_numbers(locked: Tablet, steady: FakeSteadyClock) -> None:
    page = knock(locked)
    for words in ("in a few minutes", "in a while"):
        while words not in page.waiting.words.text:
            steady.advance(locked.services.lock.wait().left)
            locked.qtbot.waitUntil(page.pin.isVisible)
            fail(locked, page, 1)
    assert not [text for text in locked.words() if re.search(r"\d", text)]


def test_coming_again_does_not_end_the_wait(locked: Tablet, steady: FakeSteadyClock) -> None:
    page = knock(locked)
    fail(locked, page, 5)
    locked.tap(page.back)
    assert knock(locked).waiting.isVisible()
    steady.advance(timedelta(seconds=30))
    locked.tap(lock_page(locked).back)
    assert knock(locked).pin.isVisible()


def test_the_recovery_code_is_entered_with_few_touches(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    code = lock_up(tablet)
    page = knock(tablet)
    tablet.tap(page.forgotten)
    tablet.tap(page.use_code.button)
    panel = page.code
    assert panel is not None
    for word in code.split():
        for letter in word:
            offered = [each for each in panel.offers if each.text() == word]
            if offered and offered[0].isVisible():
                tablet.tap(offered[0])
                break
            tablet.tap(panel.letters[letter])
        else:
            tablet.tap(next(each for each in panel.offers if each.text() == word))
    tablet.arrive(SetPin)
    touch_digits(tablet, set_page(tablet).pin, OTHER)
    touch_digits(tablet, set_page(tablet).pin, OTHER)
    tablet.qtbot.waitUntil(lambda: bool(set_page(tablet).sheet.code))
    assert set_page(tablet).sheet.code != code
    tablet.tap(set_page(tablet).written)
    tablet.arrive(Week)


def test_the_recovery_code_can_be_typed(locked: Tablet) -> None:
    code = locked.services.lock.new_code()
    page = knock(locked)
    locked.tap(page.forgotten)
    locked.tap(page.use_code.button)
    type_into(page, "zzz\b")
    panel = page.code
    assert panel is not None
    QTest.keyClick(panel, Qt.Key.Key_Backspace)
    type_into(page, "mo")
    QTest.keyClick(panel, Qt.Key.Key_Backspace)
    QTest.keyClick(panel, Qt.Key.Key_Backspace)
    QTest.keyClick(panel, Qt.Key.Key_Backspace)
    for word in code.split():
        type_into(page, word)
        QTest.keyClick(panel, Qt.Key.Key_Space)
    locked.arrive(SetPin)
    locked.tap(set_page(locked).not_now)
    locked.arrive(Week)
    assert not locked.services.lock.state().has_code


def test_other_words_open_nothing(locked: Tablet) -> None:
    page = knock(locked)
    locked.tap(page.forgotten)
    locked.tap(page.use_code.button)
    panel = page.code
    assert panel is not None
    for word in "acorn moon pear sail tent".split():
        type_into(page, word)
        QTest.keyClick(panel, Qt.Key.Key_Return)
    answered(locked, page)
    assert locked.is_at(Lock)
    assert panel.hint.text == "These were not the words. Please look at them again."
    assert panel.line.startswith("_")


def test_the_code_has_to_wait_as_well(locked: Tablet) -> None:
    page = knock(locked)
    fail(locked, page, 5)
    locked.tap(page.forgotten)
    locked.tap(page.use_code.button)
    assert page.waiting.isVisible()


def test_the_reset_can_be_seen_by_all_and_ended_by_a_pin(
    locked: Tablet, steady: FakeSteadyClock
) -> None:
    page = knock(locked)
    locked.tap(page.forgotten)
    locked.tap(page.reset.button)
    assert not page.reset.button.isVisible()
    assert "The lock opens tomorrow, 19:30" in page.reset.words.text
    locked.tap(page.back)
    assert "The parents' lock opens again tomorrow, 19:30" in locked.words()
    locked.tap(locked.home.frame.lock_notice)
    locked.arrive(Lock)
    touch_digits(locked, lock_page(locked).pin, PIN)
    locked.arrive(Week)
    locked.window.go(Home())
    assert not locked.home.frame.lock_notice.isVisible()
    steady.advance(timedelta(days=2))
    locked.window.go(Week())
    assert locked.is_at(Lock)


def test_after_a_day_a_hold_is_the_lock_again(locked: Tablet, steady: FakeSteadyClock) -> None:
    locked.services.lock.start_reset()
    steady.advance(timedelta(hours=20))
    locked.window.go(Home())
    assert "The parents' lock opens again today, 23:30" in locked.words()
    steady.advance(timedelta(hours=4))
    locked.window.go(Home())
    assert not locked.home.frame.lock_notice.isVisible()
    button = locked.home.frame.parents
    locked.press(button)
    locked.arrive(SetPin)  # offered anew
    locked.release(button)


def test_the_notice_of_a_reset_that_is_over_by_now_asks_for_the_hold(
    locked: Tablet, steady: FakeSteadyClock
) -> None:
    locked.services.lock.start_reset()
    locked.window.go(Home())
    steady.advance(timedelta(hours=24))
    locked.tap(locked.home.frame.lock_notice)
    assert locked.is_at(Lock)
    assert lock_page(locked).hold.isVisible()
