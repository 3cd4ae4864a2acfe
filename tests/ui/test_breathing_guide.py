"""A breath that can be seen: it moves by whole pixels and is not painted where nothing moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from thermometer import assets
from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace, Tool
from thermometer.services.content import Content
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.breathing_guide import BreathingGuide

PACE = Pace(inhale=3, exhale=4.5, breaths=4)
MOVING = Content().tool("flower-candle")
OWN = replace(MOVING, id="own-6f2d")
KINDS = ("moving", "rings", "still")


class Paints(QObject):
    """What is painted, one rectangle for each time."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[QRect] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.boxes.append(event.rect())
        return False


class Window(QWidget):
    """Nothing but a guide."""

    def __init__(self, tool: Tool, theme: Theme) -> None:
        super().__init__()
        self.resize(800, 600)
        self.guide = BreathingGuide(theme, self)
        self.guide.resize(self.size())
        self.guide.show_tool(tool, PACE)


def shown(qtbot: QtBot, tool: Tool, theme: Theme) -> Window:
    window = Window(tool, theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.guide.show_moment(at(0.0), "Breathe in")
    QApplication.processEvents()
    return window


@pytest.fixture(params=KINDS)
def guide(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[BreathingGuide]:
    theme = Theme()
    theme.reduced_motion = request.param == "still"
    window = shown(qtbot, OWN if request.param == "rings" else MOVING, theme)
    yield window.guide
    window.close()


def at(fullness: float, breath: int = 0) -> BreathMoment:
    return BreathMoment(breath, Phase.IN, fullness, fullness)


@pytest.fixture
def paints(guide: BreathingGuide) -> Paints:
    watching = Paints()
    guide.installEventFilter(watching)
    return watching


def test_what_has_not_moved_by_a_pixel_is_not_painted(
    guide: BreathingGuide, paints: Paints
) -> None:
    guide.show_moment(at(0.001), "Breathe in")
    QApplication.processEvents()
    assert paints.boxes == []
    guide.show_moment(at(0.5), "Breathe in")
    QApplication.processEvents()
    assert len(paints.boxes) == 1
    assert paints.boxes[0].height() < guide.height() * 0.8  # the word and the dots stay


@pytest.mark.parametrize(("breath", "word"), [(0, "Breathe out"), (1, "Breathe in")])
def test_only_the_word_or_the_dots_are_painted_where_nothing_else_changes(
    guide: BreathingGuide, paints: Paints, breath: int, word: str
) -> None:
    before = guide.grab().toImage()
    paints.boxes.clear()
    guide.show_moment(at(0.0, breath), word)
    QApplication.processEvents()
    (box,) = paints.boxes
    assert box.top() > guide.height() * 0.7
    assert guide.grab().toImage() != before


def test_a_full_breath_looks_another_than_an_empty_one(guide: BreathingGuide) -> None:
    empty = guide.grab().toImage()
    guide.show_moment(at(1.0), "Breathe in")
    full = guide.grab().toImage()
    assert full != empty
    guide.show_moment(at(0.0), "Breathe in")
    assert guide.grab().toImage() == empty


@pytest.mark.parametrize("fullness", [0.3, 0.8, 1.0])
def test_what_is_painted_in_parts_looks_as_if_painted_at_once(
    guide: BreathingGuide, fullness: float
) -> None:
    """What has moved is painted, all of it, where it was and where it is."""
    for step in (0.1, 0.6, fullness):
        guide.show_moment(at(step), "Breathe in")
        QApplication.processEvents()
    in_parts = QApplication.primaryScreen().grabWindow(guide.window().winId()).toImage()
    whole = guide.grab().toImage().convertToFormat(in_parts.format())
    assert in_parts == whole


def test_it_takes_the_colours_and_the_size_of_the_moment(guide: BreathingGuide) -> None:
    before = guide.grab().toImage()
    guide.resize(400, 300)
    guide.show_moment(at(1.0), "Breathe in")
    small = guide.grab().toImage()
    assert small.size() != before.size()
    assert guide.grab().toImage() == small
    guide._theme.set_theme("dark")
    dark = guide.grab().toImage()
    assert dark.pixelColor(2, 2) == guide._theme.tokens.paper
    assert dark != small


def test_hidden_it_lets_go_of_its_pixels_and_comes_back_as_it_was(guide: BreathingGuide) -> None:
    guide.show_moment(at(0.6), "Breathe in")
    before = guide.grab().toImage()
    guide.hide()
    guide.show_moment(at(0.1), "Breathe in")
    guide.show_moment(at(0.6), "Breathe in")
    assert guide._picture is None
    guide.show()
    assert guide.grab().toImage() == before


def test_before_a_tool_there_is_only_paper(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    guide = BreathingGuide(Theme(), page)
    guide.resize(300, 200)
    guide.show_moment(at(0.5), "Breathe in")
    image = guide.grab().toImage()
    colours = {image.pixel(x, y) for x in range(300) for y in range(200)}
    assert colours == {guide._theme.tokens.paper.rgb()}


def test_rings_widen_and_settle(qtbot: QtBot) -> None:
    window = shown(qtbot, OWN, Theme())
    guide = window.guide
    widths = []
    for fullness in (0.0, 1.0, 0.0):
        guide.show_moment(at(fullness), "Breathe in")
        image = guide.grab().toImage()
        middle = round(guide.height() * 0.4)
        row = [image.pixelColor(x, middle) for x in range(image.width())]
        widths.append(sum(colour != guide._theme.tokens.paper for colour in row))
    assert widths[1] > widths[0] * 1.4
    assert widths[2] == widths[0]


def test_the_bar_fills_in_few_steps_and_the_picture_beside_it_stays(qtbot: QtBot) -> None:
    theme = Theme()
    theme.reduced_motion = True
    window = shown(qtbot, MOVING, theme)
    guide = window.guide
    looks, filled = set(), []
    for i in range(101):
        guide.show_moment(at(i / 100), "Breathe in")
        image = guide.grab().toImage()
        looks.add(bytes(image.constBits()))
        column = [image.pixelColor(x, 20 + y) for x in (560,) for y in range(380)]
        filled.append(sum(colour == theme.tokens.second_line for colour in column))
    assert len(looks) <= 17
    assert filled == sorted(filled)


def test_without_its_drawing_a_guide_has_its_rings(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    own = shown(qtbot, OWN, Theme())
    real = assets.find

    def find(*parts: str) -> object:
        if parts[:2] == ("pictures", "guides"):
            raise assets.MissingAssetError("/".join(parts))
        return real(*parts)

    monkeypatch.setattr(assets, "find", find)
    spoilt = shown(qtbot, MOVING, Theme())
    assert spoilt.grab().toImage() == own.grab().toImage()
    assert len(caplog.messages) == 1
