"""The computer's voice, and the only file that knows QtTextToSpeech.

Asking for a voice can wait for ever, and without anything to hear it on one word is enough to
spoil it for every program. So another process is asked first, and given up on after a while; only
what was ready there is made here. The library can be missing too: then there is no voice.
That process is the program itself, asked with a word of its own (``probe_words``).
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QLoggingCategory,
    QObject,
    QProcess,
    QTimer,
    Signal,
)

from thermometer.domain.problems import Problem
from thermometer.ui.probe_words import probing
from thermometer.ui.sounds import QUIET_LOG, has_output

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

    from thermometer.domain.settings import Preferences
    from thermometer.services.preferences import KeptPreferences

log = logging.getLogger(__name__)

LIMIT_MS = 5000
KILL_MS = 5000
"""A process that is killed is gone sooner, unless the computer is busy beyond use."""
SILENT_ENGINE = "mock"
"""Qt's own for tests: it says nothing, and is taken only where it is asked for by name."""
SLOWEST = 5
"""A rate of speech is in fifths of the way to the slowest or the fastest."""
FOLDER = Path(__file__).parents[2]
"""Where another Python finds this package."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Where a voice comes from, and how it is asked for.

    Attributes:
        engine: of QtTextToSpeech; an empty name is the computer's usual one.
        ask: what the other process is given before the engine's name; it ends with 0 if the engine
            was ready there.
        limit: how long that may take, in milliseconds.
        has_output: whether there is anything to hear it on now.
    """

    engine: str = ""
    ask: tuple[str, ...] = field(default_factory=probing)
    limit: int = LIMIT_MS
    has_output: Callable[[], bool] = has_output


def probe(engine: str) -> int:
    """Make ``engine`` in this process, which may never come back; 0 if it is ready."""
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    made = _made(engine, app) if has_output() else None
    return 0 if made else 1


def _made(engine: str, parent: QObject) -> QTextToSpeech | None:
    """An engine that is ready; anything else is no voice."""
    QLoggingCategory.setFilterRules(QUIET_LOG)  # it takes QtMultimedia along
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - never at the start
    except ImportError as error:
        log.warning("no voice: %s", error)
        return None
    made = QTextToSpeech(engine, parent) if engine else QTextToSpeech(parent)
    is_real = made.engine() != SILENT_ENGINE or engine == SILENT_ENGINE
    if made.state() is QTextToSpeech.State.Ready and is_real:
        return made
    made.deleteLater()
    return None


class Voice(QObject):
    """Reads aloud, once it was looked for and found.

    ``ready`` tells that there is a voice now, or that it was lost; ``answered`` that it was looked
    for, with or without a voice in the end; ``ended`` that it is silent.

    Args:
        speech: how it is looked for; without it there is never a voice.
        parent: the window.
        preferences: which voice it is, how fast and how loud; as the computer has it without them.
    """

    ready = Signal()
    answered = Signal()
    ended = Signal()

    def __init__(
        self,
        speech: Speech | None,
        parent: QObject | None = None,
        preferences: KeptPreferences | None = None,
    ) -> None:
        super().__init__(parent)
        self._speech, self._preferences = speech, preferences
        self._engine: QTextToSpeech | None = None
        self._usual: QVoice | None = None
        self._was_looked_for = False
        self._asked: QProcess | None = None
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._give_up)

    @property
    def is_there(self) -> bool:
        """Whether something can be read aloud."""
        return self._engine is not None

    @property
    def is_looked_for(self) -> bool:
        """Whether the other process has not answered yet."""
        return self._asked is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The voices that there are for the language on the screen, by name."""
        found = self._engine.availableVoices() if self._engine else []
        return tuple(dict.fromkeys(voice.name() for voice in found))

    def look_again(self) -> None:
        """Something may have been installed since: look for a voice where there was none."""
        if not self.is_there and not self.is_looked_for:
            self._was_looked_for = False
            self.look_for()

    def look_for(self) -> None:
        """Ask another process, once; this returns at once, and ``ready`` tells if one is found."""
        if self._speech is None or self._was_looked_for or not sys.executable:
            return
        self._was_looked_for = True
        asked = QProcess(self)
        asked.setWorkingDirectory(str(FOLDER))
        asked.setStandardOutputFile(QProcess.nullDevice())
        asked.setStandardErrorFile(QProcess.nullDevice())
        asked.finished.connect(self._answered)
        asked.finished.connect(asked.deleteLater)
        asked.errorOccurred.connect(self._failed)
        self._asked = asked
        self._limit.start(self._speech.limit)
        asked.start(sys.executable, [*self._speech.ask, self._speech.engine])

    def say(self, text: str) -> None:
        """Begin to read ``text``; what was being read ends. Without an output the voice is lost."""
        if self._engine is None or self._speech is None or not text:
            return
        if not self._speech.has_output():
            self._lose()
            return
        self._engine.stop()
        self._wear(self._engine)
        self._engine.say(text)

    def stop(self) -> None:
        """Be silent."""
        if self._engine is not None:
            self._engine.stop()

    def close(self) -> None:
        """Be silent for good; nobody is asked any longer."""
        self._speech = None
        self._give_up()
        # Killed, but on a busy computer perhaps not gone yet: Qt complains of those it outlives.
        for asked in self.findChildren(QProcess):
            asked.waitForFinished(KILL_MS)
        if self._engine is not None:
            self._engine.stop()
            self._lose()

    def _failed(self) -> None:
        if self.sender() is self._asked:
            self._give_up()

    def _answered(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._asked is None or self.sender() is not self._asked or self._speech is None:
            return  # too late, or another one was asked since
        self._asked = None
        self._limit.stop()
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            self._engine = _made(self._speech.engine, self)
        if self._engine is not None:
            _speak_our_language(self._engine)
            self._usual = self._engine.voice()
            self._engine.stateChanged.connect(self._hear)
            self.ready.emit()
        self.answered.emit()

    def _wear(self, engine: QTextToSpeech) -> None:
        """Speak as the family has chosen; what cannot be read is as the computer has it."""
        try:
            chosen = self._preferences.now if self._preferences else None
        except Problem as problem:
            log.warning("usual voice: %s", problem.key)
            return
        if chosen is None:
            return
        voice = self._voice_of(engine, chosen)
        if voice is not None and voice != engine.voice():
            engine.setVoice(voice)
        engine.setRate(chosen.speech_rate / SLOWEST)
        engine.setVolume(chosen.loudness / 100)

    def _voice_of(self, engine: QTextToSpeech, chosen: Preferences) -> QVoice | None:
        found = engine.availableVoices() if chosen.voice else []
        return next((voice for voice in found if voice.name() == chosen.voice), self._usual)

    def _give_up(self) -> None:
        """No answer, or none in time: no voice."""
        self._limit.stop()
        asked, self._asked = self._asked, None
        if asked is not None:
            log.info("no voice: no answer")
            asked.kill()
            self.answered.emit()

    def _hear(self, state: QTextToSpeech.State) -> None:
        if state.name == "Ready":
            self.ended.emit()
        elif state.name == "Error":
            self._lose()

    def _lose(self) -> None:
        """It is gone; whoever comes next may look for it again."""
        engine, self._engine, self._usual = self._engine, None, None
        self._was_looked_for = False
        if engine is not None:
            engine.stateChanged.disconnect(self._hear)
            engine.deleteLater()
        self.ended.emit()
        self.ready.emit()


def _speak_our_language(engine: QTextToSpeech) -> None:
    """Let the voice be of the language on the screen, if the engine knows one."""
    language = QLocale().language()
    if engine.locale().language() == language:
        return
    for locale in engine.availableLocales():
        if locale.language() == language:
            engine.setLocale(locale)
            return
