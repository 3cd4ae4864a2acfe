"""The page of backups: made, saved elsewhere, looked into, put back, and that undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.home_start import HomeStart
from thermometer import app
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.zones import Zone
from thermometer.services.safekeeping import Safekeeping
from thermometer.services.work import Stopped
from thermometer.store import restoring
from thermometer.store.database import Database
from thermometer.ui.data_settings import DataSettings
from thermometer.ui.pages.backups import BackupsPage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.places import Backups, Parents
from thermometer.ui.setting_sections import Section


class Desk:
    """A parent at the page of backups; three taps are in the backup, four are here."""

    def __init__(self, start: HomeStart) -> None:
        self.start = start
        start.live_in()
        start.run()
        start.window.go(Parents())
        settings = start.window.page
        assert isinstance(settings, ParentsPage)
        settings.show_section(Section.DATA)
        settings.part(Section.DATA, DataSettings).backups.click()
        assert start.window.place == Backups()
        self.rest()

    @property
    def page(self) -> BackupsPage:
        page = self.start.window.page
        assert isinstance(page, BackupsPage)
        return page

    def rest(self) -> None:
        """Wait until nothing is under way any more."""
        self.start.qtbot.waitUntil(lambda: not self.page.work.is_working(), timeout=30_000)
        self.start.qtbot.waitUntil(lambda: not self.page.work.is_working(), timeout=30_000)

    def choose(self, file: Path) -> None:
        """Choose ``file`` in the dialog that is open."""
        dialog = self.page.files.dialog
        assert isinstance(dialog, QFileDialog)
        dialog.fileSelected.emit(str(file))
        dialog.close()
        self.rest()

    @property
    def said(self) -> str:
        return self.page.elsewhere.said.text


@pytest.fixture
def desk(qtbot: QtBot, folder: Path, clock: FakeClock) -> Iterator[Desk]:
    start = HomeStart(qtbot, folder, clock)
    yield Desk(start)
    start.close()


def test_the_list_tells_when_and_how_many(desk: Desk) -> None:
    (row,) = desk.page.kept.rows
    assert "3 check-ins" in row.words.text
    assert "19:30" in row.words.text
    desk.page.elsewhere.now.click()
    desk.rest()
    assert "verified" in desk.said
    newest, _ = desk.page.kept.rows
    assert "4 check-ins" in newest.words.text


def test_a_backup_is_put_back_and_that_is_undone(desk: Desk) -> None:
    page = desk.page
    page.kept.rows[0].buttons[0].click()
    desk.rest()
    assert page.decision.isVisible()
    assert "3 check-ins" in page.decision.there.text
    assert "4 check-ins" in page.decision.here.text
    assert not page.decision.stranger.isVisible()
    page.decision.refuse.click()
    assert not page.decision.isVisible()
    assert desk.start.taps() == 4
    page.kept.rows[0].buttons[0].click()
    desk.rest()
    page.decision.agree.click()
    desk.rest()
    assert desk.start.taps() == 3
    assert page.undo.isVisible()
    page.undo.click()
    desk.rest()
    assert desk.start.taps() == 4
    (mia,) = desk.start.services.family.people()
    desk.start.services.journal.check_in(mia.id, Zone.RED)
    assert desk.start.taps() == 5


@pytest.mark.parametrize("passphrase", ["", "three blind mice"])
def test_a_copy_goes_elsewhere_and_comes_back(passphrase: str, desk: Desk, tmp_path: Path) -> None:
    page, file = desk.page, tmp_path / "stick.backup"
    page.elsewhere.passphrase.setText(passphrase)
    page.elsewhere.save.click()
    desk.choose(file)
    assert str(file) in desk.said
    assert "4 check-ins" in desk.said
    assert (b"Mia" in file.read_bytes()) == (not passphrase)
    page.elsewhere.open.click()
    desk.choose(file)
    assert "4 check-ins" in page.decision.there.text


def test_a_wrong_passphrase_is_said_calmly(desk: Desk, tmp_path: Path) -> None:
    page, file = desk.page, tmp_path / "stick.backup"
    page.elsewhere.passphrase.setText("three blind mice")
    page.elsewhere.save.click()
    desk.choose(file)
    for wrong, said in (("", "encrypted"), ("two", "try again"), ("four", "try again")):
        page.elsewhere.passphrase.setText(wrong)
        page.elsewhere.open.click()
        desk.choose(file)
        assert said in desk.said
        assert not page.decision.isVisible()


def test_another_familys_backup_is_named_as_such(
    desk: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    theirs = app.open_family(tmp_path / "theirs", clock, lambda _: None)
    theirs.family.add("Noor", Role.CHILD, AgeBand.SIX_TO_EIGHT, "owl")
    theirs.safekeeping().save(tmp_path / "noor")
    theirs.close()
    desk.page.elsewhere.open.click()
    desk.choose(tmp_path / "noor")
    assert "Noor" in desk.page.decision.there.text
    assert desk.page.decision.stranger.isVisible()


def test_leaving_forgets_the_passphrase_and_closes_the_dialog(desk: Desk) -> None:
    desk.page.elsewhere.passphrase.setText("three blind mice")
    desk.page.elsewhere.open.click()
    page = desk.page
    page.head.back.click()
    assert desk.start.window.place == Parents()
    assert page.elsewhere.passphrase.text() == ""
    assert page.files.dialog is None


def test_what_was_stopped_left_everything_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise Stopped

    monkeypatch.setattr(Safekeeping, "make", stopped)
    desk.page.elsewhere.now.click()
    desk.page.bar.cancel.click()
    desk.rest()
    assert "as it was before" in desk.said
    assert desk.start.taps() == 4


def test_the_last_step_of_putting_back_offers_no_way_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pour, goes_on = restoring.pour, Event()

    def slowly(ready: Path, database: Database) -> None:
        assert goes_on.wait(10)
        pour(ready, database)

    monkeypatch.setattr(restoring, "pour", slowly)
    desk.page.kept.rows[0].buttons[0].click()
    desk.rest()
    desk.page.decision.agree.click()
    bar = desk.page.bar
    desk.start.qtbot.waitUntil(lambda: "cannot be cancelled" in bar.label.text, timeout=30_000)
    assert not bar.cancel.isEnabled()
    goes_on.set()
    desk.rest()
    assert desk.start.taps() == 3


def test_nobodys_records_need_no_backup(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Safekeeping, "make", lambda *_: None)
    desk.page.elsewhere.now.click()
    desk.rest()
    assert "nobody" in desk.said
