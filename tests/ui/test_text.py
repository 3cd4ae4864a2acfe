"""Text is never cut off by its box: it wraps, then shrinks, then ends in an ellipsis."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QApplication

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, REGULAR, Theme
from thermometer.ui.widgets.text import fitted

TEXTS = {
    "nothing": "",
    "a word": "Calm",
    "some words": "Flower and candle",
    "a long word": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" + "xx",
    "long words": "Überwältigungsgefühlsausbruch Wutausbruchsbewältigungsstrategie",
    "sentences": "The disk is full. What was saved before is safe. Please make room. " * 4,
    "emoji": "🦊🐻🐰🦉🐢🐳🦖🐙🐱🦔🐸🐧🌻🌵🌳⭐" * 4,
    "families": "👩‍👩‍👧‍👦" * 20,
    "Hebrew": "מיה והדרקון הגדול שלה הולכים לישון",
    "Arabic": "ليلى تشعر بأن كل شيء كبير جدا اليوم",
    "both ways": "Mia מיה Mia מיה Mia מיה Mia",
    "no spaces": "x" * 400,
    "accents": "Z̤̈ö̤̤ë̤̤" * 12,
    "a tall script": "ภูเขาไฟระเบิดแล้วที่นี่",
}
BOXES = [(44, 20), (60, 40), (74, 22), (110, 30), (110, 110), (200, 24), (320, 60), (900, 400)]
SIZES = ("small", "normal", "large", "title", "display")


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme()


def size_of(layout: QTextLayout) -> tuple[float, float]:
    """Width and height of what is drawn, in pixels."""
    lines = [layout.lineAt(i) for i in range(layout.lineCount())]
    height = QFontMetricsF(layout.font()).height() * len(lines)
    return max((line.naturalTextWidth() for line in lines), default=0.0), height


def assert_fits(layout: QTextLayout, box: QRectF) -> None:
    width, height = size_of(layout)
    assert width <= box.width() + 0.5
    assert height <= box.height() + 0.5


@pytest.mark.parametrize("box", BOXES, ids=str)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_it_fits_its_box(theme: Theme, text: str, box: tuple[int, int]) -> None:
    for size in SIZES:
        for weight in (REGULAR, BOLD):
            room = QRectF(0, 0, *box)
            layout = fitted(text, theme, size, weight, room)
            assert_fits(layout, room)
            assert layout.font().pixelSize() >= 13


SHOWN = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))  # as every text is cleaned


@given(
    text=st.text(SHOWN, max_size=120),
    width=st.integers(40, 600),
    height=st.integers(20, 300),
    size=st.sampled_from(SIZES),
)
def test_whatever_is_written_fits(
    theme: Theme, text: str, width: int, height: int, size: str
) -> None:
    room = QRectF(0, 0, width, height)
    assert_fits(fitted(text, theme, size, BOLD, room), room)


def test_it_is_as_large_as_it_may_be(theme: Theme) -> None:
    room = QRectF(0, 0, 600, 200)
    for size in SIZES:
        assert fitted("Calm", theme, size, BOLD, room).font().pixelSize() == theme.text_px(size)


def test_it_wraps_before_it_shrinks_before_it_is_cut(theme: Theme) -> None:
    words = "Flower and candle"
    wrapped = fitted(words, theme, "large", BOLD, QRectF(0, 0, 120, 200))
    assert (wrapped.lineCount() > 1, wrapped.text()) == (True, words)
    assert wrapped.font().pixelSize() == theme.text_px("large")
    smaller = fitted(words, theme, "large", BOLD, QRectF(0, 0, 160, 24))
    assert smaller.font().pixelSize() < theme.text_px("large")
    assert (smaller.lineCount(), smaller.text()) == (1, words)
    cut = fitted(words, theme, "large", BOLD, QRectF(0, 0, 70, 18))
    assert cut.text().startswith("Flow")
    assert cut.text().endswith("…")


def test_a_long_word_is_broken_rather_than_cut(theme: Theme) -> None:
    word = TEXTS["a long word"]
    assert fitted(word, theme, "large", BOLD, QRectF(0, 0, 120, 200)).text() == word


def test_an_emoji_is_not_cut_in_half(theme: Theme) -> None:
    for width in range(40, 140, 3):
        shown = fitted("🦊" * 60, theme, "normal", BOLD, QRectF(0, 0, width, 20)).text()
        assert set(shown) <= {"🦊", "…"}


NAMES = ("Maximiliane-Friederike von der Hohenburg", "👩‍👩‍👧‍👦", "מיה", "W" * 40, "Jo")


@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280), (480, 800)])
def test_nothing_that_a_family_calls_itself_leaves_its_box(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    for i, name in enumerate(NAMES):
        role = Role.PARENT if i % 2 else Role.CHILD
        tablet.services.family.add(name, role, AgeBand.SIX_TO_EIGHT, "fox")
    tablet.open()
    tablet.check_in(NAMES[0], Zone.YELLOW)
    seen = drawings.of(tablet.window)
    tablet.go_home()
    for drawn in seen + drawings.of(tablet.window):
        assert drawn.size.width() <= drawn.room.width() + 1, drawn
        assert drawn.size.height() <= drawn.room.height() + 1, drawn


@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280)])
@pytest.mark.parametrize("zone", Zone)
def test_none_of_our_own_words_has_to_be_cut(
    make_tablet: MakeTablet, size: tuple[int, int], zone: Zone
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(4)
    tablet.open()
    seen = drawings.of(tablet.window)
    for name in ("Mia", "Mum"):
        tablet.check_in(name, zone)
        seen += drawings.of(tablet.window)
        tablet.go_home()
    assert {drawn.text for drawn in seen if drawn.is_cut} == set()
    assert [drawn for drawn in seen if drawn.pixels < 13] == []
