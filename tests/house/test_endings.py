"""The guard in tests/endings.py really catches what a test leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPropertyAnimation, QThread, QTimer
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from tests.endings import BlockingDialogError, _left_behind, running

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_running_timer_is_found_and_stopped(qtbot: QtBot) -> None:
    timer = QTimer()
    timer.start(60_000)
    assert timer in running()
    assert len(_left_behind()) == 1
    assert not timer.isActive()


def test_a_single_shot_is_found(qtbot: QtBot) -> None:
    QTimer.singleShot(60_000, lambda: None)
    assert len(_left_behind()) == 1
    assert _left_behind() == []


def test_a_timer_of_a_dead_parent_is_not_ours(qtbot: QtBot) -> None:
    parent = QObject()
    timer = QTimer(parent)
    timer.start(60_000)
    parent.deleteLater()
    assert _left_behind() == []


def test_a_running_animation_is_found(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    animation = QPropertyAnimation(widget, b"windowOpacity")
    animation.setEndValue(0.5)
    animation.setDuration(60_000)
    animation.setLoopCount(-1)
    animation.start()
    assert animation in running()
    assert len(_left_behind()) == 1


def test_a_running_thread_is_found_and_ended(qtbot: QtBot) -> None:
    thread = QThread()
    thread.start()
    qtbot.waitUntil(thread.isRunning)
    assert len(_left_behind()) == 1
    assert thread.isFinished()


def test_an_open_window_is_found_and_closed(qtbot: QtBot) -> None:
    window = QWidget()
    window.show()
    assert len(_left_behind()) == 1
    assert not window.isVisible()


def test_a_dialog_that_blocks_raises(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    with pytest.raises(BlockingDialogError):
        dialog.exec()
    with pytest.raises(BlockingDialogError):
        QMessageBox.warning(dialog, "", "")
