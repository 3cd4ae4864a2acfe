"""The middle square of a photo that may be anything, decoded within limits."""

from __future__ import annotations

import logging

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QImageReader

log = logging.getLogger(__name__)

MOST_PIXELS = 64_000_000
"""Of the whole photo; what says that it has more is not decoded."""


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
    read = _read(buffer, side, kinds)
    if isinstance(read, NoPhotoError):
        raise read
    return read


def _read(buffer: QBuffer, side: int, kinds: frozenset[str]) -> QImage | NoPhotoError:
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
    if size.width() * size.height() > MOST_PIXELS:
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
