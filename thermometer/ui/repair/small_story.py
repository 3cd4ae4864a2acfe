"""The small story of a repair: what happened, one after the other, in rows that wrap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.text import LEFT, draw_fitted


@dataclass(frozen=True, slots=True)
class Event:
    """One part of the story in words."""

    name: str
    when: str
    picture: str


class SmallStory(QWidget):
    """A picture, a word and a time for each event, joined by a line."""

    def __init__(self, theme: Theme, events: Sequence[Event]) -> None:
        super().__init__()
        self._theme, self.events = theme, tuple(events)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        told = ((event.name, event.when) for event in self.events)
        self.setAccessibleName("; ".join(" ".join(part for part in one if part) for one in told))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return round(boxes[-1].bottom()) + 1 if boxes else 0

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(600)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._row())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, side = self._theme.tokens, self._row() * 0.72
        before: QRectF | None = None
        for each, box in zip(self.events, self._boxes(self.width()), strict=True):
            picture = QRectF(box.left(), box.center().y() - side / 2, side, side)
            if before is not None and before.top() == box.top():
                painter.setPen(QPen(tokens.line, 2))
                y = box.center().y()
                painter.drawLine(
                    round(before.right() + 2), round(y), round(box.left() - 4), round(y)
                )
            draw_picture(painter, each.picture, picture)
            words = QRectF(picture.right() + self._theme.px(8), box.top(), 0, box.height())
            words.setRight(box.right())
            name, when = QRectF(words), QRectF(words)
            if each.when:
                name.setBottom(box.center().y() + 1)
                when.setTop(box.center().y() + 1)
                draw_fitted(painter, each.when, self._theme, when, tokens.muted, size="small",
                            align=LEFT)  # fmt: skip
            draw_fitted(painter, each.name, self._theme, name, tokens.ink, size="small",
                        weight=MEDIUM, align=LEFT)  # fmt: skip
            before = box

    def _row(self) -> int:
        return max(38, round(self._theme.text_px("small") * 2.7))

    def _boxes(self, width: int) -> list[QRectF]:
        """Where each event stands in ``width`` pixels."""
        metrics = QFontMetrics(self._theme.font("small", MEDIUM))
        row, gap = self._row(), self._theme.px(30)
        boxes: list[QRectF] = []
        x = y = 0.0
        for event in self.events:
            words = max(metrics.horizontalAdvance(text) for text in (event.name, event.when))
            wide = min(float(width), row * 0.72 + self._theme.px(8) + words + 6)
            if x and x + wide > width:
                x, y = 0.0, y + row + self._theme.px(4)
            boxes.append(QRectF(x, y, wide, row))
            x += wide + gap
        return boxes
