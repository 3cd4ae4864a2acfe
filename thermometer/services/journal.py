"""Writing down how somebody is and what they do about it: stored first, then told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.checkins import CheckIn, zone_now
from thermometer.domain.thresholds import EPISODE_GAP
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.zones import Zone
from thermometer.services.held_taps import HeldTaps
from thermometer.store.problems import NoAccess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thermometer.clock import Clock
    from thermometer.domain.problems import Problem
    from thermometer.store.checkins import CheckIns
    from thermometer.store.tools import ToolUses


class Journal:
    """Check-ins and uses of tools.

    Args:
        check_ins: where check-ins are kept.
        tool_uses: where uses of tools are kept.
        clock: tells now and where.
        notify: told after each change.
    """

    def __init__(
        self, check_ins: CheckIns, tool_uses: ToolUses, clock: Clock, notify: Notify
    ) -> None:
        self._check_ins = check_ins
        self._tool_uses = tool_uses
        self._clock = clock
        self._notify = notify
        self._held = HeldTaps(check_ins)
        self._latest: dict[UUID, list[CheckIn]] = {}

    def check_in(self, person: UUID, zone: Zone, *, practice: bool = False) -> CheckIn:
        """Writes down that ``person`` says they are in ``zone`` now.

        Where the disk is away it is held in memory until it is back: see :meth:`tell_held`.
        """
        now = self._clock.now()
        check_in = CheckIn(
            id=uuid4(),
            person=person,
            zone=zone,
            at=now,
            time_zone=self._clock.time_zone(),
            practice=practice,
            entered_at=now,
        )
        self._held.save(check_in)
        self._notify(Change.CHECK_INS)
        return check_in

    def take_back(self, check_in: CheckIn) -> CheckIn:
        """Withdraws a mistaken tap; the record stays, and a second time changes nothing."""
        at = self._since(check_in.at)
        taken_back = self._held.withdraw(check_in.id, at)
        if taken_back is None:
            taken_back = self._check_ins.withdraw(check_in.id, at)
        self._notify(Change.CHECK_INS)
        return taken_back

    def signs(self, check_in: CheckIn, signs: tuple[str, ...]) -> CheckIn:
        """Fills in the early signs of a check-in; those that it has already stay.

        Raises:
            Problem: they were not kept.
        """
        described = self._check_ins.describe(check_in.id, signs=signs)
        self._notify(Change.CHECK_INS)
        return described

    def zone_now(self, person: UUID) -> Zone | None:
        """The zone that ``person`` is in; None is "none", which counts as green.

        While the disk is away it is what was known last, and what is held.
        """
        now, held = self._clock.now(), self._held.of(person)
        try:
            self._latest[person] = self._check_ins.latest(person, now - EPISODE_GAP)
        except NoAccess:
            if not held and person not in self._latest:
                raise
        saved = self._latest.get(person, [])
        return zone_now([*(one for one in saved if one.id not in self._held), *held], now)

    def tell_held(self, say: Callable[[Problem], object]) -> None:
        """Says that something is not saved yet, if that is so."""
        if self._held:
            say(self._held.problem())

    def save_held(self) -> bool:
        """Saves what is held, if the disk is back; whether anything was saved."""
        saved = self._held.try_again()
        if saved:
            self._notify(Change.EVERYTHING)  # whoever could not read it before can now
        return saved

    def is_held(self, id_: UUID | None) -> bool:
        """Whether a check-in is not saved yet."""
        return id_ in self._held

    def unsaved(self) -> tuple[CheckIn, ...]:
        """What is held, to be handed on before the family is let go of."""
        return self._held.all()

    def take_over(self, taps: Iterable[CheckIn]) -> None:
        """Saves, or holds, what could not be saved before the family was opened again."""
        self._held.hold(taps)
        self._held.try_again()

    def hear_of_damage(self, *, is_damaged: bool) -> None:
        """What lies where the disk was is damaged, or is so no more: whoever taps is told."""
        self._held.is_damaged = is_damaged

    def start_tool(
        self, person: UUID, tool: str, zone: Zone, *, practice: bool | None = None
    ) -> ToolUse:
        """Writes down that ``person`` begins with the tool of the id ``tool``.

        Args:
            person: who uses it.
            tool: the tool's id.
            zone: the zone of the Safe Place it was chosen on.
            practice: whether it never counts; without it, what starts in green is practice.
        """
        use = ToolUse(
            id=uuid4(),
            person=person,
            tool=tool,
            zone=zone,
            started_at=self._clock.now(),
            time_zone=self._clock.time_zone(),
            practice=zone is Zone.GREEN if practice is None else practice,
        )
        self._tool_uses.start(use)
        self._notify(Change.TOOL_USES)
        return use

    def end_tool(self, use: ToolUse) -> ToolUse:
        """Writes down that a use is over; never before it began, whatever the clock says."""
        ended = self._tool_uses.end(use.id, self._since(use.started_at))
        self._notify(Change.TOOL_USES)
        return ended

    def answer(self, use: ToolUse, answer: Answer) -> ToolUse:
        """Writes down whether it is smaller, the same or bigger after the tool."""
        answered = self._tool_uses.answer(use.id, answer)
        self._notify(Change.TOOL_USES)
        return answered

    def came(self, use: ToolUse, person: UUID | None) -> ToolUse:
        """Writes down who came to a call; None says that it was stopped."""
        if person is None:
            return use
        met = self._tool_uses.came(use.id, person)
        self._notify(Change.TOOL_USES)
        return met

    def _since(self, begin: datetime) -> datetime:
        """Now, or ``begin`` where the clock was set back in between."""
        return max(self._clock.now(), begin)
