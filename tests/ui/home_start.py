"""The program as it starts on a family's own folder, with all that it offers if that fails."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui import drawings
from tests.ui.tablet import QUICK
from thermometer import app
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.zones import Zone
from thermometer.sentences import Sentences
from thermometer.services.bundle import Services
from thermometer.ui.opening import Opening
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.widgets.trouble_card import TroubleCard
from thermometer.ui.window import MainWindow


class HomeStart:
    """A window, and what opens the family in ``folder`` for it."""

    def __init__(
        self, qtbot: QtBot, folder: Path, clock: FakeClock, timings: Timings = QUICK
    ) -> None:
        self.qtbot, self.folder, self.clock = qtbot, folder, clock
        self.window = MainWindow(Theme(), timings)
        self.window.resize(1280, 800)
        self.own = app._OwnData(folder, clock, "en")
        self.opening = Opening(
            self.window,
            self.own.open,
            lambda notify: app.open_sample(clock, notify),
            lambda: Sentences("en"),
            self.own,
        )

    def live_in(self, taps: int = 3) -> Path:
        """Mia lives here, has tapped, and there is a backup; where that is."""
        services = app.open_family(self.folder, self.clock, lambda _: None)
        mia = services.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
        for _ in range(taps):
            services.journal.check_in(mia.id, Zone.GREEN)
        made = services.safekeeping().make()
        assert made is not None
        services.journal.check_in(mia.id, Zone.RED)
        services.lock.refuse_offer()
        services.close()
        return made.path

    def run(self) -> None:
        with self.qtbot.waitSignal(self.window.painted):
            self.window.show()
        self.opening.start(sample=False)

    def close(self) -> None:
        self.opening.end()
        self.window.kiosk = False
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    @property
    def services(self) -> Services:
        assert self.opening.services is not None
        return self.opening.services

    @property
    def card(self) -> TroubleCard:
        """The card that stands in place of a page."""
        drawings.settle()
        (card,) = self.window.findChildren(TroubleCard)
        assert card.isVisible()
        return card

    def taps(self) -> int:
        return len(self.services.stores.check_ins.between(None, None))

    def until_shown(self, widget: QWidget) -> None:
        self.qtbot.waitUntil(widget.isVisible, timeout=20_000)
