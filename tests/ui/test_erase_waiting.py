"""Long work on the pages that erase: it is seen how far it is, and what can be stopped is."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.store.erased_family import NAME
from tests.ui.tablet import Tablet
from tests.ui.test_erase_person import hold, open_list, three
from tests.ui.test_family_page import open_family, reveal
from thermometer.domain.progress import Report
from thermometer.domain.zones import Zone
from thermometer.services.work import Stopped
from thermometer.store import backups, copying, erasing_files
from thermometer.ui.copy_first import CopyFirst
from thermometer.ui.erasing_places import EraseAll, ErasePerson
from thermometer.ui.pages.erase_all import EraseAllPage
from thermometer.ui.pages.erase_person import ErasePersonPage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.places import FamilyPlace, Home, PersonPlace, SafePlace

__all__ = ["three"]


class Held:
    """Work that stands still half way, until it is stopped or let go on."""

    def __init__(self) -> None:
        self.goes_on = Event()
        self._never = Event()

    def wait(self, report: Report) -> None:
        while not self.goes_on.is_set():
            report(1, 2)
            self._never.wait(0.01)


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def slow_copies(held: Held, monkeypatch: pytest.MonkeyPatch) -> Held:
    """Copies that stand still half way."""
    verify = copying.verify

    def slowly(copied: Path, contents: object, path: Path, report: Report) -> None:
        if copied.suffix == ".part":
            held.wait(report)
        verify(copied, contents, path, report)  # type: ignore[arg-type]

    monkeypatch.setattr(backups, "verify", slowly)
    return held


def begin_copy(tablet: Tablet, copy: CopyFirst, file: Path) -> None:
    tablet.tap(reveal(copy.save))
    assert copy.files.dialog is not None
    copy.files.dialog.fileSelected.emit(str(file))
    copy.files.dialog.close()
    tablet.qtbot.waitUntil(lambda: "75 %" in copy.bar.label.text)


def test_nothing_is_erased_while_a_copy_is_made(
    three: Tablet, slow_copies: Held, tmp_path: Path
) -> None:
    page = open_list(three)
    begin_copy(three, page.copy, tmp_path / "mine.backup")
    assert page.copy.bar.isVisible()
    assert not page.final.hold.isEnabled()
    page.final.hold.held.emit()
    assert not page.is_running()
    slow_copies.goes_on.set()
    three.qtbot.waitUntil(lambda: "Saved as" in page.copy.card.rows[0].words.text)
    assert not page.copy.bar.isVisible()
    copied = three.services.safekeeping().look_into(tmp_path / "mine.backup")
    assert NAME in copied.holds.people.values()
    hold(three, page)
    three.arrive(FamilyPlace)


def test_a_copy_can_be_stopped(three: Tablet, slow_copies: Held, tmp_path: Path) -> None:
    page = open_list(three)
    begin_copy(three, page.copy, tmp_path / "mine.backup")
    three.tap(reveal(page.copy.bar.cancel))
    three.qtbot.waitUntil(lambda: not page.copy.is_working())
    assert "no copy was made" in page.copy.card.rows[0].words.text
    assert page.final.hold.isEnabled()
    assert [*tmp_path.glob("*.backup"), *tmp_path.glob(".*.part")] == []


def test_before_everything_goes_a_copy_is_waited_for(
    three: Tablet, slow_copies: Held, tmp_path: Path
) -> None:
    three.hold_parents()
    three.window.go(EraseAll())
    page = three.page(EraseAllPage)
    page.field.setText(page.word)
    assert page.final.hold.isEnabled()
    begin_copy(three, page.copy, tmp_path / "mine.backup")
    assert not page.final.hold.isEnabled()
    slow_copies.goes_on.set()
    three.qtbot.waitUntil(page.final.hold.isEnabled)


def test_looking_what_there_is_can_be_stopped(
    three: Tablet, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(_path: Path, report: Report) -> object:
        held.wait(report)
        raise Stopped

    monkeypatch.setattr(erasing_files, "fates", slowly)
    page = begin_looking(three)
    three.tap(page.bar.cancel)
    three.arrive(PersonPlace)
    assert NAME in [one.name for one in three.family()]


class Stubborn:
    """Looking that does not hear of being stopped before it is let go on."""

    def __init__(self) -> None:
        self.goes_on = Event()

    def __call__(self, _path: Path, report: Report) -> object:
        report(1, 2)
        assert self.goes_on.wait(10)
        raise Stopped


def begin_looking(tablet: Tablet) -> ErasePersonPage:
    """The list of what goes with Zoë, half way."""
    rows = open_family(tablet).rows
    tablet.tap(next(row for row in rows if row.person.name == NAME).card)
    tablet.tap(reveal(tablet.page(PersonPage).erase))
    page = tablet.page(ErasePersonPage)
    tablet.qtbot.waitUntil(lambda: "50 %" in page.bar.label.text)
    return page


def test_looking_that_ends_late_leads_nobody_away(
    three: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = Stubborn()
    monkeypatch.setattr(erasing_files, "fates", looking)
    page = begin_looking(three)
    three.tap(page.bar.cancel)
    three.tap(page.rail.lock)
    three.check_in("Leo", Zone.RED)
    looking.goes_on.set()
    three.qtbot.waitUntil(lambda: not page.work.is_working())
    assert three.is_at(SafePlace)


def test_who_leaves_ends_the_looking_and_who_comes_back_begins_it_anew(
    three: Tablet, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(_path: Path, report: Report) -> object:
        held.wait(report)
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr(erasing_files, "fates", slowly)
        page = begin_looking(three)
        three.window._go_home()  # the corner locks itself
        three.qtbot.waitUntil(lambda: not page.work.is_working())
        assert three.is_at(Home)
    three.hold_parents()
    assert three.is_at(ErasePerson)
    three.qtbot.waitUntil(page.final.isVisible)
    assert not page.bar.isVisible()


def test_erasing_that_ends_leads_no_other_child_away(
    three: Tablet, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, rewrite = open_list(three), erasing_files.rewrite

    def slowly(backup: Path, person: str, names: set[str], *, inside: bool) -> None:
        assert held.goes_on.wait(10)
        rewrite(backup, person, names, inside=inside)

    monkeypatch.setattr(erasing_files, "rewrite", slowly)
    hold(three, page)
    three.tap(page.rail.lock)
    three.check_in("Leo", Zone.RED)
    held.goes_on.set()
    three.qtbot.waitUntil(lambda: not page.work.is_working())
    assert three.is_at(SafePlace)


def test_erasing_says_that_it_goes_on_to_the_end(
    three: Tablet, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, rewrite = open_list(three), erasing_files.rewrite

    def slowly(backup: Path, person: str, names: set[str], *, inside: bool) -> None:
        assert held.goes_on.wait(10)
        rewrite(backup, person, names, inside=inside)

    monkeypatch.setattr(erasing_files, "rewrite", slowly)
    hold(three, page)
    assert "cannot be cancelled" in page.bar.label.text
    assert not page.bar.cancel.isVisible()
    held.goes_on.set()
    three.arrive(FamilyPlace)
