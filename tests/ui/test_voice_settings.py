"""The settings of the voice: what there is can be chosen, and what is missing is said."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeTablet
from tests.ui.settings import part, show, touch
from tests.ui.tablet import Tablet
from tests.ui.test_voice import HANGS, MOCK, NO_OUTPUT, found, spoken, voice_of
from thermometer.domain.settings import Preferences
from thermometer.ui.places import Home
from thermometer.ui.probe_words import probing
from thermometer.ui.setting_sections import Section
from thermometer.ui.voice import SILENT_ENGINE, Speech
from thermometer.ui.voice_settings import VoiceSettings


def settings(make_tablet: MakeTablet, speech: Speech) -> Tablet:
    """The section of sounds and the voice, once the computer was asked for its voice."""
    tablet = make_tablet()
    tablet.window.speech = speech
    tablet.people(3)
    tablet.open()
    tablet.open_settings()
    assert not voice_of(tablet).is_looked_for
    show(tablet, Section.SOUND)
    tablet.qtbot.waitUntil(lambda: not voice_of(tablet).is_looked_for, timeout=20_000)
    return tablet


def card(tablet: Tablet) -> VoiceSettings:
    return part(tablet, Section.SOUND, VoiceSettings)


@pytest.fixture
def speaking(make_tablet: MakeTablet) -> Tablet:
    """A tablet with a voice."""
    return settings(make_tablet, MOCK)


def read_to(tablet: Tablet) -> set[UUID]:
    """Those to whom pages are read."""
    now, family = tablet.services.preferences.now, tablet.services.family
    return {person.id for person in family.people() if now.reads_to(person)}


def test_it_is_read_to_those_who_are_chosen(speaking: Tablet) -> None:
    mia, mum = speaking.person("Mia").id, speaking.person("Mum").id
    flow = card(speaking).people.flow
    children = read_to(speaking)  # who cannot read need not wait for a parent
    assert mia in children
    assert mum not in children
    touch(speaking, flow.chips[mum])
    assert read_to(speaking) == children | {mum}
    touch(speaking, flow.chips[mia])
    assert read_to(speaking) == (children | {mum}) - {mia} == set(flow.chosen)


def test_the_choice_for_somebody_who_is_set_aside_is_kept(speaking: Tablet) -> None:
    mia, mum = speaking.person("Mia").id, speaking.person("Mum").id
    flow = card(speaking).people.flow
    touch(speaking, flow.chips[mia])
    assert mia not in read_to(speaking)
    speaking.services.family.archive(mia)
    show(speaking, Section.LOOK)
    show(speaking, Section.SOUND)
    assert mia not in flow.chips
    touch(speaking, flow.chips[mum])
    assert mum in read_to(speaking)
    assert mia in speaking.services.preferences.now.not_read_aloud


def test_each_voice_can_be_listened_to(speaking: Tablet) -> None:
    voice, choice = voice_of(speaking), card(speaking).choices["voice"]
    names = voice.names
    assert len(names) >= 2
    assert set(choice.flow.chips) == {"", *names}
    assert choice.flow.chosen == ("",)
    words = spoken(voice)
    touch(speaking, choice.flow.chips[names[-1]])
    assert speaking.services.preferences.now.voice == names[-1]
    assert voice._engine is not None
    assert voice._engine.voice().name() == names[-1]
    touch(speaking, card(speaking).choices["speech_rate"].flow.chips[2])
    assert voice._engine.rate() == pytest.approx(0.4)
    touch(speaking, choice.flow.chips[""])
    assert voice._engine.voice() == voice._usual
    touch(speaking, card(speaking).listen)
    speaking.qtbot.waitUntil(lambda: "Hello." in words or "Hello" in words, timeout=20_000)


def test_going_elsewhere_is_silent(speaking: Tablet) -> None:
    touch(speaking, card(speaking).listen)
    with speaking.qtbot.waitSignal(voice_of(speaking).ended):
        show(speaking, Section.LOOK)
    touch(speaking, card(speaking).listen)
    with speaking.qtbot.waitSignal(voice_of(speaking).ended):
        speaking.window.go(Home())


@pytest.mark.parametrize("speech", [NO_OUTPUT, replace(HANGS, limit=1_500)])
def test_without_a_voice_it_says_what_to_install(make_tablet: MakeTablet, speech: Speech) -> None:
    tablet = settings(make_tablet, speech)
    shown = card(tablet)
    assert "No voice was found" in shown.choices["voice"].sentence.text
    for hidden in (shown.listen, shown.choices["speech_rate"], shown.choices["voice"].flow):
        assert not hidden.isVisible()
    assert shown.again.isVisible()
    touch(tablet, shown.again)
    assert voice_of(tablet).is_looked_for
    assert shown.choices["voice"].sentence.text == "Looking for a voice…"
    assert not shown.again.isVisible()
    tablet.qtbot.waitUntil(shown.again.isVisible, timeout=20_000)


def test_a_voice_that_was_installed_is_found_when_it_is_looked_for_again(
    make_tablet: MakeTablet,
) -> None:
    tablet = settings(make_tablet, NO_OUTPUT)
    voice_of(tablet)._speech = MOCK
    touch(tablet, card(tablet).again)
    tablet.qtbot.waitUntil(card(tablet).listen.isVisible, timeout=20_000)
    assert len(voice_of(tablet).names) >= 2


@pytest.mark.parametrize(
    ("system", "word"),
    [("win32", "Windows"), ("darwin", "Accessibility"), ("linux", "espeak-ng")],
)
def test_each_system_has_its_own_advice(speaking: Tablet, system: str, word: str) -> None:
    assert word in card(speaking)._what_to_install(system)


def test_a_voice_that_is_not_there_any_more_is_the_usual_one(qtbot: QtBot) -> None:
    voice = found(qtbot, MOCK)
    assert voice._engine is not None
    usual = voice._engine.voice()
    assert voice._voice_of(voice._engine, Preferences(voice="of another computer")) == usual
    voice.close()


# ------------------------------------------------------------------------------ the frozen program


def test_a_frozen_program_asks_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert probing() == ("-m", "thermometer", "--probe-voice")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert probing() == ("--probe-voice",)
    assert Speech().ask == ("--probe-voice",)


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for the frozen program")
def test_a_frozen_program_finds_its_voice(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "thermometer"
    start = "import sys; from thermometer.ui import voice; voice.has_output = lambda: True; "
    start += "from thermometer.cli import main; sys.exit(main())"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c \'{start}\' "$@"\n')
    program.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    voice = found(qtbot, Speech(engine=SILENT_ENGINE, has_output=lambda: True))
    assert voice.is_there
    voice.close()
