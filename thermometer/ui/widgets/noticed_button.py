"""A grown-up's quiet way to say what they noticed in a child: an eye, and words where they fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted

EYE = 0.56
"""The eye's side, of the button's height."""

RING_INSET = 4
"""In high contrast the ring is smaller than the target, which may touch the person's picture."""


class NoticedButton(QAbstractButton):
    """Small, without a ground of its own, so that no child takes it for a zone.

    Args:
        theme: colours and sizes.
        name: whose card it stands on, for a screen reader.
        parent: the card.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(self.tr("I noticed"))
        self.setAccessibleName(self.tr("{name}: I noticed …").format(name=name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def least_width(self) -> int:
        """Without its words."""
        return self._theme.target("parent")

    @override
    def sizeHint(self) -> QSize:
        height = self._theme.target("parent")
        metrics = QFontMetrics(self._theme.font("small", MEDIUM))
        words = metrics.horizontalAdvance(self.text())
        return QSize(words + round(height * (EYE + 0.62)), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box = self._theme.tokens, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outlined, inset = self._theme.name == "contrast", RING_INSET
        if outlined:
            box.adjust(inset, inset, -inset, -inset)
        painter.setPen(QPen(tokens.line, 2) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent_soft if self.isDown() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = self.height() * EYE
        eye = QRectF(0, 0, side, side)
        eye.moveCenter(box.center())
        if self.width() >= self.sizeHint().width():
            eye.moveLeft(box.left() + self.height() * 0.2)
            words = box.adjusted(eye.right() - box.left() + self.height() * 0.14, 0, -4, 0)
            draw_fitted(
                painter,
                self.text(),
                self._theme,
                words,
                tokens.muted,
                size="small",
                weight=MEDIUM,
                align=LEFT,
            )
        draw_picture(painter, "interface/eye", eye)
        draw_focus(painter, self, box, box.height() / 2, self._theme)
