"""What the pages have in common on which a grown-up enters something: questions, then Save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, QRect, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.local_time import local_time
from thermometer.domain.people import Person
from thermometer.domain.when import When, instant_at, quick_times
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Place, Week
from thermometer.ui.theme.theme import MEDIUM
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.time_pick import TimePick

PICK: Literal["pick"] = "pick"
Moment = When | Literal["pick"]
FURTHER, BAR = 22, 8
"""So much further apart the rows may stand; the scroll bar's width, in pixels."""


def when_words(when: Moment) -> str:
    """What a quick answer to "when about?" is called."""
    words: dict[Moment, str] = {
        When.JUST_NOW: QCoreApplication.translate("EntryForm", "just now"),
        When.HOUR_AGO: QCoreApplication.translate("EntryForm", "an hour ago"),
        When.THIS_MORNING: QCoreApplication.translate("EntryForm", "this morning"),
        When.LAST_EVENING: QCoreApplication.translate("EntryForm", "last evening"),
        When.MORNING: QCoreApplication.translate("EntryForm", "morning"),
        When.NOON: QCoreApplication.translate("EntryForm", "noon"),
        When.AFTERNOON: QCoreApplication.translate("EntryForm", "afternoon"),
        When.EVENING: QCoreApplication.translate("EntryForm", "evening"),
        PICK: QCoreApplication.translate("EntryForm", "pick a time"),
    }
    return words[when]


def people_choices(people: Iterable[Person]) -> dict[UUID, Choice]:
    """Somebody's picture and name, for each."""
    return {one.id: Choice(one.name, picture=f"people/{one.picture}") for one in people}


def zone_choices(person: Person | None, zones: Iterable[Zone]) -> dict[Zone, Choice]:
    """The zones in the person's own words, each with its face."""
    return {
        zone: Choice(person.words.of(zone) if person else zone_name(zone), zone=zone)
        for zone in zones
    }


def zone_name(zone: Zone) -> str:
    """A zone where nobody's own words are known."""
    match zone:
        case Zone.GREEN:
            return QCoreApplication.translate("EntryForm", "Green")
        case Zone.YELLOW:
            return QCoreApplication.translate("EntryForm", "Yellow")
        case Zone.RED:
            return QCoreApplication.translate("EntryForm", "Red")


class EntryForm(CornerPage):
    """Rows of questions, a sentence that says what would be kept, and Save under them."""

    rail_place: type[Place] = Week

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._labels: dict[QWidget, FittedLabel] = {}
        self._times: Mapping[When, datetime] = {}
        self.head = PageHead(theme, self.tr("Week"), self)
        self.who: ChipFlow[UUID] = ChipFlow(theme)
        self.when: ChipFlow[Moment] = ChipFlow(theme)
        self.pick = TimePick(theme)
        self.by: ChipFlow[UUID] = ChipFlow(theme)
        self.sentence = FittedLabel(theme, weight=MEDIUM)
        self.save = PillButton(theme, self.tr("Save"), picture="interface/check", primary=True)
        self._card = CardFrame(theme)
        self._grid = QGridLayout(self._card)
        self._grid.setColumnStretch(1, 1)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card)
        self._column.addStretch(1)
        self._scroll = ScrollColumn(theme, self._content, self)
        self._content.installEventFilter(self)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.save)
        self.head.back_chosen.connect(self.go_back)
        self.save.clicked.connect(self.keep)
        for flow in (self.who, self.when, self.by):
            flow.changed.connect(self.update_form)
        self.pick.changed.connect(self.update_form)

    def go_back(self) -> None:
        """Leave without keeping anything."""
        self.go_to.emit(Week())

    def keep(self) -> None:
        """Keep what was entered."""

    def update_form(self) -> None:
        """Something was chosen: show what follows from it."""

    def add_row(self, question: str, *widgets: QWidget) -> None:
        """A question and, one under the other, what it is answered with."""
        row = self._grid.rowCount()
        label = FittedLabel(self._theme, question, colour="muted", weight=MEDIUM)
        label.setMinimumWidth(self._theme.px(96))
        label.setMinimumHeight(max(self._theme.target("parent"), self._theme.px(54)))
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        answers = QVBoxLayout()
        for widget in widgets:
            answers.addWidget(widget)
        self._grid.addLayout(answers, row, 1)
        self._labels[widgets[0]] = label

    def show_row(self, first: QWidget, *, shown: bool) -> None:
        """Show or hide a question by the first widget it is answered with."""
        first.setVisible(shown)
        self._labels[first].setVisible(shown)

    def ask_when(self, chosen: Moment | None, times: Mapping[When, datetime]) -> None:
        """Offer ``times``, and any other to be picked."""
        self._times = times
        offered: tuple[Moment, ...] = (*times, PICK)
        choices = {when: Choice(when_words(when)) for when in offered}
        self.when.show_choices(choices, () if chosen is None else (chosen,))

    def quick_times(self, day: date | None) -> dict[When, datetime]:
        """The moments to offer; those of ``day`` if it is one that is over."""
        clock = self._services.clock
        return quick_times(clock.now(), clock.time_zone(), day)

    def show_pick(self, moment: datetime) -> None:
        """Let the steppers begin at ``moment``; nobody picks one that has not come yet."""
        clock = self._services.clock
        zone = clock.time_zone()
        self.pick.show_moment(local_time(moment, zone), local_time(clock.now(), zone))

    @property
    def moment(self) -> datetime | None:
        """The moment chosen, in UTC; None where none is."""
        when = self.when.chosen[0] if self.when.chosen else None
        if when is None:
            return None
        if isinstance(when, When):
            return self._times[when]
        picked = self.pick.day_and_time
        return instant_at(*picked, self._services.clock.time_zone()) if picked else None

    def grown_ups(self) -> list[Person]:
        """Those who can have seen something."""
        return [one for one in self._services.family.people() if not one.is_child]

    def ask_by(self) -> None:
        """Ask who enters it, where there is more than one who could; whoever did so last is."""
        grown_ups = self.grown_ups()
        before = [id_ for id_ in self.by.chosen if any(one.id == id_ for one in grown_ups)]
        first = [one.id for one in grown_ups[:1]]
        self.by.show_choices(people_choices(grown_ups), before or first)
        self.show_row(self.by, shown=len(grown_ups) > 1)

    def show_result(self, sentence: str, *, ready: bool) -> None:
        """Say what would be kept, or what is missing."""
        self.sentence.show_text(sentence)
        self.save.setEnabled(ready)

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        side, gap = theme.px(30), theme.px(12)
        head = self.head.height_in(room.width() - 2 * side)
        foot = self.save.sizeHint().height()
        top = room.top() + theme.px(18)
        self.head.setGeometry(room.left() + side, top, room.width() - 2 * side, head)
        top += head + theme.px(8)
        margin = side - 6
        wide = room.width() - 2 * margin
        most = room.bottom() - foot - gap - gap // 2 - top
        high = self._space(wide, most)
        self._scroll.setGeometry(room.left() + margin, top, wide, high)
        below = top + high + gap // 2
        self._foot.setGeometry(room.left() + side, below, room.width() - 2 * side, foot)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rows that come and go move what stands under them."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self.lay_out(self.room())
        return super().eventFilter(watched, event)

    def _space(self, wide: int, most: int) -> int:
        """Let the rows stand further apart where there is room; the height that they take.

        Args:
            wide: of the form, in pixels.
            most: the height that there is.
        """
        pad, least = self._theme.px(22), self._theme.px(14)
        margins = QMargins(pad + 5, pad, pad + 5, pad + 4)
        if self._grid.contentsMargins() != margins:
            self._grid.setContentsMargins(margins)
            self._grid.setHorizontalSpacing(least)
        between = max(1, sum(not label.isHidden() for label in self._labels.values()) - 1)
        now = self._grid.verticalSpacing()
        needed = self._column.totalHeightForWidth(wide - BAR) - between * (now - least)
        wider = least + max(0, min(self._theme.px(FURTHER), (most - needed) // between))
        if now != wider:  # every change asks for a layout, and so for this
            self._grid.setVerticalSpacing(wider)
        return min(most, needed + between * (wider - least))
