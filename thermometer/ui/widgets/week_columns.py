"""Episodes stacked by their peak: one column for each day of a week, or for each of some weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import CENTRE, LEFT, draw_fitted, fitted
from thermometer.ui.widgets.touch_button import TouchButton
from thermometer.ui.widgets.zone_shape import draw_shape

FEWEST_UNITS = 4
"""A week of single episodes does not fill the card with them."""
JOINED = "\u2060-\u2060"
"""A hyphen at which no line ends."""
NARROW = 2.2
"""Lines of text: a column less wide than so many has its label in two lines."""
LEAST_BLOCK = 13
"""Lower than this in pixels, one block stands for all of a zone, with their number in it."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column shows; ``note`` stands where there is nothing to stack."""

    label: str
    spoken: str
    yellow: int = 0
    red: int = 0
    note: str = ""

    @property
    def height(self) -> int:
        """How many episodes are stacked."""
        return self.yellow + self.red


def draw_column(
    painter: QPainter, column: Column, box: QRectF, most: int, theme: Theme, *, bold: bool = False
) -> None:
    """Draw the stack, its number and its label into ``box``.

    Args:
        painter: of a widget or of a page.
        column: what to draw.
        box: where, the labels included.
        most: the height in episodes of the highest column beside it.
        theme: colours and sizes.
        bold: draw the label as the one chosen.
    """
    tokens, line = theme.tokens, theme.text_px("small") * 1.5
    rows = 1 if box.width() >= line * NARROW else 2
    base = box.bottom() - line * (rows + 0.25)
    painter.setPen(QPen(tokens.line, 2))
    painter.drawLine(QPointF(box.left(), base), QPointF(box.right(), base))
    label = QRectF(box.left() + 1, base + line * 0.15, box.width() - 2, line * (rows + 0.1))
    ink = tokens.accent if bold else tokens.ink
    align = CENTRE if rows == 1 else Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    draw_fitted(painter, column.label, theme, label, ink, size="small", weight=BOLD, align=align)
    room = QRectF(box.left(), box.top(), box.width(), base - 3 - box.top())
    top = _draw_stack(painter, column, room.adjusted(0, line, 0, 0), most, theme)
    number = QRectF(box.left() + 1, top - line, box.width() - 2, line)
    if column.height:
        text = str(column.height)
        draw_fitted(painter, text, theme, number, tokens.ink, size="small", weight=BOLD)
    elif column.note:
        _draw_note(painter, column.note, room, theme)


def _draw_note(painter: QPainter, note: str, room: QRectF, theme: Theme) -> None:
    """Draw ``note`` at the bottom of ``room``, upright where its words are wider than that."""
    metrics = QFontMetricsF(theme.font("small", MEDIUM))
    upright = max(metrics.horizontalAdvance(word) for word in note.split()) > room.width()
    wide, high = (room.height(), room.width()) if upright else (room.width(), room.height())
    box, align = QRectF(0, 0, wide, high), LEFT if upright else CENTRE
    layout = fitted(note.replace("-", JOINED), theme, "small", MEDIUM, box, align)
    empty = high - layout.boundingRect().height()
    painter.save()
    painter.translate(room.bottomLeft() if upright else room.topLeft())
    painter.rotate(-90 if upright else 0)
    painter.setPen(theme.tokens.muted)
    layout.draw(painter, QPointF(4, empty / 2) if upright else QPointF(0, empty - 4))
    painter.restore()


def _draw_stack(painter: QPainter, column: Column, room: QRectF, most: int, theme: Theme) -> float:
    """Draw the blocks from the bottom of ``room`` up; the top of the highest one."""
    unit = min(theme.px(36), room.height() / max(most, FEWEST_UNITS))
    width = min(room.width() * 0.66, theme.px(58))
    bottom = room.bottom()
    for zone, count in ((Zone.YELLOW, column.yellow), (Zone.RED, column.red)):
        one_by_one = unit >= LEAST_BLOCK
        for _ in range(count if one_by_one else min(count, 1)):
            high = unit if one_by_one else unit * count
            block = QRectF(room.center().x() - width / 2, bottom - high, width, high - 3)
            _draw_block(painter, zone, block, theme, "" if one_by_one else str(count))
            bottom -= high
    return bottom


def _draw_block(
    painter: QPainter, zone: Zone, block: QRectF, theme: Theme, number: str = ""
) -> None:
    """One episode, or as many as ``number`` says where they have no room one by one."""
    colours, outline = theme.tokens.zones.of(zone), theme.tokens.outline
    radius = min(theme.px(9), block.height() * 0.3)
    painter.setPen(QPen(outline, 1.4))
    painter.setBrush(colours.full)
    painter.drawRoundedRect(block, radius, radius)
    side = min(block.height() * (0.52 if block.height() > 20 else 0.72), theme.px(18))
    if side < 5:
        return
    side = min(side, block.width() * 0.34) if number else side
    shape = QRectF(0, 0, side, side)
    shape.moveCenter(block.center())
    if number:
        shape.moveCenter(QPointF(block.left() + block.width() * 0.28, block.center().y()))
        words = block.adjusted(block.width() * 0.5, 0, -2, 0)
        advance = QFontMetricsF(theme.font_px(theme.smallest_text, BOLD)).horizontalAdvance(number)
        if words.height() >= theme.smallest_text and words.width() >= advance:
            draw_fitted(painter, number, theme, words, colours.on_full, size="small", weight=BOLD)
    draw_shape(painter, zone, shape, theme.tokens.card, outline, 1.2)


class ColumnButton(TouchButton):
    """One column, to be tapped."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.column, self._most = theme, Column("", ""), 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_column(self, column: Column, most: int, *, chosen: bool) -> None:
        """Show ``column`` beside others of which the highest has ``most`` episodes."""
        self.column, self._most = column, most
        self.setAccessibleName(column.spoken)
        self.setChecked(chosen)
        self.update()

    @override
    def nextCheckState(self) -> None:
        """Whoever shows the columns says which one is chosen."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.rect()), float(self._theme.px(14))
        if self.isChecked() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tokens.accent_soft)
            if self._theme.name == "contrast":
                painter.setPen(QPen(self._theme.tokens.accent, 2))
            painter.drawRoundedRect(box.adjusted(2, 0, -2, 0), radius, radius)
        inner = box.adjusted(0, self._theme.px(6), 0, -2)
        draw_column(painter, self.column, inner, self._most, self._theme, bold=self.isChecked())
        draw_focus(painter, self, box, radius, self._theme)


class WeekColumns(QWidget):
    """A row of columns of one scale; ``chosen`` tells which one was tapped, from 0 on."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[ColumnButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_columns(self, columns: Sequence[Column], chosen: int | None) -> None:
        """Show ``columns``, the one at ``chosen`` as chosen."""
        self._have(len(columns))
        most = max((column.height for column in columns), default=0)
        for i, column in enumerate(columns):
            self.buttons[i].show_column(column, most, chosen=i == chosen)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), max(150, self._theme.px(176)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() / max(1, len(self.buttons))
        for i, button in enumerate(self.buttons):
            left = round(i * wide)
            button.setGeometry(left, 0, round((i + 1) * wide) - left, self.height())

    def _have(self, count: int) -> None:
        if len(self.buttons) == count:
            return
        for button in self.buttons:
            button.deleteLater()
        self.buttons = [ColumnButton(self._theme, self) for _ in range(count)]
        for i, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._tell, i))
            button.show()
        self.resizeEvent(QResizeEvent(self.size(), self.size()))

    def _tell(self, which: int) -> None:
        self.chosen.emit(which)
