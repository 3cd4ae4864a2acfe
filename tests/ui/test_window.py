"""The window opens empty, goes from place to place, says what went wrong, guards full screen."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.settings import part, show
from tests.ui.tablet import QUICK, Tablet
from thermometer import __version__
from thermometer.domain.changes import Change
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.ui import unexpected
from thermometer.ui.data_settings import DataSettings
from thermometer.ui.page import Wish
from thermometer.ui.places import Home, SafePlace
from thermometer.ui.screen_window import USUAL
from thermometer.ui.setting_sections import Section
from thermometer.ui.timings import Timings


def test_an_empty_window_paints_at_once(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    with tablet.qtbot.waitSignal(tablet.window.painted):
        tablet.window.show()
    assert (tablet.window.place, tablet.window.page, tablet.window.notice) == (None, None, "")


def test_nothing_can_be_gone_to_before_there_is_a_family(make_tablet: MakeTablet) -> None:
    with pytest.raises(RuntimeError, match="furnish"):
        make_tablet().window.go(Home())


def test_each_place_is_told(tablet: Tablet) -> None:
    with tablet.qtbot.waitSignal(tablet.window.arrived) as told:
        tablet.tap_zone("Mia", Zone.RED)
    assert told.args == [SafePlace(tablet.person("Mia"), Zone.RED)]


def test_one_page_is_seen_at_a_time(tablet: Tablet) -> None:
    home = tablet.home
    tablet.check_in("Mia", Zone.RED)
    assert tablet.safe_place.isVisible()
    assert not home.isVisible()
    assert tablet.safe_place.size() == tablet.window.size()


def test_a_notice_says_what_happened_and_goes(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, notice=150))
    tablet.people(2)
    tablet.open()
    tablet.window.say(Problem("data-no-space", path="X"))
    assert "full" in tablet.window.notice
    assert tablet.window.notice in {each.text for each in drawings.of(tablet.window)}
    tablet.qtbot.waitUntil(lambda: tablet.window.notice == "")


def test_a_notice_takes_no_tap_from_what_is_under_it(tablet: Tablet) -> None:
    tablet.window.say(Problem("unexpected"))
    tablet.check_in("Mia", Zone.GREEN)
    assert tablet.zones() == [Zone.GREEN]


def test_only_the_page_in_view_refreshes(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.RED)
    page = tablet.safe_place
    tablet.services.notify(Change.PEOPLE)
    assert tablet.safe_place is page
    tablet.people(3)
    tablet.go_home()
    assert len(tablet.home.panels) == 3


def test_home_comes_by_itself(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, idle_home=200))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.arrive(Home)


def test_a_touch_keeps_the_page_a_while_longer(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, idle_home=600))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    for _ in range(4):
        tablet.let_pass(250)
        QTest.mouseClick(tablet.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        assert tablet.is_at(SafePlace)
    tablet.arrive(Home)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_look_can_be_drawn(make_tablet: MakeTablet, theme: str) -> None:
    tablet = make_tablet(theme=theme)
    tablet.people(2)
    tablet.open()
    ground = tablet.window.grab().toImage().pixelColor(2, 2)
    assert ground == tablet.theme.tokens.paper


def test_a_screen_reader_hears_who_and_which_word(tablet: Tablet) -> None:
    names = drawings.spoken(tablet.window)
    for person in tablet.family():
        assert {f"{person.name}: {word}" for word in person.words} <= names


# ------------------------------------------------------------------------------ mistakes of ours


@pytest.fixture
def caught(tablet: Tablet) -> Iterator[Tablet]:
    """A tablet that catches what nobody else caught."""
    before = sys.excepthook
    unexpected.catch(tablet.window.say)
    yield tablet
    sys.excepthook = before


def report() -> None:
    """Hand what is being caught to whoever catches what nobody caught."""
    kind, error, trace = sys.exc_info()
    assert kind is not None
    assert error is not None
    sys.excepthook(kind, error, trace)


def _blow_up(name: str) -> None:
    raise ValueError(name)


def _refuse(key: str) -> None:
    raise Problem(key)


def test_nobody_sees_a_traceback(
    caught: Tablet, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        try:
            _blow_up("Mia is in red")
        except ValueError:
            report()
    assert "safe" in caught.window.notice
    shown = " ".join(caught.words())
    assert "Traceback" not in shown
    assert "ValueError" not in shown
    printed = "".join(capsys.readouterr())
    for told in (caplog.text, printed):
        assert "Mia" not in told
        assert "red" not in told
    assert "ValueError" in caplog.text
    assert "_blow_up" in caplog.text


def test_a_problem_that_nobody_caught_has_its_own_sentence(caught: Tablet) -> None:
    try:
        _refuse("name-empty")
    except Problem:
        report()
    assert "no name" in caught.window.notice


def test_the_tap_before_a_mistake_is_kept(caught: Tablet) -> None:
    caught.check_in("Mia", Zone.RED)
    try:
        _blow_up("Mia")
    except ValueError:
        report()
    assert caught.zones() == [Zone.RED]


def test_the_log_of_an_ordinary_day_has_no_names_or_zones(
    tablet: Tablet, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "thermometer"):
        tablet.check_in("Mia", Zone.RED)
        tablet.tap(tablet.safe_place.oops)
        tablet.window.say(Problem("name-taken", name="Mia"))
    for word in ("Mia", "red", "Too big"):
        assert word not in caplog.text


# ------------------------------------------------------------------------------ full screen


@pytest.fixture
def kiosk(make_tablet: MakeTablet) -> Iterator[Tablet]:
    """A tablet on the kitchen wall: no frame, the whole screen."""
    tablet = make_tablet(timings=replace(QUICK, hold=150))
    tablet.people(2)
    tablet.window.kiosk = True
    tablet.window.open_up()
    tablet.open()
    tablet.window.showFullScreen()
    yield tablet
    tablet.window.kiosk = False


@pytest.mark.parametrize("kiosk", [False, True])
def test_it_is_large_where_nobody_manages_windows(
    make_tablet: MakeTablet, monkeypatch: pytest.MonkeyPatch, *, kiosk: bool
) -> None:
    window = make_tablet().window
    window.kiosk = kiosk
    for unheard in ("showMaximized", "showFullScreen"):
        monkeypatch.setattr(window, unheard, window.show)
    window.open_up()
    screen = window.screen()
    assert window.size() == (screen.size() if kiosk else USUAL.boundedTo(screen.availableSize()))
    window.kiosk = False


def test_a_wall_tablet_has_no_frame(kiosk: Tablet) -> None:
    assert kiosk.window.isFullScreen()
    assert kiosk.window.windowFlags() & Qt.WindowType.FramelessWindowHint


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.Key.Key_Back, Qt.Key.Key_Q])
def test_a_child_cannot_close_it(kiosk: Tablet, key: Qt.Key) -> None:
    QTest.keyClick(kiosk.window, key)
    QTest.keyClick(kiosk.window, key, Qt.KeyboardModifier.ControlModifier)
    kiosk.window.close()  # as Alt+F4 asks it to
    assert kiosk.window.isVisible()
    assert kiosk.window.isFullScreen()
    kiosk.check_in("Mia", Zone.RED)


@pytest.mark.parametrize("put_away", [QMainWindow.showNormal, QMainWindow.showMinimized])
def test_a_menu_of_the_desktop_does_not_shrink_it(
    kiosk: Tablet, put_away: Callable[[QMainWindow], None]
) -> None:
    put_away(kiosk.window)
    assert not kiosk.window.isFullScreen() or kiosk.window.isMinimized()
    kiosk.qtbot.waitUntil(lambda: kiosk.window.isFullScreen() and not kiosk.window.isMinimized())
    kiosk.window.showMinimized()
    kiosk.window.come_to_front()
    assert kiosk.window.isFullScreen()


def test_a_short_touch_only_gives_a_hint(kiosk: Tablet) -> None:
    assert "Hold for three seconds" not in kiosk.words()
    button = kiosk.home.frame.parents
    kiosk.press(button)
    kiosk.release(button)
    assert kiosk.is_at(Home)
    assert "Hold for three seconds" in kiosk.words()
    kiosk.let_pass(300)
    assert kiosk.is_at(Home)


def test_three_seconds_open_it() -> None:
    assert Timings().hold == 3_000


def test_a_hold_opens_the_way_out(kiosk: Tablet) -> None:
    page = kiosk.open_settings()
    assert str(kiosk.services.folder) == part(kiosk, Section.DATA, DataSettings).folder
    show(kiosk, Section.ABOUT)
    assert any(__version__ in text for text in kiosk.words())
    kiosk.tap(page.leave_full_screen)


def test_leaving_full_screen_makes_it_a_window_that_can_be_closed(kiosk: Tablet) -> None:
    kiosk.window.wished.connect(
        lambda wish: kiosk.window.leave_full_screen() if wish is Wish.LEAVE_FULL_SCREEN else None
    )
    kiosk.tap(kiosk.open_settings().leave_full_screen)
    assert not kiosk.window.isFullScreen()
    assert not kiosk.window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert kiosk.window.close()


def test_in_a_window_there_is_no_full_screen_to_leave(tablet: Tablet) -> None:
    assert not tablet.open_settings().leave_full_screen.isVisible()
