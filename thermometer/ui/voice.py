"""The computer's voice, and the only file that knows QtTextToSpeech.

Asking for a voice can wait for ever, and without anything to hear it on one word is enough to
spoil it for every program. So another process is asked first, and given up on after a while; only
what was ready there is made here. The library can be missing too: then there is no voice.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
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

from thermometer.ui.sounds import QUIET_LOG, has_output

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

log = logging.getLogger(__name__)

LIMIT_MS = 5000
SILENT_ENGINE = "mock"
"""Qt's own for tests: it says nothing, and is taken only where it is asked for by name."""
ASK = "import sys; from thermometer.ui.voice import probe; sys.exit(probe(sys.argv[1]))"
FOLDER = Path(__file__).parents[2]
"""Where another Python finds this package."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Where a voice comes from, and how it is asked for.

    Attributes:
        engine: of QtTextToSpeech; an empty name is the computer's usual one.
        ask: what the other Python runs; it ends with 0 if the engine was ready there.
        limit: how long that may take, in milliseconds.
        has_output: whether there is anything to hear it on now.
    """

    engine: str = ""
    ask: str = ASK
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

    ``ready`` tells that there is a voice now, or that it was lost; ``ended`` that it is silent.

    Args:
        speech: how it is looked for; without it there is never a voice.
        parent: the window.
    """

    ready = Signal()
    ended = Signal()

    def __init__(self, speech: Speech | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._engine: QTextToSpeech | None = None
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

    def look_for(self) -> None:
        """Ask another process, once; this returns at once, and ``ready`` tells if one is found.

        A frozen program is no Python that could be asked: there it stays silent.
        """
        is_python = bool(sys.executable) and not getattr(sys, "frozen", False)
        if self._speech is None or self._was_looked_for or not is_python:
            return
        self._was_looked_for = True
        asked = QProcess(self)
        asked.setWorkingDirectory(str(FOLDER))
        asked.setStandardOutputFile(QProcess.nullDevice())
        asked.setStandardErrorFile(QProcess.nullDevice())
        asked.finished.connect(self._answered)
        asked.finished.connect(asked.deleteLater)
        asked.errorOccurred.connect(self._give_up)
        self._asked = asked
        self._limit.start(self._speech.limit)
        asked.start(sys.executable, ["-c", self._speech.ask, self._speech.engine])

    def say(self, text: str) -> None:
        """Begin to read ``text``; what was being read ends. Without an output the voice is lost."""
        if self._engine is None or self._speech is None or not text:
            return
        if not self._speech.has_output():
            self._lose()
            return
        self._engine.stop()
        self._engine.say(text)

    def stop(self) -> None:
        """Be silent."""
        if self._engine is not None:
            self._engine.stop()

    def close(self) -> None:
        """Be silent for good; nobody is asked any longer."""
        self._speech = None
        asked = self._asked
        self._give_up()
        if asked is not None:
            asked.waitForFinished(1000)
        if self._engine is not None:
            self._engine.stop()
            self._lose()

    def _answered(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._asked is None or self._speech is None:
            return  # too late
        self._asked = None
        self._limit.stop()
        if code != 0 or status is not QProcess.ExitStatus.NormalExit:
            return
        self._engine = _made(self._speech.engine, self)
        if self._engine is not None:
            _speak_our_language(self._engine)
            self._engine.stateChanged.connect(self._hear)
            self.ready.emit()

    def _give_up(self) -> None:
        """No answer, or none in time: no voice."""
        self._limit.stop()
        asked, self._asked = self._asked, None
        if asked is not None:
            log.info("no voice: no answer")
            asked.kill()

    def _hear(self, state: QTextToSpeech.State) -> None:
        if state.name == "Ready":
            self.ended.emit()
        elif state.name == "Error":
            self._lose()

    def _lose(self) -> None:
        """It is gone; whoever comes next may look for it again."""
        engine, self._engine = self._engine, None
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
