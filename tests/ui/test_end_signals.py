"""Ctrl+C and a shutdown end the program as closing its window does."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from thermometer.ui.end_signals import SIGNALS, EndSignals


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_event_loop(qapp: QApplication, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    listening = EndSignals(qapp)
    too_late = QTimer(singleShot=True, interval=20_000)
    too_late.timeout.connect(lambda: qapp.exit(1))
    too_late.start()
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), number))
    assert qapp.exec() == 0
    too_late.stop()
    listening.close()
    listening.deleteLater()
    assert signal.getsignal(number) is before
