"""What a nine-year-old tries: keys, gestures, files dragged in. Nothing without the PIN."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.locked import knock
from tests.ui.tablet import Tablet
from thermometer.domain.zones import Zone
from thermometer.ui.places import CORNER, Home, Lock, Place, SafePlace

NAMED = "Back Forward HomePage Menu Print Open Save Close Exit Help Settings Documents Search"
KEYS = [
    *(Qt.Key(Qt.Key.Key_F1.value + n) for n in range(12)),
    *(Qt.Key[f"Key_{name}"] for name in NAMED.split()),
]
SHORTCUTS = "OPSQWNRTFHZ0"
HELD = [
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]


@pytest.fixture(params=["home", "safe place", "tool", "lock", "ways", "code"])
def shared(request: pytest.FixtureRequest, locked: Tablet) -> Iterator[Tablet]:
    """A tablet in full screen, on each page that a child can come to."""
    locked.window.fill_screen()
    if request.param in ("safe place", "tool"):
        locked.check_in("Mia", Zone.YELLOW)
        if request.param == "tool":
            locked.choose("squish")
    elif request.param != "home":
        page = knock(locked)
        if request.param in ("ways", "code"):
            locked.tap(page.forgotten)
        if request.param == "code":
            locked.tap(page.use_code.button)
    yield locked
    locked.window.kiosk = False


def press(tablet: Tablet, key: Qt.Key) -> None:
    """A key down and up, wherever the focus is; some of them QTest itself does not know."""
    plain = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = tablet.window.focusWidget() or tablet.window
        QGuiApplication.sendEvent(target, QKeyEvent(kind, key, plain))


def settled(tablet: Tablet) -> Place | None:
    """Where the window is once everything that waited has happened."""
    tablet.let_pass(30)
    return tablet.window.place


def is_shut(tablet: Tablet) -> bool:
    """No page of the corner, no dialog, and still the whole screen."""
    return (
        not isinstance(settled(tablet), CORNER)
        and not any(
            isinstance(each, QDialog) and each.isVisible()
            for each in QApplication.topLevelWidgets()
        )
        and QApplication.activePopupWidget() is None
        and tablet.window.isVisible()
        and tablet.window.isFullScreen()
    )


def test_no_key_leads_anywhere(shared: Tablet) -> None:
    for key in KEYS:
        press(shared, key)
    assert is_shut(shared)


def test_no_shortcut_leads_anywhere(shared: Tablet) -> None:
    for held in HELD:
        for letter in SHORTCUTS:
            target = shared.window.focusWidget() or shared.window
            QTest.keyClick(target, Qt.Key(ord(letter)), held)
    assert is_shut(shared)


def test_alt_and_f4_do_not_close_it(shared: Tablet) -> None:
    target = shared.window.focusWidget() or shared.window
    QTest.keyClick(target, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    shared.window.close()  # what the system makes of it
    assert is_shut(shared)


@pytest.mark.parametrize(
    "button", [Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton, Qt.MouseButton.RightButton]
)
def test_no_other_button_of_the_mouse_does(shared: Tablet, button: Qt.MouseButton) -> None:
    glass = shared.window.windowHandle()
    for x in range(40, shared.window.width(), 160):
        for y in range(40, shared.window.height(), 160):
            QTest.mouseClick(glass, button, pos=QPoint(x, y))
    assert is_shut(shared)


def test_a_swipe_from_the_edge_goes_nowhere(shared: Tablet) -> None:
    glass = shared.window.windowHandle()
    finger = QTest.createTouchDevice()
    start, middle = QPoint(2, 300), QPoint(400, 300)
    QTest.touchEvent(glass, finger).press(0, start, glass).commit()
    for x in range(2, 400, 50):
        QTest.touchEvent(glass, finger).move(0, QPoint(x, 300), glass).commit()
    QTest.touchEvent(glass, finger).release(0, middle, glass).commit()
    assert is_shut(shared)


def test_nothing_can_be_dropped_in(shared: Tablet) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/family/export.json")])
    data.setText("4907")
    copy, left, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    for widget in (shared.window, *shared.window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, held.NoModifier)
        entering.ignore()
        QGuiApplication.sendEvent(widget, entering)
        assert not entering.isAccepted(), widget
        drop = QDropEvent(QPointF(5, 5), copy, data, left, held.NoModifier)
        drop.ignore()
        QGuiApplication.sendEvent(widget, drop)
        assert not drop.isAccepted(), widget
    assert is_shut(shared)


def test_there_is_no_field_to_paste_into(shared: Tablet) -> None:
    fields = [*shared.window.findChildren(QLineEdit), *shared.window.findChildren(QPlainTextEdit)]
    assert [field for field in fields if field.isVisible()] == []


def test_the_key_for_back_goes_home_from_the_lock_at_most(locked: Tablet) -> None:
    page = knock(locked)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Back, Qt.KeyboardModifier.NoModifier)
    QGuiApplication.sendEvent(page, event)
    assert settled(locked) in (Home(), locked.window.place)
    assert not isinstance(locked.window.place, CORNER)


def test_without_the_pin_a_child_can_do_what_is_theirs(locked: Tablet) -> None:
    locked.check_in("Mia", Zone.RED)
    assert isinstance(settled(locked), SafePlace)
    locked.go_home()
    locked.tap(locked.panel("Mia").oops)
    assert locked.zones() == []
    knock(locked)
    assert isinstance(settled(locked), Lock)
