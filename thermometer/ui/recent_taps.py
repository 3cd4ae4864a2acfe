"""Which taps can still be taken back with "Oops"."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from thermometer.domain.checkins import CheckIn


class RecentTaps(QObject):
    """Each person's last tap, for a few seconds; ``changed`` names the person."""

    changed = Signal(object)

    def __init__(self, lasts_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lasts_ms = lasts_ms
        self._taps: dict[UUID, CheckIn] = {}
        self._ends: dict[UUID, QTimer] = {}

    def last(self, lasts_ms: int) -> None:
        """From the next tap on, one can be taken back for so many milliseconds."""
        self._lasts_ms = lasts_ms

    def remember(self, check_in: CheckIn) -> None:
        """Start the time in which ``check_in`` can be taken back."""
        self._taps[check_in.person] = check_in
        self._end(check_in.person).start(self._lasts_ms)
        self.changed.emit(check_in.person)

    def of(self, person: UUID) -> CheckIn | None:
        """The person's tap that can still be taken back."""
        return self._taps.get(person)

    def forget(self, person: UUID) -> None:
        """The tap was taken back, or its time is over."""
        if self._taps.pop(person, None):
            self._end(person).stop()
            self.changed.emit(person)

    def stop(self) -> None:
        """The family is let go of: nothing can be taken back any more."""
        self._taps.clear()
        for end in self._ends.values():
            end.stop()

    def _end(self, person: UUID) -> QTimer:
        """The person's timer; a child of this, so that it ends with the window."""
        if person not in self._ends:
            self._ends[person] = QTimer(self, singleShot=True)
            self._ends[person].timeout.connect(partial(self.forget, person))
        return self._ends[person]
