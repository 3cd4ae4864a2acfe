"""The page Print: where to is asked, and what was written or in the way is said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.print.saved import save, until_written
from tests.ui.tablet import Tablet
from thermometer.ui.pages.print_things import PrintThingsPage
from thermometer.ui.places import PrintPlace, Week


@pytest.fixture
def page(tablet: Tablet) -> PrintThingsPage:
    """Of Mia and Mum."""
    tablet.window.go(PrintPlace())
    return tablet.page(PrintThingsPage)


@pytest.fixture
def may_end(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The disk writes nothing down before this is set."""
    may_end, fsync = Event(), os.fsync

    def slow(file: int) -> None:
        assert may_end.wait(20)
        fsync(file)

    monkeypatch.setattr(os, "fsync", slow)
    yield may_end
    may_end.set()


def test_a_slow_disk_keeps_nobody_waiting(
    page: PrintThingsPage, tablet: Tablet, tmp_path: Path, may_end: Event
) -> None:
    page.save_as(tmp_path / "poster.pdf", replace=False)
    tablet.tap(page.preview)
    assert page.preview.near
    assert not (tmp_path / "poster.pdf").exists()
    assert page.said.text == ""
    may_end.set()
    until_written(page)
    assert page.said.text == f"Saved: {tmp_path / 'poster.pdf'}"


def test_one_is_written_at_a_time(page: PrintThingsPage, tmp_path: Path, may_end: Event) -> None:
    page.save_as(tmp_path / "poster.pdf", replace=False)
    page.save_as(tmp_path / "other.pdf", replace=False)
    assert "poster.pdf is still being written" in page.said.text
    assert not page.replace.isVisible()
    may_end.set()
    until_written(page)
    assert page.said.text == f"Saved: {tmp_path / 'poster.pdf'}"
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["poster.pdf"]


def test_what_is_being_written_is_whole_when_the_program_ends(
    page: PrintThingsPage, tablet: Tablet, tmp_path: Path, may_end: Event
) -> None:
    page.save_as(tmp_path / "poster.pdf", replace=False)
    Timer(0.2, may_end.set).start()
    tablet.close()
    assert (tmp_path / "poster.pdf").read_bytes().rstrip().endswith(b"%%EOF")


def test_the_file_dialog_does_not_wait_and_closes_with_the_page(
    page: PrintThingsPage, tablet: Tablet
) -> None:
    tablet.tap(page.save)
    dialog = page.saving.files.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    tablet.tap(page.save)
    assert page.saving.files.dialog is dialog
    assert dialog.selectedFiles()[0].endswith("Our feelings thermometer.pdf")
    tablet.window.go(Week())
    tablet.qtbot.waitUntil(lambda: page.saving.files.dialog is None)


def test_a_file_chosen_in_the_dialog_is_written(
    page: PrintThingsPage, tablet: Tablet, tmp_path: Path
) -> None:
    tablet.tap(page.save)
    assert page.saving.files.dialog is not None
    page.saving.files.dialog.fileSelected.emit(str(tmp_path / "poster.pdf"))
    page.saving.files.dialog.close()
    until_written(page)
    assert (tmp_path / "poster.pdf").read_bytes().startswith(b"%PDF")
    assert page.said.text == f"Saved: {tmp_path / 'poster.pdf'}"


def test_a_file_that_is_there_is_replaced_only_when_asked(
    page: PrintThingsPage, tablet: Tablet, tmp_path: Path
) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(b"old")
    save(page, path)
    assert path.read_bytes() == b"old"
    assert page.said.text.startswith("There is already a file")
    tablet.tap(page.replace)
    until_written(page)
    assert path.read_bytes().startswith(b"%PDF")
    assert not page.replace.isVisible()


def test_a_place_that_cannot_be_written_is_said(page: PrintThingsPage, tmp_path: Path) -> None:
    save(page, tmp_path / "missing" / "poster.pdf")
    assert "cannot be written" in page.said.text
    assert not page.replace.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []
