"""The window first, the data after; and what is said where the data cannot be opened."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QIcon
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui import drawings
from tests.ui.tablet import QUICK
from thermometer import app
from thermometer.domain.changes import Notify
from thermometer.domain.people import AgeBand, Role
from thermometer.sentences import Sentences
from thermometer.services.bundle import Services
from thermometer.ui.icon import SIDES
from thermometer.ui.opening import Opening
from thermometer.ui.page import Wish
from thermometer.ui.places import FirstStart, Home
from thermometer.ui.single_instance import SingleInstance
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.trouble_card import TroubleCard
from thermometer.ui.window import MainWindow

TAP_IN_USE = """
import sys
from pathlib import Path
from thermometer.store.database import Database
held = Database.open(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
held.close()
"""


class Start:
    """The program as it starts: a window, and what opens a family for it."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: FakeClock) -> None:
        self.qtbot, self.folder, self.clock = qtbot, folder, clock
        self.window = MainWindow(Theme(), QUICK)
        self.window.resize(1280, 800)
        self.opening = Opening(
            self.window, self._open_own, self._open_sample, lambda: Sentences("en")
        )

    def _open_own(self, notify: Notify) -> Services:
        return app.open_family(self.folder, self.clock, notify)

    def _open_sample(self, notify: Notify) -> Services:
        return app.open_sample(self.clock, notify)

    def run(self, *, sample: bool = False) -> None:
        with self.qtbot.waitSignal(self.window.painted):
            self.window.show()
        self.opening.start(sample=sample)

    def close(self) -> None:
        self.opening.close()
        self.window.kiosk = False
        self.window.close()
        self.window.deleteLater()

    @property
    def card(self) -> TroubleCard:
        """The card that stands in place of a page."""
        drawings.settle()
        (card,) = self.window.findChildren(TroubleCard)
        assert card.isVisible()
        return card


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock: FakeClock) -> Iterator[Start]:
    one = Start(qtbot, folder, clock)
    yield one
    one.close()


def somebody_lives_in(folder: Path, clock: FakeClock) -> None:
    services = app.open_family(folder, clock, lambda _: None)
    services.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    services.close()


def test_where_nobody_lives_it_asks_who_does(start: Start) -> None:
    start.run()
    assert isinstance(start.window.place, FirstStart)


def test_where_somebody_lives_it_goes_home(start: Start) -> None:
    somebody_lives_in(start.folder, start.clock)
    start.run()
    assert start.window.place == Home()


def test_once_home_is_shown_the_window_wears_its_icon(start: Start, qtbot: QtBot) -> None:
    QGuiApplication.setWindowIcon(QIcon())
    start.run()
    qtbot.waitUntil(lambda: len(start.window.windowIcon().availableSizes()) == len(SIDES))


def test_a_folder_that_is_not_there_is_made(start: Start, tmp_path: Path) -> None:
    start.folder = tmp_path / "a" / "new" / "home"
    start.run()
    assert isinstance(start.window.place, FirstStart)
    assert (start.folder / "family.db").stat().st_mode & 0o777 == 0o600


def test_the_sample_family_needs_no_folder(start: Start) -> None:
    start.run(sample=True)
    assert start.window.place == Home()
    services = start.opening.services
    assert services is not None
    assert len(services.family.people()) == 4
    away = services.folder
    start.opening.close()
    assert not away.exists()


def test_a_look_around_leaves_the_own_data_as_it_is(start: Start) -> None:
    start.run()
    start.window.wished.emit(Wish.LOOK_AROUND)
    start.qtbot.waitUntil(lambda: start.window.place == Home())
    assert start.opening.services is not None
    assert start.opening.services.folder != start.folder
    with closing(app.open_family(start.folder, start.clock, lambda _: None)) as own:
        assert own.family.people() == ()


# ------------------------------------------------------------------------------ trouble


def not_ours(folder: Path) -> str:
    """Another program's database lies there."""
    (folder / "family.db").unlink()
    with closing(sqlite3.connect(folder / "family.db")) as other, other:
        other.execute("PRAGMA application_id = 1234")
        other.execute("CREATE TABLE recipes (name TEXT)")
    return "another program"


def newer(folder: Path) -> str:
    """A version of tomorrow wrote it."""
    with closing(sqlite3.connect(folder / "family.db")) as tomorrow, tomorrow:
        tomorrow.execute("UPDATE alembic_version SET version_num = '9999'")
    return "newer version"


def garbage(folder: Path) -> str:
    """Something fell into the file."""
    (folder / "family.db").write_bytes(b"shopping list: milk, bread" * 1000)
    return "damaged"


def lost(folder: Path) -> str:
    """The file is gone although its write-ahead log is there."""
    (folder / "family.db").unlink()
    (folder / "family.db-wal").write_bytes(b"what was tapped last")
    return "now there is nothing"


def a_file_in_the_way(folder: Path) -> str:
    """A file stands where the folder would be."""
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("in the way")
    return "cannot be read and written"


SPOILERS = [not_ours, newer, garbage, lost, a_file_in_the_way]


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__)
def test_a_sentence_says_what_happened(start: Start, spoil: object) -> None:
    assert callable(spoil)
    expected = spoil(start.folder)
    before = {p: p.read_bytes() for p in start.folder.rglob("*.db")}
    start.run()
    assert expected in start.card.sentence.text
    assert start.window.place is None
    assert {p: p.read_bytes() for p in start.folder.rglob("*.db")} == before


def test_what_another_program_holds_can_be_tried_again(start: Start) -> None:
    command = [sys.executable, "-c", TAP_IN_USE, str(start.folder)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        start.run()
        assert "already open" in start.card.sentence.text
        start.card.try_again.click()
        assert "already open" in start.card.sentence.text
        other.communicate("")
    start.card.try_again.click()
    assert isinstance(start.window.place, FirstStart)
    drawings.settle()
    assert start.window.findChildren(TroubleCard) == []


def test_what_was_put_right_opens_when_it_is_tried_again(start: Start) -> None:
    a_file_in_the_way(start.folder)
    start.run()
    start.folder.unlink()
    start.folder.with_name("elsewhere").rename(start.folder)
    start.card.try_again.click()
    assert isinstance(start.window.place, FirstStart)


def test_damage_found_late_does_not_hold_the_file(start: Start) -> None:
    somebody_lives_in(start.folder, start.clock)
    path = start.folder / "family.db"
    with closing(sqlite3.connect(path)) as file:
        (page,) = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'person'"
        ).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(bytes(content))
    start.run()
    assert "damaged" in start.card.sentence.text
    start.card.try_again.click()
    assert "damaged" in start.card.sentence.text  # and not: already open


@pytest.mark.parametrize("kiosk", [False, True])
def test_it_can_be_closed(start: Start, *, kiosk: bool) -> None:
    newer(start.folder)
    start.window.kiosk = kiosk
    start.run()
    start.card.close_button.click()
    assert not start.window.isVisible()


# ------------------------------------------------------------------------------ a second start


def test_a_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert not first.raise_first()
    first.listen()
    with qtbot.waitSignal(first.asked):
        assert second.raise_first()
    first.close()
    assert not second.raise_first()


def test_each_familys_folder_has_its_own_window(tmp_path: Path, qapp: object) -> None:
    first, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    first.listen()
    assert not other.raise_first()
    first.close()


def test_one_folder_by_two_paths_is_one_folder(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path / "link" / ".")
    first.listen()
    with qtbot.waitSignal(first.asked):
        assert second.raise_first()
    first.close()


def test_what_a_killed_program_left_behind_does_not_matter(qtbot: QtBot, tmp_path: Path) -> None:
    killed = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from thermometer.ui.single_instance import SingleInstance
app = QCoreApplication([])
SingleInstance(Path(sys.argv[1])).listen()
os.kill(os.getpid(), 9)
"""
    done = subprocess.run([sys.executable, "-c", killed, str(tmp_path)], check=False)
    assert done.returncode == -9
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert not first.raise_first()
    first.listen()
    with qtbot.waitSignal(first.asked):
        assert second.raise_first()
    first.close()


def test_the_first_window_comes_to_the_front(start: Start) -> None:
    start.run()
    instance = SingleInstance(start.folder)
    instance.asked.connect(start.window.come_to_front)
    instance.listen()
    start.window.showMinimized()
    assert SingleInstance(start.folder).raise_first()
    start.qtbot.waitUntil(lambda: not start.window.isMinimized())
    instance.close()
