"""Pictures one after another: squeeze and let go, find five."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QPoint, QRect, QRectF, QTimer
from typing_extensions import override

from thermometer.domain.tools import Step
from thermometer.domain.zones import Zone
from thermometer.ui.page import Surroundings
from thermometer.ui.places import RunTool
from thermometer.ui.read_to_me import ReadToMe
from thermometer.ui.reading import Item
from thermometer.ui.tool_page import ToolPage
from thermometer.ui.widgets.read_button import ReadButton
from thermometer.ui.widgets.step_view import StepView

TICK_MS = 100


class StepsPage(ToolPage):
    """Goes on by itself where a step has its own time, otherwise by touch."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.view = StepView(self._theme, self)
        self.view.clicked.connect(self._touched)
        self.read = ReadButton(self._theme, self)
        self.reading = ReadToMe(around, self, self.read, self._items)
        self.reading.shown.connect(self._lay_out)
        self.reading.hold(self.view, self._step_item, self._is_read_to)
        self._steps: tuple[Step, ...] = ()
        self._number = 0
        self._since = QElapsedTimer()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show_share)

    @property
    def number(self) -> int:
        """Which step is shown, from 0."""
        return self._number

    @override
    def begin(self, run: RunTool) -> None:
        self._steps = run.tool.steps_for(run.person.age_band)
        self.read.quiet = run.use.zone is Zone.RED
        self.reading.open(wanted=self._is_read_to(), quiet=self._timings.later)
        self._show(0)

    @override
    def leave(self) -> None:
        self._tick.stop()
        self.reading.close()
        super().leave()

    @override
    def is_running(self) -> bool:
        return self._tick.isActive()

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        stage = self.stage()
        beside = 0.0 if self.read.isHidden() else self._put_read(stage)
        side = min(stage.width() - 2 * beside, stage.height() * 1.1)
        stage.setLeft(stage.center().x() - side / 2)
        stage.setWidth(side)
        self.view.setGeometry(stage.toRect())

    def _put_read(self, stage: QRectF) -> float:
        """Into the corner beside the step, or beside the title; how much of the stage it takes."""
        read, title = QRect(QPoint(0, 0), self.read.sizeHint()), self._title.geometry()
        is_wide = self.width() >= self.height()
        read.moveCenter(title.center())
        read.moveRight(stage.toRect().right())
        if is_wide:
            read.moveBottom(self.height() - self._theme.px(12))
        else:
            self._title.setGeometry(title.adjusted(read.width(), 0, -read.width(), 0))
        self.read.setGeometry(read)
        return float(read.width() + self._theme.px(12)) if is_wide else 0.0

    def _is_read_to(self) -> bool:
        return self.run is not None and self._services.preferences.now.reads_to(self.run.person)

    def _items(self) -> Iterator[Item]:
        """The name, where it is shown, and the step in view."""
        if self._title.text:
            yield Item.of(self._title)
        yield self._step_item()

    def _step_item(self) -> Item:
        return Item.of(self.view)

    def _show(self, number: int) -> None:
        self._tick.stop()
        self.reading.reader.stop()
        if number >= len(self._steps) or self.run is None:
            self.finish()
            return
        self._number = number
        step = self._steps[number]
        silent = self.run.use.zone is Zone.RED and len(step.text.split()) > 3
        self.view.show_step(step, number, len(self._steps), silent=silent)
        if step.seconds is not None:
            self._since.start()
            self._tick.start()

    def _show_share(self) -> None:
        lasts = (self._steps[self._number].seconds or 0) * self._timings.second
        if self._since.elapsed() >= lasts:
            self._show(self._number + 1)
        else:
            self.view.show_share(self._since.elapsed() / lasts)

    def _touched(self) -> None:
        if self.admit():
            self._show(self._number + 1)
