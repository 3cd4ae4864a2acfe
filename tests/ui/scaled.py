"""One widget with a picture at an odd place, on a screen as fine as ``QT_SCALE_FACTOR`` says.

Run as a program it says how fine the screen was, and whether the picture was sharp.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from thermometer import assets
from thermometer.ui.widgets.pictures import draw_picture

NAME, SIDE = "tools/flower-candle", 41
ODD = QRectF(13.3, 7.7, SIDE, SIDE)
PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied


def drawn_for(name: str, pixels: int) -> QImage:
    """The drawing rendered straight into so many pixels a side."""
    image = QImage(pixels, pixels, PREMULTIPLIED)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = assets.find("pictures", f"{name}.svg")
    QSvgRenderer(str(path)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


def same(one: QImage, other: QImage) -> bool:
    """Whether both have the same pixels, but for the rounding of a colour."""
    first, second = one.convertToFormat(PREMULTIPLIED), other.convertToFormat(PREMULTIPLIED)
    if first.size() != second.size():
        return False
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return all(abs(a - b) <= 2 for a, b in pairs)


class Odd(QWidget):
    """Draws one picture where no pixel begins, and none ends."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        draw_picture(painter, NAME, ODD)


def stands_sharp(page: QImage, ratio: float) -> bool:
    """Whether the picture is on ``page`` with its own pixels, at most one away from its place."""
    pixels = round(SIDE * ratio)
    wanted = QImage(pixels, pixels, PREMULTIPLIED)
    wanted.fill(Qt.GlobalColor.white)
    painter = QPainter(wanted)
    painter.drawImage(0, 0, drawn_for(NAME, pixels))
    painter.end()
    page.setDevicePixelRatio(1.0)
    place = QPoint(round(ODD.left() * ratio), round(ODD.top() * ratio))
    found = (
        page.copy(QRect(place + QPoint(x, y), wanted.size()))
        for x in (-1, 0, 1)
        for y in (-1, 0, 1)
    )
    return any(same(each, wanted) for each in found)


def main() -> int:
    app = QApplication(sys.argv[:1])
    widget = Odd()
    widget.resize(100, 80)
    page = widget.grab().toImage()
    ratio = page.devicePixelRatio()
    sharp = stands_sharp(page, ratio)
    sys.stdout.write(f"{ratio} {'sharp' if sharp else 'blurred'}\n")
    widget.deleteLater()
    app.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
