"""Drawings and the family's own photos, rendered at device pixels once for each size, and kept."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from thermometer import assets
from thermometer.domain.own_things import OWN_PICTURE
from thermometer.ui.widgets.middle_square import NoPhotoError
from thermometer.ui.widgets.own_pictures import OwnPictures, Source

MISSING = "missing"
PEOPLE = "people/"
CORNER, CIRCLE = 0.22, 0.5
"""Radius of a photo's corners, as a share of its side; a person's photo is round."""
_own = OwnPictures()


def use_own(source: Source | None) -> None:
    """From now on the photos of one family are drawn, and none of another is remembered.

    Args:
        source: the photo that a name such as ``own:<uuid>`` stands for; none: there are none.
    """
    _own.use(source)


def is_photo(name: str) -> bool:
    """Whether ``name`` stands for a photo of the family's own, which fills its whole square."""
    return name.removeprefix(PEOPLE).startswith(OWN_PICTURE)


def is_drawn(name: str) -> bool:
    """Whether there is a drawing ``name``: words that somebody added have none."""
    return (assets.folder() / "pictures" / f"{name}.svg").is_file()


def _renderer(name: str) -> QSvgRenderer:
    """The drawing ``name``, or the placeholder where it is missing or broken."""
    try:
        renderer = QSvgRenderer(str(assets.find("pictures", f"{name}.svg")))
    except assets.MissingAssetError:
        renderer = QSvgRenderer()
    if renderer.isValid() or name == MISSING:
        return renderer
    return _renderer(MISSING)


def _pixmap(name: str, pixels: int, tint: str = "") -> QPixmap:
    """A photo, or a drawing in the colour ``tint``; the placeholder for what cannot be shown."""
    if is_photo(name):
        corner = CIRCLE if name.startswith(PEOPLE) else CORNER
        try:
            return _own.pixmap(name.removeprefix(PEOPLE), pixels, corner)
        except NoPhotoError:
            name = MISSING
    return _rendered(name, pixels, tint)


@lru_cache(maxsize=256)
def _rendered(name: str, pixels: int, tint: str) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name).render(painter, QRectF(0, 0, pixels, pixels))
    if tint:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), QColor(tint))
    painter.end()
    return pixmap


def draw_picture(
    painter: QPainter,
    name: str,
    box: QRectF,
    *,
    tint: QColor | None = None,
    largest: float = 0.0,
) -> None:
    """Draw the picture ``name`` as the largest square in the middle of ``box``.

    Args:
        painter: draws on a device whose pixel ratio decides how fine the picture is rendered.
        name: path below ``resources/pictures`` without its ending, or ``own:<uuid>``; of a
            person ``people/`` before it.
        box: where, in logical pixels.
        tint: draw the whole picture in this colour (faces, single-colour signs).
        largest: the side it will grow to, for a picture in motion: rendered once, then scaled.
    """
    side = min(box.width(), box.height())
    ratio = painter.device().devicePixelRatioF()
    pixels = max(1, round(max(side, largest) * ratio))
    pixmap = _pixmap(name, pixels, tint.name() if tint else "")
    target = QRectF(0, 0, side, side)
    target.moveCenter(box.center())
    if not largest and isinstance(painter.device(), QWidget):
        # On whole pixels nothing blurs, and nothing has to be scaled.
        side = pixmap.width() / ratio
        left, top = round(target.left() * ratio) / ratio, round(target.top() * ratio) / ratio
        target = QRectF(left, top, side, side)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))


class MovingPicture:
    """A picture that grows and shrinks on a ground of one colour.

    It is rendered once at its largest and scaled; each size is kept, for it comes again with each
    breath: some twenty megabytes, until it is let go.

    Args:
        name: path below ``resources/pictures`` without its ending.
        ground: what lies under it.
        largest: the side it will grow to, in pixels of the screen.
    """

    def __init__(self, name: str, ground: QColor, largest: int) -> None:
        self._largest = QPixmap(largest, largest)
        self._largest.fill(ground)
        painter = QPainter(self._largest)
        painter.drawPixmap(0, 0, _pixmap(name, largest))
        painter.end()
        self._sizes: dict[int, QPixmap] = {}

    def draw(self, painter: QPainter, centre: QPointF, side: float) -> None:
        """Draw it around ``centre``, a square of ``side`` logical pixels."""
        ratio = painter.device().devicePixelRatio()
        pixels = max(1, round(side * ratio))
        if pixels not in self._sizes:
            self._sizes[pixels] = self._scaled(pixels, ratio)
        corner = QPointF(round(centre.x() - side / 2), round(centre.y() - side / 2))
        painter.drawPixmap(corner, self._sizes[pixels])

    def _scaled(self, pixels: int, ratio: float) -> QPixmap:
        scaled = QPixmap(pixels, pixels)
        painter = QPainter(scaled)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(scaled.rect(), self._largest)
        painter.end()
        scaled.setDevicePixelRatio(ratio)
        return scaled


def picture_colour(name: str) -> QColor:
    """The middle colour of a picture: its opaque parts mixed into one."""
    small = (
        _pixmap(name, 64)
        .toImage()
        .scaled(
            1, 1, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    )
    colour = small.pixelColor(0, 0)
    colour.setAlpha(255)
    return colour
