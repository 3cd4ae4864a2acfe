"""An open family: every service under one name."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thermometer.clock import Clock, SteadyClock
    from thermometer.domain.backups import Worry
    from thermometer.domain.changes import Notify
    from thermometer.sentences import Sentences
    from thermometer.services.calm_first import CalmFirst
    from thermometer.services.clock_changes import ClockChanges
    from thermometer.services.clock_watch import ClockWatch
    from thermometer.services.content import Content
    from thermometer.services.early_signs import EarlySigns
    from thermometer.services.erasing import Erasing
    from thermometer.services.exchange import Export, Import
    from thermometer.services.family import Family
    from thermometer.services.hard_moments import HardMoments
    from thermometer.services.health import HealthCheck
    from thermometer.services.help_numbers import HelpNumbers
    from thermometer.services.journal import Journal
    from thermometer.services.keeping_for import KeepingFor
    from thermometer.services.log_file import LogFile
    from thermometer.services.mending import Mending
    from thermometer.services.observing import Observing
    from thermometer.services.own_cards import OwnCards
    from thermometer.services.own_lines import OwnLines
    from thermometer.services.own_media import OwnMedia
    from thermometer.services.own_tools import OwnTools
    from thermometer.services.parent_lock import ParentLock
    from thermometer.services.preferences import KeptPreferences
    from thermometer.services.pulled_disk import PulledDisk
    from thermometer.services.repair_list import RepairList
    from thermometer.services.repair_texts import RepairTexts
    from thermometer.services.reports import Reports
    from thermometer.services.safe_place import SafePlaces
    from thermometer.services.safekeeping import Safekeeping
    from thermometer.services.starting import Starting
    from thermometer.services.stores import Stores
    from thermometer.services.stories import Stories
    from thermometer.services.therapist_page import TherapistPages
    from thermometer.services.week_review import Reviews
    from thermometer.services.week_text import WeekText


@dataclass(frozen=True, slots=True)
class Services:
    """An open family: what can be done with it, until it is closed."""

    stores: Stores
    clock: Clock
    steady: SteadyClock
    notify: Notify
    content: Content
    sentences: Sentences
    family: Family
    journal: Journal
    safe_places: SafePlaces
    lock: ParentLock
    preferences: KeptPreferences
    held: ExitStack

    @property
    def folder(self) -> Path:
        """Where the family's data is."""
        return self.stores.database.path.parent

    def importing(self) -> Import:
        """Takes in files; what it needs is loaded when it is first asked for."""
        from thermometer.services.exchange import Import  # noqa: PLC0415 - rarely, and it is slow

        back_up = self.safekeeping().make
        return Import(self.stores, self.content, self.clock, self.notify, back_up)

    def exporting(self) -> Export:
        """Writes files; what it needs is loaded when it is first asked for."""
        from thermometer.services.exchange import Export  # noqa: PLC0415 - rarely, and it is slow

        return Export(self.stores, self.clock)

    def safekeeping(self) -> Safekeeping:
        """Backups; loaded when they are first asked for."""
        from thermometer.services.safekeeping import Safekeeping  # noqa: PLC0415 - as above

        return Safekeeping(self.stores.database, self.clock, self.notify)

    def worries(self) -> tuple[Worry, ...]:
        """What a parent should know about records and clock, the most urgent first.

        Raises:
            Problem: the file cannot be read.
        """
        from thermometer.domain.backups import Worry  # noqa: PLC0415 - as above

        of_each = self.safekeeping(), self.erasing(), self.clock_changes()
        found = {worry for one in of_each for worry in one.worries()}
        return tuple(worry for worry in Worry if worry in found)

    def health(self) -> HealthCheck:
        """How records, disk and clock are; loaded when it is first asked for."""
        from thermometer.services.health import HealthCheck  # noqa: PLC0415 - as above

        database, settings = self.stores.database, self.stores.settings
        changes = self.clock_changes()
        return HealthCheck(database, self.safekeeping(), changes, settings, self.clock)

    def clock_changes(self) -> ClockChanges:
        """When the clock was set; loaded when it is first asked for."""
        from thermometer.services.clock_changes import ClockChanges  # noqa: PLC0415 - as above
        from thermometer.store.entered_here import EnteredHere  # noqa: PLC0415 - as above
        from thermometer.store.remarks import Remarks  # noqa: PLC0415 - as above

        database, settings = self.stores.database, self.stores.settings
        entries, remarks = EnteredHere(database), Remarks(database)
        return ClockChanges(entries, remarks, settings, self.clock, self.notify)

    def clock_watch(self) -> ClockWatch:
        """Looks whether the clock is set; loaded when it is first asked for."""
        from thermometer.services.clock_watch import ClockWatch  # noqa: PLC0415 - as above

        return ClockWatch(self.clock_changes(), self.clock, self.steady)

    def log_file(self) -> LogFile:
        """Begins to note down what goes wrong, until it is closed."""
        from thermometer.services.log_file import LogFile  # noqa: PLC0415 - as above

        return LogFile(self.folder)

    def erasing(self) -> Erasing:
        """Erases somebody, or everything; loaded when it is first asked for."""
        from thermometer.services.erasing import Erasing  # noqa: PLC0415 - as above

        return Erasing(self.stores, self.preferences, self.notify)

    def keeping_for(self) -> KeepingFor:
        """How long records are kept; loaded when it is first asked for."""
        from thermometer.services.keeping_for import KeepingFor  # noqa: PLC0415 - as above

        return KeepingFor(self.stores, self.clock, self.notify)

    def reports(self) -> Reports:
        """The numbers of weeks and episodes; loaded when they are first asked for."""
        from thermometer.services.reports import Reports  # noqa: PLC0415 - not for a child's tap

        stores = self.stores
        return Reports(stores.people, stores.check_ins, stores.tool_uses, stores.repairs)

    def reviews(self) -> Reviews:
        """What the Week page shows; loaded when it is first asked for."""
        from thermometer.services.week_review import Reviews  # noqa: PLC0415 - as above

        return Reviews(self.reports(), self.stores.database.unreadable)

    def week_text(self) -> WeekText:
        """The words of the family's language for a week's numbers.

        Raises:
            Problem: ``content-broken``.
        """
        from thermometer.services.week_text import WeekText  # noqa: PLC0415 - as above

        return WeekText(self.content.language)

    def therapist_pages(self) -> TherapistPages:
        """The page for the therapist; loaded when it is first asked for.

        Raises:
            Problem: ``content-broken``.
        """
        from thermometer.services.therapist_page import TherapistPages  # noqa: PLC0415 - as above

        return TherapistPages(
            self.reports(), self.stores, self.content, self.safe_places, self.week_text()
        )

    def stories(self) -> Stories:
        """The story of an episode; loaded when it is first asked for."""
        from thermometer.services.stories import Stories  # noqa: PLC0415 - as above
        from thermometer.store.remarks import Remarks  # noqa: PLC0415 - as above

        remarks = Remarks(self.stores.database)
        return Stories(self.stores, remarks, self.reports(), self.clock, self.notify)

    def observing(self) -> Observing:
        """What grown-ups enter about somebody; loaded when it is first asked for."""
        from thermometer.services.observing import Observing  # noqa: PLC0415 - as above
        from thermometer.store.remarks import Remarks  # noqa: PLC0415 - as above

        remarks = Remarks(self.stores.database)
        return Observing(self.stores.check_ins, remarks, self.clock, self.notify)

    def early_signs(self) -> EarlySigns:
        """The signs that go with a yellow tap; loaded when they are first asked for."""
        from thermometer.services.early_signs import EarlySigns  # noqa: PLC0415 - as above

        stores = self.stores
        return EarlySigns(self.content, stores.check_ins, stores.settings, self.journal)

    def calm_first(self) -> CalmFirst:
        """What a grown-up is offered first; loaded when it is first asked for."""
        from thermometer.services.calm_first import CalmFirst  # noqa: PLC0415 - as above

        return CalmFirst(self.stores, self.content, self.safe_places, self.clock)

    def repairs(self) -> RepairList:
        """How repairs stand; loaded when it is first asked for."""
        from thermometer.services.repair_list import RepairList  # noqa: PLC0415 - as above

        return RepairList(self.stores, self.journal.zone_now, self.clock)

    def hard_moments(self) -> HardMoments:
        """Logs hard moments and asks about them; loaded when it is first asked for."""
        from thermometer.services.hard_moments import HardMoments  # noqa: PLC0415 - as above
        from thermometer.store.remarks import Remarks  # noqa: PLC0415 - as above

        remarks, repairs = Remarks(self.stores.database), self.repairs()
        return HardMoments(self.stores, remarks, repairs, self.reports(), self.clock, self.notify)

    def mending(self) -> Mending:
        """Bids to come back together; loaded when it is first asked for."""
        from thermometer.services.mending import Mending  # noqa: PLC0415 - as above

        moments = self.hard_moments()
        return Mending(self.stores, self.repairs(), moments, self.clock, self.notify)

    def own_lines(self) -> OwnLines:
        """The family's own lines; loaded when they are first asked for."""
        from thermometer.services.own_lines import OwnLines  # noqa: PLC0415 - as above

        return OwnLines(self.stores.mending, self.notify)

    def own_media(self) -> OwnMedia:
        """The family's own photos and voices; loaded when they are first asked for."""
        from thermometer.services.own_media import OwnMedia  # noqa: PLC0415 - as above

        return OwnMedia(self.stores.own_things, self.notify)

    def own_cards(self) -> OwnCards:
        """The cards that somebody made their own; loaded when they are first asked for."""
        from thermometer.services.own_cards import OwnCards  # noqa: PLC0415 - as above

        return OwnCards(self.stores.own_things, self.notify)

    def own_tools(self) -> OwnTools:
        """The family's own tools; loaded when they are first asked for."""
        from thermometer.services.own_tools import OwnTools  # noqa: PLC0415 - as above

        stores = self.stores
        return OwnTools(stores.own_things, stores.people, self.content, self.notify)

    def help_numbers(self) -> HelpNumbers:
        """The numbers of the help page; loaded when they are first asked for."""
        from thermometer.services.help_numbers import HelpNumbers  # noqa: PLC0415 - as above

        return HelpNumbers(self.stores.settings, self.notify)

    def repair_texts(self) -> RepairTexts:
        """Every word that a repair shows; loaded when it is first asked for.

        Raises:
            Problem: ``content-broken``.
        """
        from thermometer.services.repair_texts import RepairTexts  # noqa: PLC0415 - as above

        return RepairTexts(self.content.language)

    def pulled_disk(self) -> PulledDisk:
        """Whether a disk that was pulled is back; loaded when it is first asked for."""
        from thermometer.services.pulled_disk import PulledDisk  # noqa: PLC0415 - as above

        return PulledDisk(self.stores.database, self.journal)

    def starting(self) -> Starting:
        """How the program starts; loaded when it is first asked for."""
        from thermometer.services import autostart  # noqa: PLC0415 - as above
        from thermometer.services.starting import Starting  # noqa: PLC0415 - as above

        by_itself = autostart.for_this_system(autostart.program())
        return Starting(self.stores.settings, by_itself)

    def close(self) -> None:
        """Lets go of the data file; a throw-away folder is gone after it."""
        try:
            self.journal.save_held()
        finally:
            self.held.close()
