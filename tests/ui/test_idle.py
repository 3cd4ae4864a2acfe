"""A Home that nobody touches dims; the touch that wakes it does nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.fakes import FakeClock, FakeSteadyClock
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.locked import PIN
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.problems import Problem
from thermometer.domain.settings import NEVER, Motion
from thermometer.domain.zones import Zone
from thermometer.ui.idle import Idle
from thermometer.ui.places import Home, Week
from thermometer.ui.timings import Timings
from thermometer.ui.widgets.idle_picture import PLACES, IdlePicture

QUICKLY = replace(QUICK, dim=120)
SLOWLY = replace(QUICK, tap_guard=700)


def idle_of(tablet: Tablet) -> Idle:
    return tablet.window.findChildren(Idle)[-1]


def dimmed(tablet: Tablet) -> IdlePicture:
    """The picture, once it covers the window."""
    idle = idle_of(tablet)
    idle.dim()
    assert idle.picture is not None
    assert idle.is_dim
    return idle.picture


@pytest.fixture
def dim(make_tablet: MakeTablet) -> Tablet:
    """A dimmed Home of Mia and Mum, on which an excited hand's taps are ignored."""
    tablet = make_tablet(timings=SLOWLY)
    tablet.people(2)
    tablet.open()
    dimmed(tablet)
    return tablet


def plate(tablet: Tablet) -> QWidget:
    return tablet.panel("Mia").thermometer.buttons.of(Zone.RED)


def place_of(tablet: Tablet, target: QWidget) -> QPoint:
    return target.mapTo(tablet.window, target.rect().center())


def line(image: QImage, y: int) -> bytes:
    """One line of pixels."""
    return bytes(image.copy(0, y, image.width(), 1).constBits())


def test_home_dims_after_the_time_chosen(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=QUICKLY)
    tablet.people(2)
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, dim_minutes=30))
    assert QUICKLY.dim_of(kept.now) == 360
    tablet.open()
    tablet.let_pass(200)
    assert not idle_of(tablet).is_dim
    tablet.qtbot.waitUntil(lambda: idle_of(tablet).is_dim)


def test_a_touch_begins_the_wait_again(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, dim=600))
    tablet.people(2)
    tablet.open()
    for _ in range(4):
        tablet.let_pass(250)
        QTest.mouseClick(tablet.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        assert not idle_of(tablet).is_dim
    tablet.qtbot.waitUntil(lambda: idle_of(tablet).is_dim)


def test_never_is_never(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=QUICKLY)
    tablet.people(2)
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, dim_minutes=NEVER))
    tablet.open()
    tablet.let_pass(400)
    assert not idle_of(tablet).is_dim


def test_elsewhere_it_goes_home_first(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICKLY, idle_home=500))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.let_pass(250)
    assert not idle_of(tablet).is_dim
    tablet.arrive(Home)
    tablet.qtbot.waitUntil(lambda: idle_of(tablet).is_dim)


def test_the_click_that_wakes_is_swallowed(dim: Tablet) -> None:
    where, glass, left = place_of(dim, plate(dim)), dim.window.windowHandle(), Qt.MouseButton
    QTest.mousePress(glass, left.LeftButton, pos=where)
    assert idle_of(dim).is_dim  # until the hand is gone
    QTest.mouseRelease(glass, left.LeftButton, pos=where)
    assert not idle_of(dim).is_dim
    assert dim.check_ins() == []
    dim.drum(plate(dim), 3)  # and so is what follows too soon
    assert dim.check_ins() == []
    assert dim.is_at(Home)


def test_the_double_click_that_wakes_is_swallowed(dim: Tablet) -> None:
    where = place_of(dim, plate(dim))
    QTest.mouseDClick(dim.window.windowHandle(), Qt.MouseButton.LeftButton, pos=where)
    assert not idle_of(dim).is_dim
    assert dim.check_ins() == []


def test_the_finger_that_wakes_is_swallowed(dim: Tablet) -> None:
    finger = QTest.createTouchDevice()
    assert isinstance(finger, QPointingDevice)
    where, glass = place_of(dim, plate(dim)), dim.window.windowHandle()
    QTest.touchEvent(glass, finger).press(0, where, glass).commit()
    assert idle_of(dim).is_dim
    QTest.touchEvent(glass, finger).move(0, where + QPoint(3, 3), glass).commit()
    QTest.touchEvent(glass, finger).release(0, where, glass).commit()
    assert not idle_of(dim).is_dim
    assert dim.check_ins() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_the_key_that_wakes_is_swallowed(make_tablet: MakeTablet, key: Qt.Key) -> None:
    tablet = make_tablet(timings=SLOWLY)
    tablet.people(2)
    tablet.open()
    plate(tablet).setFocus()
    dimmed(tablet)
    glass = tablet.window.windowHandle()
    QTest.keyPress(glass, key)
    assert idle_of(tablet).is_dim
    QTest.keyRelease(glass, key)
    assert not idle_of(tablet).is_dim
    assert tablet.check_ins() == []
    assert plate(tablet).hasFocus()


def test_a_wheel_wakes_it_too(dim: Tablet) -> None:
    picture = idle_of(dim).picture
    assert picture is not None
    turn = QWheelEvent(
        QPointF(9, 9),
        QPointF(9, 9),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(picture, turn)
    dim.qtbot.waitUntil(lambda: not idle_of(dim).is_dim)


def test_a_key_whose_end_another_window_gets_does_not_keep_it_there(dim: Tablet) -> None:
    picture = idle_of(dim).picture
    assert picture is not None
    QTest.keyPress(picture, Qt.Key.Key_Alt)
    assert idle_of(dim).is_dim
    QApplication.sendEvent(picture, QEvent(QEvent.Type.WindowDeactivate))
    assert not idle_of(dim).is_dim


def test_after_a_while_home_is_there_to_be_touched(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, fade=40))
    tablet.people(2)
    tablet.open()
    picture = dimmed(tablet)
    tablet.tap(picture)
    tablet.qtbot.waitUntil(lambda: not idle_of(tablet).is_dim)
    tablet.check_in("Mia", Zone.GREEN)
    assert tablet.zones() == [Zone.GREEN]


@pytest.mark.parametrize("motion", list(Motion))
def test_with_less_motion_nothing_fades(make_tablet: MakeTablet, motion: Motion) -> None:
    tablet = make_tablet(timings=replace(QUICK, fade=60_000))
    tablet.people(2)
    tablet.open()
    tablet.theme.reduced_motion = motion is Motion.REDUCED
    picture = dimmed(tablet)
    colour = picture.grab().toImage().pixelColor(2, 2)
    assert (colour == tablet.theme.tokens.dim_ground) == (motion is Motion.REDUCED)


def test_it_shows_the_time_and_nobodys_name(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet(timings=replace(QUICK, dim=0))
    tablet.people(3)
    tablet.open()
    picture = dimmed(tablet)
    assert picture.geometry() == tablet.window.rect()
    assert drawings.of(picture) == []  # nothing but the time, which is drawn larger than any text
    assert picture.accessibleName() == picture.time
    assert picture.time[-2:] == f"{clock.now().minute:02}"
    before = picture.grab().toImage()
    picture.show_time("0", "", 0)
    after = picture.grab().toImage()
    middle = after.height() // 2
    changed = [y for y in range(middle, after.height()) if line(before, y) != line(after, y)]
    assert len(changed) >= 2 * tablet.theme.text_px("display")
    tablet.window.resize(800, 480)
    tablet.qtbot.waitUntil(lambda: picture.geometry() == tablet.window.rect())


def test_it_moves_a_little_every_few_minutes(dim: Tablet, clock: FakeClock) -> None:
    picture = idle_of(dim).picture
    assert picture is not None
    pictures: set[bytes] = set()
    for _ in PLACES:
        picture.show_time("12:34", "", len(pictures))
        pictures.add(bytes(picture.grab().toImage().constBits()))
    assert len(pictures) == len(PLACES)


def test_its_one_timer_waits_for_the_next_minute(dim: Tablet, clock: FakeClock) -> None:
    running = [each for each in dim.window.findChildren(QTimer) if each.isActive()]
    mine = [each for each in running if each.parent() is idle_of(dim)]
    for timer in mine:
        assert timer.isSingleShot()
        assert timer.interval() > 1000 * (60 - clock.now().second) - 1000


def test_a_reset_of_the_lock_is_seen_there_too(locked: Tablet, steady: FakeSteadyClock) -> None:
    assert dimmed(locked).notice == ""
    locked.services.lock.start_reset()
    picture = dimmed(locked)
    assert picture.notice.startswith("The parents' lock opens again tomorrow, ")
    assert picture.notice in {each.text for each in drawings.of(picture)}
    locked.services.lock.try_pin(locked.person("Mum").id, PIN)
    assert dimmed(locked).notice == ""


def test_what_cannot_be_known_keeps_nobody_from_the_time(
    tablet: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise Problem("data-no-access", path="X")

    monkeypatch.setattr(type(tablet.services.lock), "state", lambda _self: refuse())
    picture = dimmed(tablet)
    assert picture.time
    assert picture.notice == ""
    monkeypatch.setattr(type(tablet.services.preferences), "now", property(lambda _self: refuse()))
    picture.go()
    QTest.mouseClick(tablet.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not idle_of(tablet).is_dim


def test_whoever_goes_elsewhere_sees_it(dim: Tablet) -> None:
    dim.window.go(Week())
    assert not idle_of(dim).is_dim


def test_a_family_let_go_of_takes_it_along(dim: Tablet) -> None:
    idle = idle_of(dim)
    dim.window.furnish(dim.services, dim.services.sentences)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(idle)
    assert len(dim.window.findChildren(Idle)) == 1
    assert dim.window.findChildren(IdlePicture) == []
    dim.window.go(Home())
    dimmed(dim)


def test_ten_minutes_are_usual() -> None:
    assert Timings().dim == 600_000
