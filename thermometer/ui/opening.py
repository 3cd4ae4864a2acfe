"""The window comes first and empty; then the data is opened and Home is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from thermometer.assets import MissingAssetError
from thermometer.domain.changes import Change
from thermometer.domain.problems import Problem
from thermometer.ui.changes import Changes
from thermometer.ui.page import Wish
from thermometer.ui.window import MainWindow

if TYPE_CHECKING:
    from thermometer.sentences import Sentences
    from thermometer.services.bundle import Services

Open = Callable[[Callable[[Change], None]], "Services"]


class Opening(QObject):
    """Opens a family for a window, after the window's first frame.

    Args:
        window: on the screen, still empty.
        open_own: opens the family's own data.
        open_sample: opens a sample family in a throw-away folder.
        sentences: what to say if the data cannot be opened.
    """

    def __init__(
        self,
        window: MainWindow,
        open_own: Open,
        open_sample: Open,
        sentences: Callable[[], Sentences],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._open_own, self._open_sample = open_own, open_sample
        self._sentences = sentences
        self.services: Services | None = None
        self._changes = Changes(self)
        self._changes.happened.connect(window.changed)
        window.wished.connect(self._grant)

    def start(self, *, sample: bool) -> None:
        """Open the family and go Home, or to the first start where there is nobody yet."""
        self._open(self._open_sample if sample else self._open_own)

    def close(self) -> None:
        """Let go of the data."""
        if self.services:
            self._window.clear()
            self.services.close()
            self.services = None

    def _open(self, opener: Open) -> None:
        from thermometer.ui.places import FirstStart, Home  # noqa: PLC0415 - after the first frame

        try:
            self.services = opener(self._changes.notify)
            everybody = self.services.family.people()
            self._window.furnish(self.services, self.services.sentences)
            self._window.changed(Change.SETTINGS)
            self._window.go(Home() if everybody else FirstStart())
            if opener == self._open_own and self.services.starting().in_full_screen():
                self._window.fill_screen()
        except (Problem, MissingAssetError) as error:
            self.close()
            self._say(error, opener)

    def _say(self, error: Problem | MissingAssetError, opener: Open) -> None:
        from thermometer.ui.widgets.trouble_card import TroubleCard  # noqa: PLC0415 - only then

        card = TroubleCard(self._window.theme, self._sentence(error))
        card.again.connect(lambda: self._open(opener))
        card.left.connect(self._leave)
        self._window.show_instead(card)

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

    def _look_around(self) -> None:
        self.close()
        self._open(self._open_sample)
