"""Every touch is seen: on the window, also after full screen, and on a dialog over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.tablet import Tablet


def plain(tablet: Tablet) -> QWidget:
    """The window as it came."""
    return tablet.window


def after_full_screen(tablet: Tablet) -> QWidget:
    """Without its frame, and with it again."""
    tablet.window.fill_screen()
    tablet.window.leave_full_screen()
    return tablet.window


def dialog(tablet: Tablet) -> QWidget:
    """A question with a window of its own."""
    question = QDialog(tablet.window)
    question.resize(200, 100)
    question.open()
    tablet.qtbot.waitUntil(question.isActiveWindow)
    return question


@pytest.mark.parametrize("where", [plain, after_full_screen, dialog])
@pytest.mark.parametrize("way", ["finger", "key", "wheel"])
def test_a_touch_is_seen(tablet: Tablet, where: Callable[[Tablet], QWidget], way: str) -> None:
    widget = where(tablet)
    attention = tablet.window._attention
    assert attention is not None
    handle = widget.windowHandle()
    with tablet.qtbot.waitSignal(attention.touched):
        if way == "finger":
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        elif way == "key":
            QTest.keyClick(handle, Qt.Key.Key_Tab)
        else:
            QTest.wheelEvent(handle, QPoint(5, 5), QPoint(0, 120))
