"""A picture from anywhere made small: upright, a square from its middle, nothing else of it kept.

What is read may be anything: it is recognised by what it holds and not by its name, it is decoded
within limits, and only by Qt's readers of photographs (drawings with scripts in them are none).
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageWriter, QPainter

from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PICTURE_BYTES
from thermometer.ui.widgets.middle_square import (
    NoPhotoError,
    TooLargePhotoError,
    middle_of,
    middle_square,
)

log = logging.getLogger(__name__)

SIDE = 512
"""Longest side of what is kept, in pixels."""
LARGEST_FILE = 48 * 1024 * 1024
"""In bytes; no photograph that a family takes is larger."""
READ = {
    "jpeg": ("*.jpg", "*.jpeg"),
    "png": ("*.png",),
    "webp": ("*.webp",),
    "gif": ("*.gif",),
    "bmp": ("*.bmp",),
}
"""What can be read wherever the program runs, by Qt's names, and how such files are called."""
JPEG_QUALITY = 86


def file_patterns() -> str:
    """What the files are called that can be read, for a dialog."""
    return " ".join(pattern for patterns in READ.values() for pattern in patterns)


def photo_of_file(path: Path) -> bytes:
    """The photograph in a file, as it is kept: JPEG, or PNG where it is see-through.

    Raises:
        Problem: ``photo-no-access``, ``photo-too-large`` or ``photo-not-a-picture``.
    """
    try:
        if not path.is_file():
            raise Problem("photo-not-a-picture")
        if path.stat().st_size > LARGEST_FILE:
            raise Problem("photo-too-large")
        data = path.read_bytes()
    except OSError as error:
        raise Problem("photo-no-access", reason=error.strerror or "") from error
    return photo_of_data(data)


def photo_of_data(data: bytes) -> bytes:
    """The photograph that ``data`` holds, as it is kept.

    Raises:
        Problem: ``photo-too-large`` or ``photo-not-a-picture``.
    """
    try:
        return _kept(middle_of(data, SIDE, frozenset(READ)))
    except TooLargePhotoError as error:
        raise Problem("photo-too-large") from error
    except NoPhotoError as error:
        raise Problem("photo-not-a-picture") from error


def photo_of_image(image: QImage) -> bytes:
    """The middle of what a camera saw, as it is kept.

    Raises:
        Problem: ``photo-not-a-picture``: it saw nothing.
    """
    if image.isNull():
        raise Problem("photo-not-a-picture")
    return _kept(image)


def _kept(image: QImage) -> bytes:
    """``image`` as bytes, from its points alone: no place, no time, no camera, no profile."""
    square = middle_square(image.size())
    side = max(1, min(SIDE, square.width()))
    small = _in_srgb(image.copy(square)).scaled(
        side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    kinds = QImage.Format
    kind = kinds.Format_ARGB32 if small.hasAlphaChannel() else kinds.Format_RGB32
    # Painted onto an empty one: a copy would carry the texts of the first along.
    kept = QImage(side, side, kind)
    kept.fill(Qt.GlobalColor.transparent)
    painter = QPainter(kept)
    painter.drawImage(0, 0, small)
    painter.end()
    data = _encoded(kept)
    if len(data) > PICTURE_BYTES:  # see-through noise: nothing that a camera makes
        half = kept.scaledToWidth(side // 2, Qt.TransformationMode.SmoothTransformation)
        data = _encoded(half)
    return data


def _in_srgb(image: QImage) -> QImage:
    """``image`` in the colours of every screen, if it says that its own are others."""
    srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if not image.colorSpace().isValid() or image.colorSpace() == srgb:
        return image
    converted = image.convertedToColorSpace(srgb)
    return image if converted.isNull() else converted


def _encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"PNG" if image.hasAlphaChannel() else b"JPEG")
    if not image.hasAlphaChannel():
        writer.setQuality(JPEG_QUALITY)
    if not writer.write(image):
        raise Problem("photo-not-a-picture")
    return bytes(buffer.data().data())
