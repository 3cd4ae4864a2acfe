"""Come, please: fills the screen until a grown-up is there or the child stops it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.ui.page import Surroundings
from thermometer.ui.places import RunTool
from thermometer.ui.sounds import Sound
from thermometer.ui.tool_page import ToolPage
from thermometer.ui.widgets.call_picture import CallPicture
from thermometer.ui.widgets.here_button import HereButton

WAVE_MS = 2_400


class CallPage(ToolPage):
    """Calls at once and again every twenty seconds, five times at most; then all is quiet."""

    ends_in_silence = True

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.picture = CallPicture(self._theme, WAVE_MS, self)
        self.here: list[HereButton] = []
        self._calls = 0
        self._again = QTimer(self, interval=self._timings.call_repeat)
        self._again.timeout.connect(self._call)

    @property
    def calls(self) -> int:
        """How often it has called by now."""
        return self._calls

    @override
    def begin(self, run: RunTool) -> None:
        self._title.hide()
        self.picture.show_call(run.tool.picture, run.person, run.tool.name)
        for button in self.here:
            button.deleteLater()
        grown_ups = [p for p in self._services.family.people() if not p.is_child]
        self.here = [self._here_button(person) for person in grown_ups]
        self._calls = 0
        self._call()
        self._again.start()

    @override
    def leave(self) -> None:
        self._again.stop()
        self._around.sounds.silence()
        self.picture.stop()
        super().leave()

    @override
    def is_running(self) -> bool:
        return self._again.isActive()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.tokens.accent_soft)

    def _here_button(self, person: Person) -> HereButton:
        button = HereButton(self._theme, person, self.tr("I'm here"), self)
        button.clicked.connect(partial(self._came, person))
        button.show()
        return button

    def _call(self) -> None:
        if self._calls >= self._timings.call_times:
            self._again.stop()
            return
        self._calls += 1
        self.picture.wave()
        self._around.sounds.play(Sound.CHIME)

    def _came(self, person: Person) -> None:
        if self.run is None or not self.admit():
            return
        try:
            self._services.journal.came(self.run.use, person.id)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.finish()

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        stage, gap = self.stage(), float(self._theme.px(16))
        height = max(self._theme.target("child") + 12.0, float(self._theme.px(104)))
        count = max(1, len(self.here))
        columns = min(count, max(1, int(stage.width() // 200)))
        rows = -(-count // columns)
        foot = rows * (height + gap) - gap
        width = min((stage.width() - gap * (columns - 1)) / columns, float(self._theme.px(360)))
        left = stage.center().x() - (width * columns + gap * (columns - 1)) / 2
        for i, button in enumerate(self.here):
            x = left + (i % columns) * (width + gap)
            y = stage.bottom() - foot + (i // columns) * (height + gap)
            button.setGeometry(QRectF(x, y, width, height).toRect())
        self.picture.setGeometry(stage.adjusted(0, 0, 0, -foot - gap).toRect())
