"""The question after a yellow tap: which of their own signs somebody notices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.ui.widgets.sign_tray import SignTray

if TYPE_CHECKING:
    from thermometer.domain.checkins import CheckIn
    from thermometer.domain.people import Person
    from thermometer.services.bundle import Services


class MarkingSigns(QObject):
    """Shows the tray, puts by what is marked, and keeps it when the question is over.

    ``trouble`` says what went wrong; what could not be put by is not shown as marked.

    Args:
        services: the family's.
        tray: shown on the page, which keeps this alive.
        admit: whether a tap made just now counts.
    """

    trouble = Signal(object)

    def __init__(self, services: Services, tray: SignTray, admit: Callable[[], bool]) -> None:
        super().__init__(tray)
        self._services, self._tray, self._admit = services, tray, admit
        self._check_in: CheckIn | None = None
        self._marks: tuple[str, ...] = ()
        self.has_room = False
        tray.hide()
        tray.sign_touched.connect(self._touched)
        tray.closed.connect(self._closed)

    @property
    def marks(self) -> tuple[str, ...]:
        """What is marked, in the order in which it was."""
        return self._marks

    def ask(self, person: Person, zone: Zone, tap: CheckIn | None) -> None:
        """Offer the person's own signs after ``tap``; nothing outside yellow, or without any.

        The tray keeps its room where somebody has signs, asked or not, so that the cards above it
        are always in the same places.
        """
        self._check_in, self._marks = None, ()
        offered = self._services.early_signs().offered(person, zone) if person.signs else ()
        self.has_room = bool(offered)
        asked = tap is not None and tap.zone is zone and not (tap.signs or tap.practice)
        if offered and asked:
            self._check_in = tap
            self._tray.show_signs(offered)
        self._tray.setVisible(self._check_in is not None)

    def end(self) -> None:
        """The question is over: what is marked goes to its check-in."""
        self._tray.hide()
        self._keep()

    def _touched(self, sign: str) -> None:
        marked = set(self._marks) ^ {sign}
        others = [each for each in self._marks if each in marked]
        marks = (*others, *(marked - set(others)))
        check_in = self._check_in
        if check_in is not None and self._admit():
            put_by = self._do(lambda: self._services.early_signs().mark(check_in, marks))
            self._marks = marks if put_by else self._marks
        self._tray.show_marks(self._marks)

    def _closed(self) -> None:
        """Done: what was kept stays to be seen; or skipped: nothing does."""
        if not self._admit():
            return
        if self._keep():
            self._tray.show_kept()
        else:
            self._tray.hide()

    def _keep(self) -> bool:
        """Keep what is marked; whether there was something, and it is kept."""
        self._check_in, marks, self._marks = None, self._marks, ()
        return bool(marks) and self._do(self._services.early_signs().keep)

    def _do(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except Problem as problem:
            self.trouble.emit(problem)
            return False
        return True
