"""One key of a pad on the screen: a digit, a letter, or a picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import draw_fitted

SHADOW_ROOM = 5


class PadKey(QAbstractButton):
    """Large, with a name for a screen reader.

    Args:
        theme: colours and sizes.
        name: what a screen reader says; also what is seen where there is no picture.
        picture: path below ``resources/pictures`` without its ending, or none.
        primary: the key that says "done".
        parent: the pad.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget,
        *,
        picture: str = "",
        primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme, self._picture, self._primary = theme, picture, primary
        self.setText("" if picture else name)
        self.setAccessibleName(name)
        # A touched key must not take the keyboard away from the pad.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = min(SHADOW_ROOM, self._theme.px(SHADOW_ROOM))
        box = QRectF(self.rect()).adjusted(room, room - 1, -room, -room - 1)
        radius = min(float(self._theme.radius("card")), box.height() * 0.36)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        fill, ink = self._colours()
        draw_card(painter, box, self._theme, radius=radius, fill=fill)
        if self._picture:
            side = min(box.width(), box.height()) * 0.5
            place = QRectF(0, 0, side, side)
            place.moveCenter(box.center())
            tint = ink if self._primary else None
            draw_picture(painter, self._picture, place, tint=tint)
        else:
            draw_fitted(painter, self.text(), self._theme, box, ink, size="title", weight=BOLD)
        draw_focus(painter, self, box, radius, self._theme)

    def _colours(self) -> tuple[QColor, QColor]:
        tokens = self._theme.tokens
        if self._primary:
            return tokens.accent.darker(112) if self.isDown() else tokens.accent, tokens.on_accent
        return tokens.accent_soft if self.isDown() else tokens.raised, tokens.ink
