"""How the program starts: in full screen, and with the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.domain.device_settings import START_FULL_SCREEN

if TYPE_CHECKING:
    from thermometer.services.autostart import Autostart
    from thermometer.store.settings import Settings

FULL_SCREEN = START_FULL_SCREEN


class Starting:
    """Two settings that take effect at the next start.

    Args:
        settings: where the first is kept.
        autostart: where the second is.
    """

    def __init__(self, settings: Settings, autostart: Autostart) -> None:
        self._settings, self._autostart = settings, autostart

    def in_full_screen(self) -> bool:
        """Whether the window begins without a frame, on the whole screen."""
        return self._settings.get(FULL_SCREEN) is True

    def set_in_full_screen(self, *, on: bool) -> None:
        """Begin so from the next start on, or no longer.

        Raises:
            Problem: nothing was changed.
        """
        self._settings.set(FULL_SCREEN, value=on)

    def with_computer(self) -> bool:
        """Whether the program starts when somebody logs in."""
        return self._autostart.is_on()

    def set_with_computer(self, *, on: bool) -> None:
        """Start so, or no longer.

        Raises:
            Problem: ``autostart-no-access``; nothing was changed.
        """
        self._autostart.turn(on=on)
