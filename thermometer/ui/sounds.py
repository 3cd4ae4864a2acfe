"""The few soft sounds, and the only file that plays through QtMultimedia.

That library is loaded with the first sound and never before: it takes longer than a tap may. It
can be missing (without libpulse0), and there may be nothing to play on: then it is simply quiet.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl

from thermometer import assets
from thermometer.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

    from thermometer.services.preferences import KeptPreferences

log = logging.getLogger(__name__)

AFTER_PAINT_MS = 20
"""So long a sound waits, that the tap is saved and painted before anything else is done."""
# Which codecs there are is of no interest: the sounds need none.
QUIET_LOG = "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg=false"


class Sound(StrEnum):
    """Each is a file in ``resources/sounds``. One touch sounds the same in every zone."""

    TAP = "tap"
    CHIME = "chime"
    DONE = "done"


def has_output() -> bool:
    """Whether there is anything to hear a sound on; the library is loaded with the question."""
    QLoggingCategory.setFilterRules(QUIET_LOG)
    try:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - see above
    except ImportError as error:
        log.warning("no output: %s", error)
        return False
    return bool(QMediaDevices.audioOutputs())


class Loudspeaker(Protocol):
    """What sounds are played on."""

    def play(self, sound: Sound) -> None:
        """Begins ``sound``, and does not wait for its end."""

    def silence(self) -> None:
        """Ends what is heard."""


LoudspeakerMaker = Callable[[], Loudspeaker]


class QtLoudspeaker:
    """Plays on the computer's own output, if it has one."""

    def __init__(self) -> None:
        self._effects: dict[Sound, QSoundEffect] = {}
        self._is_missing = False

    def play(self, sound: Sound) -> None:
        """Begins ``sound`` on the output of now; quiet where there is none."""
        if self._is_missing:
            return
        try:
            self._play(sound)
        except (ImportError, assets.MissingAssetError) as error:
            self._is_missing = True
            log.warning("no sounds: %s", error)

    def silence(self) -> None:
        """Ends what is heard."""
        for effect in self._effects.values():
            effect.stop()

    def _play(self, sound: Sound) -> None:
        QLoggingCategory.setFilterRules(QUIET_LOG)
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415 - see above

        if not QMediaDevices.audioOutputs():
            return
        output = QMediaDevices.defaultAudioOutput()
        effect = self._effects.get(sound)
        # Headphones may have come or gone since the last sound.
        if effect is None or effect.audioDevice() != output:
            effect = QSoundEffect(output)
            effect.setSource(QUrl.fromLocalFile(str(assets.find("sounds", f"{sound}.wav"))))
            self._effects[sound] = effect
        effect.play()


class Sounds(QObject):
    """Plays what pages ask for, a moment later, unless the family has switched sounds off.

    Args:
        preferences: whether they are on.
        loudspeaker: makes what they are played on, at the first sound; none is quiet.
        parent: the window.
    """

    def __init__(
        self,
        preferences: KeptPreferences,
        loudspeaker: LoudspeakerMaker | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._make = loudspeaker
        self._loudspeaker: Loudspeaker | None = None
        self._next = Sound.TAP
        self._soon = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self._soon.timeout.connect(self._play)

    def play(self, sound: Sound) -> None:
        """Let ``sound`` be heard as soon as the screen shows what was done."""
        if self._make and self._are_on():
            self._next = sound
            self._soon.start()

    def silence(self) -> None:
        """End what is heard, and what was just asked for."""
        self._soon.stop()
        if self._loudspeaker:
            self._loudspeaker.silence()

    def stop(self) -> None:
        """The family is let go of; what sounds were played on with it."""
        self.silence()
        self._loudspeaker = None

    def _are_on(self) -> bool:
        try:
            return self._preferences.now.sound
        except Problem as problem:
            log.warning("no sound: %s", problem.key)
            return False

    def _play(self) -> None:
        if self._loudspeaker is None and self._make:
            self._loudspeaker = self._make()
        if self._loudspeaker:
            self._loudspeaker.play(self._next)
