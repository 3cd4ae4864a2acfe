"""The one window: it opens empty at once, is given the family, and goes from place to place."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.screen_window import ScreenWindow
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings

if TYPE_CHECKING:
    from thermometer.domain.changes import Change
    from thermometer.sentences import Sentences
    from thermometer.services.bundle import Services
    from thermometer.ui.attention import Attention
    from thermometer.ui.capture import Capture
    from thermometer.ui.dressing import Dressing
    from thermometer.ui.page import Page, Surroundings
    from thermometer.ui.places import Place
    from thermometer.ui.sounds import LoudspeakerMaker
    from thermometer.ui.voice import Speech
    from thermometer.ui.widgets.fade import Fade
    from thermometer.ui.widgets.notice import Notice

log = logging.getLogger(__name__)


def application() -> QApplication:
    """The one QApplication, with the program's names."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
            os.environ["LC_CTYPE"] = "C.UTF-8"  # or Qt complains about a bare environment
        app = QApplication(sys.argv[:1])
    app.setApplicationName("feelings-thermometer")
    app.setDesktopFileName("feelings-thermometer")
    return app


class MainWindow(ScreenWindow):
    """Shows one page at a time; ``arrived`` names each place, ``wished`` passes on a page's wish.

    Args:
        theme: colours and sizes; the window tells it its size.
        timings: how long things last.
        kiosk: no frame; closed only from the parents' corner.
    """

    painted = Signal()
    arrived = Signal(object)
    wished = Signal(object)

    def __init__(self, theme: Theme, timings: Timings, *, kiosk: bool = False) -> None:
        super().__init__(kiosk=kiosk)
        self.theme, self.timings = theme, timings
        self.place: Place | None = None
        self.loudspeaker: LoudspeakerMaker | None = None
        self.speech: Speech | None = None
        self.capture: Capture | None = None
        self._was_painted = False
        self._around: Surroundings | None = None
        self._sentences: Sentences | None = None
        self._notice: Notice | None = None
        self._fade: Fade | None = None
        self._attention: Attention | None = None
        self._dressing: Dressing | None = None
        self._pages: dict[type[Page], Page] = {}
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setWindowTitle(self.tr("Feelings Thermometer"))
        theme.changed.connect(self._dress)
        self._dress()

    def furnish(self, services: Services, sentences: Sentences) -> None:
        """Take the family's data in; from now on the window can go somewhere."""
        from thermometer.ui.attention import Attention  # noqa: PLC0415 - after the first frame
        from thermometer.ui.dressing import Dressing  # noqa: PLC0415 - after the first frame
        from thermometer.ui.page import surround  # noqa: PLC0415 - after the first frame
        from thermometer.ui.widgets.fade import Fade  # noqa: PLC0415 - after the first frame
        from thermometer.ui.widgets.notice import Notice  # noqa: PLC0415 - after the first frame

        self.clear()
        devices = (self.loudspeaker, self.speech, self.capture)
        around = surround(services, self.theme, self.timings, *devices, self)
        self._dressing = Dressing(services.preferences, self.theme, around.taps, self.timings, self)
        self._around, self._sentences = around, sentences
        self._notice = self._notice or Notice(self.theme, self.timings.notice, self)
        self._fade = self._fade or Fade(self.timings.fade, self)
        if self._attention is None:
            self._attention = Attention(self, self.timings.sleep_check)
            self._attention.gone.connect(self._go_home)
            self._attention.slept.connect(self._wake)
            QTimer.singleShot(0, self._attention, self._attention.listen)
        around.attend(self._attention, self.arrived)

    def clear(self) -> None:
        """Let go of every page, and of the data behind them."""
        if self.page:
            self.page.leave()
        if self._attention:
            self._attention.stop()
        if self._around:
            self._around.stop()
        if self._dressing:
            self._dressing.stop()
        self.place, self._around = None, None
        self._pages.clear()
        while (widget := self._stack.widget(0)) is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()

    def show_instead(self, widget: QWidget) -> None:
        """Show something that is no page, as long as there is no family."""
        self.clear()
        self._stack.addWidget(widget)

    @property
    def page(self) -> Page | None:
        """The page in view."""
        return self._pages.get(self._page_type(self.place)) if self.place else None

    @property
    def notice(self) -> str:
        """The sentence shown just now, or nothing."""
        return self._notice.text if self._notice and self._notice.isVisible() else ""

    def go(self, place: Place, *, by_itself: bool = False) -> None:
        """Leave the page in view and show ``place``, or the lock that stands before it."""
        try:
            place = self._ready.gate.way_to(place)
        except Problem as problem:
            self.say(problem)
            return
        keep = by_itself or bool(self.page and self.page.has_draft())
        back = self._ready.gate.passed(self.place, place, keep=keep)
        if self.page:
            self.page.leave()
        self._show(place, back=back)

    def _show(self, place: Place, *, back: bool) -> None:
        page = self._page(place)
        self._melt_into(page)
        self.place = place
        page.resize(self._stack.size())
        try:
            if back:
                page.come_back()
            else:
                page.enter(place)
        except Problem as problem:
            # The disk was pulled: the page shows what it has, and nobody is stuck on the old one.
            self.say(problem)
        self._stack.setCurrentWidget(page)
        if self._attention:
            self._attention.expect(page.idle_ms)
        self.arrived.emit(place)

    @property
    def _ready(self) -> Surroundings:
        if self._around is None:
            message = "furnish() comes before go()"
            raise RuntimeError(message)
        return self._around

    def _melt_into(self, page: Page) -> None:
        old = self._stack.currentWidget()
        moving = self.timings.fade > 0 and not self.theme.reduced_motion
        if self._fade and moving and old is not None and old is not page and self.isVisible():
            self._fade.start(old)

    def changed(self, change: Change) -> None:
        """Something was saved: the page in view may refresh itself."""
        if self._dressing:
            self._dressing.refresh(change)
        if self.page:
            self.page.refresh(change)

    def say(self, problem: Problem) -> None:
        """Tell a person what went wrong, in a sentence."""
        log.warning("told: %s", problem.key)
        if self._notice and self._sentences:
            self._notice.show_text(self._sentences.of(problem))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            application().setFont(self.theme.font("normal"))
            QTimer.singleShot(0, self, self.painted.emit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.theme.fit(self.size())
        if self._notice:
            self._notice.place()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        app = QGuiApplication.instance()
        ending = isinstance(app, QGuiApplication) and app.isSavingSession()
        if self.kiosk and not ending:
            event.ignore()
            return
        if self.page:
            self.page.leave()
        if self._attention:
            self._attention.stop()
        if self._fade:
            self._fade.stop()
        super().closeEvent(event)

    @staticmethod
    def _page_type(place: Place) -> type[Page]:
        from thermometer.ui.atlas import page_of  # noqa: PLC0415 - pages come after the first frame

        return page_of(place)

    def _page(self, place: Place) -> Page:
        kind = self._page_type(place)
        if kind not in self._pages:
            page = kind(self._ready)
            page.go_to.connect(self.go)
            page.trouble.connect(self.say)
            page.wish.connect(self.wished)
            self._pages[kind] = page
            self._stack.addWidget(page)
        return self._pages[kind]

    def _wake(self) -> None:
        """The device was asleep."""
        if self.page:
            self._leave_alone(stays=self.page.outlasts_sleep())

    def _go_home(self) -> None:
        """Nobody touched the screen for a while."""
        if self.page:
            self._leave_alone(stays=self.page.is_running())

    def _leave_alone(self, *, stays: bool) -> None:
        """Nobody watches over the page in view: Home takes its place unless it ``stays``."""
        from thermometer.ui.places import Home  # noqa: PLC0415 - pages come after the first frame

        if self.page is None or not self.page.goes_home_when_idle:
            return
        if self._attention and stays:
            self._ready.gate.shut()  # what runs stays in view, and opens nothing else
            self._attention.again()
        else:
            self.go(Home(), by_itself=True)

    def _dress(self) -> None:
        palette = self.theme.palette()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette)
            if self._was_painted:
                app.setFont(self.theme.font("normal"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        # A widget may keep its size and yet stand elsewhere inside, now that the factor is another.
        for widget in self._stack.findChildren(QWidget):
            QApplication.sendEvent(widget, QResizeEvent(widget.size(), widget.size()))
