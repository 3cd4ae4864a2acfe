"""The empty week: seven days in the family's order, for who reads and for who does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from tests.builders import a_child
from tests.ui.print.pages import Pdf
from tests.ui.print.posters import LONG
from thermometer.domain.people import Person
from thermometer.services.content import Content
from thermometer.ui.print.output import pdf_of
from thermometer.ui.print.paper import Paper
from thermometer.ui.print.week_sheet import WeekSheetFor, WeekSheets

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = ("Morning", "Midday", "Afternoon", "Evening", "What helped")


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> None:
    assert QLocale().language() in (QLocale.Language.English, QLocale.Language.C)


def sheet(
    person: Person | None = None, *, first: int = 0, pictures: bool = False, tools: int = 6
) -> WeekSheetFor:
    """A week with so many tools to draw a ring round."""
    return WeekSheetFor(person, Content().tools()[:tools], first, pictures)


def text(*wanted: WeekSheetFor, paper: Paper = Paper.A4) -> list[str]:
    """The words of each sheet."""
    pdf = Pdf(pdf_of(WeekSheets(wanted, paper, "An empty week")))
    found = [pdf.text(number) for number in range(pdf.pages)]
    pdf.close()
    return found


def test_for_somebody_who_reads() -> None:
    (page,) = text(sheet(a_child()))
    for words in (*DAYS, *PARTS, "Mia", "Calm", "Getting big", "Too big", "Week of"):
        assert words in page
    assert "Name" not in page


def test_for_somebody_who_does_not_read() -> None:
    (page,) = text(sheet(a_child(), pictures=True))
    assert all(day in page for day in DAYS)  # for who fills it in with the child
    assert not any(part in page for part in PARTS)
    assert "Getting big" not in page


def test_for_anybody_there_is_a_line_for_the_name() -> None:
    (page,) = text(sheet())
    assert "Name" in page
    assert "Calm" not in page


@pytest.mark.parametrize("first", [0, 5, 6])
def test_the_week_begins_on_the_familys_day(first: int) -> None:
    (page,) = text(sheet(first=first))
    places = [page.index(DAYS[(first + number) % 7]) for number in range(7)]
    assert places == sorted(places)


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (842, 595)), (Paper.LETTER, (792, 612))])
def test_it_lies_on_its_side(paper: Paper, size: tuple[int, int]) -> None:
    pdf = Pdf(pdf_of(WeekSheets([sheet()], paper, "Week")))
    assert pdf.size() == size
    pdf.close()


def test_a_sheet_for_each() -> None:
    first, second = text(sheet(a_child(name="Ada")), sheet(a_child(name="Leo")))
    assert "Ada" in first
    assert "Leo" in second


@pytest.mark.parametrize("name", [LONG, "مريم", "Mia 🦊👩‍👩‍👧"])
def test_any_name_can_be_printed(name: str) -> None:
    (page,) = text(sheet(a_child(name=name)))
    assert name != LONG or LONG in page.replace("- ", "-")


def test_it_is_empty() -> None:
    (page,) = text(sheet(a_child()))
    assert not any(letter.isdigit() for letter in page)


@pytest.mark.parametrize("tools", [0, 1, 12])
def test_with_few_tools_and_many(tools: int) -> None:
    assert len(text(sheet(a_child(), pictures=True, tools=tools))) == 1
