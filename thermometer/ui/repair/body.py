"""What every step of a repair has in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.domain.lines import hints
from thermometer.domain.repair_steps import Part
from thermometer.ui.repair.situation import Situation
from thermometer.ui.theme.theme import Theme


class StepBody(QWidget):
    """What stands between a step's words and the way on.

    ``drafted`` tells the draft with what was just chosen or written; ``kept`` and ``dropped`` a
    part and a line of the family's own; ``asked`` a place to go to; ``turned`` that another part
    of it is in view.
    """

    drafted = Signal(object)
    kept = Signal(object, str)
    dropped = Signal(object, str)
    asked = Signal(object)
    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._situation: Situation | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._measure_rows)
        self._measure_rows()

    @property
    def situation(self) -> Situation:
        """What it shows.

        Raises:
            RuntimeError: nothing was shown yet.
        """
        if self._situation is None:
            message = "show_situation() comes first"
            raise RuntimeError(message)
        return self._situation

    @property
    def part(self) -> Part | None:
        """The one part in view, of a step that shows one after the other."""
        return None

    def take(self, situation: Situation) -> None:
        """Know the repair as it stands now; what is shown says so already."""
        self._situation = situation

    def show_situation(self, situation: Situation) -> None:
        """Show the repair as it stands now."""
        self._situation = situation
        self.show_now()

    def show_now(self) -> None:
        """Show ``situation``; what is being typed stays."""

    def begin(self) -> None:
        """The step comes into view: a step of several parts goes to where it goes on."""

    def go_on(self) -> bool:
        """Go to the next part of the step; whether there was one."""
        return False

    def go_back(self) -> bool:
        """Go to the part before; whether there was one."""
        return False

    def stand(self, high: int) -> None:
        """Know how many pixels ``high`` the column is that it stands in."""

    def rest(self) -> None:
        """The step goes out of view: stop what moves."""

    def hint_of(self, line: str) -> str:
        """What may be said gently about ``line``, or nothing."""
        found = hints(line)
        return self.situation.texts.hint(found[0]) if found else ""

    def _measure_rows(self) -> None:
        self._rows.setSpacing(self._theme.px(10))
