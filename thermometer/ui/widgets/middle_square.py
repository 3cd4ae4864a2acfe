"""The middle square of a photo that may be anything, decoded within limits."""

from __future__ import annotations

import logging

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QImageReader

log = logging.getLogger(__name__)

MOST_PIXELS = 64_000_000
"""Of the whole photo; what says that it has more is not decoded."""
MOST_JPEG_PIXELS = 210_000_000
"""Of a JPEG as cameras write it, row after row: it is decoded in small, so it needs little memory,
and telephones take photos of 12,000 by 9,000 and more."""
_ROW_AFTER_ROW = (0xC0, 0xC1)
"""How the frame of such a JPEG begins. A progressive one is held whole while it is decoded."""
_ALONE = (0x01, *range(0xD0, 0xD9))


class NoPhotoError(LookupError):
    """There is no such photo, or it cannot be decoded."""


class TooLargePhotoError(NoPhotoError):
    """It has more than :data:`MOST_PIXELS`."""


def middle_square(size: QSize) -> QRect:
    """The largest square in the middle of ``size``."""
    side = min(size.width(), size.height())
    return QRect((size.width() - side) // 2, (size.height() - side) // 2, side, side)


def middle_of(data: bytes, side: int, kinds: frozenset[str]) -> QImage:
    """The middle square of a photo, upright, decoded no larger than needed.

    Args:
        data: recognised by what it holds and by nothing else.
        side: the most that is needed, in pixels; a smaller photo stays as small as it is.
        kinds: of pictures that are read, by Qt's names.

    Raises:
        TooLargePhotoError: it has too many pixels.
        NoPhotoError: it is of another kind, or broken.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    read = _read(buffer, data, side, kinds)
    if isinstance(read, NoPhotoError):
        raise read
    return read


def is_row_after_row(jpeg: bytes) -> bool:
    """Whether a JPEG is baseline or extended sequential, and not progressive."""
    at = 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:  # a marker, mostly with a length behind it
        kind = jpeg[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            return kind in _ROW_AFTER_ROW
        if kind == 0xFF:  # filling
            at += 1
        elif kind in _ALONE:
            at += 2
        else:
            at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return False


def _read(buffer: QBuffer, data: bytes, side: int, kinds: frozenset[str]) -> QImage | NoPhotoError:
    """The picture, or why there is none.

    That is not raised here: its traceback would hold the reader, and Qt's reader of TIFF crashes
    when its buffer goes before it does.
    """
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind, size = reader.format().toStdString(), reader.size()
    if kind not in kinds or size.isEmpty():
        log.info("not a photograph: %r", kind)
        return NoPhotoError()
    most = MOST_JPEG_PIXELS if kind == "jpeg" and is_row_after_row(data) else MOST_PIXELS
    if size.width() * size.height() > most:
        return TooLargePhotoError()
    # Turning and mirroring leave the middle square where it is.
    square = middle_square(size)
    reader.setClipRect(square)
    needed = min(side, square.width())
    reader.setScaledSize(QSize(needed, needed))
    image = reader.read()
    if image.isNull():
        log.info("not read: %s", reader.error())
        return NoPhotoError()
    return image
