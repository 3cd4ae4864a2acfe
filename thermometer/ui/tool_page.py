"""What every tool in use has: a way to stop, the others one touch away, an end that is saved."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.tools import asks_afterwards, shows_name
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.places import Home, HowIsItNow, Place, RunTool
from thermometer.ui.sounds import Sound
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.people_strip import PeopleStrip
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.text import CENTRE


class ToolPage(Page):
    """Runs the tool of a ``RunTool`` place; subclasses show it and call ``finish``."""

    dimmed = False
    ends_in_silence = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.run: RunTool | None = None
        self.stop_button = PillButton(
            self._theme, self.tr("Stop"), picture="interface/stop", who="child", parent=self
        )
        self.stop_button.dimmed = self.dimmed
        self._title = FittedLabel(
            self._theme,
            size="large",
            weight=BOLD,
            colour="dim_ink" if self.dimmed else "ink",
            align=CENTRE,
            parent=self,
        )
        self.strip = PeopleStrip(self._theme, self, dimmed=self.dimmed)
        self.stop_button.clicked.connect(self._stop_tapped)
        self.strip.home_chosen.connect(lambda: self._go_to(None))
        self.strip.person_chosen.connect(self._go_to)

    def begin(self, run: RunTool) -> None:
        """Show the tool from its start."""

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, RunTool):
            return
        self.run = place
        name = place.tool.name if shows_name(place.tool.name, place.use.zone) else ""
        self._title.show_text(name)
        self.strip.show_people(self._services.family.people(), place.person)
        self.begin(place)
        self._lay_out()

    @override
    def leave(self) -> None:
        self.run = None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def stage(self) -> QRectF:
        """The room for the tool itself, under the top bar."""
        margin = self._theme.px(24)
        top = self._bar().bottom() + margin * 0.5
        return QRectF(margin, top, self.width() - 2 * margin, self.height() - top - margin * 0.7)

    def finish(self) -> None:
        """The tool is over: save that, then ask how it is now, or show the thermometer again."""
        run = self.run
        if run is None or not self._end(run):
            return
        if not self.ends_in_silence:
            self._around.sounds.play(Sound.DONE)
        asks = asks_afterwards(run.use.zone, run.tool.kind)
        after = run.back or Home(run.person)
        self.go_to.emit(HowIsItNow(run.person, run.use, run.back) if asks else after)

    def _end(self, run: RunTool) -> bool:
        try:
            self._services.journal.end_tool(run.use)
        except Problem as problem:
            self.trouble.emit(problem)
            return False
        return True

    def _stop_tapped(self) -> None:
        if self.admit():
            self.finish()

    def _go_to(self, person: Person | None) -> None:
        run = self.run
        if run and self.admit() and self._end(run):
            self.go_to.emit(Home(person or run.person))

    def _bar(self) -> QRectF:
        margin, touch = self._theme.px(24), self._theme.target("child") + 8
        height = touch if self.width() >= self.height() else touch * 2
        return QRectF(margin, margin * 0.7, self.width() - 2 * margin, height)

    def _lay_out(self) -> None:
        bar, touch = self._bar(), self._theme.target("child") + 8
        stop = self.stop_button.sizeHint()
        left, top = int(bar.left()), int(bar.top())
        self.stop_button.setGeometry(QRect(left, top, stop.width(), stop.height()))
        wanted = self.strip.sizeHint().width()
        room = int(bar.width()) - stop.width() - self._theme.px(16)
        width = min(wanted, room)
        self.strip.setGeometry(int(bar.right()) - width, top, width, touch)
        if self.width() >= self.height():
            side = max(stop.width(), width) + self._theme.px(12)
            if bar.width() - 2 * side < self._theme.px(160):
                side = stop.width() + self._theme.px(12)
                centred = QRect(
                    left + side, top, int(bar.width()) - side - width - self._theme.px(12), touch
                )
            else:
                centred = QRect(left + side, top, int(bar.width()) - 2 * side, touch)
        else:
            centred = QRect(left, top + touch, int(bar.width()), touch)
        self._title.setGeometry(centred)
