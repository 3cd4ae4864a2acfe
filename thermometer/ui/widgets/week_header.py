"""The head of the Week page: which week, whose, and the ways onward."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.week_person import PersonPill


class _Way(PillButton):
    """Leads to another page; where room is short its picture says so alone."""

    def __init__(self, theme: Theme, text: str, picture: str, parent: QWidget) -> None:
        super().__init__(theme, text, picture=picture, parent=parent)
        self.words = text
        self.setToolTip(text)

    def size_of(self, *, short: bool) -> QSize:
        """Its size with its words, or without them."""
        before = self.text()
        self._put("" if short else self.words)
        hint = self.sizeHint()
        self._put(before)
        return hint

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._put(self.words if self.width() >= self.size_of(short=False).width() else "")

    def _put(self, text: str) -> None:
        if text != self.text():
            self.setText(text)


class WeekHeader(QWidget):
    """Rows of buttons that wrap where the window is narrow.

    ``moved`` tells by how many weeks, ``person_chosen`` whose week is wanted.
    """

    moved = Signal(int)
    this_week_asked = Signal()
    date_asked = Signal()
    person_chosen = Signal(UUID)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = FittedLabel(theme, size="title", weight=BOLD, parent=self)
        self.back = self._pill(self.tr("The week before"), "interface/back")
        self.forward = self._pill(self.tr("The week after"), "interface/forward")
        self.pick = self._pill(self.tr("Pick a date"), "interface/calendar")
        self.this_week = PillButton(theme, self.tr("This week"), parent=self)
        self.people: list[PersonPill] = []
        self._shown: tuple[Person, ...] = ()
        self._ways: list[_Way] = []
        self._known: dict[int, list[tuple[QWidget, QRect]]] = {}
        self.back.clicked.connect(lambda: self.moved.emit(-1))
        self.forward.clicked.connect(lambda: self.moved.emit(1))
        self.pick.clicked.connect(self.date_asked)
        self.this_week.clicked.connect(self.this_week_asked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._changed)

    def add_way(self, text: str, picture: str) -> PillButton:
        """A button at the right end that leads to another page."""
        self._ways.append(_Way(self._theme, text, picture, self))
        return self._ways[-1]

    def show_week(self, title: str, *, is_this_week: bool) -> None:
        """Show which week it is; the way back to this week only from another."""
        self.title.show_text(title)
        self.this_week.setVisible(not is_this_week)
        self._changed()

    def show_people(self, people: Sequence[Person], chosen: UUID) -> None:
        """Offer ``people``; the one with the id ``chosen`` is in view."""
        if self._shown != tuple(people):
            self._shown = tuple(people)
            for button in self.people:
                button.hide()
                button.deleteLater()
            self.people = [self._person(person) for person in people]
        for person, button in zip(people, self.people, strict=True):
            button.setChecked(person.id == chosen)
        self._changed()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for _, place in places), default=0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(900), self.heightForWidth(max(320, self.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.back.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _pill(self, name: str, picture: str) -> PillButton:
        """A button with a picture only."""
        button = PillButton(self._theme, "", picture=picture, parent=self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _person(self, person: Person) -> PersonPill:
        button = PersonPill(self._theme, person, self)
        button.clicked.connect(partial(self._choose, person.id))
        button.show()
        return button

    def _choose(self, person: UUID) -> None:
        self.person_chosen.emit(person)

    def _changed(self) -> None:
        self._known.clear()
        self._arrange()
        self.updateGeometry()

    def _arrange(self) -> None:
        for widget, place in self._places(self.width()):
            widget.setGeometry(place)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where everything stands in ``width``; layouts ask very often."""
        if width not in self._known:
            self._known[width] = self._measured(width)
        return self._known[width]

    def _measured(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Which week above, the people below; the ways onward together at the end of a row.

        They stand where they stand with "This week" too: they do not jump when it comes.
        """
        gap = self._theme.px(10)
        week: list[QWidget] = [self.back, self.title, self.forward, self.pick]
        seen = week if self.this_week.isHidden() else [*week, self.this_week]
        above, below = self._rows(seen, width, gap), self._rows(self.people, width, gap)
        ends = (0, [*week, self.this_week]), (len(above) + len(below) - 1, below[-1])
        row, short = self._row_of_ways(ends, width, gap)
        row = len(above) + len(below) if row is None else row
        left = 0 if row == len(above) + len(below) else width - self._ways_length(gap, short=short)
        placed, high = self._set([*above, *below], gap, width), self.back.sizeHint().height()
        for way in self._ways:
            wide = min(way.size_of(short=short).width(), width)
            placed.append((way, QRect(left, row * self._step(gap), wide, high)))
            left += wide + gap
        return placed

    def _row_of_ways(
        self, ends: Sequence[tuple[int, Sequence[QWidget]]], width: int, gap: int
    ) -> tuple[int | None, bool]:
        """At the end of which row the ways fit; None: of none. And whether as pictures alone."""
        for short in (False, True):
            for row, widgets in ends:
                used = self._length(widgets, gap) + gap if widgets else 0
                if used + self._ways_length(gap, short=short) <= width:
                    return row, short
        return None, False

    def _ways_length(self, gap: int, *, short: bool) -> int:
        return sum(way.size_of(short=short).width() + gap for way in self._ways) - gap

    def _length(self, widgets: Sequence[QWidget], gap: int) -> int:
        return sum(self._size(w).width() + gap for w in widgets) - gap

    def _rows(self, widgets: Sequence[QWidget], width: int, gap: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = [[]]
        used = 0
        for widget in widgets:
            wide = self._size(widget).width()
            if rows[-1] and used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append(widget)
            used += wide + gap
        return rows

    def _set(self, rows: list[list[QWidget]], gap: int, width: int) -> list[tuple[QWidget, QRect]]:
        placed, high = [], self.back.sizeHint().height()
        for number, row in enumerate(rows):
            x = 0
            for widget in row:
                wide = min(self._size(widget).width(), width)
                placed.append((widget, QRect(x, number * self._step(gap), wide, high)))
                x += wide + gap
        return placed

    def _step(self, gap: int) -> int:
        return self.back.sizeHint().height() + gap // 2

    def _size(self, widget: QWidget) -> QSize:
        if widget is not self.title:
            return widget.sizeHint()
        metrics = QFontMetrics(self._theme.font("title", BOLD))
        return QSize(metrics.horizontalAdvance(self.title.text) + 6, metrics.height())
