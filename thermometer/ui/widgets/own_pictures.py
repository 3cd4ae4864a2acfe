"""The family's own photos, cut to a square with round corners, decoded once for each size."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter, QPixmap

from thermometer.domain.problems import Problem

Source = Callable[[str], bytes | None]
_FORMATS = (b"jpeg", b"png")
_MOST_PIXELS = 50_000_000
_KEPT = 64
_SMOOTH = Qt.TransformationMode.SmoothTransformation


class NoPhotoError(LookupError):
    """There is no such photo, or it cannot be decoded."""


class OwnPictures:
    """Photos by their names ``own:<uuid>``, from wherever they are kept just now."""

    def __init__(self) -> None:
        self._source: Source | None = None
        self._kept = lru_cache(maxsize=_KEPT)(self._drawn)

    def use(self, source: Source | None) -> None:
        """From now on photos come from ``source``; None while there is no family."""
        self._source = source
        self._kept.cache_clear()

    def pixmap(self, name: str, pixels: int, corner: float) -> QPixmap:
        """The photo ``name`` as a square of ``pixels``, its corners rounded by ``corner`` of it.

        Raises:
            NoPhotoError: it is missing or broken; the next time it is looked for again.
        """
        return self._kept(name, pixels, corner)

    def _drawn(self, name: str, pixels: int, corner: float) -> QPixmap:
        photo = decoded(self._bytes(name), pixels)
        drawn = QPixmap(pixels, pixels)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(photo.scaled(drawn.size(), mode=_SMOOTH)))
        painter.drawRoundedRect(QRectF(drawn.rect()), corner * pixels, corner * pixels)
        painter.end()
        return drawn

    def _bytes(self, name: str) -> bytes:
        try:
            data = self._source(name) if self._source else None
        except Problem as problem:
            raise NoPhotoError(name) from problem
        if data is None:
            raise NoPhotoError(name)
        return data


def decoded(data: bytes, side: int) -> QImage:
    """The middle square of a JPEG or PNG, upright, decoded no larger than ``side`` needs.

    Raises:
        NoPhotoError: it is none of these, far too large, or broken.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    known = bytes(reader.format().data()) in _FORMATS and not size.isEmpty()
    if not known or size.width() * size.height() > _MOST_PIXELS:
        raise NoPhotoError
    if min(size.width(), size.height()) > side:
        needed = QSize(side, side)
        reader.setScaledSize(size.scaled(needed, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        raise NoPhotoError
    shorter = min(image.width(), image.height())
    left, top = (image.width() - shorter) // 2, (image.height() - shorter) // 2
    return image.copy(left, top, shorter, shorter)
