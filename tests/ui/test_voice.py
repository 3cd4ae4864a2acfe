"""Lines read aloud: by a voice that was ready elsewhere first, and never at the price of a wait."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeTablet
from tests.ui.repairs import begin, hard_moment, pick_of, skip_to, touch
from tests.ui.stories import reveal
from tests.ui.tablet import Tablet
from thermometer.domain.repair_steps import PARTS, Part, RepairStep
from thermometer.domain.ruptures import RuptureKind
from thermometer.ui import voice as voices
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.places import Home, Repairs
from thermometer.ui.voice import SILENT_ENGINE, Speech, Voice, probe

LIBRARY = "PySide6.QtTextToSpeech"
# As the real question, but of a computer with something to hear a voice on, or without.
ASK = """
import sys
from thermometer.cli import main
from thermometer.ui import voice
voice.has_output = lambda: {output}
sys.exit(main(["--probe-voice", sys.argv[1]]))
"""


def script(text: str) -> tuple[str, ...]:
    """Let the other process run ``text``."""
    return "-c", text


MOCK = Speech(engine=SILENT_ENGINE, ask=script(ASK.format(output=True)), has_output=lambda: True)
NO_OUTPUT = replace(MOCK, ask=script(ASK.format(output=False)), has_output=lambda: False)
HANGS = replace(MOCK, ask=script("import time; time.sleep(600)"), limit=300)


def found(qtbot: QtBot, speech: Speech) -> Voice:
    """A voice that was looked for."""
    voice = Voice(speech)
    voice.look_for()
    qtbot.waitUntil(lambda: not voice.is_looked_for, timeout=20_000)
    return voice


def voice_of(tablet: Tablet) -> Voice:
    return next(iter(tablet.window.findChildren(Voice)))


def spoken(voice: Voice) -> list[str]:
    """Every word that the engine says from now on."""
    words: list[str] = []
    assert voice._engine is not None
    voice._engine.sayingWord.connect(lambda word, *_: words.append(word))
    return words


def ends_with(words: list[str], *last: str) -> bool:
    return tuple(words[-len(last) :]) == last


def repairing(make_tablet: MakeTablet, speech: Speech, step: RepairStep) -> Tablet:
    """Mum mends a limit with Mia, and the computer was asked for its voice."""
    tablet = make_tablet()
    tablet.window.speech = speech
    tablet.people(2)
    tablet.open()
    begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))
    skip_to(tablet, step)
    tablet.qtbot.waitUntil(lambda: not voice_of(tablet).is_looked_for, timeout=20_000)
    return tablet


def test_an_engine_that_is_ready_elsewhere_is_a_voice(qtbot: QtBot) -> None:
    voice = found(qtbot, MOCK)
    assert voice.is_there
    words = spoken(voice)
    with qtbot.waitSignal(voice.ended, timeout=20_000):
        voice.say("I am sorry")
    assert words == ["I", "am", "sorry"]
    voice.close()
    assert not voice.is_there


@pytest.mark.parametrize(
    "speech",
    [
        NO_OUTPUT,
        replace(MOCK, engine="no such engine"),
        replace(MOCK, ask=script("import os; os.abort()")),
    ],
    ids=["no output", "no engine", "it crashes"],
)
def test_without_an_output_or_an_engine_there_is_none(qtbot: QtBot, speech: Speech) -> None:
    voice = found(qtbot, speech)
    voice.say("hello")
    assert not voice.is_there


def test_a_question_that_hangs_is_given_up_and_nothing_waits_for_it(qtbot: QtBot) -> None:
    voice, ticks, clock = Voice(HANGS), [0], QElapsedTimer()
    beat = QTimer(interval=10)
    beat.timeout.connect(lambda: ticks.append(clock.elapsed()))
    clock.start()
    beat.start()
    voice.look_for()
    assert clock.elapsed() < HANGS.limit
    qtbot.waitUntil(lambda: not voice.is_looked_for, timeout=20_000)
    beat.stop()
    assert clock.elapsed() >= 0.9 * HANGS.limit  # a timer of Qt may be early by 5 %
    assert len(ticks) >= 5
    assert not voice.is_there
    voice.close()


def test_closing_waits_for_a_question_that_was_just_given_up(qtbot: QtBot) -> None:
    voice = Voice(replace(HANGS, limit=600_000))
    voice.look_for()
    asked = voice._asked
    assert asked is not None
    assert asked.waitForStarted(20_000)
    voice._limit.timeout.emit()  # killed; nobody has looked yet whether it is gone
    assert not voice.is_looked_for
    assert asked.state() is asked.ProcessState.Running
    voice.close()
    assert asked.state() is asked.ProcessState.NotRunning


def test_closing_ends_a_question_that_hangs(qtbot: QtBot) -> None:
    voice = Voice(replace(HANGS, limit=600_000))
    voice.look_for()
    asked = voice._asked
    assert asked is not None
    voice.close()
    assert asked.state() is asked.ProcessState.NotRunning


@pytest.mark.parametrize("output", [True, False])
def test_the_probe_wants_an_output_and_the_library(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, output: bool
) -> None:
    monkeypatch.setattr(voices, "has_output", lambda: output)
    assert probe(SILENT_ENGINE) == (0 if output else 1)
    monkeypatch.setitem(sys.modules, LIBRARY, None)  # importing it now raises ImportError
    assert probe(SILENT_ENGINE) == 1


def test_a_voice_is_lost_with_the_last_output(qtbot: QtBot) -> None:
    outputs = ["headphones"]
    voice = found(qtbot, replace(MOCK, has_output=lambda: bool(outputs)))
    words = spoken(voice)
    outputs.clear()
    with qtbot.waitSignal(voice.ready):
        voice.say("hello")
    assert not voice.is_there
    assert words == []


def test_nobody_is_asked_before_a_repair_is_entered(
    make_tablet: MakeTablet, tmp_path: Path
) -> None:
    asked = tmp_path / "asked"
    tablet = make_tablet()
    tablet.window.speech = replace(MOCK, ask=script(f"open({str(asked)!r}, 'a').write('once')"))
    tablet.people(2)
    tablet.open()
    tablet.window.go(Repairs())
    assert not voice_of(tablet).is_looked_for
    assert not asked.exists()
    for _ in range(2):
        begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))
        tablet.qtbot.waitUntil(lambda: not voice_of(tablet).is_looked_for, timeout=20_000)
    assert asked.read_text() == "once"


@pytest.mark.parametrize("speech", [NO_OUTPUT, HANGS], ids=["no output", "hangs"])
def test_without_a_voice_no_button_is_shown(make_tablet: MakeTablet, speech: Speech) -> None:
    tablet = repairing(make_tablet, speech, RepairStep.GO_TO_CHILD)
    pick = pick_of(tablet.page(GuidedRepairPage), Part.OPENING)
    touch(tablet, pick.lines[0])
    assert pick.text
    assert not pick.aloud.isVisible()


def test_the_edited_line_is_read_and_a_second_touch_stops(make_tablet: MakeTablet) -> None:
    tablet = repairing(make_tablet, MOCK, RepairStep.GO_TO_CHILD)
    pick = pick_of(tablet.page(GuidedRepairPage), Part.OPENING)
    assert not pick.aloud.isVisible()
    touch(tablet, pick.lines[0])
    assert pick.aloud.isVisible()
    assert min(pick.aloud.width(), pick.aloud.height()) >= 44
    pick.field.selectAll()
    QTest.keyClicks(pick.field, "I am here now")
    words = spoken(voice_of(tablet))
    touch(tablet, pick.aloud)
    assert pick.aloud.accessibleName() == "Stop reading"
    tablet.qtbot.waitUntil(lambda: words == ["I", "am", "here", "now"], timeout=20_000)
    tablet.qtbot.waitUntil(lambda: pick.aloud.accessibleName() == "Read it aloud", timeout=20_000)
    words.clear()
    touch(tablet, pick.aloud)
    with tablet.qtbot.waitSignal(voice_of(tablet).ended):
        touch(tablet, pick.aloud)
    assert pick.aloud.accessibleName() == "Read it aloud"
    assert len(words) < 4


def test_each_part_of_the_apology_can_be_read(make_tablet: MakeTablet) -> None:
    tablet = repairing(make_tablet, MOCK, RepairStep.OWN_IT)
    page = tablet.page(GuidedRepairPage)
    for part in PARTS[RepairStep.OWN_IT]:
        pick = pick_of(page, part)
        pick.field.setPlainText("words of " + part)
        words = spoken(voice_of(tablet))
        reveal(pick.aloud)
        touch(tablet, pick.aloud)
        # The last word of the part before may still come in between.
        tablet.qtbot.waitUntil(partial(ends_with, words, "words", "of", part), timeout=20_000)
        tablet.tap(page.foot.next)


def test_leaving_the_step_or_the_page_stops_it(make_tablet: MakeTablet) -> None:
    tablet = repairing(make_tablet, MOCK, RepairStep.GO_TO_CHILD)
    page = tablet.page(GuidedRepairPage)
    pick, voice = pick_of(page, Part.OPENING), voice_of(tablet)
    pick.field.setPlainText("one two three four five six seven eight nine ten")
    touch(tablet, pick.aloud)
    with tablet.qtbot.waitSignal(voice.ended):
        tablet.tap(page.foot.skip)
    tablet.tap(page.steps.buttons[list(RepairStep).index(RepairStep.GO_TO_CHILD)])
    words = spoken(voice)
    touch(tablet, pick.aloud)
    tablet.qtbot.waitUntil(lambda: words != [], timeout=20_000)
    with tablet.qtbot.waitSignal(voice.ended):
        tablet.window.go(Home())
    assert len(words) < 10
