"""A theme like another, only larger: for a part of a page that has room to spare."""

from __future__ import annotations

from thermometer.ui.theme.theme import Theme


class CloserTheme(Theme):
    """Wears what another theme wears, its sizes a little larger.

    Args:
        other: the theme that it follows.
    """

    def __init__(self, other: Theme) -> None:
        super().__init__(other.name, text_scale=other.text_scale)
        self._other, self._times = other, 1.0
        other.changed.connect(self._follow)
        self._follow()

    def come_closer(self, times: float) -> None:
        """Make everything ``times`` as large as in the other theme."""
        if times != self._times:
            self._times = times
            self._follow()

    def _follow(self) -> None:
        other = self._other
        self.tokens, self.name = other.tokens, other.name
        self.text_scale, self.reduced_motion = other.text_scale, other.reduced_motion
        self.factor = other.factor * self._times
        self.changed.emit()
