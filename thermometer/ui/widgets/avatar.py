"""A person's picture on a round ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pictures import draw_picture, is_photo
from thermometer.ui.widgets.surface import shows_focus


def draw_avatar(painter: QPainter, picture: str, box: QRectF, theme: Theme) -> None:
    """Draw the person's picture ``picture`` as large as ``box`` allows; a photo fills it."""
    painter.setPen(QPen(theme.tokens.line, 1))
    painter.setBrush(theme.tokens.well)
    painter.drawEllipse(box)
    _draw_person(painter, picture, box)


def _draw_person(painter: QPainter, picture: str, box: QRectF) -> None:
    pad = 0.0 if is_photo(picture) else box.width() * 0.13
    draw_picture(painter, f"people/{picture}", box.adjusted(pad, pad, -pad, -pad))


class AvatarButton(QAbstractButton):
    """A picture to choose, or somebody else's thermometer to go to.

    Args:
        theme: colours and sizes.
        picture: id below ``resources/pictures/people``, or ``own:<uuid>``.
        name: what a screen reader says.
        parent: the widget it stands on.
    """

    def __init__(
        self, theme: Theme, picture: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self.picture = theme, picture
        self.dimmed = False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setOpacity(0.35 if self.dimmed and not self.isDown() else 1.0)
        if self.isChecked():
            painter.setBrush(self._theme.tokens.accent_soft)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(box)
            _draw_person(painter, self.picture, box)
        else:
            draw_avatar(painter, self.picture, box, self._theme)
        if self.isChecked() or shows_focus(self) or self.isDown():
            painter.setPen(QPen(self._theme.tokens.accent, max(2, self._theme.px(4))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(-1, -1, 1, 1))
