"""A breathing guide, at the pace of the person's age band."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from typing_extensions import override

from thermometer.domain.breathing import Phase, moment_at
from thermometer.domain.tools import Pace
from thermometer.ui.frame_rate import FRAME_MS, STEP_MS, FrameRate
from thermometer.ui.page import Surroundings
from thermometer.ui.places import RunTool
from thermometer.ui.tool_page import ToolPage
from thermometer.ui.widgets.breathing_guide import BreathingGuide


class GuidePage(ToolPage):
    """Breathes with somebody until the breaths are done or they stop."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.guide = BreathingGuide(self._theme, self)
        self._pace: Pace | None = None
        self._since = QElapsedTimer()
        self._rate = FrameRate()
        self._frame = QTimer(self)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self._show_frame)

    @override
    def begin(self, run: RunTool) -> None:
        pace = self._services.content.pace(run.tool, run.person.age_band)
        self._pace = self._services.preferences.now.pace(pace)
        self.guide.show_tool(run.tool, self._pace)
        self._since.start()
        self._rate = FrameRate()
        self._frame.start(STEP_MS if self._theme.reduced_motion else FRAME_MS)
        self._show(0.0)

    @override
    def leave(self) -> None:
        self._frame.stop()
        self._around.sounds.end_breath()
        super().leave()

    @override
    def is_running(self) -> bool:
        return self._frame.isActive()

    def hold_at(self, seconds: float) -> None:
        """Stand still at the moment ``seconds`` after the start, for a picture of the page."""
        self._frame.stop()
        self._show(seconds)

    @property
    def pace(self) -> Pace | None:
        """At what pace it breathes; None before it first does."""
        return self._pace

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        self.guide.setGeometry(self.stage().toRect())

    def _show_frame(self) -> None:
        elapsed = self._since.elapsed()
        interval = STEP_MS if self._theme.reduced_motion else self._rate.interval(elapsed)
        if interval != self._frame.interval():  # setting it begins the wait anew
            self._frame.setInterval(interval)
        self._show(elapsed / self._timings.second)

    def _show(self, seconds: float) -> None:
        if self._pace is None:
            return
        moment = moment_at(self._pace, seconds)
        if moment is None:
            self._frame.stop()
            self.finish()
            return
        self.guide.show_moment(moment, self._word(moment.phase))
        self._around.sounds.breathe(moment.fullness)

    def _word(self, phase: Phase) -> str:
        match phase:
            case Phase.IN:
                return self.tr("Breathe in")
            case Phase.OUT:
                return self.tr("Breathe out")
            case Phase.HOLD_IN | Phase.HOLD_OUT:
                return self.tr("Hold")
