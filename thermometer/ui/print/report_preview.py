"""What the printer will give, on the screen: whole sheets, or near enough to read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.print.output import paint_sheet
from thermometer.ui.print.sheets import Sheets
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.surface import draw_shadow

SHADOW = 8


def in_grey(pixmap: QPixmap) -> QPixmap:
    """As a printer that has only black would make it."""
    return QPixmap.fromImage(pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8))


class ReportPreview(QWidget):
    """Painted by the same painters as the paper; ``touched`` asks to see it nearer or whole.

    Args:
        theme: colours and sizes of what is around the sheets.
        parent: the widget it stands on.
    """

    touched = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._report: Sheets | None = None
        self._near = False
        self._room = QSize()
        self._painted: dict[tuple[int, int], QPixmap] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def near(self) -> bool:
        """Whether a sheet is as wide as the room."""
        return self._near

    def show_report(self, report: Sheets) -> None:
        """Show the sheets of ``report``."""
        self._report = report
        self.setAccessibleName(report.title)
        self._painted.clear()
        self._measure()

    def show_near(self, *, near: bool) -> None:
        """Show it as wide as there is room, or whole."""
        self._near = near
        self._measure()

    def fit(self, room: QSize) -> None:
        """Take the size of what it is looked at through."""
        self._room = room
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._report is None:
            return
        painter = QPainter(self)
        for number, box in enumerate(self._boxes(self._report)):
            if box.intersects(QRectF(event.rect())):
                draw_shadow(painter, box, 2, self._theme)
                painter.drawPixmap(box.topLeft(), self._sheet(self._report, number, box))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.touched.emit()

    def _sheet(self, report: Sheets, number: int, box: QRectF) -> QPixmap:
        """One sheet in pixels of the screen, painted once for each size."""
        ratio = self.devicePixelRatioF()
        key = (number, round(box.width() * ratio))
        if key not in self._painted:
            pixmap = QPixmap((box.size() * ratio).toSize())
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(report.ground)
            painter = QPainter(pixmap)
            paint_sheet(painter, report, number, QRectF(0, 0, box.width(), box.height()))
            painter.end()
            if report.grey:
                pixmap = in_grey(pixmap)
            self._painted[key] = pixmap
        return self._painted[key]

    def _boxes(self, report: Sheets) -> list[QRectF]:
        """Where the sheets lie: below each other when near, in rows when whole."""
        edge, count = self._theme.px(SHADOW), report.sheets
        shape = report.size.height() / report.size.width()
        across = 1 if self._near else max(range(1, count + 1), key=lambda n: self._width(n, report))
        rows = -(-count // across)
        width = max(
            1.0, self._room.width() - 2.0 * edge if self._near else self._width(across, report)
        )
        size = QRectF(0, 0, width, max(1.0, width * shape))
        down, right = size.height() + 2 * edge, width + edge
        left = (self._room.width() - across * right + edge) / 2
        spare = self._room.height() - rows * down - edge
        top = edge + (0.0 if self._near else max(0.0, spare / 2))
        return [
            size.translated(left + n % across * right, top + n // across * down)
            for n in range(count)
        ]

    def _width(self, across: int, report: Sheets) -> float:
        """How wide a sheet is if all are to be seen, so many beside each other."""
        edge, rows = self._theme.px(SHADOW), -(-report.sheets // across)
        shape = report.size.height() / report.size.width()
        high = (self._room.height() - edge) / rows - 2.0 * edge
        return min(high / shape, (self._room.width() - edge * (across + 1.0)) / across)

    def _measure(self) -> None:
        if self._report is None or self._room.isEmpty():
            return
        last = self._boxes(self._report)[-1]
        self.setFixedHeight(max(self._room.height(), round(last.bottom()) + self._theme.px(12)))
        if len(self._painted) > 2 * self._report.sheets:
            self._painted.clear()
        self.update()
