"""The files of the app's icon show its drawing as it is now, in every size that is asked for."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from tests.pictures import icon
from thermometer.ui.icon import SIDES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FAR = 40
"""So far may a channel be away, of 255: other builds of Qt smooth an edge a little differently."""


def is_like(found: QImage, drawn: QImage) -> bool:
    """Whether both are of one size and nearly all their points are alike."""
    if found.size() != drawn.size():
        return False
    pairs = zip(_bytes_of(found), _bytes_of(drawn), strict=True)
    unlike = sum(abs(a - b) > FAR for a, b in pairs)
    return unlike < drawn.width() * drawn.height() / 50


def _bytes_of(image: QImage) -> bytes:
    converted = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return bytes(converted.constBits())  # copied while the picture is there


def read(content: bytes) -> QImage:
    return QImage.fromData(QByteArray(content))


def in_icns(content: bytes) -> dict[bytes, bytes]:
    """The parts of an icon of macOS by their names; fails where a length is not right."""
    assert content[:4] == b"icns"
    assert struct.unpack(">I", content[4:8]) == (len(content),)
    parts, at = {}, 8
    while at < len(content):
        name, (length,) = content[at : at + 4], struct.unpack(">I", content[at + 4 : at + 8])
        parts[name] = content[at + 8 : at + length]
        at += length
    assert at == len(content)
    return parts


def test_an_unlike_picture_is_told_apart(qtbot: QtBot) -> None:
    other = icon.image(64)
    other.invertPixels()
    assert not is_like(other, icon.image(64))
    assert not is_like(icon.image(32), icon.image(64))


@pytest.mark.parametrize("side", SIDES)
def test_each_png_is_the_drawing(side: int, qtbot: QtBot) -> None:
    reader = QImageReader(str(icon.folder() / f"{icon.NAME}-{side}.png"))
    assert reader.format() == b"png"
    assert is_like(reader.read(), icon.image(side))


def test_the_icon_of_windows_holds_every_size(qtbot: QtBot) -> None:
    content = (icon.folder() / f"{icon.NAME}.ico").read_bytes()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"ico")
    sides = []
    for i in range(reader.imageCount()):
        reader.jumpToImage(i)
        found = reader.read()
        sides.append(found.width())
        assert is_like(found, icon.image(found.width()))
    assert tuple(sides) == icon.ICO_SIDES


def test_the_icon_of_macos_holds_every_size(qtbot: QtBot) -> None:
    parts = in_icns((icon.folder() / f"{icon.NAME}.icns").read_bytes())
    assert tuple(parts) == tuple(icon.ICNS_TYPES.values())
    for side, name in icon.ICNS_TYPES.items():
        assert is_like(read(parts[name]), icon.image(side))


def test_at_sixteen_pixels_the_three_zones_can_still_be_told_apart(qtbot: QtBot) -> None:
    small = icon.image(16)
    red, yellow, green = (small.pixelColor(8, y) for y in (3, 6, 9))
    assert red.red() > 2 * red.green()
    assert min(yellow.red(), yellow.green()) > 1.5 * yellow.blue()
    assert green.green() > 1.5 * green.red()


def test_there_is_nothing_else_in_the_folder() -> None:
    there = {path.name for path in icon.folder().iterdir()}
    assert there == {f"{icon.NAME}.svg", *icon.made()}
