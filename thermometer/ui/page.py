"""What every page has: a way in, a way out, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from thermometer.domain.changes import Change
from thermometer.ui.gate import Gate
from thermometer.ui.idle import Idle
from thermometer.ui.keep_awake import KeepAwake
from thermometer.ui.places import Place
from thermometer.ui.recent_taps import RecentTaps
from thermometer.ui.sounds import LoudspeakerMaker, Sounds
from thermometer.ui.tap_guard import TapGuard
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.undoing import Undoing
from thermometer.ui.voice import Speech, Voice
from thermometer.ui.widgets import pictures

if TYPE_CHECKING:
    from thermometer.services.bundle import Services
    from thermometer.ui.attention import Attention
    from thermometer.ui.capture import Capture


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What pages share: services, look, times, taps just made, the lock's gate, sounds, voice.

    ``capture`` is where photos and voices are taken from; without it there is nothing to do so.
    ``undoing`` holds what can be taken back of a Safe Place being set up. ``idle`` dims Home, and
    ``awake`` keeps the screen on.
    """

    services: Services
    theme: Theme
    timings: Timings
    taps: RecentTaps
    guard: TapGuard
    gate: Gate
    sounds: Sounds
    voice: Voice
    capture: Capture | None
    undoing: Undoing
    idle: Idle
    awake: KeepAwake

    def attend(self, attention: Attention, arrived: SignalInstance) -> None:
        """Go along with each touch, and with the window to wherever it arrives."""
        self.idle.watch(attention, arrived)
        self.awake.watch(arrived)

    def stop(self) -> None:
        """The family is let go of: nothing runs on, nothing is heard."""
        self.taps.stop()
        self.sounds.stop()
        self.voice.close()
        self.idle.stop()
        self.awake.stop()
        pictures.use_own(None)
        # They hang in the window, which may be given another family.
        for one in (self.taps, self.sounds, self.voice, self.awake):
            one.deleteLater()


def surround(
    services: Services,
    theme: Theme,
    timings: Timings,
    loudspeaker: LoudspeakerMaker | None,
    speech: Speech | None,
    capture: Capture | None,
    parent: QWidget,
) -> Surroundings:
    """What the pages of a family share.

    Args:
        services: the family's.
        theme: colours and sizes.
        timings: how long things last.
        loudspeaker: makes what sounds are played on; none is quiet.
        speech: how a voice is looked for; without it none ever is.
        capture: where photos and voices are taken from; without it nowhere.
        parent: the window.
    """
    pictures.use_own(lambda name: services.own_media().picture(name))
    guard = TapGuard(timings.tap_guard)
    return Surroundings(
        services,
        theme,
        timings,
        RecentTaps(timings.oops, parent),
        guard,
        Gate(services.lock),
        Sounds(services.preferences, loudspeaker, parent),
        Voice(speech, parent, services.preferences),
        capture,
        Undoing(),
        Idle(services, theme, timings, guard, parent),
        KeepAwake(parent=parent),
    )


class Wish(StrEnum):
    """What a page cannot do itself, and is no place to go to."""

    LEAVE_FULL_SCREEN = "leave full screen"
    LOOK_AROUND = "look around with a sample family"
    RESCUE = "put something in the place of damaged records"
    BEGIN_ANEW = "close the family and open its data again"


class Page(QWidget):
    """A page asks to go elsewhere, has wishes, says what went wrong; the window sees to it."""

    go_to = Signal(object)
    wish = Signal(Wish)
    trouble = Signal(object)

    goes_home_when_idle = True

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._services = around.services
        self._theme = around.theme
        self._timings = around.timings

    def enter(self, place: Place) -> None:
        """Show ``place``; the page comes into view."""

    def come_back(self) -> None:
        """The page comes into view as it was when the corner locked itself: what was typed stays.

        A page that starts timers in :meth:`enter` starts them here too.
        """
        self.refresh(Change.EVERYTHING)

    def has_draft(self) -> bool:
        """Whether something was typed that is not saved; it is kept while the corner is locked."""
        return False

    def refresh(self, change: Change) -> None:
        """Something was saved while the page is in view."""

    def leave(self) -> None:
        """The page goes out of view: stop timers, sounds, animations."""

    @property
    def idle_ms(self) -> int:
        """After how many milliseconds without a touch the window goes Home by itself."""
        return self._timings.idle_home_of(self._services.preferences.now)

    def is_running(self) -> bool:
        """Whether something runs that idleness must not end."""
        return False

    def outlasts_sleep(self) -> bool:
        """Whether what runs stays in view also when the device was asleep meanwhile."""
        return self.is_running()

    def admit(self) -> bool:
        """Whether a tap made just now counts (see ``TapGuard``)."""
        return self._around.guard.admit()
