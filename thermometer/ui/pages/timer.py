"""A timer: a shape that shrinks until its minutes are over."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from typing_extensions import override

from thermometer.ui.page import Surroundings
from thermometer.ui.places import RunTool
from thermometer.ui.tool_page import ToolPage
from thermometer.ui.widgets.shrinking_disc import ShrinkingDisc

SHOWN_MS = 250


class TimerPage(ToolPage):
    """Runs out or is stopped."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.disc = ShrinkingDisc(self._theme, self)
        self._lasts = 0.0
        self._since = QElapsedTimer()
        self._tick = QTimer(self, interval=SHOWN_MS)
        self._tick.timeout.connect(self._show_left)

    @override
    def begin(self, run: RunTool) -> None:
        self._lasts = (run.tool.minutes or 1.0) * self._timings.minute
        self.disc.show_picture(run.tool.picture)
        self.disc.show_left(1.0)
        self._since.start()
        self._tick.start()

    @override
    def leave(self) -> None:
        self._tick.stop()
        super().leave()

    @override
    def is_running(self) -> bool:
        return self._tick.isActive()

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        self.disc.setGeometry(self.stage().toRect())

    def _show_left(self) -> None:
        left = 1 - self._since.elapsed() / self._lasts
        if left <= 0:
            self._tick.stop()
            self.finish()
        else:
            self.disc.show_left(left)
