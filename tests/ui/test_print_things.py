"""The page Print: what is chosen is looked at, saved and printed, behind the PIN."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QAbstractButton

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.print.pages import Pdf
from tests.ui.print.saved import save
from tests.ui.tablet import Tablet
from tests.ui.weeks import ordinary
from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.settings import Preferences
from thermometer.domain.zones import ByZone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.pages.print_things import PrintThingsPage
from thermometer.ui.places import Lock, PrintPlace, Week
from thermometer.ui.print.cards import Grid
from thermometer.ui.print.paper import Paper
from thermometer.ui.print.sheets import Sheets
from thermometer.ui.print.things import COMMON_SIGNS, Kind, Things, Wanted

SIZES = [(1280, 800), (800, 480), (800, 1280)]


@pytest.fixture
def page(tablet: Tablet) -> PrintThingsPage:
    """Of Mia and Mum."""
    tablet.window.go(PrintPlace())
    return tablet.page(PrintThingsPage)


def choose(page: PrintThingsPage, tablet: Tablet, target: QAbstractButton) -> None:
    """Touch one of the choices, wherever it is."""
    page.choices_view.ensureWidgetVisible(target)
    tablet.tap(target)


def text_of(page: PrintThingsPage, folder: Path) -> str:
    """Every word of what is in view, as it is saved."""
    file = folder / f"{uuid4()}.pdf"
    save(page, file)
    pdf = Pdf(file.read_bytes())
    text = " ".join(pdf.text(number) for number in range(pdf.pages))
    pdf.close()
    return text


def test_the_rail_leads_there(tablet: Tablet) -> None:
    tablet.window.go(Week())
    tablet.tap(tablet.page(CornerPage).rail.buttons[PrintPlace])
    assert tablet.is_at(PrintPlace)
    assert tablet.page(PrintThingsPage).rail.buttons[PrintPlace].isChecked()


def test_it_is_behind_the_pin(locked: Tablet) -> None:
    locked.window.go(PrintPlace())
    assert locked.window.place == Lock(PrintPlace())


def test_it_begins_with_everybodys_poster(page: PrintThingsPage, tmp_path: Path) -> None:
    assert page.choices.kind is Kind.POSTER
    assert page.choices.people.chosen == (None,)
    text = text_of(page, tmp_path)
    assert "Our feelings thermometer" in text
    assert "Mia" in text
    assert "Flooded" in text


def test_one_persons_poster(page: PrintThingsPage, tablet: Tablet, tmp_path: Path) -> None:
    choose(page, tablet, page.choices.people.chips[tablet.person("Mum").id])
    text = text_of(page, tmp_path)
    assert text.startswith("Mum")
    assert "Frayed" in text
    assert "Mia" not in text


def test_tool_cards_of_a_person_or_all_there_are(
    page: PrintThingsPage, tablet: Tablet, tmp_path: Path
) -> None:
    choose(page, tablet, page.choices.tiles[Kind.TOOLS])
    assert page.choices.people.chosen == (tablet.person("Mia").id,)
    text = text_of(page, tmp_path)
    assert "Come, please" in text
    assert "Long out-breath" not in text
    choose(page, tablet, page.choices.people.chips[None])
    assert page.printed is not None
    six = page.printed.sheets
    assert "Long out-breath" in text_of(page, tmp_path).replace("- ", "-")
    choose(page, tablet, page.choices.grid.chips[Grid.EIGHT])
    assert page.printed.sheets < six


def test_sign_cards_are_the_common_fifteen_or_somebodys_own(
    page: PrintThingsPage, tablet: Tablet, tmp_path: Path
) -> None:
    mia = tablet.person("Mia")
    choose(page, tablet, page.choices.tiles[Kind.SIGNS])
    assert page.choices.people.chosen == (None,)
    assert list(page.choices.people.chips) == [None]
    assert "Covering ears" in text_of(page, tmp_path)
    tablet.services.family.change(replace(mia, signs=("growly", "hot-face", "teasing")))
    choose(page, tablet, page.choices.people.chips[mia.id])
    text = text_of(page, tmp_path)
    assert "Growly" in text
    assert "Covering ears" not in text


def test_the_common_fifteen_are_fifteen_that_there_are(tablet: Tablet) -> None:
    known = {sign.id for sign in tablet.services.content.signs(Role.CHILD)}
    assert len(set(COMMON_SIGNS)) == Grid.FIFTEEN.count
    assert set(COMMON_SIGNS) <= known


def test_an_empty_week_with_words_or_with_pictures(
    page: PrintThingsPage, tablet: Tablet, tmp_path: Path
) -> None:
    choose(page, tablet, page.choices.tiles[Kind.WEEK])
    text = text_of(page, tmp_path)
    assert "Mia" in text
    assert "What helped" in text
    choose(page, tablet, page.choices.reading.chips[True])
    assert "What helped" not in text_of(page, tmp_path)
    choose(page, tablet, page.choices.people.chips[None])
    assert "Mia" not in text_of(page, tmp_path)


def test_a_little_child_begins_with_pictures(tablet: Tablet) -> None:
    tablet.services.family.change(replace(tablet.person("Mia"), age_band=AgeBand.THREE_TO_FIVE))
    tablet.window.go(PrintPlace())
    page = tablet.page(PrintThingsPage)
    choose(page, tablet, page.choices.tiles[Kind.WEEK])
    assert page.choices.reading.chosen == (True,)


@pytest.mark.parametrize("kind", Kind)
def test_paper_and_ink_stay_for_the_next_thing(
    page: PrintThingsPage, tablet: Tablet, kind: Kind
) -> None:
    choose(page, tablet, page.choices.paper.chips[Paper.LETTER])
    choose(page, tablet, page.choices.ink.chips[True])
    choose(page, tablet, page.choices.tiles[kind])
    assert page.printed is not None
    assert page.printed.paper is Paper.LETTER
    assert page.printed.grey


def test_the_preview_is_grey_where_the_printer_is(page: PrintThingsPage, tablet: Tablet) -> None:
    def colourful() -> int:
        image = page.preview.grab().toImage()
        every = [
            image.pixelColor(x, y)
            for x in range(0, image.width(), 9)
            for y in range(0, image.height(), 9)
        ]
        return sum(max(c.red(), c.blue()) - min(c.red(), c.blue()) > 40 for c in every)

    assert colourful() > 100
    choose(page, tablet, page.choices.ink.chips[True])
    assert colourful() == 0


def test_nothing_printed_tells_of_days_gone_by(tablet: Tablet, tmp_path: Path) -> None:
    tablet.window.go(PrintPlace())
    page = tablet.page(PrintThingsPage)
    things = Things(tablet.services)
    people = [None, *(person.id for person in tablet.family())]

    def everything() -> list[str]:
        texts = []
        for kind in Kind:
            for person in people:
                page.printed = things.make(Wanted(kind, person))
                texts.append(text_of(page, tmp_path))
        return texts

    before = everything()
    ordinary(tablet)
    assert everything() == before


def test_a_change_elsewhere_is_seen(page: PrintThingsPage, tablet: Tablet, tmp_path: Path) -> None:
    mia = tablet.person("Mia")
    tablet.services.family.change(replace(mia, words=ByZone("Cosy", "Buzzing", "Storm")))
    assert "Buzzing" in text_of(page, tmp_path)
    tablet.window.changed(Change.CHECK_INS)
    assert page.choices.kind is Kind.POSTER


def test_only_what_has_changed_is_made_anew(
    page: PrintThingsPage, tablet: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Kind] = []
    make = Things.make

    def counted(things: Things, wanted: Wanted) -> Sheets:
        made.append(wanted.kind)
        return make(things, wanted)

    monkeypatch.setattr(Things, "make", counted)
    poster = page.printed
    tablet.window.changed(Change.SETTINGS)
    assert made == [Kind.WEEK]
    assert page.printed is poster
    made.clear()
    tablet.window.changed(Change.OWN_THINGS)
    assert made == [Kind.POSTER, Kind.TOOLS, Kind.WEEK, Kind.POSTER]  # the last one in full
    assert page.printed is not poster
    made.clear()
    tablet.window.changed(Change.CHECK_INS)
    assert made == []


def test_somebody_who_is_gone_is_not_printed(page: PrintThingsPage, tablet: Tablet) -> None:
    mum = tablet.person("Mum")
    choose(page, tablet, page.choices.people.chips[mum.id])
    tablet.services.family.archive(mum.id)
    assert page.choices.people.chosen == (None,)
    assert mum.id not in page.choices.people.chips


def test_the_preview_is_whole_and_on_a_touch_near(page: PrintThingsPage, tablet: Tablet) -> None:
    whole = page.preview.height()
    assert whole <= page.view.height()
    tablet.tap(page.preview)
    assert page.preview.height() > page.view.height()
    tablet.tap(page.preview)
    assert page.preview.height() == whole


def test_without_a_printer_it_is_said(
    page: PrintThingsPage, tablet: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list[str]))
    tablet.tap(page.print)
    assert tablet.window.notice.startswith("There is no printer here.")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("size", SIZES)
def test_six_people_with_long_names_and_large_text_fit(
    make_tablet: MakeTablet, size: tuple[int, int], kind: Kind
) -> None:
    tablet = make_tablet(size=size)
    for number in range(6):
        role = Role.PARENT if number % 2 else Role.CHILD
        name = f"Elisabeth-Charlotte the {number + 1}th of us"
        tablet.services.family.add(name, role, AgeBand.SIX_TO_EIGHT, "owl")
    tablet.open()
    tablet.services.preferences.keep(Preferences(text_size=200))
    tablet.window.go(PrintPlace())
    page = tablet.page(PrintThingsPage)
    choose(page, tablet, page.choices.tiles[kind])
    for view in (page.choices_view, page.view):
        assert view.horizontalScrollBar().maximum() == 0
    assert [each.text for each in drawings.of(tablet.window) if each.is_cut] == []
    buttons = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
    assert [b.accessibleName() for b in buttons if min(b.width(), b.height()) < 44] == []
    for button in (page.save, page.print, *page.rail.buttons.values(), page.rail.lock):
        assert page.rect().contains(QRect(button.mapTo(page, QPoint()), button.size()))
