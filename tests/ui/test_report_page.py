"""The page for the therapist, chosen, looked at, saved and printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog

from tests.ui.conftest import MakeTablet
from tests.ui.print.pages import Pdf
from tests.ui.print.saved import save, until_written
from tests.ui.tablet import Tablet
from tests.ui.weeks import MONDAY, G, R, Y, episode, ordinary
from thermometer.domain.changes import Change
from thermometer.domain.remarks import Remark, Subject
from thermometer.domain.ruptures import Rupture, RuptureKind
from thermometer.services.therapist_values import Private
from thermometer.store.remarks import Remarks
from thermometer.ui.pages.report import ReportPage
from thermometer.ui.places import Report, Week
from thermometer.ui.print.paper import Paper

NOTE = "I should have sat down with her."


@pytest.fixture
def page(tablet: Tablet) -> ReportPage:
    """Mia's page of the week, with one private note."""
    red = ordinary(tablet)
    Remarks(tablet.services.stores.database).add(
        Remark(
            id=uuid4(), check_in=red.id, subject=Subject.NOTE, text=NOTE, entered_at=red.entered_at
        )
    )
    tablet.window.go(Report())
    return shown(tablet)


def shown(tablet: Tablet) -> ReportPage:
    assert isinstance(tablet.window.page, ReportPage)
    return tablet.window.page


def saved(page: ReportPage, path: Path) -> Pdf:
    save(page, path)
    return Pdf(path.read_bytes())


def text_of(page: ReportPage, folder: Path) -> str:
    pdf = saved(page, folder / f"{uuid4()}.pdf")
    text = " ".join(pdf.text(number) for number in range(pdf.pages))
    pdf.close()
    return text


def test_it_begins_with_the_first_child_and_nothing_private(
    page: ReportPage, tablet: Tablet, tmp_path: Path
) -> None:
    assert page.head.below.startswith("Mia, 16 – 22 November 2026")
    assert page.choices.private.chosen == ()
    text = text_of(page, tmp_path)
    assert "Mia left green 4 times" in text
    assert NOTE not in text


def test_what_is_ticked_is_printed_and_forgotten_with_the_next_visit(
    page: ReportPage, tablet: Tablet, tmp_path: Path
) -> None:
    tablet.tap(page.choices.private.chips[Private.NOTES])
    assert NOTE in text_of(page, tmp_path)
    tablet.window.go(Week())
    tablet.window.go(Report())
    assert NOTE not in text_of(shown(tablet), tmp_path)


def test_a_frightening_moment_is_counted_until_it_is_ticked(
    page: ReportPage, tablet: Tablet, tmp_path: Path
) -> None:
    tablet.services.stores.repairs.add_ruptures(
        [
            Rupture(
                id=uuid4(),
                at=MONDAY,
                time_zone="Europe/Berlin",
                grown_up=tablet.person("Mum").id,
                child=tablet.person("Mia").id,
                kind=RuptureKind.FRIGHTENING,
            )
        ]
    )
    tablet.window.changed(Change.EVERYTHING)
    assert "Counted, not listed: 1." in text_of(page, tmp_path)
    assert "scary" not in text_of(page, tmp_path)
    tablet.tap(page.choices.private.chips[Private.FRIGHTENING])
    assert "scary" in text_of(page, tmp_path)


def test_initials_instead_of_names(page: ReportPage, tablet: Tablet, tmp_path: Path) -> None:
    initials = page.choices.names.chips[True]
    tablet.tap(initials)
    text = text_of(page, tmp_path)
    assert text.startswith("Mi., 16 – 22 November 2026")
    assert "Mia" not in text
    assert "Mum" not in text


def test_another_person_and_another_week(tablet: Tablet, tmp_path: Path) -> None:
    episode(tablet, "Mum", -7, 0, Y, R, G)
    tablet.window.go(Report(date(2026, 11, 9), tablet.person("Mum").id))
    page = shown(tablet)
    assert page.choices.people.chosen == (tablet.person("Mum").id,)
    assert "Mum, 9 – 15 November 2026" in text_of(page, tmp_path)
    tablet.tap(page.choices.people.chips[tablet.person("Mia").id])
    assert "Mia has no check-ins in this week." in text_of(page, tmp_path)
    tablet.tap(page.head.back)
    assert tablet.window.place == Week(date(2026, 11, 9), tablet.person("Mia").id)


def test_the_paper_is_chosen(page: ReportPage, tablet: Tablet, tmp_path: Path) -> None:
    tablet.tap(page.choices.paper.chips[Paper.LETTER])
    pdf = saved(page, tmp_path / "letter.pdf")
    assert pdf.size() == (612, 792)
    pdf.close()


def test_the_preview_is_whole_and_on_a_touch_near(page: ReportPage, tablet: Tablet) -> None:
    whole = page.preview.height()
    assert whole <= page.view.height()
    tablet.tap(page.preview)
    assert page.preview.near
    assert page.preview.height() > page.view.height()
    tablet.tap(page.preview)
    assert page.preview.height() == whole


def test_the_preview_shows_what_is_on_the_page(page: ReportPage, tablet: Tablet) -> None:
    before = page.preview.grab().toImage()
    tablet.tap(page.choices.people.chips[tablet.person("Mum").id])
    assert page.preview.grab().toImage() != before


def test_the_file_dialog_does_not_wait_and_closes_with_the_page(
    page: ReportPage, tablet: Tablet
) -> None:
    tablet.tap(page.save)
    dialog = page.saving.files.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    assert dialog.selectedFiles()[0].endswith("Mia 2026-W47.pdf")
    tablet.window.go(Week())
    tablet.qtbot.waitUntil(lambda: page.saving.files.dialog is None)


def test_a_file_chosen_in_the_dialog_is_written(
    page: ReportPage, tablet: Tablet, tmp_path: Path
) -> None:
    tablet.tap(page.save)
    assert page.saving.files.dialog is not None
    page.saving.files.dialog.fileSelected.emit(str(tmp_path / "mia.pdf"))
    page.saving.files.dialog.close()
    until_written(page)
    assert (tmp_path / "mia.pdf").read_bytes().startswith(b"%PDF")
    assert page.said.text == f"Saved: {tmp_path / 'mia.pdf'}"


def test_a_file_that_is_there_is_replaced_only_when_asked(
    page: ReportPage, tablet: Tablet, tmp_path: Path
) -> None:
    path = tmp_path / "mia.pdf"
    path.write_bytes(b"old")
    save(page, path)
    assert path.read_bytes() == b"old"
    assert page.said.text.startswith("There is already a file")
    tablet.tap(page.replace)
    until_written(page)
    assert path.read_bytes().startswith(b"%PDF")
    assert not page.replace.isVisible()


def test_a_place_that_cannot_be_written_is_said(page: ReportPage, tmp_path: Path) -> None:
    save(page, tmp_path / "missing" / "mia.pdf")
    assert "cannot be written" in page.said.text
    assert not page.replace.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []
    assert page.printed is not None  # it is still on the screen


def test_without_a_printer_it_is_said(
    page: ReportPage, tablet: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list[str]))
    tablet.tap(page.print)
    assert tablet.window.notice.startswith("There is no printer here.")
    assert page.printed is not None


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280), (480, 320)])
def test_everything_is_in_reach(make_tablet: MakeTablet, size: tuple[int, int]) -> None:
    tablet = make_tablet(size=size)
    tablet.people(2)
    tablet.open()
    ordinary(tablet)
    tablet.window.go(Report())
    page = shown(tablet)
    for button in (page.save, page.print, page.head.back):
        assert button.height() >= 44
        assert page.rect().contains(QRect(button.mapTo(page, QPoint()), button.size()))
    assert page.choices_view.horizontalScrollBar().maximum() == 0
    assert page.view.horizontalScrollBar().maximum() == 0
    assert page.preview.size() != QSize()
