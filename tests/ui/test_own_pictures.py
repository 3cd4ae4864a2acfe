"""The family's own photos where pictures are drawn: cut, kept, and never a crash."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.tablet import Tablet
from thermometer.domain.colours import PersonColour
from thermometer.domain.problems import Problem
from thermometer.ui.theme.theme import Theme
from thermometer.ui.theme.tokens import THEMES
from thermometer.ui.widgets import middle_square, pictures
from thermometer.ui.widgets.avatar import draw_avatar, ring_width
from thermometer.ui.widgets.middle_square import NoPhotoError, middle_of
from thermometer.ui.widgets.own_pictures import KINDS

REF = "own:0b5d4b8e-0000-4000-8000-000000000001"
SIDE = 100


def encoded(image: QImage, kind: bytes = b"PNG") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, kind).write(image)
    return bytes(buffer.data().data())


def striped(width: int, height: int) -> QImage:
    """Blue, with a red third at either end of its longer side."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    if width > height:
        ends = (QRectF(0, 0, width / 3, height), QRectF(width * 2 / 3, 0, width / 3, height))
    else:
        ends = (QRectF(0, 0, width, height / 3), QRectF(0, height * 2 / 3, width, height / 3))
    for end in ends:
        painter.fillRect(end, QColor("red"))
    painter.end()
    return image


def drawn(name: str) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    pictures.draw_picture(painter, name, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return image


class Shelf:
    """Photos by their names, and how often each was taken from it."""

    def __init__(self, data: bytes | None = None) -> None:
        self.photos = {} if data is None else {REF: data}
        self.taken: list[str] = []
        self.broken = False

    def __call__(self, ref: str) -> bytes | None:
        self.taken.append(ref)
        if self.broken:
            raise Problem("data-no-access")
        return self.photos.get(ref)


@pytest.fixture
def shelf(qtbot: QtBot) -> Iterator[Shelf]:
    """A shelf with one wide photo on it, from which pictures are drawn."""
    made = Shelf(encoded(striped(300, 100)))
    pictures.use_own(made)
    yield made
    pictures.use_own(None)


def test_a_photo_is_the_middle_square_with_round_corners(shelf: Shelf) -> None:
    image = drawn(REF)
    blue = QColor("blue")
    for x, y in ((50, 50), (50, 1), (1, 50), (98, 50), (50, 98)):
        assert image.pixelColor(x, y) == blue, (x, y)
    for x, y in ((0, 0), (99, 0), (0, 99), (99, 99)):
        assert image.pixelColor(x, y).alpha() == 0


def test_a_persons_photo_is_round(shelf: Shelf) -> None:
    image, square = drawn(f"people/{REF}"), drawn(REF)
    assert image.pixelColor(12, 12).alpha() == 0
    assert square.pixelColor(12, 12).alpha() == 255
    assert image.pixelColor(50, 2) == QColor("blue")


def test_a_photo_is_decoded_once_for_each_size(shelf: Shelf) -> None:
    for _ in range(3):
        drawn(REF)
    assert shelf.taken == [REF]
    pictures.use_own(shelf)
    drawn(REF)
    assert shelf.taken == [REF, REF]


def test_a_missing_photo_is_the_placeholder_until_it_is_there(shelf: Shelf) -> None:
    photo = shelf.photos.pop(REF)
    assert drawn(REF) == drawn("missing")
    shelf.photos[REF] = photo
    assert drawn(REF).pixelColor(50, 50) == QColor("blue")


@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
@pytest.mark.parametrize("data", [b"", b"no photo", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"])
def test_a_broken_photo_is_the_placeholder(shelf: Shelf, data: bytes) -> None:
    shelf.photos[REF] = data
    assert drawn(REF) == drawn("missing")


def test_where_the_data_cannot_be_read_it_is_the_placeholder(shelf: Shelf) -> None:
    shelf.broken = True
    assert drawn(REF) == drawn("missing")


def test_without_a_family_it_is_the_placeholder(qtbot: QtBot) -> None:
    pictures.use_own(None)
    assert drawn(REF) == drawn("missing")


def test_nothing_but_jpeg_and_png_is_decoded() -> None:
    for kind in (b"PNG", b"JPEG"):
        assert not middle_of(encoded(striped(90, 30), kind), 20, KINDS).isNull()
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    for other in (*(encoded(striped(90, 30), kind) for kind in (b"BMP", b"TIFF")), svg):
        with pytest.raises(NoPhotoError):
            middle_of(other, 20, KINDS)


@pytest.mark.parametrize(("width", "height"), [(900, 300), (300, 900), (300, 300)])
def test_a_photo_is_decoded_no_larger_than_needed(width: int, height: int) -> None:
    image = middle_of(encoded(striped(width, height), b"JPEG"), 64, KINDS)
    assert (image.width(), image.height()) == (64, 64)


def test_a_small_photo_stays_small() -> None:
    image = middle_of(encoded(striped(30, 10)), 64, KINDS)
    assert (image.width(), image.height()) == (10, 10)


def test_a_photo_of_too_many_pixels_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middle_square, "MOST_PIXELS", 899)
    with pytest.raises(NoPhotoError):
        middle_of(encoded(striped(30, 30)), 8, KINDS)


def test_a_photo_on_a_glow_and_in_motion(shelf: Shelf) -> None:
    colour = pictures.picture_colour(REF)
    assert colour.blue() > 200
    assert colour.red() < 40
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    moving = pictures.MovingPicture(REF, QColor("white"), SIDE)
    moving.draw(painter, QRectF(0, 0, SIDE, SIDE).center(), SIDE)
    painter.end()
    assert image.pixelColor(50, 50) == QColor("blue")


def test_an_avatar_is_covered_by_a_photo(shelf: Shelf) -> None:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_avatar(painter, REF, QRectF(0, 0, SIDE, SIDE), Theme())
    painter.end()
    assert image.pixelColor(50, 4) == QColor("blue")


@pytest.mark.parametrize("name", THEMES)
def test_a_photo_keeps_the_ring_of_its_person(shelf: Shelf, name: str) -> None:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter, theme = QPainter(image), Theme(name)
    draw_avatar(painter, REF, QRectF(0, 0, SIDE, SIDE), theme, PersonColour.OCEAN)
    painter.end()
    tint, ring = theme.tokens.people[PersonColour.OCEAN], ring_width(SIDE, theme)
    assert image.pixelColor(50, round(ring / 2)) == tint.ring
    assert image.pixelColor(50, round(ring * 1.5)) == tint.ground
    assert image.pixelColor(50, round(ring * 2) + 3) == QColor("blue")


def test_home_shows_somebodys_photo_and_forgets_it_with_the_family(tablet: Tablet) -> None:
    services = tablet.services
    mia = tablet.person("Mia")
    ref = services.own_media().add_picture(encoded(striped(300, 100)), mia.id)
    assert drawn(ref).pixelColor(50, 50) == QColor("blue")
    tablet.window.clear()
    assert drawn(ref) == drawn("missing")
