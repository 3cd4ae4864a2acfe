"""The app's icon in the files that systems ask for, made from one drawing.

``make icon`` writes them anew after ``resources/icon/thermometer.svg`` was changed.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from thermometer import assets
from thermometer.ui.icon import SIDES
from thermometer.ui.window import application

NAME = "thermometer"
ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
"""What macOS calls a PNG of so many pixels a side."""


def folder() -> Path:
    """Where the drawing and the files made from it are."""
    return assets.find("icon")


def image(side: int) -> QImage:
    """The drawing in ``side`` by ``side`` pixels, on nothing."""
    drawn = QImage(side, side, QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(folder() / f"{NAME}.svg")).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return drawn


def png(side: int) -> bytes:
    """The drawing as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image(side))
    return bytes(buffer.data().data())


def ico(pngs: Mapping[int, bytes]) -> bytes:
    """An icon of Windows: a directory, then each picture as a PNG.

    Args:
        pngs: by their side in pixels, none over 256, which the directory writes as 0.
    """
    offset = 6 + 16 * len(pngs)
    rows, data = [], []
    for side, content in pngs.items():
        one = side % 256
        rows.append(struct.pack("<BBBBHHII", one, one, 0, 0, 1, 32, len(content), offset))
        data.append(content)
        offset += len(content)
    return b"".join([struct.pack("<HHH", 0, 1, len(pngs)), *rows, *data])


def icns(pngs: Mapping[int, bytes]) -> bytes:
    """An icon of macOS: each picture as a PNG under the name of its size."""
    parts = [
        ICNS_TYPES[side] + struct.pack(">I", len(content) + 8) + content
        for side, content in pngs.items()
    ]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def made() -> dict[str, bytes]:
    """Every file made from the drawing, by its name."""
    pngs = {side: png(side) for side in SIDES}
    return {
        **{f"{NAME}-{side}.png": content for side, content in pngs.items()},
        f"{NAME}.ico": ico({side: pngs[side] for side in ICO_SIDES}),
        f"{NAME}.icns": icns({side: pngs[side] for side in ICNS_TYPES}),
    }


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    for name, content in made().items():
        (folder() / name).write_bytes(content)
        sys.stdout.write(f"{folder() / name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
