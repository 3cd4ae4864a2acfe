"""The system's question for a file: asked once, told once, gone with the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from thermometer.ui.file_asking import FileAsking

Ask = Callable[[FileAsking, Callable[[object], object]], None]
ASKS: dict[str, Ask] = {
    "file": lambda files, chosen: files.ask_for_file("Which?", chosen, ["Photos (*.jpg)"]),
    "files": lambda files, chosen: files.ask_for_files("Which?", chosen, ["Records (*.csv)"]),
    "folder": lambda files, chosen: files.ask_for_folder("Where?", chosen),
    "where to": lambda files, chosen: files.ask_where_to("Where?", "a copy.backup", chosen),
}


@pytest.fixture
def files(qtbot: QtBot) -> FileAsking:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return FileAsking(page)


def shown(files: FileAsking) -> QFileDialog:
    assert files.dialog is not None
    assert files.dialog.isVisible()
    return files.dialog


@pytest.mark.parametrize("kind", ASKS)
def test_it_is_asked_once_and_does_not_wait(files: FileAsking, kind: str, qtbot: QtBot) -> None:
    told: list[object] = []
    ASKS[kind](files, told.append)
    first = shown(files)
    ASKS[kind](files, told.append)
    assert shown(files) is first
    files.close()
    qtbot.waitUntil(lambda: files.dialog is None)
    assert told == []
    ASKS[kind](files, told.append)
    assert shown(files) is not first


@pytest.mark.parametrize("kind", ASKS)
def test_what_is_chosen_is_told(files: FileAsking, kind: str, tmp_path: Path) -> None:
    there = tmp_path / "there.jpg"
    there.touch()
    wanted = tmp_path if kind == "folder" else tmp_path / "new" if kind == "where to" else there
    told: list[object] = []
    ASKS[kind](files, told.append)
    dialog = shown(files)
    dialog.setDirectory(str(tmp_path.parent if kind == "folder" else tmp_path))
    dialog.selectFile(str(wanted))
    dialog.accept()
    expected = {"files": [str(there)], "where to": f"{wanted}.backup"}
    assert told == [expected.get(kind, str(wanted))]
    assert files.dialog is None


def test_without_such_a_folder_it_begins_at_home(
    files: FileAsking, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "standardLocations", staticmethod(lambda _: []))
    monkeypatch.setattr(Path, "home", staticmethod(lambda: tmp_path))
    files.ask_for_folder("Where?", print)
    assert Path(shown(files).directory().path()) == tmp_path


@pytest.mark.parametrize("asks", [True, False])
def test_a_file_that_is_there_is_asked_about_unless_the_page_does(
    files: FileAsking, *, asks: bool
) -> None:
    files.ask_where_to("Where?", "a.pdf", print, asks_before_replacing=asks)
    dialog = shown(files)
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite) is not asks
    assert dialog.selectedFiles()[0].endswith("a.pdf")
