"""The family's choices worn by the window: colours, text size, motion, and how long things last."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from thermometer.domain.changes import Change
from thermometer.domain.problems import Problem
from thermometer.domain.settings import Look, Motion, Preferences

if TYPE_CHECKING:
    from thermometer.services.preferences import KeptPreferences
    from thermometer.ui.recent_taps import RecentTaps
    from thermometer.ui.theme.theme import Theme
    from thermometer.ui.timings import Timings

log = logging.getLogger(__name__)


class Dressing(QObject):
    """Puts on what was chosen; a system that turns dark in the evening takes the window with it.

    Args:
        preferences: what the family has chosen.
        theme: told the colours, the text's size, the motion.
        taps: told how long "Oops" stays.
        timings: how long things usually last.
        parent: the window.
    """

    def __init__(
        self,
        preferences: KeptPreferences,
        theme: Theme,
        taps: RecentTaps,
        timings: Timings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._theme, self._taps = preferences, theme, taps
        self._timings = timings
        self._listens = True
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def refresh(self, change: Change) -> None:
        """Something was saved: put on what was chosen, if it can be another choice now."""
        try:
            if change is Change.EVERYTHING:
                self._put_on(self._preferences.read_again())
            elif change is Change.SETTINGS:
                self._put_on(self._preferences.now)
        except Problem as problem:
            log.warning("not worn: %s", problem.key)

    def _put_on(self, chosen: Preferences) -> None:
        self._taps.last(self._timings.oops_of(chosen))
        self._theme.wear(
            theme_name(chosen.look),
            text_scale=chosen.text_scale,
            reduced_motion=chosen.motion is Motion.REDUCED,
        )

    def stop(self) -> None:
        """The family is let go of."""
        if self._listens:
            self._listens = False
            QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._system_changed)
            self.deleteLater()

    def _system_changed(self) -> None:
        self.refresh(Change.SETTINGS)


def theme_name(look: Look) -> str:
    """The theme of a look, as the system has it where the system decides."""
    if look is not Look.SYSTEM:
        return look.value
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Look.DARK.value if is_dark else Look.LIGHT.value
