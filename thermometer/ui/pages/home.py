"""Home: everybody's thermometer; a tap on a zone is a check-in."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from uuid import UUID

from PySide6.QtCore import QDateTime, QLocale, QRectF, QSizeF, QTimer
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.mending import State
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.ui.arrangement import Arrangement, arrange
from thermometer.ui.items_to_read import on_home
from thermometer.ui.lock_words import opens_words
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.places import (
    HardMoment,
    Home,
    Lock,
    Observe,
    Place,
    Repairs,
    RunTool,
    SafePlace,
    SetPin,
    Week,
)
from thermometer.ui.read_to_me import ReadToMe
from thermometer.ui.reading import Item
from thermometer.ui.sounds import Sound
from thermometer.ui.widgets.home_frame import HomeFrame
from thermometer.ui.widgets.person_panel import PersonPanel

BEST_PANEL = QSizeF(384, 590)
LARGEST_PANEL = QSizeF(520, 900)
NARROWEST_PANEL = 186
LOWEST_EXTRA = 124


class HomePage(Page):
    """Shows one panel for each person and saves their taps."""

    goes_home_when_idle = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._panels: list[PersonPanel] = []
        self._shown_page = 0
        self._arrangement = Arrangement(1, 1)
        self.frame = HomeFrame(self._theme, self._timings.hold, self)
        self.frame.parents.held.connect(self._open_corner)
        self.frame.turned.connect(self._turn)
        self.frame.hard_moment.connect(partial(self._open, HardMoment()))
        # A touch on a chip is no hold, so the lock itself asks for one where there is no PIN, and
        # where there is none any more since a minute ago.
        self.frame.lock_notice.clicked.connect(partial(self._open, Lock(Week())))
        self.frame.reconnect.connect(partial(self._open, Lock(Repairs())))
        self.reading = ReadToMe(
            around, self, self.frame.read, lambda: on_home(self.frame.title, self._panels)
        )
        self.reading.shown.connect(self.frame.show_read)
        self._later = QTimer(self, singleShot=True, interval=self._timings.later)
        self._later.timeout.connect(self._show_waiting)
        around.taps.changed.connect(self._show_oops)
        self._each_minute = QTimer(self, interval=self._timings.minute)
        self._each_minute.timeout.connect(self._show_now)
        self._each_minute.timeout.connect(self._later.start)

    @property
    def panels(self) -> tuple[PersonPanel, ...]:
        """The panels in the family's order, those on other pages hidden."""
        return tuple(self._panels)

    @override
    def enter(self, place: Place) -> None:
        self._each_minute.start()
        self._later.start()
        self._build()
        self._show_choices()
        if isinstance(place, Home) and place.person:
            self._turn_to(place.person.id)
        self._show_now()
        self._open_reading()

    @override
    def refresh(self, change: Change) -> None:
        if change in (Change.PEOPLE, Change.SETTINGS, Change.EVERYTHING):
            self._build()
            self._show_choices()
            self._show_now()
            self._open_reading()
        if change in (Change.REPAIRS, Change.EVERYTHING):
            self._later.start()

    @override
    def leave(self) -> None:
        self._each_minute.stop()
        self._later.stop()
        self.reading.close()
        self.frame.parents.stop()
        for panel in self._panels:
            panel.thermometer.rest()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.frame.setGeometry(self.rect())
        self._lay_out()

    def _build(self) -> None:
        """Make panels for the family as it is now."""
        try:
            people = self._services.family.people()
        except Problem as problem:  # the disk was pulled: whoever stands there can tap
            self.trouble.emit(problem)
            return
        if tuple(panel.person for panel in self._panels) == people:
            return
        self.reading.close()
        for panel in self._panels:
            panel.deleteLater()
        self._panels = [self._panel(person) for person in people]
        self._lay_out()

    def _panel(self, person: Person) -> PersonPanel:
        panel = PersonPanel(person, self._theme, self._timings.fill, self)
        panel.zone_tapped.connect(partial(self._tapped, panel))
        panel.taken_back.connect(partial(self._take_back, panel))
        panel.filled.connect(partial(self._filled, panel))
        panel.calm_wanted.connect(partial(self._calm_first, panel))
        # As with the chip: where there is no PIN, the lock itself asks for a hold.
        noticed = Observe(person.id, back=Home(person))
        panel.noticed.connect(partial(self._open, Lock(noticed)))
        wanted = partial(self._is_read_to, person)
        for plate in panel.thermometer.buttons:
            self.reading.hold(plate, partial(Item.of, plate), wanted)
        return panel

    def _is_read_to(self, person: Person) -> bool:
        return self._services.preferences.now.reads_to(person)

    def _open_reading(self) -> None:
        wanted = any(self._is_read_to(panel.person) for panel in self._panels)
        self.reading.open(wanted=wanted, quiet=self._timings.quiet)

    def _show_choices(self) -> None:
        """Show what the family has chosen for Home."""
        chosen = self._services.preferences.now
        self.frame.show_moment(shown=chosen.moment_on_home)
        for panel in self._panels:
            panel.show_noticed(possible=chosen.noticed_on_home)
            panel.thermometer.show_faces(with_words=chosen.words_on_home)

    def _lay_out(self) -> None:
        if not self._panels:
            return
        factor = self._theme.factor
        room, gap = self.frame.room(), self._theme.px(22)
        lowest = 3 * self._theme.target("zone") + LOWEST_EXTRA
        larger = (1 + self._theme.text_scale) / 2
        smallest = QSizeF(NARROWEST_PANEL * max(1.0, factor * 0.9) * larger, lowest)
        if room.width() < len(self._panels) * (smallest.width() + gap):
            gap = self._theme.px(10)
        self._arrangement = arrange(
            len(self._panels), room.size(), smallest, BEST_PANEL * factor, gap
        )
        self._place_panels(room, gap)

    def _place_panels(self, room: QRectF, gap: float) -> None:
        pages = self._arrangement.pages(len(self._panels))
        self._shown_page = min(self._shown_page, pages - 1)
        first = self._shown_page * self._arrangement.per_page
        cells = self._arrangement.cells(room, gap, LARGEST_PANEL * self._theme.factor)
        for i, panel in enumerate(self._panels):
            visible = first <= i < first + self._arrangement.per_page
            if visible:
                panel.setGeometry(cells[i - first].toRect())
            panel.setVisible(visible)
        self.frame.show_pages(self._shown_page, pages)

    def _turn(self) -> None:
        if not self.admit():
            return
        self.reading.reader.stop()
        pages = self._arrangement.pages(len(self._panels))
        self._shown_page = (self._shown_page + 1) % pages
        self._lay_out()

    def _turn_to(self, person: UUID) -> None:
        for i, panel in enumerate(self._panels):
            if panel.person.id == person:
                self._shown_page = i // self._arrangement.per_page
                self._lay_out()

    def _show_now(self) -> None:
        """Show everybody's zone now and the time; a reset of the PIN is for all to see."""
        for panel in self._panels:
            panel.thermometer.show_zone(self._zone_shown(panel.person.id))
            self._show_oops(panel.person.id)
        seconds = int(self._services.clock.now().timestamp())
        now = QDateTime.fromSecsSinceEpoch(seconds)
        locale = QLocale()
        day = locale.standaloneDayName(now.date().dayOfWeek())
        time = locale.toString(now.time(), QLocale.FormatType.ShortFormat)
        self.frame.show_time(self.tr("{day}, {time}").format(day=day, time=time))
        with suppress(Problem):  # the disk was pulled: as it was
            state = self._services.lock.state()
            self.frame.parents.needs_hold = not state.is_set  # a hold is the lock without a PIN
            left = state.reset_left
            self.frame.show_opening(opens_words(self._services.clock.now(), left) if left else "")

    def _show_chip(self) -> None:
        """What waits quietly: asked for once everybody's thermometer can be tapped."""
        hidden = self._services.preferences.now.hidden_on_home
        family = [panel.person for panel in self._panels]
        for panel in self._panels:
            seen = not panel.person.is_child and panel.person.id not in hidden
            first = self._services.calm_first() if seen else None
            panel.show_calm(first.step(panel.person, family) if first else None)
        waits = self._services.repairs().chip()
        self.frame.show_chip(waiting=waits is not None, under_way=waits is State.UNDER_WAY)

    def _show_waiting(self) -> None:
        """What waits quietly, and signs that were marked when the program suddenly ended."""
        try:
            self._show_chip()
            self._services.early_signs().keep()
        except Problem as problem:
            self.trouble.emit(problem)

    def _zone_shown(self, person: UUID) -> Zone | None:
        """The zone now; not of a grown-up who keeps it to themself, once Oops is over."""
        hidden = person in self._services.preferences.now.hidden_on_home
        if hidden and self._around.taps.of(person) is None:
            return None
        return self._services.journal.zone_now(person)

    def _calm_first(self, panel: PersonPanel) -> None:
        """A grown-up takes a minute before going near the child."""
        person, zone = panel.person, self._services.journal.zone_now(panel.person.id)
        if zone is None or not self.admit():
            return
        try:
            tool = self._services.calm_first().tool(person, zone)
            use = self._services.journal.start_tool(person.id, tool.id, zone)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.go_to.emit(RunTool(person, tool, use))

    def _open_corner(self) -> None:
        offered = self._services.lock.is_offer_due()
        self._open(SetPin(Week(), offered=True) if offered else Week())

    def _open(self, place: Place) -> None:
        if self.admit():
            self.go_to.emit(place)

    def _show_oops(self, person: UUID) -> None:
        for panel in self._panels:
            if panel.person.id == person:
                possible = self._around.taps.of(person) is not None
                panel.show_oops(possible=possible)
                if not possible and person in self._services.preferences.now.hidden_on_home:
                    panel.thermometer.show_zone(None)

    def _tapped(self, panel: PersonPanel, zone: Zone) -> None:
        if not self.admit():
            return
        try:
            saved = self._services.journal.check_in(panel.person.id, zone)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._services.journal.tell_held(self.trouble.emit)
        self._around.taps.remember(saved)
        panel.thermometer.show_zone(saved.zone, moving=True)
        self._around.sounds.play(Sound.TAP)

    def _filled(self, panel: PersonPanel) -> None:
        zone = panel.thermometer.zone
        if zone is not None and self._around.taps.of(panel.person.id):
            self.go_to.emit(SafePlace(panel.person, zone))

    def _take_back(self, panel: PersonPanel) -> None:
        tap = self._around.taps.of(panel.person.id)
        if tap is None or not self.admit():
            return
        try:
            self._services.journal.take_back(tap)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._around.taps.forget(panel.person.id)
        panel.thermometer.show_zone(self._zone_shown(panel.person.id), moving=True)
