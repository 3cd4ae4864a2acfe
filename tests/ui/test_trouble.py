"""A page for each way in which the data cannot be opened, and the ways out of each."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.home_start import HomeStart
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.services import rescue
from thermometer.services.bundle import Services
from thermometer.store import problems
from thermometer.ui.page import Wish
from thermometer.ui.places import FirstStart, Home


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock: FakeClock) -> Iterator[HomeStart]:
    one = HomeStart(qtbot, folder, clock)
    yield one
    one.close()


def refuse(start: HomeStart, problem: Problem) -> None:
    """Opening the family's own data says ``problem``."""

    def opener(_notify: object) -> Services:
        raise problem

    start.opening._open_own = opener


PATH = Path("family.db")
TITLES: dict[str, tuple[Problem, str, bool]] = {
    "in use": (problems.InUse(PATH), "open already", False),
    "no space": (problems.NoSpace(PATH), "full", False),
    "no access": (problems.NoAccess(PATH), "cannot be reached", True),
    "newer": (problems.Newer(PATH, "9.9.9"), "newer version", False),
    "not ours": (problems.NotOurs(PATH), "Something else", True),
    "unforeseen": (Problem("unexpected"), "could not open", False),
}


@pytest.mark.parametrize("case", TITLES)
def test_each_trouble_has_its_title_and_its_ways_out(case: str, start: HomeStart) -> None:
    problem, title, elsewhere = TITLES[case]
    refuse(start, problem)
    start.run()
    card = start.card
    assert title in card.title.text
    assert re.search("safe|Nothing was changed|left exactly", card.sentence.text)
    assert card.elsewhere.isVisible() == elsewhere
    assert card.try_again.isVisible()
    assert card.close_button.isVisible()
    assert not card.mend.isVisible()


def test_full_screen_offers_no_folders(start: HomeStart) -> None:
    refuse(start, problems.NoAccess(PATH))
    start.window.kiosk = True
    start.run()
    assert not start.card.elsewhere.isVisible()


def test_the_sample_family_offers_no_folders(start: HomeStart) -> None:
    def opener(_notify: object) -> Services:
        raise problems.NoAccess(PATH)

    start.opening._open_sample = opener
    start.window.show()
    start.opening.start(sample=True)
    assert not start.card.elsewhere.isVisible()


def test_another_folder_can_be_chosen(start: HomeStart, tmp_path: Path) -> None:
    refuse(start, problems.NoAccess(PATH))
    start.run()
    start.card.elsewhere.click()
    (dialog,) = start.window.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    start.opening._open_own = start.own.open
    dialog.fileSelected.emit(str(tmp_path / "other"))
    assert start.services.folder == tmp_path / "other"
    assert isinstance(start.window.place, FirstStart)


def spoil(folder: Path) -> None:
    path = folder / "family.db"
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])


def empty(folder: Path) -> None:
    (folder / "family.db").write_bytes(b"")


@pytest.mark.parametrize(("strike", "salvaged"), [(spoil, 1), (empty, 0)])
def test_damage_offers_the_backup_and_what_can_be_read(
    strike: Callable[[Path], None], salvaged: int, start: HomeStart
) -> None:
    start.live_in()
    strike(start.folder)
    content = (start.folder / "family.db").read_bytes()
    start.run()
    card = start.card
    start.until_shown(card.mend)
    assert "3 check-ins" in card.detail.text
    assert f"added: {salvaged} check-ins" in card.detail.text
    assert (start.folder / "family.db").read_bytes() == content
    card.mend.click()
    assert start.window.place == Home()
    assert start.taps() == 3 + salvaged
    (aside,) = start.folder.glob("corrupt-*.db")
    assert aside.read_bytes() == content
    assert aside.name in start.window.notice


def test_without_a_backup_it_says_so(start: HomeStart) -> None:
    start.live_in().unlink()
    (start.folder / "family.db").write_bytes(b"a text, no database")
    start.run()
    card = start.card
    start.until_shown(card.mend)
    assert "no backup" in card.detail.text
    assert "added: 0 check-ins" in card.detail.text


def test_what_cannot_be_looked_at_is_told_and_can_be_tried_again(start: HomeStart) -> None:
    start.live_in()
    spoil(start.folder)
    (start.folder / "restoring").write_text("in the way")
    start.run()
    card = start.card
    start.until_shown(card.detail)
    assert "cannot be read and written" in card.detail.text
    assert not card.mend.isVisible()
    (start.folder / "restoring").unlink()
    card.try_again.click()
    start.until_shown(start.card.mend)


def test_a_place_that_vanishes_before_it_is_put_back_is_told(start: HomeStart) -> None:
    start.live_in()
    spoil(start.folder)
    start.run()
    card = start.card
    start.until_shown(card.mend)
    (start.folder / "restoring" / "family.db").unlink()
    card.mend.click()
    assert "cannot be read and written" in start.card.detail.text


def test_the_window_can_be_closed_while_it_looks(start: HomeStart) -> None:
    start.live_in()
    spoil(start.folder)
    content = (start.folder / "family.db").read_bytes()
    start.run()
    start.opening.close()
    assert (start.folder / "family.db").read_bytes() == content
    assert not (start.folder / "restoring").exists()


def test_damage_found_while_open_leads_to_the_same_page(start: HomeStart) -> None:
    start.live_in()
    start.run()
    start.window.wished.emit(Wish.RESCUE)
    start.qtbot.waitUntil(lambda: start.opening.trouble is not None)
    card = start.card
    start.until_shown(card.mend)
    assert "3 check-ins" in card.detail.text
    card.mend.click()
    assert start.taps() == 4


def test_a_mistake_of_ours_in_the_midst_is_a_sentence(
    start: HomeStart, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    start.live_in()
    spoil(start.folder)
    monkeypatch.setattr(rescue, "salvage", broken)
    start.run()
    card = start.card
    start.until_shown(card.detail)
    assert "Something went wrong" in card.detail.text
    assert not card.mend.isVisible()
    assert "long work failed" in caplog.text


def test_a_folder_of_somebody_else_can_be_left(start: HomeStart, tmp_path: Path) -> None:
    with closing(sqlite3.connect(start.folder / "family.db")) as other, other:
        other.execute("PRAGMA application_id = 77")
    start.run()
    assert "Something else" in start.card.title.text
    start.opening._move(tmp_path / "mine")
    assert isinstance(start.window.place, FirstStart)
    start.services.family.add("Ida", Role.CHILD, AgeBand.THREE_TO_FIVE, "owl")
