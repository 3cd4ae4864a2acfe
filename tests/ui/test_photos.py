"""A picture from anywhere: real files, turned ones, too large ones, and what is no picture."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageWriter, QPainter, QPen

from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PICTURE_BYTES
from thermometer.ui import photos
from thermometer.ui.photos import file_patterns, photo_of_data, photo_of_file, photo_of_image
from thermometer.ui.widgets.middle_square import is_row_after_row

# Which quarter is where once a camera that was held in this way is held upright again.
TURNS = {
    1: "rgby",
    2: "gryb",
    3: "ybgr",
    4: "byrg",
    5: "rbgy",
    6: "bryg",
    7: "ygbr",
    8: "gyrb",
}
COLOURS = {"r": "red", "g": "lime", "b": "blue", "y": "yellow"}


def quarters(width: int = 640, height: int = 480) -> QImage:
    """Red and green above, blue and yellow below."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for i, name in enumerate(COLOURS.values()):
        left, top = i % 2 * width // 2, i // 2 * height // 2
        painter.fillRect(left, top, width // 2 + 1, height // 2 + 1, QColor(name))
    painter.end()
    return image


def encoded(image: QImage, kind: str = "JPEG") -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    if kind == "JPEG":
        writer.setQuality(95)
    assert writer.write(image)
    return bytes(buffer.data().data())


def turned(data: bytes, orientation: int) -> bytes:
    """A JPEG with what a camera writes about how it was held, and who held it."""
    name = b"Mia's camera\0"
    entries = struct.pack("<HHII", 0x10F, 2, len(name), 38)
    entries += struct.pack("<HHIHH", 0x112, 3, 1, orientation, 0)
    tiff = b"II*\0" + struct.pack("<IH", 8, 2) + entries + struct.pack("<I", 0) + name
    exif = b"Exif\0\0" + tiff
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:]


def seen(data: bytes) -> str:
    """The quarters from the top left, by the nearest colour."""
    image = QImage.fromData(data)
    side = image.width()
    found = ""
    for y in (side // 4, side * 3 // 4):
        for x in (side // 4, side * 3 // 4):
            colour = image.pixelColor(x, y)
            found += min(COLOURS, key=lambda name: _far(QColor(COLOURS[name]), colour))
    return found


def _far(one: QColor, other: QColor) -> int:
    parts = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return sum(map(abs, parts))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP"])
def test_a_file_of_any_usual_kind_becomes_a_small_square(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "named-like-nothing"
    path.write_bytes(encoded(quarters(1600, 1200), kind))
    data = photo_of_file(path)
    image = QImage.fromData(data)
    assert (image.width(), image.height()) == (512, 512)
    assert seen(data) == "rgby"
    assert len(data) < 100_000


def test_what_not_every_computer_can_read_is_neither_offered_nor_taken(tmp_path: Path) -> None:
    path = tmp_path / "photo.tiff"
    path.write_bytes(encoded(quarters(), "TIFF"))
    with pytest.raises(Problem) as caught:
        photo_of_file(path)
    assert caught.value.key == "photo-not-a-picture"
    assert file_patterns() == "*.jpg *.jpeg *.png *.webp *.gif *.bmp"


@pytest.mark.parametrize("orientation", TURNS)
def test_a_turned_one_is_set_upright(tmp_path: Path, orientation: int) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(turned(encoded(quarters()), orientation))
    assert seen(photo_of_file(path)) == TURNS[orientation]


def test_it_is_cut_from_the_middle() -> None:
    wide = QImage(3000, 1000, QImage.Format.Format_RGB32)
    wide.fill(QColor("blue"))
    painter = QPainter(wide)
    painter.fillRect(1000, 0, 1000, 1000, QColor("red"))
    painter.end()
    image = QImage.fromData(photo_of_data(encoded(wide)))
    corners = [QPoint(8, 8), QPoint(503, 8), QPoint(8, 503), QPoint(503, 503)]
    assert all(image.pixelColor(at).red() > 200 for at in corners)


def test_a_small_one_is_not_blown_up() -> None:
    assert QImage.fromData(photo_of_data(encoded(quarters(90, 60)))).width() == 60


def test_nothing_else_of_it_is_kept() -> None:
    image = quarters()
    image.setText("Author", "Mia Musterfrau")
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    assert b"Musterfrau" in encoded(image, "PNG")
    assert b"Mia's camera" in turned(encoded(image), 1)
    for data in (encoded(image, "PNG"), turned(encoded(image), 1)):
        kept = photo_of_data(data)
        for trace in (b"Musterfrau", b"Mia", b"Exif", b"ICC", b"tEXt"):
            assert trace not in kept
        again = QImage.fromData(kept)
        assert again.textKeys() == []


def test_colours_of_another_space_become_a_screens() -> None:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 90, 60))
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    colour = QImage.fromData(photo_of_data(encoded(image, "PNG"))).pixelColor(32, 32)
    assert colour.red() > 205  # the same red, said in narrower words


def test_what_is_see_through_stays_so() -> None:
    image = QImage(80, 80, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setPen(QPen(QColor("red"), 20))
    painter.drawPoint(40, 40)
    painter.end()
    kept = QImage.fromData(photo_of_data(encoded(image, "PNG")))
    assert kept.pixelColor(2, 2).alpha() == 0
    assert kept.pixelColor(40, 40).red() > 200


def test_even_see_through_noise_is_kept_small() -> None:
    points = os.urandom(512 * 512 * 4)
    noise = QImage(points, 512, 512, QImage.Format.Format_ARGB32).copy()
    assert len(photo_of_data(encoded(noise, "PNG"))) <= PICTURE_BYTES


def test_a_frame_of_a_camera_is_kept_alike() -> None:
    data = photo_of_image(quarters(1920, 1080))
    assert QImage.fromData(data).size().toTuple() == (512, 512)
    assert seen(data) == "rgby"


def bomb(width: int, height: int) -> bytes:
    """A PNG that says how large it is and is a few bytes itself."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


NO_PICTURES = {
    "empty": b"",
    "text": b"Mia\n" * 400,
    "svg": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'>"
    b"<script>alert(1)</script><rect width='64' height='64'/></svg>",
    "pdf": b"%PDF-1.4\n%%EOF\n",
    "head of a png": b"\x89PNG\r\n\x1a\n",
    "head of a jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "noise": os.urandom(4_096),
}


@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
@pytest.mark.parametrize("name", NO_PICTURES)
def test_what_is_no_photo_ends_in_a_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(NO_PICTURES[name])
    with pytest.raises(Problem) as caught:
        photo_of_file(path)
    assert caught.value.key == "photo-not-a-picture"


@pytest.mark.parametrize(("width", "height"), [(10_000, 10_000), (70, 999_999)])
def test_a_hundred_million_points_are_not_decoded(width: int, height: int) -> None:
    with pytest.raises(Problem) as caught:
        photo_of_data(bomb(width, height))
    assert caught.value.key == "photo-too-large"


def test_a_file_larger_than_a_photo_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "LARGEST_FILE", 1_000)
    path = tmp_path / "photo.jpg"
    path.write_bytes(encoded(quarters()))
    with pytest.raises(Problem) as caught:
        photo_of_file(path)
    assert caught.value.key == "photo-too-large"


def test_a_folder_and_a_file_that_is_gone_are_no_photos(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.jpg"):
        with pytest.raises(Problem) as caught:
            photo_of_file(path)
        assert caught.value.key == "photo-not-a-picture"


def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(encoded(quarters()))

    def refuse(_self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Problem) as caught:
        photo_of_file(path)
    assert caught.value.key == "photo-no-access"


def test_a_camera_that_saw_nothing() -> None:
    with pytest.raises(Problem):
        photo_of_image(QImage())


def jpeg_head(frame: int, width: int, height: int, *, before: bytes = b"") -> bytes:
    """A JPEG that says how large it is and how it is written, and holds no points."""
    size = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    head = b"\xff\xd8" + before + bytes((0xFF, frame)) + struct.pack(">H", len(size) + 2) + size
    return head + b"\xff\xda\0\x08\1\1\0\0\x3f\0"


def test_a_telephones_photo_of_a_hundred_million_points_is_taken() -> None:
    large = QImage(12_000, 9_000, QImage.Format.Format_Grayscale8)
    large.fill(90)
    image = QImage.fromData(photo_of_data(turned(encoded(large), 6)))
    assert image.size().toTuple() == (512, 512)
    assert abs(image.pixelColor(256, 256).red() - 90) < 3


@pytest.mark.parametrize(("width", "height"), [(12_000, 9_000), (20_000, 20_000)])
def test_a_large_one_that_would_have_to_be_held_whole_is_not_taken(width: int, height: int) -> None:
    frame = 0xC2 if width == 12_000 else 0xC0
    with pytest.raises(Problem) as caught:
        photo_of_data(jpeg_head(frame, width, height))
    assert caught.value.key == "photo-too-large"


@pytest.mark.parametrize(
    ("data", "is_so"),
    [
        (jpeg_head(0xC0, 8, 8), True),
        (jpeg_head(0xC1, 8, 8, before=b"\xff\xff\xff\xd0\xff\xc4\0\3a\xff\xfe\0\4\xff\xc2"), True),
        (jpeg_head(0xC2, 8, 8), False),
        (b"\xff\xd8\xff\xe0", False),
        (b"", False),
    ],
)
def test_how_a_jpeg_is_written(data: bytes, *, is_so: bool) -> None:
    assert is_row_after_row(data) is is_so
