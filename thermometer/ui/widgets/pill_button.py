"""A round-ended button with a picture, words, or both."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton

SHADOW_ROOM = 6
ARROW = 0.36
"""So high, of the button's height, is the arrow of one that leads on."""


class PillButton(TouchButton):
    """Quiet on a card's ground, or ``primary`` in the accent colour.

    Args:
        theme: colours and sizes.
        text: the words, also its accessible name.
        picture: path below ``resources/pictures`` without its ending, or none.
        who: ``child`` or ``parent``: how large it has to be at least.
        primary: the one thing to do next on the page.
        stacked: picture above the words, for a narrow rail.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        picture: str = "",
        who: str = "parent",
        primary: bool = False,
        stacked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._picture, self._who = theme, picture, who
        self._primary, self.stacked, self.dimmed, self.quiet = primary, stacked, False, False
        self.leads_on = False
        """Whether an arrow behind the words says that there is more behind it."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_picture(self, picture: str) -> None:
        """Show another picture."""
        if picture != self._picture:
            self._picture = picture
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        height = max(self._theme.target(self._who), self._theme.px(54)) + SHADOW_ROOM
        metrics = QFontMetrics(self._theme.font("normal", BOLD))
        words = metrics.horizontalAdvance(self.text()) if self.text() else 0
        if self.stacked:
            return QSize(self._theme.target("child") + SHADOW_ROOM, max(height, 64))
        icon = round(height * 0.5) if self._picture else 0
        between = self._theme.px(10) if words and icon else 0
        pad = round(height * 0.42) if words else round(height * 0.24)
        arrow = round(height * ARROW) if self.leads_on else 0
        return QSize(max(height, words + icon + between + arrow + 2 * pad), height)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), hint.height() * 2), hint.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = SHADOW_ROOM / 2
        box = QRectF(self.rect()).adjusted(room, room - 1, -room, -room - 1)
        radius = min(box.height() / 2, self._theme.px(27) if self.stacked else box.height() / 2)
        fill, ink = self._colours()
        if not self.isEnabled():
            painter.setOpacity(0.45)
        if self.dimmed:
            painter.setOpacity(0.45)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(box, radius, radius)
        else:
            draw_card(painter, box, self._theme, radius=radius, fill=fill)
        if self.stacked or self._is_too_narrow(box):
            self._draw_stacked(painter, box, ink)
        else:
            self._draw_in_line(painter, box, ink)
        draw_focus(painter, self, box, radius, self._theme)

    def _colours(self) -> tuple[QColor, QColor]:
        tokens = self._theme.tokens
        if self.dimmed:
            return tokens.dim_glow, tokens.dim_ink
        if self._primary or self.isChecked():
            return tokens.accent.darker(112) if self.isDown() else tokens.accent, tokens.on_accent
        if self.quiet:
            return tokens.line if self.isDown() else tokens.accent_soft, tokens.accent
        return tokens.accent_soft if self.isDown() else tokens.raised, tokens.ink

    def _tint(self) -> QColor | None:
        """A sign's own violet would vanish on the accent colour."""
        return self._theme.tokens.on_accent if self._primary or self.isChecked() else None

    def _is_too_narrow(self, box: QRectF) -> bool:
        """Whether picture and words cannot stand side by side."""
        if not (self._picture and self.text()):
            return False
        metrics = QFontMetrics(self._theme.font_px(self._theme.smallest_text, BOLD))
        longest = max(metrics.horizontalAdvance(word) for word in self.text().split())
        return longest > box.width() - box.height() * 1.24 - self._theme.px(10)

    def _draw_in_line(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        side = box.height() * 0.52
        pad = box.height() * (0.36 if self.text() else 0.24)
        words = box.adjusted(pad, 2, -pad, -2)
        if self._picture:
            place = QRectF(box.left() + pad, box.center().y() - side / 2, side, side)
            if not self.text():
                place.moveCenter(box.center())
            draw_picture(painter, self._picture, place, tint=self._tint())
            words.setLeft(place.right() + self._theme.px(10))
        if self.leads_on:
            arrow = QRectF(0, 0, box.height() * ARROW, box.height() * ARROW)
            arrow.moveCenter(QPointF(box.right() - pad - arrow.width() / 4, box.center().y()))
            draw_picture(painter, "interface/forward", arrow, tint=self._tint())
            words.setRight(arrow.left())
        align = LEFT if self._picture else Qt.AlignmentFlag.AlignCenter
        draw_fitted(painter, self.text(), self._theme, words, ink, weight=BOLD, align=align)

    def _draw_stacked(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        side = min(box.height() * 0.42, box.width() * 0.42)
        place = QRectF(box.center().x() - side / 2, box.top() + box.height() * 0.08, side, side)
        if self.leads_on:
            arrow = QRectF(place).translated(side * 0.6, 0)
            place.translate(-side * 0.3, 0)
            arrow.adjust(side * 0.15, side * 0.15, -side * 0.15, -side * 0.15)
            draw_picture(painter, "interface/forward", arrow, tint=self._tint())
        draw_picture(painter, self._picture, place, tint=self._tint())
        words = QRectF(
            box.left() + 3,
            place.bottom(),
            box.width() - 6,
            box.bottom() - place.bottom() - box.height() * 0.06,
        )
        draw_fitted(painter, self.text(), self._theme, words, ink, size="small", weight=MEDIUM)
