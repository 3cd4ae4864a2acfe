"""The fridge poster: whose words and tools it shows, on how many sheets, in colour and in grey."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from tests.ui.print.pages import Pdf
from tests.ui.print.posters import LONG, LONG_WORD, called, card, mia, named
from thermometer.domain.zones import ByZone
from thermometer.ui.print.output import pdf_of
from thermometer.ui.print.paper import POINT, Paper, inks
from thermometer.ui.print.poster import ON_A_SHEET, Poster, PosterPerson, shared_out
from thermometer.ui.print.poster_tools import tiles_in
from thermometer.ui.widgets import pictures

TITLE = "Our feelings thermometer"


def text(*people: PosterPerson, paper: Paper = Paper.A4) -> list[str]:
    """The words of each sheet."""
    pdf = Pdf(pdf_of(Poster(people, paper, TITLE)))
    texts = [pdf.text(number) for number in range(pdf.pages)]
    pdf.close()
    return texts


@pytest.mark.parametrize("paper", Paper)
def test_one_persons_words_and_tools(qtbot: QtBot, paper: Paper) -> None:
    (page,) = text(mia(), paper=paper)
    for words in ("Mia", "Comfy", "Fizzy", "Volcano", "Come, please", "Slow cat", "Squish it"):
        assert words in page


def test_a_card_that_is_a_picture_only_has_no_name(qtbot: QtBot) -> None:
    only = replace(mia(), cards=ByZone((), (), (card("safe-place", named=False),)))
    (page,) = text(only)
    assert "Safe Place" not in page


@pytest.mark.parametrize(
    ("count", "shares"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3])]
)
def test_a_family_is_shared_out_evenly(count: int, shares: list[int]) -> None:
    people = [mia()] * count
    assert [len(group) for group in shared_out(people)] == shares
    assert max(shares) <= ON_A_SHEET


def test_six_people_each_with_name_words_and_tools(qtbot: QtBot) -> None:
    names = ["Mia", "Mum", "Leo", "Dad", "Ada", "Gran"]
    sheets = text(*(named(name) for name in names))
    assert len(sheets) == 2
    for sheet, here in zip(sheets, (names[:3], names[3:]), strict=True):
        assert all(name in sheet for name in here)
        assert sheet.count("Volcano") == 3
        assert sheet.count("Squish it") == 3
        assert TITLE in sheet


def test_long_names_and_words_are_whole(qtbot: QtBot) -> None:
    long = replace(named(LONG), words=ByZone(LONG_WORD, LONG_WORD, LONG_WORD))
    for page in (*text(long), *text(long, long, long)):
        assert LONG in page.replace("- ", "-")
        assert LONG_WORD in page


@pytest.mark.parametrize("name", ["مريم", "מיכל", "Mia 🦊👩‍👩‍👧", "小美"])
def test_any_name_can_be_printed(qtbot: QtBot, name: str) -> None:
    assert len(text(named(name))) == 1
    assert len(text(named(name), named(name))) == 1


def test_a_poster_of_nobody_is_an_empty_thermometer(qtbot: QtBot) -> None:
    (page,) = text()
    assert page == TITLE


def test_nothing_of_it_tells_of_days_gone_by(qtbot: QtBot) -> None:
    (page,) = text(mia())
    assert not any(letter.isdigit() for letter in page)


def test_a_picture_that_is_missing_and_a_photo_that_is_gone_are_stood_in_for(qtbot: QtBot) -> None:
    gone = "own:00000000-0000-4000-8000-000000000009"
    cards = (called("Mine", gone), called("Lost", "tools/no-such-picture"))
    someone = replace(mia(), picture=gone, cards=ByZone((), cards, ()))
    (page,) = text(someone)
    assert "Mine" in page
    assert "Lost" in page


@pytest.fixture
def photo() -> Iterator[str]:
    """The name of a family's own photo."""
    image = QImage(512, 512, QImage.Format.Format_RGB32)
    image.fill(inks().accent)
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(held, QByteArray(b"jpeg")).write(image)
    data = bytes(held.data().data())
    pictures.use_own(lambda _name: data)
    yield "own:00000000-0000-4000-8000-000000000009"
    pictures.use_own(None)


def test_photos_are_printed_and_all_else_is_lines(qtbot: QtBot, photo: str) -> None:
    drawn = pdf_of(Poster([mia()], Paper.A4, TITLE))
    assert b"/Subtype /Image" not in drawn
    with_photo = replace(mia(), picture=photo, cards=ByZone((), (called("Mine", photo),), ()))
    taken = pdf_of(Poster([with_photo], Paper.A4, TITLE))
    assert taken.count(b"/DCTDecode") == 2


def test_the_letters_are_inside(qtbot: QtBot) -> None:
    assert b"/FontFile2" in pdf_of(Poster([mia()], Paper.A4, TITLE))


@pytest.mark.parametrize("count", range(1, 13))
@pytest.mark.parametrize("room", [QRectF(0, 0, 3100, 1900), QRectF(50, 20, 1000, 1500)])
def test_tiles_are_alike_apart_and_within_their_room(room: QRectF, count: int) -> None:
    tiles = tiles_in(room, count, 6)
    assert len(tiles) == count
    assert len({(round(tile.width()), round(tile.height())) for tile in tiles}) == 1
    assert all(room.adjusted(-1, -1, 1, 1).contains(tile) for tile in tiles)
    for number, tile in enumerate(tiles):
        assert not any(tile.intersects(other) for other in tiles[:number])


def test_no_tools_no_tiles() -> None:
    assert tiles_in(QRectF(0, 0, 100, 100), 0) == []


def tube(*, grey: bool) -> list[tuple[int, int, int]]:
    """The middle colours of the tube's red, yellow and green."""
    poster = Poster([mia()], Paper.A4, "Mia", grey=grey)
    pdf = Pdf(pdf_of(poster))
    image = pdf.image()
    pdf.close()
    x = (28 + 46) * 2
    return [mean(image, x, round(y * poster.size.height() / POINT * 2)) for y in (0.3, 0.55, 0.8)]


def mean(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    """The middle colour of a square there."""
    square = [image.pixelColor(x + i, y + j) for i in range(-16, 17) for j in range(-16, 17)]
    sums = (sum(c.red() for c in square), sum(c.green() for c in square))
    return sums[0] // len(square), sums[1] // len(square), sum(c.blue() for c in square) // 1089


def test_in_grey_more_ink_the_higher_the_zone(qtbot: QtBot) -> None:
    red, yellow, green = tube(grey=True)
    assert all(max(colour) - min(colour) <= 2 for colour in (red, yellow, green))
    assert red[0] + 40 < yellow[0]
    assert yellow[0] + 40 < green[0]


def test_in_colour_it_has_the_zones_colours(qtbot: QtBot) -> None:
    red, yellow, green = tube(grey=False)
    assert red[0] > 2 * red[1]
    assert yellow[0] > yellow[1] > 2 * yellow[2]
    assert green[1] > green[0]
