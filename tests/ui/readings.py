"""A family that has pages read to it, by Qt's silent voice and a loudspeaker that plays nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import MakeTablet
from tests.ui.devices import FakeCapture
from tests.ui.tablet import QUICK, Tablet
from tests.ui.test_layout import in_window
from tests.ui.test_voice import voice_of
from thermometer.domain.own_things import OwnCard
from thermometer.domain.tools import Tool
from thermometer.domain.zones import Zone
from thermometer.ui.read_to_me import ReadToMe
from thermometer.ui.recording import Recording
from thermometer.ui.timings import Timings
from thermometer.ui.voice import SILENT_ENGINE, Speech
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.zone_button import ZoneButton

# Another process answers at once: whether it asks rightly is for the tests of the voice.
AT_ONCE = Speech(engine=SILENT_ENGINE, ask=("-c", "pass"), has_output=lambda: True)
LONG_PRESS = 120
TIMINGS = replace(QUICK, quiet=0, later=0, long_press=LONG_PRESS, between_cards=20)


def reading_to(
    make_tablet: MakeTablet,
    *names: str,
    speech: Speech | None = AT_ONCE,
    people: int = 2,
    size: tuple[int, int] = (1280, 800),
    timings: Timings = TIMINGS,
) -> Tablet:
    """Home, once it is known whether there is a voice; pages are read to those called ``names``."""
    tablet = make_tablet(timings=timings, size=size)
    tablet.people(people)
    tablet.window.speech, tablet.window.capture = speech, FakeCapture()
    kept = tablet.services.preferences
    now = kept.now
    for person in tablet.services.family.people():
        now = now.reading_to(person.id, on=person.name in names)
    kept.keep(now)
    tablet.open()
    if names and speech:
        tablet.qtbot.waitUntil(lambda: voice_of(tablet).is_there, timeout=20_000)
    return tablet


def capture_of(tablet: Tablet) -> FakeCapture:
    """What recorded voices are played on."""
    assert isinstance(tablet.window.capture, FakeCapture)
    return tablet.window.capture


def a_voice(seconds: float = 1.0) -> bytes:
    """A WAV file of silence."""
    recording = Recording()
    recording.add(bytes(round(seconds * 16_000) * 2), 16_000)
    return recording.wav()


def make_own(
    tablet: Tablet, name: str, tool: str, *, sentence: str | None = None, wav: bytes = b""
) -> None:
    """Give somebody's card a sentence, a recorded voice, or both."""
    person = tablet.person(name).id
    recording = tablet.services.own_media().add_recording(wav, person) if wav else None
    card = OwnCard(person=person, tool=tool, sentence=sentence, recording=recording)
    tablet.services.own_cards().change(card)


def heard(reading: ReadToMe) -> list[str]:
    """Every text that is read from now on; a silence is empty."""
    texts: list[str] = []

    def note() -> None:
        now = reading.reader.now
        texts.append(now.text if now else "")

    reading.reader.changed.connect(note)
    return texts


def tools(tablet: Tablet, name: str, zone: Zone) -> list[Tool]:
    """What somebody's Safe Place shows."""
    cards = tablet.services.safe_places.cards(tablet.person(name), zone)
    return [card.tool for card in cards]


def at_safe_place(tablet: Tablet, zone: Zone, name: str = "Mia") -> ReadToMe:
    tablet.check_in(name, zone)
    return tablet.safe_place.reading


def wait_for(tablet: Tablet, reading: ReadToMe, text: str) -> None:
    """Wait until ``text`` is being read."""

    def is_read() -> bool:
        return reading.reader.now is not None and reading.reader.now.text == text

    tablet.qtbot.waitUntil(is_read, timeout=20_000)


def is_silent(reading: ReadToMe) -> bool:
    """Whether nothing is read, nor about to be."""
    return not reading.reader.is_reading


def is_around(reading: ReadToMe, widget: QWidget) -> bool:
    """Whether the ring can be seen around ``widget`` and nothing else."""
    ring = reading.ring
    inside = QRect(in_window(widget)).adjusted(12, 12, -12, -12)
    if isinstance(widget, ZoneButton):
        inside.setLeft(in_window(widget).left() + round(widget.plate_left) + 12)
    if isinstance(widget, FittedLabel):
        inside = widget.words().toRect().translated(in_window(widget).topLeft())
    return ring.isVisible() and ring.lit is widget and in_window(ring).contains(inside)
