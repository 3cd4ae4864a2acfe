"""A breath that can be seen: it moves by whole pixels and is not painted where nothing moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.breathing_guide import BreathingGuide


class Paints(QObject):
    """The heights of what is painted, one for each time."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: list[int] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


@pytest.fixture
def guide(qtbot: QtBot) -> Iterator[BreathingGuide]:
    page = QWidget()
    page.resize(800, 600)
    made = BreathingGuide(Theme(), page)
    made.resize(page.size())
    made.show_tool("tools/flower-candle", 4)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    made.show_moment(at(0.0), "Breathe in")
    QApplication.processEvents()
    yield made
    page.close()


def at(fullness: float, breath: int = 0) -> BreathMoment:
    return BreathMoment(breath, Phase.IN, 0.5, fullness)


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
    assert paints.heights == []
    guide.show_moment(at(0.5), "Breathe in")
    QApplication.processEvents()
    assert len(paints.heights) == 1
    assert paints.heights[0] < guide.height() * 0.8  # the word and the dots stay as they are


@pytest.mark.parametrize(("breath", "word"), [(0, "Breathe out"), (1, "Breathe in")])
def test_another_word_or_breath_is_painted_whole(
    guide: BreathingGuide, paints: Paints, breath: int, word: str
) -> None:
    guide.show_moment(at(0.0, breath), word)
    QApplication.processEvents()
    assert paints.heights == [guide.height()]


def test_it_widens_and_settles(guide: BreathingGuide) -> None:
    theme = Theme()
    widths = []
    for fullness in (0.0, 1.0, 0.0):
        guide.show_moment(at(fullness), "Breathe in")
        image = guide.grab().toImage()
        middle = round(guide.height() * 0.4)
        row = [image.pixelColor(x, middle) for x in range(image.width())]
        widths.append(sum(colour != theme.tokens.paper for colour in row))
    assert widths[1] > widths[0] * 1.4
    assert widths[2] == widths[0]


def test_it_takes_the_colours_and_the_size_of_the_moment(guide: BreathingGuide) -> None:
    before = guide.grab().toImage()
    guide.resize(400, 300)
    guide.show_moment(at(1.0), "Breathe in")
    small = guide.grab().toImage()
    assert small.size() != before.size()
    assert guide.grab().toImage() == small
