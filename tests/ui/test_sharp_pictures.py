"""Nothing blurs at 1.25, 1.5 or 2: a picture has the screen's own pixels, wherever it stands."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from tests.house.sources import RESOURCES
from tests.ui.scaled import drawn_for, same
from thermometer.ui.widgets.pictures import draw_picture

RATIOS = (1.25, 1.5, 2.0)
SIDES = (40, 160)
NAMES = sorted(
    f"{folder}/{path.stem}"
    for folder in ("tools", "faces", "contexts", "kinds")
    for path in (RESOURCES / "pictures" / folder).glob("*.svg")
)


def painted(name: str, side: int, ratio: float) -> QImage:
    """The picture as the program draws it on a screen of ``ratio`` pixels to one."""
    pixels = round(side * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    tint = QColor(Qt.GlobalColor.black) if name.startswith("faces") else None
    painter = QPainter(pixmap)
    draw_picture(painter, name, QRectF(0, 0, side, side), tint=tint)
    painter.end()
    return pixmap.toImage()


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_has_the_screens_own_pixels(name: str, ratio: float, qapp: object) -> None:
    for side in SIDES:
        assert same(painted(name, side, ratio), drawn_for(name, round(side * ratio)))


def test_a_stretched_picture_is_told_apart(qapp: object) -> None:
    small = drawn_for("tools/water", 40)
    smooth = Qt.TransformationMode.SmoothTransformation
    stretched = small.scaled(50, 50, mode=smooth)
    assert not same(stretched, drawn_for("tools/water", 50))


@pytest.mark.parametrize("ratio", RATIOS)
def test_on_a_page_it_stands_on_whole_pixels(ratio: float) -> None:
    """In a process of its own: only as it starts can Qt be told how fine the screen is."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled"],
        env={**os.environ, "QT_SCALE_FACTOR": str(ratio), "QT_SCALE_FACTOR_ROUNDING_POLICY": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == [str(ratio), "sharp"], done.stderr
