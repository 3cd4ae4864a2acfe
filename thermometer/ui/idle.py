"""Home dims when nobody has touched it for a while, and the touch that wakes it does nothing else.

Elsewhere nobody being there leads Home first (``attention``).
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from thermometer.domain.problems import Problem
from thermometer.ui.lock_words import opens_words
from thermometer.ui.places import Home, Place
from thermometer.ui.tap_guard import TapGuard
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings

if TYPE_CHECKING:
    from thermometer.services.bundle import Services
    from thermometer.ui.attention import Attention
    from thermometer.ui.widgets.idle_picture import IdlePicture

log = logging.getLogger(__name__)

MOVES_MINUTES = 3
"""So often everything moves a little, that nothing burns into the screen."""
LATE_MS = 50
"""So long after the full minute the time is looked at: never a moment too early."""


class Idle(QObject):
    """Waits on Home, and covers it.

    Args:
        services: know the time, what was chosen, and whether the lock opens by itself.
        theme: colours and sizes.
        timings: how long things last.
        guard: ignores what a hand does right after the touch that wakes.
        window: dims.
    """

    def __init__(
        self, services: Services, theme: Theme, timings: Timings, guard: TapGuard, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._theme, self._timings = services, theme, timings
        self._guard, self._window = guard, window
        self.picture: IdlePicture | None = None
        self._is_home = False
        self._signals: tuple[SignalInstance, SignalInstance] | None = None
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self.dim)
        self._minute = QTimer(self, singleShot=True)
        self._minute.setTimerType(Qt.TimerType.PreciseTimer)
        self._minute.timeout.connect(self._show_now)

    @property
    def is_dim(self) -> bool:
        """Whether the picture covers the window."""
        return self.picture is not None and self.picture.isVisible()

    def watch(self, attention: Attention, arrived: SignalInstance) -> None:
        """From now on ``attention`` tells each touch, and ``arrived`` where the window is."""
        self._signals = (attention.touched, arrived)
        attention.touched.connect(self._again)
        arrived.connect(self._go_along)

    def stop(self) -> None:
        """The family is let go of."""
        self._wait.stop()
        self._leave()
        if self._signals:
            touched, arrived = self._signals
            touched.disconnect(self._again)
            arrived.disconnect(self._go_along)
            self._signals = None
        if self.picture:
            self.picture.deleteLater()
            self.picture = None
        self.deleteLater()

    def _go_along(self, place: Place) -> None:
        self._is_home = isinstance(place, Home)
        if not self._is_home:
            self._wait.stop()
            self._leave()
        elif not self.is_dim:
            self._again()

    def _leave(self) -> None:
        self._minute.stop()
        if self.picture:
            self.picture.go()

    def _again(self) -> None:
        """Somebody is here: wait as long once more."""
        if not self._is_home:
            return
        lasts = self._lasts()
        if lasts:
            self._wait.start(lasts)
        else:
            self._wait.stop()

    def _lasts(self) -> int:
        try:
            return self._timings.dim_of(self._services.preferences.now)
        except Problem as problem:
            log.warning("stays bright: %s", problem.key)
            return 0

    def dim(self) -> None:
        """Cover the window with the picture."""
        if self.picture is None:
            from thermometer.ui.widgets.idle_picture import IdlePicture  # noqa: PLC0415 - at rest

            self.picture = IdlePicture(self._theme, 2 * self._timings.fade, self._window)
            self.picture.woken.connect(self._wake)
        self._show_now()
        self.picture.come()

    def _wake(self) -> None:
        """The touch counts as a tap, so that the next ones are ignored for a moment."""
        self._guard.admit()
        self._minute.stop()

    def _show_now(self) -> None:
        if self.picture is None:
            return
        now = self._services.clock.now()
        seconds = int(now.timestamp())
        time = QDateTime.fromSecsSinceEpoch(seconds).time()
        said = QLocale().toString(time, QLocale.FormatType.ShortFormat)
        self.picture.show_time(said, self._notice(now), seconds // 60 // MOVES_MINUTES)
        self._minute.start(60_000 - int(now.timestamp() * 1000) % 60_000 + LATE_MS)

    def _notice(self, now: datetime) -> str:
        """A reset of the lock is for everybody to see, here too."""
        try:
            left = self._services.lock.state().reset_left
        except Problem as problem:
            log.warning("no notice: %s", problem.key)
            return ""
        if not left:
            return ""
        said = self.tr("The parents' lock opens again {when}")
        return said.format(when=opens_words(now, left))
