"""The window comes first and empty; then the data is opened and Home is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from thermometer.assets import MissingAssetError
from thermometer.domain.changes import Change
from thermometer.domain.problems import Problem
from thermometer.ui.changes import Changes
from thermometer.ui.page import Wish
from thermometer.ui.settled import forget_texts
from thermometer.ui.window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from thermometer.clock import Clock
    from thermometer.domain.checkins import CheckIn
    from thermometer.sentences import Sentences
    from thermometer.services.bundle import Services
    from thermometer.services.rescue import Rescue
    from thermometer.ui.trouble import Trouble
    from thermometer.ui.upkeep import Upkeep

Open = Callable[[Callable[[Change], None]], "Services"]


class OwnData(Protocol):
    """Where the family's own data lies."""

    clock: Clock

    def move(self, folder: Path) -> None:
        """From now on it is the data in ``folder``."""

    def rescue(self) -> Rescue:
        """What can be done if it is damaged."""


class Opening(QObject):
    """Opens a family for a window, after the window's first frame.

    Args:
        window: on the screen, still empty.
        open_own: opens the family's own data.
        open_sample: opens a sample family in a throw-away folder.
        sentences: what to say if the data cannot be opened.
        own: where the family's own data lies; without it nothing is offered but to try again.
    """

    def __init__(
        self,
        window: MainWindow,
        open_own: Open,
        open_sample: Open,
        sentences: Callable[[], Sentences],
        own: OwnData | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._open_own, self._open_sample = open_own, open_sample
        self._sentences, self._own = sentences, own
        self.trouble: Trouble | None = None
        self.upkeep: Upkeep | None = None
        self.services: Services | None = None
        self._is_own = False
        self._unsaved: tuple[CheckIn, ...] = ()
        self._file: Path | None = None
        self._changes = Changes(self)
        self._changes.happened.connect(window.changed)
        window.wished.connect(self._grant)

    def start(self, *, sample: bool) -> None:
        """Open the family and go Home, or to the first start where there is nobody yet."""
        self._open(self._open_sample if sample else self._open_own)
        from thermometer.ui.icon import wear_icon  # noqa: PLC0415 - Home comes first

        QTimer.singleShot(0, self, wear_icon)

    def end(self) -> None:
        """Let go of the data for good; what is held is saved, if the disk is back by now."""
        try:
            may_be_saved = self._may_be_saved()
        finally:
            self.close()
        if may_be_saved and self._unsaved:
            with suppress(Problem, MissingAssetError):
                again = self._open_own(self._changes.notify)
                again.journal.take_over(self._unsaved)
                again.close()

    def _may_be_saved(self) -> bool:
        """Whether what is held belongs into what a start would find now."""
        if self.services and self._is_own:
            held = self.services.journal.unsaved()
            return bool(held) and self.services.pulled_disk().may_be_opened()
        return _is_there(self._file)

    def close(self) -> None:
        """Let go of the data; what is not saved yet is kept for when it is opened again."""
        self._end_trouble()
        if self.upkeep:
            self.upkeep.stop()
            self.upkeep = None
        if self.services:
            services, self.services = self.services, None
            try:
                self._window.clear()
                services.close()
            finally:
                if self._is_own:
                    self._unsaved = services.journal.unsaved()
                    self._file = services.stores.database.path

    def _open(self, opener: Open) -> None:
        from thermometer.ui.places import FirstStart, Home  # noqa: PLC0415 - after the first frame

        self._end_trouble()
        try:
            self.services, self._is_own = opener(self._changes.notify), opener == self._open_own
            if self._is_own:
                self.services.journal.take_over(self._unsaved)
            forget_texts()
            everybody = self.services.family.people()
            self._window.furnish(self.services, self.services.sentences)
            self._window.changed(Change.SETTINGS)
            self._window.go(Home() if everybody else FirstStart())
            if opener == self._open_own and self.services.starting().in_full_screen():
                self._window.fill_screen()
            if opener == self._open_own:
                self._keep_up(self.services)
        except (Problem, MissingAssetError) as error:
            self.close()
            self._say(error, opener)

    def _say(self, error: Problem | MissingAssetError, opener: Open) -> None:
        from thermometer.ui.trouble import DAMAGED, NOT_ALL_GONE, Trouble  # noqa: PLC0415 - only then

        key = error.key if isinstance(error, Problem) else ""
        trouble = self.trouble = Trouble(self._window.theme, key, self._sentence(error), self)
        trouble.again.connect(lambda: self._open(opener))
        trouble.left.connect(self._leave)
        trouble.moved.connect(self._move)
        trouble.mended.connect(lambda aside: self._tell_mended(aside, opener))
        self._window.show_instead(trouble.card)
        if key == NOT_ALL_GONE:
            QTimer.singleShot(self._window.timings.upkeep_again, trouble, trouble.again.emit)
        elif self._unsaved and key not in DAMAGED:
            self._wait_for_disk(trouble)
        if self._own and opener == self._open_own:
            if not self._window.kiosk:  # a child may stand before it
                trouble.offer_elsewhere()
            if key in DAMAGED:
                self._offer_rescue(trouble, self._own)

    def _wait_for_disk(self, trouble: Trouble) -> None:
        """Taps are held: try again by itself once the file can be seen."""

        def look() -> None:
            if _is_there(self._file):
                trouble.again.emit()

        wait = QTimer(trouble, interval=self._window.timings.save_again)
        wait.timeout.connect(look)
        wait.start()

    def _offer_rescue(self, trouble: Trouble, own: OwnData) -> None:
        from thermometer.ui.backup_words import BackupWords  # noqa: PLC0415 - only then

        trouble.offer_rescue(own.rescue(), BackupWords(own.clock, trouble), self._sentence)

    def _tell_mended(self, aside: Path | None, opener: Open) -> None:
        self._open(opener)
        if self.services and aside:
            self._window.say(Problem("data-mended", file=str(aside)))

    def _move(self, folder: Path) -> None:
        if self._own:
            self._own.move(folder)
            self._open(self._open_own)

    def _end_trouble(self) -> None:
        if self.trouble:
            self.trouble.close()
            self.trouble.deleteLater()
            self.trouble = None

    def _keep_up(self, services: Services) -> None:
        from thermometer.ui.upkeep import Upkeep  # noqa: PLC0415 - after the first frame

        self.upkeep = Upkeep(services, self._window.timings, self)
        # What looked is let go of by this: let it finish first.
        back, later = self.upkeep.watching.back, Qt.ConnectionType.QueuedConnection
        back.connect(self._go_on, later)
        self.upkeep.start()

    def _sentence(self, error: Problem | MissingAssetError) -> str:
        """What to say, even where the file of sentences is the one that is missing or broken."""
        if isinstance(error, Problem):
            with suppress(Problem, MissingAssetError, KeyError):
                return self._sentences().of(error)
        return self.tr(
            "A file of the program is missing or broken. What your family saved is safe."
            " Please install the program again."
        )

    def _leave(self) -> None:
        """Without its data there is nothing that full screen would have to guard."""
        self._window.kiosk = False
        self._window.close()

    def _grant(self, wish: Wish) -> None:
        match wish:
            case Wish.LEAVE_FULL_SCREEN:
                self._window.leave_full_screen()
            case Wish.LOOK_AROUND:
                # The page that asked is deleted by this: let it finish first.
                QTimer.singleShot(0, self, self._look_around)
            case Wish.RESCUE:
                QTimer.singleShot(0, self, self._rescue_now)
            case Wish.BEGIN_ANEW:
                QTimer.singleShot(0, self, self._begin_anew)

    def _rescue_now(self) -> None:
        """The open file was found damaged, and a parent wants something done about it."""
        if self.services:
            path = self.services.stores.database.path
            self.close()
            self._say(Problem("data-damaged", path=str(path)), self._open_own)

    def _begin_anew(self) -> None:
        """What was begun to be erased is finished on the way; a sample family is let go of."""
        self.close()
        self._open(self._open_own)

    def _go_on(self) -> None:
        """The disk was pulled and is back: open it as at a start; nobody is called from a page."""
        from thermometer.ui.places import Home  # noqa: PLC0415 - after the first frame

        if self.upkeep and isinstance(self._window.place, Home):
            self._begin_anew()

    def _look_around(self) -> None:
        self.close()
        self._open(self._open_sample)


def _is_there(file: Path | None) -> bool:
    """Whether ``file`` can be seen; where a disk is away, nothing must be begun in its place."""
    with suppress(OSError):
        return file is not None and file.is_file()
    return False
