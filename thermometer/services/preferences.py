"""What the family has chosen about looks and behaviour, read once and kept at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.domain.changes import Change, Notify
from thermometer.domain.settings import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from thermometer.store.settings import Settings

KEY = "preferences"
ASIDE = "preferences.aside"
"""What could not be read is kept here, as the text that it was, when something is chosen anew."""
LONGEST_ASIDE = 10_000
"""In characters."""


class KeptPreferences:
    """The preferences; asked for at every turn, so that they are read from the file only once.

    Args:
        settings: where they are kept; loaded when they are first asked for.
        notify: told after each change.
    """

    def __init__(self, settings: Callable[[], Settings], notify: Notify) -> None:
        self._settings = settings
        self._notify = notify
        self._now: Preferences | None = None

    @property
    def now(self) -> Preferences:
        """What is chosen now; what cannot be read is what suits most."""
        return self._now or self.read_again()

    def read_again(self) -> Preferences:
        """The file may be another one now: after a restore or an import."""
        self._now = Preferences.of(self._settings().get(KEY))
        return self._now

    def keep(self, preferences: Preferences) -> Preferences:
        """Keeps what was chosen.

        Raises:
            Problem: nothing was changed.
        """
        settings = self._settings()
        text = settings.text(KEY)
        if text and not _is_whole(settings.get(KEY)):
            settings.set(ASIDE, text[:LONGEST_ASIDE])
        settings.set(KEY, preferences.values())
        self._now = preferences
        self._notify(Change.SETTINGS)
        return preferences


def _is_whole(kept: object) -> bool:
    """Whether all that was kept could be read; what another version knows counts as read."""
    if not isinstance(kept, dict):
        return False
    read = Preferences.of(kept).values()
    return all(read[key] == value for key, value in kept.items() if key in read)
