"""The only place that builds things and joins them."""

from __future__ import annotations

import gc
import os
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from thermometer import assets
from thermometer.sentences import SOURCE_LANGUAGE, Sentences, languages

if TYPE_CHECKING:
    from thermometer.clock import Clock, SteadyClock
    from thermometer.domain.changes import Notify
    from thermometer.services.bundle import Services
    from thermometer.services.parent_lock import ParentLock
    from thermometer.services.rescue import Rescue
    from thermometer.services.stores import Stores
    from thermometer.services.therapist_values import TherapistPage


def open_family(
    folder: Path,
    clock: Clock,
    notify: Notify,
    language: str = SOURCE_LANGUAGE,
    steady: SteadyClock | None = None,
) -> Services:
    """Opens the family whose data lies in ``folder``, or begins a new one there.

    Args:
        folder: made if it is not there.
        clock: tells now and where.
        notify: told after each change.
        language: of the content and of sentences.
        steady: measures what nobody can set; the computer's own if not given.

    Raises:
        Problem: as :meth:`thermometer.store.database.Database.open` and ``content-broken``.
    """
    # Here and not above: a window is on the screen before any of this is loaded.
    from thermometer.clock import SystemSteadyClock  # noqa: PLC0415
    from thermometer.services.bundle import Services  # noqa: PLC0415
    from thermometer.services.content import Content  # noqa: PLC0415
    from thermometer.services.family import Family  # noqa: PLC0415
    from thermometer.services.journal import Journal  # noqa: PLC0415
    from thermometer.services.preferences import KeptPreferences  # noqa: PLC0415
    from thermometer.services.safe_place import SafePlaces  # noqa: PLC0415

    content, sentences = Content(language), Sentences(language)
    stores, steady = open_stores(folder, clock), steady or SystemSteadyClock()
    safe_places = SafePlaces(content, lambda: stores.own_things)
    held = ExitStack()
    held.callback(stores.database.close)
    return Services(
        stores=stores,
        clock=clock,
        steady=steady,
        notify=notify,
        content=content,
        sentences=sentences,
        family=Family(stores.people, content, notify, safe_places.standing),
        journal=Journal(stores.check_ins, stores.tool_uses, clock, notify),
        safe_places=safe_places,
        lock=_lock(stores, language, steady),
        preferences=KeptPreferences(lambda: stores.settings, notify),
        held=held,
    )


def _lock(stores: Stores, language: str, steady: SteadyClock) -> ParentLock:
    from thermometer.services.content_files import ContentFiles  # noqa: PLC0415 - as above
    from thermometer.services.parent_lock import ParentLock  # noqa: PLC0415
    from thermometer.services.recovery_words import recovery_words  # noqa: PLC0415
    from thermometer.store.locks import Locks  # noqa: PLC0415

    locks = Locks(stores.database)
    return ParentLock(locks, lambda: recovery_words(ContentFiles(language)), steady)


def open_stores(folder: Path, clock: Clock) -> Stores:
    """Opens the data file in ``folder``, or begins a new one; hides whoever is being erased.

    Raises:
        Problem: as :meth:`thermometer.store.database.Database.open`.
    """
    from thermometer.services.erasing_begun import opened  # noqa: PLC0415 - as above
    from thermometer.services.stores import Stores  # noqa: PLC0415
    from thermometer.store.checkins import CheckIns  # noqa: PLC0415
    from thermometer.store.people import People  # noqa: PLC0415
    from thermometer.store.tools import ToolUses  # noqa: PLC0415

    database = opened(folder, clock)
    return Stores(
        database=database,
        people=People(database),
        check_ins=CheckIns(database),
        tool_uses=ToolUses(database),
    )


def open_throw_away(clock: Clock, notify: Notify, language: str = SOURCE_LANGUAGE) -> Services:
    """Opens a new family in a folder that is thrown away when it is closed.

    Raises:
        Problem: the folder cannot be made or written, or ``content-broken``.
    """
    with ExitStack() as until_open:
        folder = until_open.enter_context(TemporaryDirectory(prefix="thermometer-sample-"))
        services = open_family(Path(folder), clock, notify, language)
        until_open.callback(services.close)
        return replace(services, held=until_open.pop_all())


def open_sample(clock: Clock, notify: Notify, language: str = SOURCE_LANGUAGE) -> Services:
    """Opens the sample family in a folder that is thrown away when it is closed.

    Raises:
        Problem: as :func:`open_throw_away`.
    """
    from thermometer.services import sample  # noqa: PLC0415 - as above

    services = open_throw_away(clock, notify, language)
    try:
        sample.fill(services.stores, services.content, clock, language)
        services.lock.refuse_offer()
    except BaseException:
        services.close()
        raise
    return services


@dataclass
class _OwnData:
    """Where the family's own data lies; another folder only until the program ends."""

    folder: Path
    clock: Clock
    language: str

    def open(self, notify: Notify) -> Services:
        services = open_family(self.folder, self.clock, notify, self.language)
        with ExitStack() as otherwise:
            otherwise.callback(services.close)
            chosen = services.preferences.now.language
            as_usual = self.language == SOURCE_LANGUAGE != chosen
            if not as_usual or chosen not in languages():
                otherwise.pop_all()
                return services
        from thermometer.ui import language as window_language  # noqa: PLC0415 - only then
        from thermometer.ui.window import application  # noqa: PLC0415

        window_language.install(application(), chosen)
        return open_family(self.folder, self.clock, notify, chosen)

    def move(self, folder: Path) -> None:
        self.folder = folder

    def rescue(self) -> Rescue:
        from thermometer.services.rescue import Rescue  # noqa: PLC0415 - as above

        return Rescue(self.folder, self.clock)


def run_window(*, folder: Path, clock: Clock, sample: bool, fullscreen: bool, language: str) -> int:
    """Opens the window and stays until it is closed; the exit code.

    Args:
        folder: where the family's data is.
        clock: tells now and where.
        sample: show the sample family instead, from a throw-away folder.
        fullscreen: without a frame, left only through the parents' corner.
        language: of everything that is read.
    """
    from thermometer.ui import language as window_language  # noqa: PLC0415 - the command line has no Qt
    from thermometer.ui.single_instance import SingleInstance  # noqa: PLC0415
    from thermometer.ui.theme.theme import Theme  # noqa: PLC0415
    from thermometer.ui.timings import Timings  # noqa: PLC0415
    from thermometer.ui.window import MainWindow, application  # noqa: PLC0415

    qt = application()
    instance = SingleInstance(folder)
    if not sample:
        if instance.raise_first():
            return 0
        instance.listen()
    gc.disable()  # what a start loads stays: to look for rubbish in it takes a tenth of the time
    held = ExitStack()
    held.callback(gc.enable)
    held.callback(instance.close)
    window_language.install(qt, language)
    window = MainWindow(Theme(), Timings(), kiosk=fullscreen)
    instance.asked.connect(window.come_to_front)

    def move_in() -> None:
        from thermometer.ui import unexpected  # noqa: PLC0415 - the first frame needs none of it
        from thermometer.ui.capture import QtCapture  # noqa: PLC0415
        from thermometer.ui.end_signals import EndSignals  # noqa: PLC0415
        from thermometer.ui.opening import Opening  # noqa: PLC0415
        from thermometer.ui.settled import settle  # noqa: PLC0415
        from thermometer.ui.sounds import QtLoudspeaker  # noqa: PLC0415
        from thermometer.ui.voice import Speech  # noqa: PLC0415

        unexpected.catch(window.say)
        held.callback(EndSignals(qt).close)
        window.loudspeaker, window.speech, window.capture = QtLoudspeaker, Speech(), QtCapture()
        own = _OwnData(folder, clock, language)
        opening = Opening(
            window,
            own.open,
            lambda notify: open_sample(clock, notify, language),
            lambda: Sentences(language),
            own,
        )
        held.callback(opening.end)
        opening.start(sample=sample)
        settle()

    window.painted.connect(move_in)
    window.open_up()
    with held:
        return qt.exec()


def probe_voice(engine: str) -> int:
    """Makes a voice in this process, which may never come back; 0 if it is ready.

    Args:
        engine: of QtTextToSpeech; an empty name is the computer's usual one.
    """
    from thermometer.ui.voice import probe  # noqa: PLC0415 - the command line has no Qt

    return probe(engine)


def run_tour(
    *, folder: Path, size: tuple[int, int], theme: str, language: str, clock: Clock
) -> int:
    """Walks the app without a screen and writes a picture of each page and state; the exit code.

    Args:
        folder: for the pictures, made if it is not there.
        size: width and height of the window in pixels.
        theme: ``light``, ``dark`` or ``contrast``.
        language: of everything that is read.
        clock: tells now and where.

    Raises:
        Problem: ``tour-no-access`` where the folder cannot be written.
    """
    from thermometer.ui import language as window_language  # noqa: PLC0415 - the command line has no Qt
    from thermometer.ui.theme.theme import Theme  # noqa: PLC0415
    from thermometer.ui.tour import TIMINGS, Tour  # noqa: PLC0415
    from thermometer.ui.window import MainWindow, application  # noqa: PLC0415

    # Larger than any window: beyond its edge Qt finds no widget for a tap on what can scroll.
    screen = assets.find("tour", "screen.json")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    window_language.install(application(), language)
    window = MainWindow(Theme(theme), TIMINGS)
    window.resize(*size)
    tour = Tour(
        window,
        folder,
        open_empty=lambda notify: open_throw_away(clock, notify, language),
        open_sample=lambda notify: open_sample(clock, notify, language),
    )
    return tour.walk()


def write_pdf(
    page: TherapistPage, file: Path, *, paper: str | None, replace: bool, language: str
) -> None:
    """Writes the page for the therapist as a PDF, without a screen.

    Args:
        page: what stands on it.
        file: where to.
        paper: ``a4`` or ``letter``; None for what is usual where this computer is.
        replace: whether a file that is already there may be replaced.
        language: of the labels.

    Raises:
        Problem: ``file-exists``, ``file-no-access``, ``file-no-space`` or ``pdf-failed``.
    """
    from thermometer.services.whole_file import write_whole  # noqa: PLC0415 - rarely
    from thermometer.ui import language as window_language  # noqa: PLC0415 - the command line has no Qt
    from thermometer.ui.print.output import pdf_of  # noqa: PLC0415
    from thermometer.ui.print.paper import Paper  # noqa: PLC0415
    from thermometer.ui.print.report_page import ReportPage  # noqa: PLC0415
    from thermometer.ui.window import application  # noqa: PLC0415

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    window_language.install(application(), language)
    report = ReportPage(page, Paper(paper) if paper else Paper.usual())
    write_whole(file, pdf_of(report), replace=replace)
