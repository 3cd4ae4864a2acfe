"""The tour's way through backups, and past every page of trouble at the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from thermometer.domain.backups import Holdings
from thermometer.domain.problems import Problem
from thermometer.ui.backup_words import BackupWords
from thermometer.ui.data_settings import DataSettings
from thermometer.ui.pages.backups import BackupsPage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.setting_sections import Section
from thermometer.ui.trouble import DAMAGED, Trouble
from thermometer.ui.window import MainWindow

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]
PATIENCE_MS = 15_000
TROUBLES = (
    "data-in-use",
    "data-no-space",
    "data-no-access",
    "data-newer",
    "data-not-ours",
    "data-damaged",
    "data-lost",
)


def backups(window: MainWindow, services: Services, tap: Tap, picture: Picture) -> None:
    """From Settings: a backup is made and looked into; and what a parent is told of the disk.

    Args:
        window: at Settings.
        services: of the family.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page is in view than expected.
        TimeoutError: the work takes too long.
    """
    settings = window.page
    if not isinstance(settings, ParentsPage):
        raise TypeError(settings)
    settings.show_section(Section.DATA)
    settings.part(Section.DATA, DataSettings).backups.click()
    page = window.page
    if not isinstance(page, BackupsPage):
        raise TypeError(page)
    _rest(page)
    picture("backups-none")
    tap(page.elsewhere.now)
    _rest(page)
    picture("backups")
    tap(page.kept.rows[0].buttons[0])
    _rest(page)
    picture("backups-restore")
    tap(page.decision.refuse)
    services.stores.database.low_space = True
    page.head.back.click()
    picture("almost-no-space")
    services.stores.database.low_space = False


def _rest(page: BackupsPage) -> None:
    """Wait until nothing is under way."""
    since = QElapsedTimer()
    since.start()
    while page.work.is_working():
        if since.elapsed() > PATIENCE_MS:
            raise TimeoutError(page)
        QTest.qWait(20)


def troubles(window: MainWindow, services: Services, picture: Picture) -> None:
    """Each page that stands in place of a family that cannot be opened.

    Args:
        window: whose family is let go of.
        services: of that family; says where its data was and what there was in it.
        picture: takes a picture of the window under this name.
    """
    path, made_at = services.folder / "family.db", services.clock.now()
    parent = QObject()
    for key in TROUBLES:
        sentence = services.sentences.of(Problem(key, path=str(path), needs="9.9"))
        trouble = Trouble(window.theme, key, sentence, parent)
        trouble.offer_elsewhere()
        if key in DAMAGED:
            words = BackupWords(services.clock, parent)
            holds = Holdings({}, 211, made_at, made_at)
            trouble.card.show_detail(words.begun_and_salvaged(made_at, holds, 4), can_mend=True)
        window.show_instead(trouble.card)
        picture(f"trouble-{key.removeprefix('data-')}")
