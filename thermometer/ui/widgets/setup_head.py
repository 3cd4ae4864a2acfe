"""Above the cards of a Safe Place: whose it is, everybody whose it could be, and the zones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.avatar import draw_avatar
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.week_person import PersonPill
from thermometer.ui.widgets.zone_pill import ZonePill

FACE = 68
NARROW = 420
"""Where the head is narrower, the large picture gives way to the words."""


class _Face(QWidget):
    """Somebody's picture, large."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._person: Person | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, person: Person) -> None:
        """Show the picture of ``person``."""
        self._person = person
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(FACE)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._person is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        draw_avatar(painter, self._person.picture, box, self._theme, self._person.colour)


class SetupHead(QWidget):
    """``person_chosen`` tells an id, ``zone_chosen`` a zone."""

    person_chosen = Signal(object)
    zone_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._face = _Face(theme)
        self._title = FittedLabel(theme, size="title", weight=BOLD)
        self._words = FittedLabel(theme, colour="muted")
        self._people_row, self._zone_row = FlowBox(theme), FlowBox(theme)
        self.people: list[PersonPill] = []
        self.zones = {zone: ZonePill(theme, zone, self._zone_row) for zone in Zone}
        for zone, pill in self.zones.items():
            pill.clicked.connect(partial(self.zone_chosen.emit, zone))
        row, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row.setSpacing(theme.px(14))
        row.addWidget(self._face, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self._column.addWidget(self._people_row)
        self._column.addWidget(self._zone_row)
        theme.changed.connect(self._fit)

    @property
    def words(self) -> str:
        """What is said below the title."""
        return self._words.text

    def show_words(self, title: str, words: str) -> None:
        """Say whose Safe Place it is, and how to go about it."""
        self._title.show_text(title)
        self._words.show_text(words)

    def show_people(self, everybody: Sequence[Person], current: Person, zone: Zone) -> None:
        """Show everybody, the one whose Safe Place it is, and their words for the zones."""
        same = len(self.people) == len(everybody) and all(
            pill.looks_like(one) for pill, one in zip(self.people, everybody, strict=True)
        )
        if not same:  # a finger that rests on a pill does not lose it
            for old in self.people:
                old.hide()
                old.deleteLater()
            self.people = [PersonPill(self._theme, one, self._people_row) for one in everybody]
            for pill in self.people:
                pill.clicked.connect(partial(self.person_chosen.emit, pill.person.id))
        for pill in self.people:
            pill.setChecked(pill.person.id == current.id)
        self._face.show_person(current)
        for each, shown in self.zones.items():
            shown.show_word(current.words.of(each))
            shown.setChecked(each is zone)
        self._people_row.show_items(self.people)
        self._zone_row.show_items(self.zones.values())
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """One row for the people: where it is short, only the one chosen has a name beside it."""
        self._column.setSpacing(self._theme.px(8))
        self._face.setVisible(self.width() >= self._theme.px(NARROW))
        for pill in self.people:
            pill.show_name(shown=True)
        wide = sum(pill.sizeHint().width() for pill in self.people)
        gaps = self._theme.px(8) * (len(self.people) - 1)
        if wide + gaps > self.width():
            for pill in self.people:
                pill.show_name(shown=pill.isChecked())
        self._people_row.rearrange()
