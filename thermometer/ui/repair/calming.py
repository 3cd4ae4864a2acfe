"""What Calm first does: real check-ins and real tools, from within a repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thermometer.domain.problems import Problem
from thermometer.domain.tools import BODY_SCAN, Tool
from thermometer.domain.zones import Zone
from thermometer.ui.places import GuidedRepair, RunTool
from thermometer.ui.repair.calm_body import CalmBody
from thermometer.ui.repair.situation import Situation

if TYPE_CHECKING:
    from thermometer.ui.page import Surroundings


class Calming(QObject):
    """Joins a ``CalmBody`` to the journal; in a practice nothing of it counts.

    Args:
        around: the services and the taps just made.
        body: shows the grown-up's thermometer.
        parent: the page.
    """

    go_to = Signal(object)
    trouble = Signal(object)
    changed = Signal()

    def __init__(self, around: Surroundings, body: CalmBody, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._body = around, body
        self._services = around.services
        self._now: Situation | None = None
        self._practised: Zone | None = None
        body.zone_tapped.connect(self._check_in)
        body.taken_back.connect(self._take_back)
        body.tool_chosen.connect(self._use)
        around.taps.changed.connect(lambda _: self._show())

    def begin(self, now: Situation) -> None:
        """Show the grown-up of ``now`` as they are."""
        if self._now is None or self._now.repair.id != now.repair.id:
            self._practised = None
        self._now = now
        self._show()

    def end(self) -> None:
        """Another step is in view."""
        self._now = None

    def refresh(self) -> None:
        """Something was tapped elsewhere."""
        self._show()

    @property
    def zone(self) -> Zone | None:
        """The zone in which the grown-up is now; in a practice the one practised."""
        if self._now is None:
            return None
        if self._now.repair.rupture.practice:
            return self._practised
        return self._services.journal.zone_now(self._now.grown_up.id)

    def _show(self) -> None:
        now = self._now
        if now is None:
            return
        zone = self.zone
        scan = self._services.safe_places.tool(now.grown_up, BODY_SCAN)
        tools = [scan]
        if zone not in (None, Zone.GREEN):
            cards = self._services.safe_places.cards(now.grown_up, zone)
            tools = [card.tool for card in cards if card.tool.id != BODY_SCAN] + [scan]
        oops = self._around.taps.of(now.grown_up.id) is not None
        self._body.show_calm(now.grown_up, zone, tools, oops=oops)

    def _check_in(self, zone: Zone) -> None:
        now = self._now
        if now is None or not self._around.guard.admit():
            return
        practice = now.repair.rupture.practice
        try:
            saved = self._services.journal.check_in(now.grown_up.id, zone, practice=practice)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._services.journal.tell_held(self.trouble.emit)
        self._practised = zone
        if not practice:
            self._around.taps.remember(saved)
        self._show()
        self.changed.emit()

    def _take_back(self) -> None:
        now = self._now
        tap = self._around.taps.of(now.grown_up.id) if now else None
        if tap is None or not self._around.guard.admit():
            return
        try:
            self._services.journal.take_back(tap)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._around.taps.forget(tap.person)
        self._show()
        self.changed.emit()

    def _use(self, tool: Tool) -> None:
        """Run a tool; after it the window comes back to the repair."""
        now = self._now
        if now is None or not self._around.guard.admit():
            return
        practice, zone = now.repair.rupture.practice, self.zone or Zone.GREEN
        person = now.grown_up
        try:
            use = self._services.journal.start_tool(person.id, tool.id, zone, practice=practice)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.go_to.emit(RunTool(person, tool, use, GuidedRepair(now.repair.id)))
