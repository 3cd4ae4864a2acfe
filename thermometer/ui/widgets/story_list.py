"""What happened in an episode, one line after another; a check-in leads to its own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted, fitted
from thermometer.ui.widgets.zone_shape import draw_face


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One line in words.

    Attributes:
        time: of day.
        title: what it was.
        below: more about it, or nothing.
        zone: the face beside it, or none for ``picture``.
        struck: withdrawn, shown struck through.
        quiet: before or after the episode itself.
        check_in: to be looked at, if it is one.
    """

    time: str
    title: str
    below: str = ""
    zone: Zone | None = None
    picture: str = ""
    struck: bool = False
    quiet: bool = False
    check_in: UUID | None = None


class StoryRow(QAbstractButton):
    """One line; only a check-in can be touched."""

    def __init__(self, theme: Theme, line: StoryLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.line = theme, line
        withdrawn = self.tr("withdrawn") if line.struck else ""
        spoken = (line.time, line.title, line.below, withdrawn)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setEnabled(line.check_in is not None)
        if line.check_in is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme
        words = round((theme.text_px("normal") + theme.text_px("small")) * 1.3) + 10
        return QSize(theme.px(420), max(theme.target("parent") + 4, theme.px(60), words))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens, box = self._theme, self._theme.tokens, QRectF(self.rect())
        radius = float(theme.px(14))
        if self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_soft)
            painter.drawRoundedRect(box, radius, radius)
        if self.line.quiet or self.line.struck:
            painter.setOpacity(0.78)
        time = QRectF(box.left(), box.top(), max(58, theme.px(80)), box.height())
        draw_fitted(
            painter, self.line.time, theme, time, tokens.muted, size="small", weight=MEDIUM,
            align=LEFT,
        )  # fmt: skip
        side = min(box.height() - 8, max(38.0, theme.px(46)))
        picture = QRectF(time.right() + theme.px(6), box.center().y() - side / 2, side, side)
        self._draw_picture(painter, picture)
        words = QRectF(picture.right() + theme.px(14), box.top(), 0, box.height())
        words.setRight(box.right() - theme.px(30))
        self._draw_words(painter, words)
        if self.line.check_in is not None:
            arrow = max(12, theme.px(16))
            place = QRectF(box.right() - arrow - 4, box.center().y() - arrow / 2, arrow, arrow)
            draw_picture(painter, "interface/forward", place, tint=tokens.muted)
        painter.setOpacity(1)
        draw_focus(painter, self, box, radius, theme)

    def _draw_picture(self, painter: QPainter, box: QRectF) -> None:
        if self.line.zone is not None:
            inset = box.width() * 0.06
            inner = box.adjusted(inset, inset, -inset, -inset)
            draw_face(painter, self.line.zone, inner, self._theme)
            return
        draw_card(painter, box, self._theme, radius=box.width() * 0.28)
        inset = box.width() * 0.12
        draw_picture(painter, self.line.picture, box.adjusted(inset, inset, -inset, -inset))

    def _draw_words(self, painter: QPainter, box: QRectF) -> None:
        theme, tokens, line = self._theme, self._theme.tokens, self.line
        title, below = QRectF(box), QRectF(box)
        if line.below:
            middle = box.top() + box.height() * 0.52
            title.setBottom(middle)
            below.setTop(middle)
            bottom = LEFT & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignTop
            draw_fitted(painter, line.below, theme, below, tokens.muted, size="small", align=bottom)
        ink = tokens.muted if line.quiet or line.struck else tokens.ink
        draw_fitted(painter, line.title, theme, title, ink, weight=BOLD, align=LEFT)
        if line.struck:
            layout = fitted(line.title, theme, "normal", BOLD, title, LEFT)
            wide = layout.lineAt(0).naturalTextWidth() if layout.lineCount() else 0.0
            painter.setPen(QPen(ink, max(2, theme.px(2))))
            y = title.center().y() + 1
            painter.drawLine(QPointF(title.left(), y), QPointF(title.left() + wide, y))


class StoryList(QWidget):
    """The lines; ``chosen`` tells the id of the check-in touched."""

    chosen = Signal(UUID)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[StoryRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_lines(self, lines: Sequence[StoryLine]) -> None:
        """Show ``lines`` in their order."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for line in lines:
            row = StoryRow(self._theme, line, self)
            if line.check_in is not None:
                row.clicked.connect(partial(self._choose, line.check_in))
            self._column.addWidget(row)
            row.show()
            self.rows.append(row)

    def _choose(self, check_in: UUID) -> None:
        self.chosen.emit(check_in)
