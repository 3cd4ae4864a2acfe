"""The repair in hand: how it stands, its draft, and every change that a page makes to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from thermometer.domain.drafts import Draft
from thermometer.domain.mending import Move, Repair, State
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import Outcome
from thermometer.ui.repair.situation import Situation, situation_of

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

SAVE_AFTER_MS = 300


class RepairInHand(QObject):
    """Keeps what is chosen and typed in a moment, and at the latest on :meth:`save`.

    ``trouble`` tells the problem where something was not kept.

    Args:
        services: the family's.
        parent: the page.
    """

    trouble = Signal(object)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._mending = services.mending()
        self.repair: Repair | None = None
        self.draft: Draft | None = None
        self._save_soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._save_soon.timeout.connect(self.save)

    @property
    def step(self) -> RepairStep:
        """Where it goes on."""
        if self.repair is not None and self.repair.state is State.TOGETHER:
            return RepairStep.LATER
        return self.draft.step if self.draft else RepairStep.CALM_FIRST

    @property
    def changed_at(self) -> datetime | None:
        """When it was changed last, as far as that is known."""
        return self.draft.changed_at if self.draft else None

    def take(self, rupture: UUID) -> None:
        """Take what is kept; a bid that came from elsewhere gets a draft first.

        Raises:
            Problem: ``data-record-gone``, or nothing was kept.
        """
        self.repair = self.draft = None
        self._take(self._services.repairs().one(rupture))

    def take_again(self) -> None:
        """Take what is kept by now."""
        if self.repair is not None:
            self.take(self.repair.id)

    def situation(self) -> Situation | None:
        """Everything that a step needs; None where there is nothing to show."""
        if self.repair is None or self.draft is None:
            return None
        return situation_of(self._services, self.repair, self.draft)

    def change(self, draft: Draft) -> None:
        """Something was chosen or typed; it is kept in a moment."""
        self.draft = draft
        self._save_soon.start()

    def move(self, draft: Draft) -> bool:
        """Go to another step; whether that is kept."""
        self.draft = draft
        return self.save()

    def save(self) -> bool:
        """Keep the draft now; whether it is kept."""
        self._save_soon.stop()
        repair, draft = self.repair, self.draft
        if repair is None or draft is None or not repair.allows(Move.GO_ON):
            return True
        if draft == repair.draft:
            return True
        return self._try(lambda: self._keep(repair.id, draft))

    def note_calm(self) -> bool:
        """Note that the grown-up was calm first; whether it is kept."""
        repair = self.repair
        if repair is None or repair.bids[-1].calm_first is not None:
            return repair is not None
        return self._try(lambda: self._note_calm(repair.id))

    def finish(self, outcome: Outcome, again: datetime | None) -> bool:
        """Keep how it went; whether it is kept."""
        repair = self.repair
        if repair is None or not self.save():
            return False
        return self._try(lambda: self._take(self._mending.finish(repair.id, outcome, again)))

    def keep_line(self, part: Part, text: str) -> None:
        """Keep a line as the family's own."""
        self._try(partial(self._services.own_lines().keep, part, text))

    def drop_line(self, part: Part, text: str) -> None:
        """Do not offer one of the family's own any more."""
        now = self.situation()
        if now is not None and (line := now.own_line(part, text)):
            self._try(partial(self._services.own_lines().drop, line))

    def _keep(self, rupture: UUID, draft: Draft) -> None:
        self.draft = self._mending.save(draft)
        self.repair = self._services.repairs().one(rupture)

    def _note_calm(self, rupture: UUID) -> None:
        self.repair = self._mending.calm(rupture)

    def _take(self, repair: Repair) -> None:
        if repair.state is State.UNDER_WAY and repair.draft is None:
            repair = self._mending.begin(repair.id, repair.bids[-1].by)
        self.repair, self.draft = repair, repair.draft

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except Problem as problem:
            self.trouble.emit(problem)
            return False
        return True
