"""Records out into files and files in, from the parents' corner, while taps go on."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QFileDialog

from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from tests.ui.weeks import ordinary
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.exchange import Plan, Work
from thermometer.ui.export_card import Range
from thermometer.ui.pages.exchange import ExchangePage
from thermometer.ui.places import Exchange, Home, Week

HEADER = (
    "id,person,at,time_zone,zone,source,observed_by,about,practice,withdrawn_at,signs,contexts,"
    "entered_at"
)
ROW = ",Mia,2026-11-20T17:05:00+01:00,Europe/Berlin,{zone},self,,0,0,,,,"


@pytest.fixture
def page(tablet: Tablet) -> ExchangePage:
    """The page of files of a family with a week of records."""
    ordinary(tablet)
    tablet.window.go(Exchange())
    return shown(tablet)


def shown(tablet: Tablet) -> ExchangePage:
    assert isinstance(tablet.window.page, ExchangePage)
    return tablet.window.page


def ended(tablet: Tablet, page: ExchangePage) -> None:
    """Waits until no work is under way."""
    tablet.qtbot.waitUntil(lambda: not page.work.is_working(), timeout=20_000)


def export(tablet: Tablet, page: ExchangePage, folder: Path) -> Path:
    page.export_to(str(folder))
    ended(tablet, page)
    return folder / "Feelings Thermometer 2026-11-22"


def look(tablet: Tablet, page: ExchangePage, *files: Path) -> None:
    page.look_into([str(file) for file in files])
    ended(tablet, page)


def table(folder: Path, *zones: str) -> Path:
    path = folder / "checkins.csv"
    rows = [ROW.format(zone=zone) for zone in zones]
    path.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return path


def days(page: ExchangePage) -> tuple[date | None, date | None] | None:
    """The first and the last day of the tables; None for all."""
    chosen = page.out.days
    return None if chosen is None else (chosen.first, chosen.last)


def check_ins(tablet: Tablet) -> int:
    return len(tablet.services.stores.check_ins.between(None, None))


def test_everything_is_written_into_a_folder_of_its_own(
    page: ExchangePage, tablet: Tablet, tmp_path: Path
) -> None:
    made = export(tablet, page, tmp_path)
    assert {path.suffix for path in made.iterdir()} == {".csv", ".json"}
    assert len((made / "checkins.csv").read_text(encoding="utf-8").splitlines()) == 13
    assert page.out.said.text == f"Written to {made}: 7 files."
    assert not page.bar.isVisible()


def test_the_tables_hold_the_days_chosen(
    page: ExchangePage, tablet: Tablet, tmp_path: Path
) -> None:
    assert days(page) is None
    tablet.tap(page.out.range.chips[Range.DATES])
    tablet.tap(page.out.first_day)
    tablet.tap(next(day for day in page.calendar.days if day.day == date(2026, 11, 20)))
    assert days(page) == (date(2026, 11, 20), date(2026, 11, 22))
    tablet.tap(page.out.last_day)
    tablet.tap(next(day for day in page.calendar.days if day.day == date(2026, 11, 17)))
    assert days(page) == (date(2026, 11, 17), date(2026, 11, 20))
    made = export(tablet, page, tmp_path)
    assert len((made / "checkins.csv").read_text(encoding="utf-8").splitlines()) == 10
    tablet.tap(page.out.range.chips[Range.FOUR_WEEKS])
    assert days(page) == (date(2026, 10, 26), date(2026, 11, 22))


def test_files_of_an_earlier_export_stay_until_they_may_be_replaced(
    page: ExchangePage, tablet: Tablet, tmp_path: Path
) -> None:
    made = export(tablet, page, tmp_path)
    (made / "checkins.csv").write_text("mine", encoding="utf-8")
    export(tablet, page, tmp_path)
    assert "There is an earlier export" in page.out.said.text
    assert (made / "checkins.csv").read_text(encoding="utf-8") == "mine"
    tablet.tap(page.out.replace)
    ended(tablet, page)
    assert (made / "checkins.csv").read_text(encoding="utf-8").startswith("id,person")


def test_a_full_disk_keeps_the_old_files_and_leaves_nothing_else(
    page: ExchangePage, tablet: Tablet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = export(tablet, page, tmp_path)
    before = {path.name: path.read_bytes() for path in made.iterdir()}
    export(tablet, page, tmp_path)

    def full(_handle: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        tablet.tap(page.out.replace)
        ended(tablet, page)
    assert page.out.said.text.startswith("There is not enough room")
    assert {path.name: path.read_bytes() for path in made.iterdir()} == before


def test_first_it_is_shown_then_done(page: ExchangePage, tablet: Tablet, tmp_path: Path) -> None:
    before = check_ins(tablet)
    look(tablet, page, table(tmp_path, "yellow", "green"))
    assert page.into.told == ["Check-ins: 2 new, 0 already here"]
    assert check_ins(tablet) == before
    tablet.tap(page.into.agree)
    ended(tablet, page)
    assert page.into.said.text == "Everything was brought in."
    assert check_ins(tablet) == before + 2
    look(tablet, page, table(tmp_path, "yellow", "green"))
    assert page.into.told == ["Check-ins: 0 new, 2 already here"]
    assert not page.into.agree.isVisible()


def test_what_cannot_be_taken_is_said_with_file_line_and_reason(
    page: ExchangePage, tablet: Tablet, tmp_path: Path
) -> None:
    before = check_ins(tablet)
    look(tablet, page, table(tmp_path, "yellow", "purple"), tmp_path / "gone.csv")
    assert page.into.told[:2] == [
        "gone.csv: there is no such file.",
        "checkins.csv, line 3: “purple” is not a zone; the zones are green, yellow, red.",
    ]
    assert not page.into.agree.isVisible()
    assert check_ins(tablet) == before


def test_many_refusals_are_counted(page: ExchangePage, tablet: Tablet, tmp_path: Path) -> None:
    look(tablet, page, table(tmp_path, *["purple"] * 130))
    assert "and 30 more" in page.into.told
    assert len(page.into.told) == 102


class Slow:
    """Work that goes on until it is told to stop, or to end."""

    def __init__(self) -> None:
        self.begun, self.may_end = Event(), Event()

    def __call__(self, work: Work) -> object:
        self.begun.set()
        while not self.may_end.wait(0.005):
            work.report(1, 4)
        return Plan(())


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(
    page: ExchangePage, tablet: Tablet
) -> None:
    slow = Slow()
    page.begin(page.into, "Reading the files …", slow)
    tablet.qtbot.waitUntil(lambda: page.bar.label.text == "Reading the files … 25 %")
    assert page.bar.bar.share == 0.25
    assert not page.out.choose.isEnabled()
    tablet.tap(page.bar.cancel)
    assert page.bar.label.text == "Stopping. Everything stays as it was."
    ended(tablet, page)
    assert page.into.said.text == "It was stopped. Everything is as it was before."
    assert page.out.choose.isEnabled()


def test_a_cancelled_export_leaves_nothing(
    page: ExchangePage, tablet: Tablet, tmp_path: Path
) -> None:
    page.export_to(str(tmp_path / "out"))
    page.work.stop()
    ended(tablet, page)
    assert [path for path in tmp_path.rglob("*") if path.is_file() and "out" in path.parts] == []


def test_taps_go_on_and_so_does_the_work(page: ExchangePage, tablet: Tablet) -> None:
    slow = Slow()
    page.begin(page.into, "Reading the files …", slow)
    tablet.qtbot.waitUntil(slow.begun.is_set)
    tablet.window.go(Home())
    tablet.check_in("Mia", Zone.RED)
    assert tablet.services.journal.zone_now(tablet.person("Mia").id) is Zone.RED
    tablet.window.go(Exchange())
    assert page.bar.isVisible()
    slow.may_end.set()
    ended(tablet, page)
    assert page.into.plan is not None


def test_closing_the_window_stops_the_work(page: ExchangePage, tablet: Tablet) -> None:
    page.begin(page.into, "Reading the files …", Slow())
    tablet.window.close()
    tablet.services.close()
    assert not page.work.is_working()


def test_what_goes_wrong_is_said(page: ExchangePage, tablet: Tablet) -> None:
    def fail(_work: Work) -> NoReturn:
        raise Problem("import-changed")

    def break_down(_work: Work) -> NoReturn:
        raise ValueError

    page.begin(page.into, "Bringing it in …", fail)
    ended(tablet, page)
    assert tablet.window.notice.startswith("The family’s records have changed")
    page.begin(page.into, "Bringing it in …", break_down)
    ended(tablet, page)
    assert tablet.window.notice.startswith("Something went wrong in the program.")


def test_dialogs_do_not_wait_and_close_with_the_page(page: ExchangePage, tablet: Tablet) -> None:
    for button in (page.out.choose, page.into.choose):
        tablet.tap(button)
        assert isinstance(page.files.dialog, QFileDialog)
        assert page.files.dialog.isVisible()
        tablet.window.go(Week())
        tablet.qtbot.waitUntil(lambda: page.files.dialog is None)
        tablet.window.go(Exchange())


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280), (480, 320)])
def test_everything_is_in_reach(
    make_tablet: MakeTablet, size: tuple[int, int], tmp_path: Path
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(2)
    tablet.open()
    tablet.window.go(Exchange())
    page = shown(tablet)
    look(tablet, page, table(tmp_path, "yellow"))
    for button in (page.out.choose, page.into.choose, page.into.agree, page.head.back):
        assert button.height() >= 44
    for button in (page.out.choose, page.into.agree):
        page.view.ensureWidgetVisible(button)
        place = QRect(button.mapTo(page, QPoint()), button.size())
        assert page.rect().contains(place)
    assert page.view.horizontalScrollBar().maximum() == 0
