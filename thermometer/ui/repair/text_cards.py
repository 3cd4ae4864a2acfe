"""Plain words on cards, and how a page of them is laid out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.scroll_column import ScrollColumn

WIDEST, LEAST = 900, 680
"""In the design's pixels, and in the screen's: a small window is used as far as it goes."""


class TextCard(CardFrame):
    """A title and some sentences, each in its own line, and what to do now.

    Args:
        theme: colours and sizes.
        title: what it is about.
        words: the sentences.
        above: stands over ``last``.
        last: one thing to do, or nothing.
    """

    def __init__(
        self, theme: Theme, title: str, words: Sequence[str], above: str = "", last: str = ""
    ) -> None:
        super().__init__(theme)
        self._column = QVBoxLayout(self)
        self._column.addWidget(FittedLabel(theme, title, size="large", weight=BOLD))
        for sentence in words:
            self._column.addWidget(FittedLabel(theme, sentence))
        if last:
            self._column.addSpacing(theme.px(4))
            above_label = FittedLabel(theme, above, size="small", weight=MEDIUM, colour="muted")
            self._column.addWidget(above_label)
            self._column.addWidget(FittedLabel(theme, last, weight=BOLD, colour="accent"))
        theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        side, top = self._theme.px(28), self._theme.px(20)
        self._column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        self._column.setSpacing(self._theme.px(8))


def lay_out_text_page(
    theme: Theme, room: QRect, head: PageHead, scroll: ScrollColumn, widest: int = WIDEST
) -> None:
    """Put a head and a scrolling column under it into ``room``, its handle at the page's edge."""
    side = theme.px(30)
    wide = min(room.width() - 2 * side, max(LEAST, theme.px(widest)))
    height = head.height_in(wide)
    top = room.top() + theme.px(18)
    head.setGeometry(room.left() + side, top, wide, height)
    top += height + theme.px(8)
    left = room.left() + side - 6
    scroll.setGeometry(left, top, room.right() - left, room.bottom() - top)
    content = scroll.widget()
    if content is not None and (layout := content.layout()) is not None:
        layout.setContentsMargins(0, 0, max(10, scroll.width() - wide - 6), theme.px(12))
