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

    def remember(self, check_in: CheckIn) -> None:
        """Start the time in which ``check_in`` can be taken back."""
        self._taps[check_in.person] = check_in
        QTimer.singleShot(self._lasts_ms, self, partial(self._expire, check_in))
        self.changed.emit(check_in.person)

    def of(self, person: UUID) -> CheckIn | None:
        """The person's tap that can still be taken back."""
        return self._taps.get(person)

    def forget(self, person: UUID) -> None:
        """The tap was taken back."""
        if self._taps.pop(person, None):
            self.changed.emit(person)

    def _expire(self, check_in: CheckIn) -> None:
        if self._taps.get(check_in.person) == check_in:
            self.forget(check_in.person)
