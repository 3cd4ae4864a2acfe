"""Cards to cut out: how many on a sheet, what is on them, where to cut."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.print.pages import Pdf
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.signs import Sign, SignGroup
from thermometer.domain.tools import Step, Tool, ToolKind
from thermometer.domain.zones import Zone
from thermometer.services.content import Content
from thermometer.ui.print.cards import EDGE, TICK, CardSheets, Grid, PaperCard
from thermometer.ui.print.cards_tools import SignToCut, ToolToCut
from thermometer.ui.print.output import pdf_of
from thermometer.ui.print.paper import POINT, Paper, inks

DARK = 200


def tool(name: str, *, what: str = "Slow sips", steps: tuple[Step, ...] = ()) -> ToolToCut:
    """A card of that name, for yellow."""
    whole = Tool(
        id="own",
        name=name,
        what=what,
        picture="tools/water",
        kind=ToolKind.STEPS if steps else ToolKind.CARD,
        zones=(Zone.YELLOW,),
        steps=steps,
    )
    return ToolToCut(whole, (Zone.YELLOW,), AgeBand.ADULT)


def texts(cards: list[PaperCard], grid: Grid, paper: Paper = Paper.A4) -> list[str]:
    """The words of each sheet."""
    pdf = Pdf(pdf_of(CardSheets(cards, grid, paper, "Cards")))
    found = [pdf.text(number) for number in range(pdf.pages)]
    pdf.close()
    return found


@pytest.mark.parametrize(("grid", "sheets"), [(Grid.SIX, 2), (Grid.EIGHT, 2), (Grid.FIFTEEN, 1)])
@pytest.mark.parametrize("paper", Paper)
def test_twelve_tools(qtbot: QtBot, grid: Grid, sheets: int, paper: Paper) -> None:
    names = [f"Tool {'ABCDEFGHIJKL'[number]}" for number in range(12)]
    found = texts([tool(name) for name in names], grid, paper)
    assert len(found) == sheets
    for number, name in enumerate(names):
        assert name in found[number // grid.count]


def test_a_card_has_name_words_and_steps(qtbot: QtBot) -> None:
    lemon = Content().tool("lemon")
    (page,) = texts([ToolToCut(lemon, lemon.zones, AgeBand.SIX_TO_EIGHT)], Grid.SIX)
    assert lemon.name in page
    assert lemon.what in page
    assert lemon.steps[0].text in page


def test_a_step_that_comes_again_is_shown_once_in_its_first_words() -> None:
    steps = (Step(picture="steps/push", text="Push"), Step(picture="steps/rest", text="Rest"))
    again = (*steps, Step(picture="steps/push", text="One last push"))
    assert tool("Push", steps=again).steps == steps


def test_little_ones_have_their_own_steps() -> None:
    five = Content().tool("find-five")
    little = ToolToCut(five, five.zones, AgeBand.THREE_TO_FIVE)
    assert len(little.steps) < len(ToolToCut(five, five.zones, AgeBand.ADULT).steps)


@pytest.mark.parametrize("grid", [Grid.SIX, Grid.EIGHT])
def test_every_card_of_the_library_is_whole(qtbot: QtBot, grid: Grid) -> None:
    tools = Content().tools()
    pages = " ".join(texts([ToolToCut(t, t.zones, AgeBand.ADULT) for t in tools], grid))
    assert [t.name for t in tools if t.name not in pages.replace("- ", "-")] == []
    assert "…" not in pages


@pytest.mark.parametrize("grid", Grid)
def test_long_names_are_whole(qtbot: QtBot, grid: Grid) -> None:
    name = "Grandmother Elisabeth’s enormous armchair"
    (page,) = texts([tool(name)], grid)
    assert name in page


@pytest.mark.parametrize("name", ["كأس ماء", "🦊 Fuchsbau 👩‍👩‍👧", "喝水"])
def test_any_name_can_be_printed(qtbot: QtBot, name: str) -> None:
    assert len(texts([tool(name)], Grid.SIX)) == 1


@pytest.mark.parametrize(("count", "grid"), [(3, Grid.SIX), (15, Grid.FIFTEEN)])
def test_signs(qtbot: QtBot, count: int, grid: Grid) -> None:
    signs = Content().signs(Role.CHILD)[:count]
    (page,) = texts([SignToCut(sign) for sign in signs], grid)
    assert [sign.text for sign in signs if sign.text not in page] == []


def test_a_sign_without_a_picture_keeps_its_words(qtbot: QtBot) -> None:
    sign = Sign(id="no-such-sign", text="Humming", group=SignGroup.VOICE)
    assert texts([SignToCut(sign)], Grid.SIX) == ["Humming"]


def test_no_cards_are_an_empty_sheet(qtbot: QtBot) -> None:
    assert texts([], Grid.SIX) == [""]


def on_white(seen: QImage) -> QImage:
    """A sheet as it lies in the printer."""
    paper = QImage(seen.size(), QImage.Format.Format_Grayscale8)
    paper.fill(inks().card)
    painter = QPainter(paper)
    painter.drawImage(0, 0, seen)
    painter.end()
    return paper


def darkest(image: QImage, x: float, y: float) -> int:
    """The darkest grey beside that place, in points."""
    steps = (-1, 0, 1)
    at = [(round(2 * x) + across, round(2 * y) + down) for across in steps for down in steps]
    return min(image.pixelColor(*place).red() for place in at)


def test_where_to_cut_is_marked_in_the_margin_only(qtbot: QtBot) -> None:
    sheets = CardSheets([tool("Drink")] * 6, Grid.SIX, Paper.A4, "Cards")
    pdf = Pdf(pdf_of(sheets))
    page = on_white(pdf.image())
    pdf.close()
    edge, tick = EDGE / POINT, TICK / POINT
    width, height = sheets.size.width() / POINT, sheets.size.height() / POINT
    for x in (edge, width / 2, width - edge):
        assert darkest(page, x, edge - tick / 2) < DARK
        assert darkest(page, x, height - edge + tick / 2) < DARK
    for y in (edge, height / 2 - (height - 2 * edge) / 6, height - edge):
        assert darkest(page, edge - tick / 2, y) < DARK
    assert darkest(page, width / 2, edge + 60) > DARK  # no line goes through between two cards
