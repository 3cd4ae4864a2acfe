"""Somebody's own words for the three zones: a field for each, and words to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.thresholds import ZONE_WORD_LENGTH
from thermometer.domain.zones import ByZone, Zone
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.line_field import LineField
from thermometer.ui.widgets.zone_shape import draw_face


class _Face(QWidget):
    def __init__(self, theme: Theme, zone: Zone) -> None:
        super().__init__()
        self._theme, self._zone = theme, zone

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.target("parent")
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 4.0
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        draw_face(painter, self._zone, box, self._theme)


class ZoneWord(QWidget):
    """One zone's word; ``left`` tells that another one was typed or chosen."""

    left = Signal()

    def __init__(self, theme: Theme, zone: Zone, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = LineField(theme, name, ZONE_WORD_LENGTH)
        self.offers: ChipFlow[str] = ChipFlow(theme, size="small")
        self.field.left.connect(self.left)
        self.offers.changed.connect(self._take)
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        line.addWidget(_Face(theme, zone), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(line)
        column.addWidget(self.offers)

    def show_word(self, word: str, offers: tuple[str, ...], *, over_draft: bool) -> None:
        """Show the word kept, and those to choose from."""
        self.field.show_kept(word, over_draft=over_draft)
        self.offers.show_choices({each: Choice(each) for each in offers}, (word,))

    def _take(self) -> None:
        self.field.setText(self.offers.chosen[0])
        self.left.emit()


class ZoneWords(QWidget):
    """The three; ``left`` tells that one of them was typed or chosen.

    Args:
        theme: colours and sizes.
        parent: the widget it stands on.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ByZone(
            ZoneWord(theme, Zone.GREEN, self.tr("Word for green"), self),
            ZoneWord(theme, Zone.YELLOW, self.tr("Word for yellow"), self),
            ZoneWord(theme, Zone.RED, self.tr("Word for red"), self),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        for row in reversed(tuple(self.rows)):
            row.left.connect(partial(self.left.emit))
            column.addWidget(row)

    @property
    def words(self) -> ByZone[str]:
        """What stands in the fields."""
        return ByZone(*(row.field.text() for row in self.rows))

    @property
    def is_draft(self) -> bool:
        """Whether one of the fields holds something that was not kept."""
        return any(row.field.is_draft for row in self.rows)

    def show_words(
        self, person: Person, offers: ByZone[tuple[str, ...]], *, over_draft: bool
    ) -> None:
        """Show the words of ``person``."""
        for zone in Zone:
            word = person.words.of(zone)
            self.rows.of(zone).show_word(word, offers.of(zone), over_draft=over_draft)
