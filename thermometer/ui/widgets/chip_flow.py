"""Small round-ended choices in rows that wrap: tags, signs, people, zones, times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.flow_box import MOST, FlowBox
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted, fitted
from thermometer.ui.widgets.touch_button import TouchButton
from thermometer.ui.widgets.zone_shape import draw_face

K = TypeVar("K")
ABOVE_WORDS = 4
"""Pixels between words in several lines and the edge."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a chip says, and the picture or the zone's face beside it."""

    text: str
    picture: str = ""
    zone: Zone | None = None


class Chip(TouchButton):
    """One choice; with a ring and a darker word while it is chosen."""

    def __init__(self, theme: Theme, choice: Choice, size: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._choice, self._size = theme, choice, size
        self.setText(choice.text)
        self.setAccessibleName(choice.text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.font(self._size, MEDIUM)).horizontalAdvance(self.text())
        return QSize(words + self._beside_words(), self._one_line())

    @override
    def heightForWidth(self, width: int) -> int:
        """As high as the smallest words need to be whole."""
        room = QRectF(0, 0, max(1, width - self._beside_words()), MOST)
        words = fitted(self.text(), self._theme, self._theme.smallest_text, MEDIUM, room, LEFT)
        high = QFontMetrics(words.font()).height() * words.lineCount()
        return max(self._one_line(), high + 2 * ABOVE_WORDS)

    def _one_line(self) -> int:
        height = self._theme.target("parent")
        return height if self._size == "small" else max(height, self._theme.px(54))

    def _beside_words(self) -> int:
        """What the round ends and the picture take of the width."""
        height = self._one_line()
        icon = self._icon(height) + self._theme.px(8) if self._has_icon() else 0
        return icon + round(height * 0.7)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, chosen = self._theme.tokens, self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        plain = self._theme.name == "contrast"
        ring, full = chosen or plain, chosen and plain
        edge = QPen(tokens.accent if chosen else tokens.line, 2 if ring else 1)
        painter.setPen(edge)
        rest = tokens.accent_soft if chosen or self.isDown() else tokens.well
        painter.setBrush(tokens.accent if full else rest)
        low = min(box.height(), float(self._one_line()))
        painter.drawRoundedRect(box, low / 2, low / 2)
        words = box.adjusted(low * 0.3, 1, -low * 0.3, -1)
        if self._has_icon():
            side = self._icon(round(low))
            icon = QRectF(box.left() + low * 0.24, 0, side, side)
            icon.moveTop(box.center().y() - side / 2)
            self._draw_icon(painter, icon)
            words.setLeft(icon.right() + self._theme.px(8))
        align = LEFT if self._has_icon() else Qt.AlignmentFlag.AlignCenter
        ink = tokens.accent if chosen else tokens.ink
        if full:
            ink = tokens.on_accent
        draw_fitted(
            painter,
            self.text(),
            self._theme,
            words,
            ink,
            size=self._size,
            weight=MEDIUM,
            align=align,
        )
        draw_focus(painter, self, box, low / 2, self._theme)

    def _has_icon(self) -> bool:
        return bool(self._choice.picture) or self._choice.zone is not None

    @staticmethod
    def _icon(height: int) -> int:
        return round(height * 0.62)

    def _draw_icon(self, painter: QPainter, box: QRectF) -> None:
        if self._choice.zone is None:
            draw_picture(painter, self._choice.picture, box)
        else:
            draw_face(painter, self._choice.zone, box, self._theme)


class ChipFlow(FlowBox, Generic[K]):
    """Chips in rows; ``changed`` tells that a hand has chosen or let go.

    Args:
        theme: colours and sizes.
        many: any number can be chosen; otherwise one, which stays until another is.
        size: of the words.
        parent: the widget it stands on.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        many: bool = False,
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._many, self._size = many, size
        self.chips: dict[K, Chip] = {}
        self._choices: dict[K, Choice] = {}

    @property
    def chosen(self) -> tuple[K, ...]:
        """The keys that are chosen, in the order of the chips."""
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())

    def show_choices(self, choices: Mapping[K, Choice], chosen: Iterable[K] = ()) -> None:
        """Show ``choices``, those of ``chosen`` chosen."""
        if choices != self._choices:
            self._make(choices)
        self.show_chosen(*chosen)

    def _make(self, choices: Mapping[K, Choice]) -> None:
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips, self._choices = {}, dict(choices)
        for key, choice in choices.items():
            chip = Chip(self._theme, choice, self._size, self)
            chip.clicked.connect(partial(self._clicked, key))
            self.chips[key] = chip
        self.show_items(self.chips.values())

    def show_chosen(self, *keys: K) -> None:
        """Choose ``keys`` and no others."""
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)

    def _clicked(self, key: K) -> None:
        if not self._many:
            self.show_chosen(key)
        self.changed.emit()
