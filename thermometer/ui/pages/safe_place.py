"""Safe Place: a person's own calming tools for the zone they are in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.tools import BODY_SCAN, Tool
from thermometer.domain.zones import Zone
from thermometer.ui.items_to_read import has_recordings, named, of_tool
from thermometer.ui.marking_signs import MarkingSigns
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.places import Home, Place, RunTool, SafePlace
from thermometer.ui.read_to_me import ReadToMe
from thermometer.ui.reading import Item
from thermometer.ui.safe_place_words import headline, thanks
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.people_strip import PeopleStrip
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.read_button import ReadButton
from thermometer.ui.widgets.safe_place_cards import cards_fit, place_cards, safe_place_card
from thermometer.ui.widgets.safe_place_frame import SafePlaceFrame
from thermometer.ui.widgets.sign_tray import SignTray
from thermometer.ui.widgets.tool_card import ToolCard
from thermometer.ui.widgets.zone_band import ZoneBand


class SafePlacePage(Page):
    """Green: three small practice cards; yellow: up to six; red: up to three, dim and quiet.

    In yellow a person's own early signs lie under the cards, to be noticed or ignored.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._place: SafePlace | None = None
        self._cards: list[ToolCard] = []
        self._readable: list[Callable[[], Item]] = []
        self._band = ZoneBand(self._theme, self)
        self._title = FittedLabel(self._theme, size="display", weight=BOLD, parent=self)
        self._strip = PeopleStrip(self._theme, self)
        self.oops = PillButton(
            self._theme, self.tr("Oops"), picture="interface/undo", who="child", parent=self
        )
        self.body_scan = PillButton(
            self._theme, self.tr("Body scan"), picture=f"tools/{BODY_SCAN}", parent=self
        )
        self.tray = SignTray(self._theme, self)
        self._marking = MarkingSigns(self._services, self.tray, self.admit)
        self._marking.trouble.connect(self.trouble)
        self.read = ReadButton(self._theme, self)
        self.reading = ReadToMe(around, self, self.read, self._items)
        self.reading.shown.connect(self._lay_out)
        self.oops.clicked.connect(self._take_back)
        self.body_scan.clicked.connect(lambda: self._chosen(self._services.content.tool(BODY_SCAN)))
        self._strip.home_chosen.connect(lambda: self._go_to(None))
        self._strip.person_chosen.connect(self._go_to)
        around.taps.changed.connect(lambda _: self._show_oops())

    @property
    def cards(self) -> tuple[ToolCard, ...]:
        """The cards in their fixed places."""
        return tuple(self._cards)

    @property
    def strip(self) -> PeopleStrip:
        """The way to the others."""
        return self._strip

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, SafePlace):
            return
        self._place = place
        self._band.show_zone(place.person, place.zone, thanks())
        self._title.show_text(headline(place.zone))
        self._strip.show_people(self._people(place), place.person)
        self._build(place)
        self._marking.ask(place.person, place.zone, self._around.taps.of(place.person.id))
        self._order_tabs()
        self._show_oops()
        self._open_reading(place)
        self._lay_out()
        self.update()

    def _people(self, place: SafePlace) -> tuple[Person, ...]:
        """Everybody or, where the disk was pulled, whoever came here and needs their cards."""
        try:
            return self._services.family.people()
        except Problem:
            return (place.person,)

    @override
    def leave(self) -> None:
        self.reading.close()
        self._marking.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._place and self._place.zone is Zone.RED:
            QPainter(self).fillRect(self.rect(), self._theme.tokens.zones.red.soft)

    def _is_wanted(self) -> bool:
        now = self._services.preferences.now
        return self._place is not None and now.reads_to(self._place.person)

    def _open_reading(self, place: SafePlace) -> None:
        self.read.quiet = place.zone is Zone.RED
        wanted = self._is_wanted()
        recorded = wanted and has_recordings(self._services, place.person, place.zone)
        self.reading.open(wanted=wanted, quiet=self._timings.later, recorded=recorded)

    def _items(self) -> Iterator[Item]:
        """The words above the cards, if there are any; each card; each sign that is asked for."""
        if self._title.text:
            yield Item.of(self._title)
        for card in self._readable:
            yield card()
        if not self.tray.isHidden():
            yield from named(self.tray.buttons)

    def _build(self, place: SafePlace) -> None:
        for card in self._cards:
            card.deleteLater()
        shown = self._services.safe_places.cards(place.person, place.zone)
        self._cards, self._readable = [], []
        for each in shown:
            card = safe_place_card(
                self._theme, place.person, place.zone, each.tool, each.name, self
            )
            card.clicked.connect(partial(self._chosen, each.tool))
            item = partial(of_tool, self._services, place.person.id, each.tool.id, card)
            self.reading.hold(card, item, self._is_wanted)
            card.show()
            self._cards.append(card)
            self._readable.append(item)
        among = any(each.tool.id == BODY_SCAN for each in shown)
        self.body_scan.setVisible(not place.person.is_child and not among)

    def _order_tabs(self) -> None:
        """By keyboard the cards come before the signs, as they do for the eye."""
        order: list[QWidget] = [*self._cards, *self.tray.buttons, self.tray.close_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _frame(self, zone: Zone) -> SafePlaceFrame:
        """The rooms; where no room is left for the cards, the signs are not asked for."""
        extra = not self.body_scan.isHidden()
        page, lying = QRectF(self.rect()), zone is Zone.RED
        signs = self.tray.height_in(self.width()) if self._marking.has_room else 0
        read = 0 if self.read.isHidden() else self.read.sizeHint().width()
        make = partial(
            SafePlaceFrame.of, page, self._theme, lying=lying, extra=extra, read=float(read)
        )
        frame = make(signs=signs)
        if signs and not cards_fit(len(self._cards), frame.cards, self._theme):
            self._marking.end()
            return make()
        return frame

    def _lay_out(self) -> None:
        if self._place is None:
            return
        zone, theme = self._place.zone, self._theme
        frame = self._frame(zone)
        self.tray.setGeometry(frame.signs.toRect())
        strip = frame.strip.toRect()
        beside = frame.read.width() if frame.read_beside_strip else 0.0
        wanted = min(strip.width() - round(beside), self._strip.sizeHint().width())
        self._strip.setGeometry(strip.right() - wanted, strip.top(), wanted, strip.height())
        read = frame.read
        if frame.read_beside_strip:
            read.moveRight(self._strip.x() - 1.0)
        self.read.setGeometry(read.toRect())
        self._band.foot = self.oops.sizeHint().height() if frame.oops_in_band else 0
        band = frame.band
        if zone is Zone.RED and frame.strip.intersects(band):
            band.setRight(self._strip.x() - theme.px(16))
        self._band.setGeometry(band.toRect())
        title = QRectF(frame.title)
        beside_title = self._strip.x() - round(beside) - theme.px(16)
        title.setRight(min(title.right(), beside_title))
        self._title.setGeometry(title.toRect())
        self._title.setVisible(bool(self._title.text) and self._title.width() >= self._title.least)
        place_cards(self._cards, frame.cards, zone, theme)
        for button, corner in ((self.oops, frame.oops), (self.body_scan, frame.extra)):
            hint = button.sizeHint()
            box = QRectF(0, 0, min(hint.width(), corner.width()), hint.height())
            box.moveCenter(corner.center())
            button.setGeometry(box.toRect())

    def _show_oops(self) -> None:
        if self._place:
            self.oops.setVisible(self._around.taps.of(self._place.person.id) is not None)

    def _go_to(self, person: Person | None) -> None:
        if self._place and self.admit():
            self.go_to.emit(Home(person or self._place.person))

    def _chosen(self, tool: Tool) -> None:
        if self.admit():
            self._start(tool)

    def _start(self, tool: Tool) -> None:
        if self._place is None:
            return
        person, zone = self._place.person, self._place.zone
        try:
            use = self._services.journal.start_tool(person.id, tool.id, zone)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.go_to.emit(RunTool(person, tool, use))

    def _take_back(self) -> None:
        if self._place is None or not self.admit():
            return
        person = self._place.person
        tap = self._around.taps.of(person.id)
        if tap is None:
            return
        try:
            self._services.journal.take_back(tap)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._around.taps.forget(person.id)
        self.go_to.emit(Home(person))
