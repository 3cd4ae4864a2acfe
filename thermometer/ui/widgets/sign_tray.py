"""Somebody's own early signs under the cards of their yellow Safe Place: noticed, or ignored."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.signs import Sign
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.sign_button import (
    LINE,
    SignButton,
    least_width,
    picture_box,
    word_box,
    word_room,
)
from thermometer.ui.widgets.text import draw_fitted

HEIGHT = 132
WIDEST_SIGN = 150
NARROW_SIGN = 134
LABEL = 104
NARROW_PAGE = 600
PAD = 4
GAP = 8
"""Between one sign and the next, in pixels, where that leaves room for finger and words."""


class SignTray(QWidget):
    """``sign_touched`` names a sign, ``closed`` says that the question is over.

    The cards above it stay what they are: nobody has to answer before they get help.

    Args:
        theme: colours and sizes.
        parent: the page.
    """

    sign_touched = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = self.tr("I notice")
        self._label = QRectF()
        self._pixels, self._lines = theme.smallest_text, 2
        self.buttons: tuple[SignButton, ...] = ()
        self.close_button = PillButton(
            theme,
            self.tr("Skip"),
            picture="interface/forward",
            who="child",
            stacked=True,
            parent=self,
        )
        self.close_button.clicked.connect(self.closed)

    def show_signs(self, signs: Iterable[Sign]) -> None:
        """Offer these signs, none of them marked."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = tuple(SignButton(self._theme, sign, self) for sign in signs)
        for button in self.buttons:
            button.clicked.connect(partial(self._touch, button.sign.id))
            button.show()
        self.close_button.show()
        self.show_marks(())
        self._lay_out()

    def show_marks(self, signs: Iterable[str]) -> None:
        """Show which signs are marked; with one, the way on says "Done"."""
        marked = set(signs)
        for button in self.buttons:
            button.setChecked(button.sign.id in marked)
        self.close_button.setText(self.tr("Done") if marked else self.tr("Skip"))
        self.close_button.setAccessibleName(self.close_button.text())
        self.close_button.show_picture("interface/check" if marked else "interface/forward")

    def show_kept(self) -> None:
        """Show only what was marked; there is nothing more to touch."""
        for button in self.buttons:
            button.setVisible(button.isChecked())
            button.setEnabled(False)
        self.close_button.hide()

    def height_in(self, width: int) -> int:
        """How high it has to be in a page of ``width``: narrow signs need more lines of words."""
        spare = 26 if width > NARROW_PAGE else 46
        return max(self._theme.target("child") + spare, self._theme.px(HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box = self._theme.tokens, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outlined = self._theme.name == "contrast"
        painter.setPen(QPen(tokens.line, 2) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.zones.yellow.soft)
        radius = self._theme.radius("card")
        painter.drawRoundedRect(box, radius, radius)
        if not self._label.isEmpty():
            self._draw_label(painter)

    def _touch(self, sign: str) -> None:
        self.sign_touched.emit(sign)

    def _draw_label(self, painter: QPainter) -> None:
        """An eye in line with the signs' pictures, and what it means in line with their words."""
        word = word_box(self._label, self._pixels, self._lines)
        above = picture_box(self._label, word)
        side = min(above.width() * 0.75, above.height())
        eye = QRectF(0, 0, side, side)
        eye.moveCenter(above.center())
        draw_picture(painter, "interface/eye", eye)
        words = QRectF(self._label)
        words.setHeight(self._pixels * LINE * max(2, self._lines))
        words.moveCenter(word.center())
        draw_fitted(
            painter,
            self._words,
            self._theme,
            words,
            self._theme.tokens.zones.yellow.deep,
            size=self._pixels,
            weight=MEDIUM,
        )

    def _lay_out(self) -> None:
        """The signs side by side, the way on at the end; what it is about where there is room."""
        target, pad = self._theme.target("child"), PAD
        end, count = self.close_button.sizeHint().width(), max(1, len(self.buttons))
        room = self.width() - end - 3 * pad
        words = [button.text() for button in self.buttons]
        least = max(target, least_width(words, self._theme))
        gaps = max(0, min(GAP * (count - 1), room - least * count))
        room -= gaps
        wide = max(target, self._theme.px(NARROW_SIGN))
        label = self._theme.px(LABEL) if room - wide * count > self._theme.px(LABEL) else 0
        each = min((room - label) // count, max(target, self._theme.px(WIDEST_SIGN)))
        left = pad + label + (room - label - each * count) // 2
        self._label = QRectF(pad, pad, label, self.height() - 2 * pad) if label else QRectF()
        size = QSize(each, self.height() - 2 * pad)
        self._pixels, self._lines = word_room(words, self._theme, QSizeF(size))
        step = each + gaps // max(1, count - 1)
        for i, button in enumerate(self.buttons):
            button.show_word_in(self._pixels, self._lines)
            button.setGeometry(QRect(QPoint(left + i * step, pad), size))
        top = (self.height() - target - 6) // 2
        self.close_button.setGeometry(self.width() - end - pad, top, end, target + 6)
