"""How the therapist's page is laid out: one sheet, and what gives way where there is too much."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.print.pages import Pdf, page, with_tools
from thermometer.domain.tool_outcomes import ToolCount
from thermometer.services.therapist_values import TherapistPage, ToolLine
from thermometer.ui.print.output import pdf_of
from thermometer.ui.print.paper import Paper
from thermometer.ui.print.report_page import ReportPage

Printed = Callable[..., Pdf]
SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}


@pytest.fixture
def printed(qtbot: QtBot) -> Iterator[Printed]:
    """Prints a page into a PDF and opens it."""
    made: list[Pdf] = []

    def put(content: TherapistPage, paper: Paper = Paper.A4) -> Pdf:
        made.append(Pdf(pdf_of(ReportPage(content, paper))))
        return made[-1]

    yield put
    for pdf in made:
        pdf.close()


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("episodes", [0, 1, 5, 9, 60, 300])
def test_any_week_takes_one_sheet(printed: Printed, paper: Paper, episodes: int) -> None:
    pdf = printed(page(episodes), paper)
    assert pdf.pages == 1
    assert pdf.size() == SIZES[paper]
    assert "self-reported, not a measurement" in pdf.text()


def test_what_is_read_first_is_what_it_rests_on(printed: Printed) -> None:
    text = printed(page(5)).text()
    assert text.startswith("Mia, 16 – 22 November 2026")
    assert (
        "Used on 6 of 7 days · check-ins: 15 by Mia, 0 observed · ends not known: 0 of 5 · "
        "entered afterwards: 0" in text
    )
    assert "16 – 22 November 2026" in printed(page(5)).title


def test_every_number_is_there(printed: Printed) -> None:
    text = printed(page(5)).text()
    for words in (
        "Left green 5 3 to yellow, 2 to red; 30 min in red",
        "Caught in yellow 3 of 5",
        "Back to green 20 min median; 20 to 20 min; 5 of 5 ends known",
        "Repaired none noted",
        "Mon 08:00 yellow to red 20 min 15 min Louder",
        "Tue 08:00 yellow 20 min Louder",
        "No tool was used in this week.",
        "No hard moment was noted.",
        "Our question for you",
    ):
        assert words in text, text


def test_a_long_list_says_how_many_more_there_are(printed: Printed) -> None:
    text = printed(page(60)).text()
    assert "Left green 60" in text
    shown = text.count("Louder") - 1  # once more among the first signs
    assert 6 < shown < 60
    assert f"and {60 - shown} more" in text


def test_a_week_without_episodes_says_so_and_draws_nothing(printed: Printed) -> None:
    text = printed(page(0)).text()
    assert "Mia left green 0 times." in text
    for name in ("Episodes", "First signs", "When it happened", "Left green 0"):
        assert name not in text


def test_few_notes_stand_on_the_sheet_and_many_on_the_next(printed: Printed) -> None:
    few = printed(page(3, notes=1))
    assert few.pages == 1
    assert "Private notes Mon 07:00 · episode A long day." in few.text()
    many = printed(page(5, notes=60))
    assert many.pages > 2
    assert "Private notes" not in many.text(0)
    assert sum(many.text(number).count("A long day.") for number in range(many.pages)) == 60
    assert "self-reported" in many.text(1)


def test_one_endless_note_goes_on_wherever_a_sheet_ends(printed: Printed) -> None:
    pdf = printed(page(5, notes=1, note="word " * 4000))
    assert pdf.pages > 2
    assert sum(pdf.text(number).count("word") for number in range(pdf.pages)) == 4000


def test_tools_are_told_by_the_wording_rules(printed: Printed) -> None:
    few = ToolCount(tool="water", uses=2, known=2, helped=2)
    many = ToolCount(tool="squish", uses=14, known=12, helped=9)
    text = printed(
        with_tools(
            page(3),
            ToolLine(name="Squish it", count=many, said="calmer after 9 of 12 times (75 %)"),
            ToolLine(name="Drink of water", count=few, said="tried twice, too early to tell"),
        )
    ).text()
    assert "Squish it calmer after 9 of 12 times (75 %) 14" in text
    assert "Drink of water tried twice, too early to tell 2" in text
    assert "Feelings also settle by themselves." in text


def test_the_letters_are_letters_and_the_fonts_inside(qtbot: QtBot) -> None:
    data = pdf_of(ReportPage(page(5), Paper.A4))
    assert b"Lexend" in data
    assert b"/FontFile2" in data
    assert b"/Subtype /Image" not in data
    assert len(data) < 60_000
