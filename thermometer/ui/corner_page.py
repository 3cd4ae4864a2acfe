"""What every page of the parents' corner has: the rail, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent, QShowEvent
from typing_extensions import override

from thermometer.domain.backups import Worry
from thermometer.ui.health_places import ClockPlace
from thermometer.ui.page import Page, Surroundings, Wish
from thermometer.ui.places import (
    Backups,
    FamilyPlace,
    Home,
    Parents,
    Place,
    PrintPlace,
    Repairs,
    SafePlaceSetup,
    Week,
)
from thermometer.ui.widgets.corner_rail import CornerRail, RailEntry
from thermometer.ui.widgets.worry_banner import WorryBanner

ON_THE_RAIL: dict[type[Place], Place] = {
    Week: Week(),
    Repairs: Repairs(),
    SafePlaceSetup: SafePlaceSetup(),
    FamilyPlace: FamilyPlace(),
    PrintPlace: PrintPlace(),
    Parents: Parents(),
}


class CornerPage(Page):
    """Subclasses lay themselves out in ``room()`` by overriding ``lay_out``.

    ``rail_place`` is the kind of place whose entry on the rail is lit. ``tells_worries`` is false
    where a child holds the page: what is wrong with the records, and the ways to mend it, are a
    grown-up's.
    """

    rail_place: type[Place] = Parents
    tells_worries = True

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.rail = CornerRail(
            self._theme,
            {
                Week: RailEntry(self.tr("Week"), "interface/week"),
                Repairs: RailEntry(self.tr("Repairs"), "interface/repairs"),
                SafePlaceSetup: RailEntry(self.tr("Safe Place"), "tools/safe-place"),
                FamilyPlace: RailEntry(self.tr("Family"), "interface/family"),
                PrintPlace: RailEntry(self.tr("Print"), "interface/print"),
                Parents: RailEntry(self.tr("Settings"), "interface/settings"),
            },
            RailEntry(self.tr("Lock"), "interface/lock"),
            self,
        )
        self.rail.show_current(self.rail_place)
        self.rail.chosen.connect(lambda kind: self.go_to.emit(ON_THE_RAIL[kind]))
        self.banner = WorryBanner(self._theme, self)
        self.banner.chosen.connect(self._do_something)
        self.rail.locked.connect(lambda: self.go_to.emit(Home()))

    @property
    @override
    def idle_ms(self) -> int:
        return self._timings.idle_corner

    def room(self) -> QRect:
        """Where the page itself stands, beside the rail or above it, in pixels."""
        thick, above = self.rail.thickness(), self.banner.height_needed()
        if self.width() >= self.height():
            return self.rect().adjusted(thick, above, 0, 0)
        return self.rect().adjusted(0, above, 0, -thick)

    def lay_out(self, room: QRect) -> None:
        """Put the page's widgets into ``room``."""

    def _do_something(self) -> None:
        match self.banner.worry:
            case Worry.DAMAGED:
                self.wish.emit(Wish.RESCUE)
            case Worry.CLOCK:
                self.go_to.emit(ClockPlace())
            case _:
                self.go_to.emit(Backups())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Tell a parent, and only here, what is to be known about the records."""
        self.look_for_worries()

    def look_for_worries(self) -> None:
        """Show the most urgent of what is to be known, or nothing."""
        worries = self._services.worries() if self.tells_worries else ()
        worry = next(iter(worries), None)
        if worry is not self.banner.worry:
            self.banner.show_worry(worry)
            self._stand()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stand()

    def _stand(self) -> None:
        thick, room = self.rail.thickness(), self.room()
        if self.width() >= self.height():
            self.rail.setGeometry(0, 0, thick, self.height())
        else:
            self.rail.setGeometry(0, room.bottom() + 1, self.width(), thick)
        above = self.banner.height_needed()
        self.banner.setGeometry(room.left(), room.top() - above, room.width(), above)
        self.lay_out(room)
