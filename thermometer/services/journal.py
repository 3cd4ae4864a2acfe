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

if TYPE_CHECKING:
    from thermometer.clock import Clock
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

    def check_in(self, person: UUID, zone: Zone, *, practice: bool = False) -> CheckIn:
        """Writes down that ``person`` says they are in ``zone`` now."""
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
        self._check_ins.add(check_in)
        self._notify(Change.CHECK_INS)
        return check_in

    def take_back(self, check_in: CheckIn) -> CheckIn:
        """Withdraws a mistaken tap; the record stays, and a second time changes nothing."""
        taken_back = self._check_ins.withdraw(check_in.id, self._since(check_in.at))
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
        """The zone that ``person`` is in; None is "none", which counts as green."""
        now = self._clock.now()
        return zone_now(self._check_ins.latest(person, now - EPISODE_GAP), now)

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
