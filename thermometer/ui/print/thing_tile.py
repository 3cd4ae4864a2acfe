"""One kind of thing to print, to be chosen by a small picture of its first sheet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.print.output import paint_sheet
from thermometer.ui.print.sheets import Sheets
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.surface import draw_focus, draw_shadow
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton

SHEET, LEAST_SHEET = 104, 64
"""The height of the small sheet in design pixels, and at least in pixels."""


class ThingTile(TouchButton):
    """A small sheet with a name below it; with a ring while it is chosen.

    Args:
        theme: colours and sizes.
        text: what it is called.
        parent: the widget it stands on.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheets: Sheets | None = None
        self._painted = QPixmap()
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_sheets(self, sheets: Sheets) -> None:
        """Show the first of ``sheets``, small."""
        self._sheets, self._painted = sheets, QPixmap()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.target("parent"), self._sheet_height() + self._words_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, chosen = self._theme.tokens, self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        radius = float(self._theme.radius("plate"))
        painter.setPen(QPen(tokens.accent if chosen else tokens.line, 2.5 if chosen else 1))
        painter.setBrush(tokens.accent_soft if chosen or self.isDown() else tokens.well)
        painter.drawRoundedRect(box, radius, radius)
        words = QRectF(box)
        words.setTop(box.bottom() - self._words_height() + 2)
        pad = self._theme.px(9)
        self._draw_sheet(painter, box.adjusted(pad, pad, -pad, -words.height()))
        ink = tokens.accent if chosen and self._theme.name != "contrast" else tokens.ink
        room = words.adjusted(4, 0, -4, -4)
        draw_fitted(painter, self.text(), self._theme, room, ink, size="small", weight=MEDIUM)
        draw_focus(painter, self, box, radius, self._theme)

    def _draw_sheet(self, painter: QPainter, room: QRectF) -> None:
        if self._sheets is None:
            return
        size = self._sheets.size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRectF(0, 0, size.width(), size.height())
        sheet.moveCenter(room.center())
        draw_shadow(painter, sheet, 2, self._theme)
        painter.drawPixmap(sheet.topLeft(), self._small(self._sheets, sheet))

    def _small(self, sheets: Sheets, box: QRectF) -> QPixmap:
        """The first sheet in pixels of the screen, painted once for a size."""
        ratio = self.devicePixelRatioF()
        pixels = (box.size() * ratio).toSize()
        if self._painted.size() != pixels:
            self._painted = QPixmap(pixels)
            self._painted.setDevicePixelRatio(ratio)
            self._painted.fill(sheets.ground)
            painter = QPainter(self._painted)
            paint_sheet(painter, sheets, 0, QRectF(0, 0, box.width(), box.height()))
            painter.end()
        return self._painted

    def _sheet_height(self) -> int:
        return max(LEAST_SHEET, self._theme.px(SHEET)) + self._theme.px(9)

    def _words_height(self) -> int:
        return round(self._theme.text_px("small") * 2.7) + 6
