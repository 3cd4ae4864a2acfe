"""What is set for the start takes effect at the next one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.fakes import FakeClock
from tests.ui.tablet import QUICK, Tablet
from thermometer import app
from thermometer.sentences import Sentences
from thermometer.ui.opening import Opening
from thermometer.ui.theme.theme import Theme
from thermometer.ui.window import MainWindow


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("sample", [True, False])
def test_full_screen_is_for_ones_own_family(
    tablet: Tablet, folder: Path, clock: FakeClock, *, on: bool, sample: bool
) -> None:
    tablet.services.starting().set_in_full_screen(on=on)
    tablet.close()
    window = MainWindow(Theme(), QUICK)
    window.show()
    opening = Opening(
        window,
        lambda notify: app.open_family(folder, clock, notify),
        lambda notify: app.open_throw_away(clock, notify),
        Sentences,
    )
    opening.start(sample=sample)
    assert window.isFullScreen() == window.kiosk == (on and not sample)
    opening.close()
    window.kiosk = False
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
