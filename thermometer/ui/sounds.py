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
from thermometer.domain.settings import USUAL_LOUDNESS

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

    from thermometer.domain.settings import Preferences
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
    BREATH = "breath"


FOREVER = -2
"""As QSoundEffect.Infinite, which is known only once the library is loaded."""
BREATH_LOUDEST = 0.8
BREATH_STEPS = 40
"""So finely the breath's tone grows louder and softer, from silence to its loudest."""


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

    def play(self, sound: Sound, volume: float = 1.0) -> None:
        """Begins ``sound`` at ``volume``, 0 to 1, and does not wait for its end."""

    def swell(self, sound: Sound, volume: float) -> None:
        """Lets ``sound`` be heard without an end, at ``volume`` from now on."""

    def end(self, sound: Sound) -> None:
        """Ends ``sound``, if it is heard."""

    def silence(self) -> None:
        """Ends what is heard."""


LoudspeakerMaker = Callable[[], Loudspeaker]


class QtLoudspeaker:
    """Plays on the computer's own output, if it has one."""

    def __init__(self) -> None:
        self._effects: dict[Sound, QSoundEffect] = {}
        self._swelling: dict[Sound, QSoundEffect | None] = {}
        self._is_missing = False

    def play(self, sound: Sound, volume: float = 1.0) -> None:
        """Begins ``sound`` on the output of now; quiet where there is none."""
        effect = self._effect(sound)
        if effect:
            effect.setVolume(volume)
            effect.play()

    def swell(self, sound: Sound, volume: float) -> None:
        """Lets ``sound`` be heard without an end; once begun, only its volume changes."""
        if sound not in self._swelling:
            self._swelling[sound] = self._endless(sound, volume)
        effect = self._swelling[sound]
        if effect:
            effect.setVolume(volume)

    def end(self, sound: Sound) -> None:
        """Ends ``sound``; the next time it is heard on the output of then."""
        effect = self._swelling.pop(sound, None)
        if effect:
            effect.stop()

    def silence(self) -> None:
        """Ends what is heard."""
        self._swelling.clear()
        for effect in self._effects.values():
            effect.stop()

    def _endless(self, sound: Sound, volume: float) -> QSoundEffect | None:
        """``sound`` begun, without an end; what cannot be heard is not looked for again."""
        effect = self._effect(sound)
        if effect:
            effect.setLoopCount(FOREVER)
            effect.setVolume(volume)
            effect.play()
        return effect

    def _effect(self, sound: Sound) -> QSoundEffect | None:
        """``sound`` ready for the output of now; None where it cannot be heard."""
        if self._is_missing:
            return None
        try:
            return self._loaded(sound)
        except (ImportError, assets.MissingAssetError) as error:
            self._is_missing = True
            log.warning("no sounds: %s", error)
            return None

    def _loaded(self, sound: Sound) -> QSoundEffect | None:
        QLoggingCategory.setFilterRules(QUIET_LOG)
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415 - see above

        if not QMediaDevices.audioOutputs():
            return None
        output = QMediaDevices.defaultAudioOutput()
        effect = self._effects.get(sound)
        # Headphones may have come or gone since the last sound.
        if effect is None or effect.audioDevice() != output:
            effect = QSoundEffect(output)
            effect.setSource(QUrl.fromLocalFile(str(assets.find("sounds", f"{sound}.wav"))))
            self._effects[sound] = effect
        return effect


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
        self._breath, self._is_breathing = 0, False
        self._soon = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self._soon.timeout.connect(self._play)

    def play(self, sound: Sound) -> None:
        """Let ``sound`` be heard as soon as the screen shows what was done."""
        if self._make and self._loudness():
            self._next = sound
            self._soon.start()

    def breathe(self, fullness: float) -> None:
        """Let the breath's tone be as loud as the breath is full, 0 to 1."""
        step = round(fullness * BREATH_STEPS)
        if step == self._breath or not self._make:
            return
        self._breath = step
        volume = self._loudness() * BREATH_LOUDEST * step / BREATH_STEPS
        if volume > 0 or self._is_breathing:
            self._is_breathing = True
            self._player(self._make).swell(Sound.BREATH, volume)

    def end_breath(self) -> None:
        """The guide is over, and its tone with it."""
        self._breath, self._is_breathing = 0, False
        if self._loudspeaker:
            self._loudspeaker.end(Sound.BREATH)

    def silence(self) -> None:
        """End what is heard, and what was just asked for."""
        self._soon.stop()
        if self._loudspeaker:
            self._loudspeaker.silence()

    def stop(self) -> None:
        """The family is let go of; what sounds were played on with it."""
        self.silence()
        self._loudspeaker = None

    @property
    def voice_loudness(self) -> float:
        """How loud a recorded voice is, 0 to 1: somebody asked for it, so the switch leaves it."""
        now = self._now()
        return (now.loudness if now else USUAL_LOUDNESS) / 100

    def _loudness(self) -> float:
        """How loud the family wants every sound, 0 (off) to 1."""
        now = self._now()
        return self.voice_loudness if now and now.sound else 0.0

    def _now(self) -> Preferences | None:
        """What the family has chosen, if that can be read."""
        try:
            return self._preferences.now
        except Problem as problem:
            log.warning("loudness: %s", problem.key)
            return None

    def _player(self, make: LoudspeakerMaker) -> Loudspeaker:
        if self._loudspeaker is None:
            self._loudspeaker = make()
        return self._loudspeaker

    def _play(self) -> None:
        if self._make:
            self._player(self._make).play(self._next, self._loudness())
