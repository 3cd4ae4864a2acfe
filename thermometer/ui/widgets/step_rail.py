"""The steps of something long, at the side: what was done, where one is, what is still to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted

CLEAR, PICTURE = 28.0, 40
"""A picture's least side in pixels, and the one it has in a window of the design's size."""
RING = 1.4
"""How much wider than a picture the ring is that stands about it."""


class Mark(StrEnum):
    """How far a step has come."""

    DONE = "done"
    HERE = "here"
    SKIPPED = "skipped"
    AHEAD = "ahead"
    CLOSED = "closed"
    """It cannot be gone to yet."""


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step as it is shown."""

    name: str
    mark: Mark
    spoken: str
    """What a screen reader says, the mark in words."""
    picture: str = ""
    """Stands for the step in place of its number until it is done; or nothing."""


class StepButton(QAbstractButton):
    """A picture or a number, a check once it is done, and the name unless the rail lies."""

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._number = theme, number
        self.step = StepMark("", Mark.AHEAD, "")
        self.named = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_step(self, step: StepMark) -> None:
        """Show the step as it stands now."""
        self.step = step
        self.setAccessibleName(step.spoken)
        self.setEnabled(step.mark is not Mark.CLOSED)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, here = self._theme.tokens, self.step.mark is Mark.HERE
        box = QRectF(self.rect()).adjusted(4, 2, -4, -4)
        radius = min(float(self._theme.px(18)), box.height() / 2)
        if here and self.named:
            draw_card(painter, box, self._theme, radius=radius)
        elif self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_soft)
            painter.drawRoundedRect(box, radius, radius)
        side = min(box.height() - 6, box.width() - 4, max(24.0, self._theme.px(34)))
        dot = QRectF(box.left() + self._theme.px(14), box.center().y() - side / 2, side, side)
        if not self.named:
            dot.moveCenter(box.center())
        if self._has_picture(box):
            self._draw_step(painter, box, dot)
        else:
            self._draw_dot(painter, dot)
        if self.named:
            words = QRectF(box)
            words.setLeft(dot.right() + self._theme.px(12))
            words.setRight(box.right() - 4)
            ink = tokens.ink if here else tokens.muted
            weight = BOLD if here else MEDIUM
            draw_fitted(painter, self.step.name, self._theme, words, ink, weight=weight, align=LEFT)
        draw_focus(painter, self, box, radius, self._theme)

    def _has_picture(self, box: QRectF) -> bool:
        """Whether the step has a picture, and room in which it is clear."""
        with_one = self.step.mark in (Mark.HERE, Mark.AHEAD, Mark.CLOSED)
        return with_one and bool(self.step.picture) and min(box.height(), box.width()) >= CLEAR

    def _draw_step(self, painter: QPainter, box: QRectF, dot: QRectF) -> None:
        """The picture about the dot's middle; where no name tells it, a ring says: here."""
        side = min(box.height() - 4, box.width() - 4, max(CLEAR, self._theme.px(PICTURE)))
        target = QRectF(0, 0, side, side)
        target.moveCenter(dot.center())
        if self.step.mark is Mark.HERE and not self.named:
            ring = QRectF(0, 0, min(side * RING, box.height()), min(side * RING, box.height()))
            ring.moveCenter(dot.center())
            painter.setPen(QPen(self._theme.tokens.accent, 3))
            painter.setBrush(self._theme.tokens.card)
            painter.drawEllipse(ring.adjusted(1.5, 1.5, -1.5, -1.5))
            inset = max(0.0, side - ring.width() * 0.66) / 2
            target.adjust(inset, inset, -inset, -inset)
        draw_picture(painter, self.step.picture, target)

    def _draw_dot(self, painter: QPainter, dot: QRectF) -> None:
        tokens, mark = self._theme.tokens, self.step.mark
        fill, ink = self._dot_colours()
        quiet = mark in (Mark.SKIPPED, Mark.AHEAD, Mark.CLOSED)
        painter.setPen(QPen(tokens.outline, 1.2) if quiet else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawEllipse(dot)
        if mark is Mark.DONE:
            inset = dot.width() * 0.2
            check = dot.adjusted(inset, inset, -inset, -inset)
            draw_picture(painter, "interface/check", check, tint=ink)
            return
        text = "–" if mark is Mark.SKIPPED else str(self._number)
        draw_fitted(painter, text, self._theme, dot, ink, size="small", weight=BOLD)

    def _dot_colours(self) -> tuple[QColor, QColor]:
        tokens = self._theme.tokens
        match self.step.mark:
            case Mark.DONE:
                return tokens.second_line, tokens.on_accent
            case Mark.HERE:
                return tokens.accent, tokens.on_accent
            case _:
                return tokens.card, tokens.muted


class StepRail(QWidget):
    """Upright with names at the left of a wide page, lying with numbers on top of a tall one.

    Args:
        theme: colours and sizes.
        count: how many steps there are.
        parent: the page.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: list[object] = []
        self._air = 1.0
        self._title = FittedLabel(theme, size="large", weight=BOLD, parent=self)
        self._below = FittedLabel(theme, size="small", colour="muted", parent=self)
        self._foot = FittedLabel(theme, size="small", colour="muted", parent=self)
        self.buttons = [StepButton(theme, number + 1, self) for number in range(count)]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._choose, number))

    def show_words(self, title: str, below: str, foot: str) -> None:
        """Say whose steps they are, and what is good to know about them."""
        self._title.show_text(title)
        self._below.show_text(below)
        self._foot.show_text(foot)
        self._lay_out()

    def show_steps(self, steps: Mapping[object, StepMark]) -> None:
        """Show each step as it stands; ``chosen`` tells its key."""
        self._keys = list(steps)
        for button, step in zip(self.buttons, steps.values(), strict=True):
            button.show_step(step)

    def thickness(self, *, upright: bool) -> int:
        """Its width, or where it lies its height, in pixels."""
        if upright:
            return max(204, self._theme.px(292))
        return max(self._theme.target("parent") + 12, self._theme.px(64)) + self._head_height()

    def _head_height(self) -> int:
        return round(self._theme.text_px("large") * 1.5) + 10

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.thickness(upright=True), 400)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.well)
        if self._theme.name == "contrast":
            painter.setPen(QPen(self._theme.tokens.line, 2))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _lay_out(self) -> None:
        upright = self.height() > self.width()
        for button in self.buttons:
            button.named = upright
        if upright:
            self._lay_out_upright()
        else:
            self._lay_out_lying()

    def _lay_out_upright(self) -> None:
        pad = self._theme.px(24)
        wide, least = self.width() - 2 * pad, self._theme.target("parent") * len(self.buttons)
        y = self._lay_out_words(pad, wide, self.height() - least)
        bottom = self.height() - round(self._theme.px(14) * self._air)
        foot = self._foot.heightForWidth(wide) if self._foot.text else 0
        fits = bottom - foot - y >= least
        self._foot.setVisible(bool(foot) and fits)
        if foot and fits:
            self._foot.setGeometry(pad, bottom - foot, wide, foot)
            bottom -= foot + self._theme.px(8)
        step = min((bottom - y) / len(self.buttons), float(self._theme.px(62)))
        step = max(step, min(float(least), bottom - y) / len(self.buttons))
        for number, button in enumerate(self.buttons):
            button.setGeometry(self._theme.px(12), round(y + number * step),
                               self.width() - self._theme.px(24), round(step))  # fmt: skip

    def _lay_out_words(self, pad: int, wide: int, room: int) -> int:
        """Put the words into the ``room`` that the buttons leave; where the buttons begin.

        What is short of room loses its air first, then what stands below the title.
        """
        title = self._title.heightForWidth(wide)
        below = self._below.heightForWidth(wide) if self._below.text else 0
        self._title.show()
        self._below.setVisible(bool(below) and title + below <= room)
        below = below if title + below <= room else 0
        self._air = min(1.0, max(0.0, (room - title - below) / self._theme.px(22 + 10 + 14)))
        y = round(self._theme.px(22) * self._air)
        self._title.setGeometry(pad, y, wide, min(title, room))
        self._below.setGeometry(pad, y + title, wide, below)
        return y + min(title, room) + below + round(self._theme.px(10) * self._air)

    def _lay_out_lying(self) -> None:
        pad = self._theme.px(16)
        head = self._head_height()
        half = (self.width() - 2 * pad) // 2
        self._foot.hide()
        self._title.setGeometry(pad, 6, half, head - 6)
        self._below.setVisible(bool(self._below.text))
        self._below.setGeometry(pad + half, 6, half, head - 6)
        step = (self.width() - 2 * pad) / len(self.buttons)
        for number, button in enumerate(self.buttons):
            button.setGeometry(round(pad + number * step), head, round(step),
                               self.height() - head - 4)  # fmt: skip

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._keys[number])
