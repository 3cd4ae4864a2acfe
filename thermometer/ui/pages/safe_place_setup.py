"""Safe Place set-up: a child and a parent choose together which tools come up in which zone."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScroller, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.own_things import SAFE_PLACE
from thermometer.domain.people import Person
from thermometer.domain.picking import moved, picked, rejected
from thermometer.domain.problems import Problem
from thermometer.domain.tools import cards_shown, places_in
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.own_places import OneCard, OwnToolPlace, OwnToolUndone
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Place, SafePlaceSetup
from thermometer.ui.safe_place_words import headline, thanks
from thermometer.ui.undoing import Done
from thermometer.ui.widgets.own_tool_row import OwnToolRow
from thermometer.ui.widgets.pick_grid import PickGrid
from thermometer.ui.widgets.place_aside import PlaceAside
from thermometer.ui.widgets.preview_panel import PreviewPanel
from thermometer.ui.widgets.screen_preview import ScreenShown
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.setup_head import SetupHead


class SafePlaceSetupPage(CornerPage):
    """Cards to tap, and beside them the person's own screen as it will be; there is no Save."""

    rail_place = SafePlaceSetup
    tells_worries = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._person: Person | None = None
        self._zone = Zone.YELLOW
        self._undoing = around.undoing
        self.head = SetupHead(theme)
        self.head.person_chosen.connect(self._show_person)
        self.head.zone_chosen.connect(self._show_zone)
        self.grid = PickGrid(theme)
        self.grid.tapped.connect(self._tap)
        self.grid.moved.connect(self._move)
        self.grid.grabbed.connect(self._hold_still)
        self.grid.opened.connect(self._open_card)
        self.aside = PlaceAside(theme, self)
        self.aside.place.clicked.connect(lambda: self._open_card(SAFE_PLACE))
        self.aside.make.clicked.connect(lambda: self._open_own_tool(""))
        self.own_tools = OwnToolRow(theme)
        self.own_tools.chosen.connect(self._open_own_tool)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        for each in (self.head, self.grid, self.own_tools):
            self._column.addWidget(each)
        self._column.addStretch(1)
        self._scroll = ScrollColumn(theme, content, self)
        self.panel = PreviewPanel(theme, self)
        self.panel.stepped_back.connect(self._undo)

    @override
    def enter(self, place: Place) -> None:
        if isinstance(place, OwnToolUndone):
            self._show(place.person, place.zone)
            self._step_back()
            return
        if not isinstance(place, SafePlaceSetup):
            raise TypeError(place)
        stays = self._person is not None and (place.person, place.zone) == self._at()
        if place.person is None:  # somebody sits down to it, and does not come back from a card
            self._undoing.begin()
        self._show(place.person, place.zone)
        if not stays:
            self._scroll.verticalScrollBar().setValue(0)

    @override
    def refresh(self, change: Change) -> None:
        if change in (Change.PEOPLE, Change.OWN_THINGS, Change.EVERYTHING):
            self._show(self._person.id if self._person else None, self._zone)

    # ------------------------------------------------------------------------------ showing

    def _show(self, id_: UUID | None, zone: Zone) -> None:
        """Show ``zone`` of the person ``id_``; of a child in green where nobody is named."""
        everybody = self._services.family.people()
        children = [one for one in everybody if one.is_child]
        calm = () if id_ else tuple(filter(self._is_green, children))
        fallback = next(iter((*calm, *children, *everybody)), None)
        person = next((one for one in everybody if one.id == id_), fallback)
        self._zone = zone
        if person is None:
            self._person = None
            raise Problem("data-record-gone")
        self._person = self._services.safe_places.standing(person)
        self.head.show_people(everybody, self._person, zone)
        self._show_words(self._person)
        self._show_tools(self._person)
        self.lay_out(self.room())
        self._scroll.settle()

    def _show_words(self, person: Person) -> None:
        title = self.tr("{name}’s Safe Place").format(name=person.name)
        if not self._is_green(person):
            words = self.tr("A calm moment is best for this: it can wait until then.")
        elif person.is_child:
            words = self.tr("Choose together, when everyone is in green. {name} decides.")
        else:
            words = self.tr("Choose in a calm moment. These come up first when {name} taps.")
        self.head.show_words(title, words.format(name=person.name))

    def _is_green(self, person: Person) -> bool:
        """Whether ``person`` is calm enough to choose, as far as is for everybody to see."""
        if person.id in self._services.preferences.now.hidden_on_home:
            return True
        return self._services.journal.zone_now(person.id) in (Zone.GREEN, None)

    def _show_tools(self, person: Person) -> None:
        places = self._services.safe_places
        self.aside.place.show_place(places.tool(person, SAFE_PLACE))
        self.own_tools.show_tools(self._services.own_tools().all())
        shown = places.cards(person, self._zone)
        others = places.to_choose_from(person, self._zone)
        self.grid.show_tools([card.tool for card in shown], others)
        cards = tuple((card.tool, card.name) for card in shown)
        signs = self._services.early_signs().offered(person, self._zone)
        zone, head = self._zone, headline(self._zone)
        everybody = self._services.family.people()
        screen = ScreenShown(person, zone, cards, head, thanks(), signs, everybody)
        self.panel.preview.show_screen(screen)
        self.panel.show_words(
            self.tr("What {name} will see").format(name=person.name), self._places_words(len(cards))
        )
        self.panel.undo.setEnabled(bool(self._undoing))

    def _places_words(self, taken: int) -> str:
        words = (
            self.tr("{taken} of {places} places are taken. Tap a card to pick it or to let it go.")
            if taken < places_in(self._zone)
            else self.tr("All {places} places are taken. Tap a picked card to make room.")
        )
        order = self.tr("Drag, or use the arrows, to change the order; hold to change a card.")
        said = words.format(taken=taken, places=places_in(self._zone))
        return f"{said} {order}" if taken > 1 else said

    def _show_person(self, id_: UUID) -> None:
        self._show(id_, self._zone)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_zone(self, zone: Zone) -> None:
        if self._person:
            self._show(self._person.id, zone)

    # ------------------------------------------------------------------------------ choosing

    def _tap(self, tool: str) -> None:
        if self._person is None:
            return
        verb = rejected if tool in cards_shown(self._person, self._zone) else picked
        try:
            self._change(self._person, verb(self._person, self._zone, tool))
        except Problem as problem:
            self.trouble.emit(problem)

    def _move(self, tool: str, place: int) -> None:
        if self._person is None:
            return
        try:
            self._change(self._person, moved(self._person, self._zone, tool, place))
        except Problem as problem:
            self.trouble.emit(problem)
            self._show_tools(self._person)

    def _change(self, person: Person, tools: tuple[str, ...]) -> None:
        """Keep ``tools``; the page shows them when the family says that it has changed."""
        before = cards_shown(person, self._zone)
        if tools == before:
            return
        choose = partial(self._services.family.choose_tools, person.id, self._zone)
        # First remembered, then changed: the page shows what can be taken back as it refreshes.
        self._undoing.add(Done(person.id, self._zone, partial(choose, before)))
        try:
            choose(tools)
        except Problem:
            self._undoing.drop()
            raise

    def _undo(self) -> None:
        """Take the last change back; one that was a grown-up's, once they show who they are."""
        last = self._undoing.last
        if last and last.is_grown_ups:
            self.go_to.emit(OwnToolUndone(last.person, last.zone))
        else:
            self._step_back()

    def _step_back(self) -> None:
        """Take back the last change, and show where it was made."""
        try:
            done = self._undoing.step_back()
        except Problem as problem:
            self.trouble.emit(problem)
            return
        if done:
            self._show(done.person, done.zone)

    def _at(self) -> tuple[UUID | None, Zone]:
        return self._person.id if self._person else None, self._zone

    def _open_card(self, tool: str) -> None:
        if self._person:
            self.go_to.emit(OneCard(self._person.id, tool, self._zone))

    def _open_own_tool(self, tool: str) -> None:
        if self._person:
            self.go_to.emit(OwnToolPlace(tool or None, self._person.id, self._zone))

    def _hold_still(self) -> None:
        """A hand rests on a card to drag it: the column does not scroll away under it."""
        QScroller.scroller(self._scroll.viewport()).stop()

    # ------------------------------------------------------------------------------ room

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        side, gap = theme.px(26), theme.px(14)
        inner = room.adjusted(side, theme.px(18), -side, -theme.px(8))
        self._column.setSpacing(theme.px(8))
        if room.width() >= room.height():
            wide = max(216, min(theme.px(340), inner.width() // 3))
            high = self.panel.arrange(wide, inner.height(), lying=False)
            self.panel.setGeometry(inner.right() - wide + 5, inner.top(), wide, high)
            free = self.panel.geometry()
            free.setTop(free.bottom() + gap)
            free.setBottom(inner.bottom())
            self._stand_aside(free, above=False)
            inner.setRight(inner.right() - wide - gap)
        else:
            high = self.panel.arrange(inner.width(), inner.height() // 2, lying=True)
            top = inner.bottom() - high
            self.panel.setGeometry(inner.left() - 5, top, inner.width() + 10, high)
            inner.setBottom(top - gap)
            taken = self._stand_aside(inner.adjusted(-5, 0, 5, 0), above=True)
            inner.setBottom(inner.bottom() - (taken + gap if taken else 0))
        self._scroll.setGeometry(inner.adjusted(-5, 0, 5, 0))

    def _stand_aside(self, free: QRect, *, above: bool) -> int:
        """Put the place itself into what is ``free``, or after the cards; the height taken.

        Args:
            free: beside the cards, in pixels.
            above: at the bottom of what is free, which the cards have to give.
        """
        high = self.aside.arrange(free.width())
        fits = high <= (free.height() // 5 if above else free.height())
        if fits:
            self._column.removeWidget(self.aside)
            self.aside.setParent(self)
            top = free.bottom() - high if above else free.top()
            self.aside.setGeometry(free.left(), top, free.width(), high)
            self.aside.show()
        elif self._column.indexOf(self.aside) < 0:
            self._column.insertWidget(self._column.indexOf(self.own_tools), self.aside)
        return high if fits else 0
