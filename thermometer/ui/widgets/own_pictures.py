"""The family's own photos, cut to a square with round corners, decoded once for each size."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap

from thermometer.domain.problems import Problem
from thermometer.ui.widgets.middle_square import NoPhotoError, middle_of

Source = Callable[[str], bytes | None]
KINDS = frozenset(("jpeg", "png"))
"""What is kept is one of these."""
_KEPT = 64
_SMOOTH = Qt.TransformationMode.SmoothTransformation


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
        photo = middle_of(self._bytes(name), pixels, KINDS)
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
