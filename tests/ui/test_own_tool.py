"""A tool of the family's own: made, picked, used, changed, removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui.conftest import MakeTablet
from tests.ui.devices import FakeCapture, a_photo
from tests.ui.own import choose_file, cut_words, equip, open_new_tool, photo_file, photo_of, shoot
from tests.ui.setups import open_setup, tap_card
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.tools import Pace, Step, Tool, ToolKind
from thermometer.domain.zones import Zone
from thermometer.ui.own_places import OwnToolPlace
from thermometer.ui.pages.guide import GuidePage
from thermometer.ui.pages.own_tool import OwnToolPage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.pages.steps import StepsPage
from thermometer.ui.pages.timer import TimerPage
from thermometer.ui.places import SafePlaceSetup
from thermometer.ui.widgets.tool_form import FIRST_MINUTES, new_tool


def name_it(tablet: Tablet, page: OwnToolPage, name: str) -> None:
    tablet.tap(reveal(page.form.name))
    page.form.name.selectAll()
    QTest.keyClicks(page.form.name, name)


def choose_kind(tablet: Tablet, page: OwnToolPage, kind: ToolKind) -> None:
    tablet.tap(reveal(page.form.kinds.chips[kind]))


def only_tool(tablet: Tablet) -> Tool:
    (tool,) = tablet.services.own_tools().all()
    return tool


def use_in_yellow(tablet: Tablet, tool: str) -> None:
    """Pick it in place of another, lock, tap yellow, touch it."""
    tap_card(tablet, "water")
    tap_card(tablet, tool)
    tablet.tap(tablet.page(SafePlaceSetupPage).rail.lock)
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.choose(tool)


def test_a_new_one_needs_a_name(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    assert not page.save.isEnabled()
    assert not page.has_draft()
    name_it(tablet, page, "Swing")
    assert page.save.isEnabled()
    assert page.has_draft()
    tablet.tap(page.save)
    assert isinstance(tablet.window.place, SafePlaceSetup)
    tool = only_tool(tablet)
    assert (tool.name, tool.kind, tool.zones) == ("Swing", ToolKind.CARD, tuple(Zone))
    assert tool.id in tablet.page(SafePlaceSetupPage).grid.tiles


def test_a_name_of_five_words_is_too_long_for_a_child(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    name_it(tablet, page, "swing on the old tree")
    tablet.tap(page.save)
    assert "at most 4 words" in tablet.window.notice
    assert tablet.services.own_tools().all() == ()
    assert page.has_draft()


def test_steps_have_pictures_words_and_seconds(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    name_it(tablet, page, "To the tree")
    choose_kind(tablet, page, ToolKind.STEPS)
    editor = page.form.steps
    QTest.keyClicks(reveal(editor.rows[0].text), "Run")
    tablet.tap(reveal(editor.rows[0].seconds.stepper.more))
    tablet.tap(reveal(editor.add))
    QTest.keyClicks(reveal(editor.rows[1].text), "Touch it")
    tablet.tap(reveal(editor.rows[1].tile))
    drawings = page.form.step_pictures.drawings
    assert drawings is not None
    tablet.tap(reveal(drawings.tiles["steps/touch"]))
    tablet.tap(page.save)
    tool = only_tool(tablet)
    assert tool.steps == (
        Step(picture="steps/rest", text="Run", seconds=3),
        Step(picture="steps/touch", text="Touch it"),
    )
    use_in_yellow(tablet, tool.id)
    assert tablet.page(StepsPage).number == 0
    assert "Run" in tablet.words()


def test_a_step_can_go_but_not_the_last_one(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    choose_kind(tablet, page, ToolKind.STEPS)
    editor = page.form.steps
    assert not editor.rows[0].remove.isVisible()
    tablet.tap(reveal(editor.add))
    QTest.keyClicks(editor.rows[1].text, "Second")
    tablet.tap(reveal(editor.rows[0].tile))
    tablet.tap(reveal(editor.rows[0].remove))
    assert [step.text for step in editor.steps] == ["Second"]
    assert not editor.rows[0].remove.isVisible()


def test_there_are_no_more_than_twelve_steps(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    page.form.steps.show_steps([Step(picture="steps/rest", text=str(n)) for n in range(12)])
    assert page.form.steps.add.isHidden()


def test_a_timer_runs_its_minutes(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    name_it(tablet, page, "Tent time")
    choose_kind(tablet, page, ToolKind.TIMER)
    tablet.tap(reveal(page.form.minutes.stepper.more))
    tablet.tap(page.save)
    tool = only_tool(tablet)
    assert tool.minutes == FIRST_MINUTES + 1
    use_in_yellow(tablet, tool.id)
    assert tablet.page(TimerPage).is_running()


def test_a_guide_breathes_at_its_own_pace(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    name_it(tablet, page, "Dragon breath")
    choose_kind(tablet, page, ToolKind.GUIDE)
    assert (page.form.inhale.value, page.form.exhale.value) == (3.0, 4.5)  # of six to eight
    tablet.tap(reveal(page.form.exhale.stepper.more))
    tablet.tap(reveal(page.form.breaths.stepper.less))
    tablet.tap(page.save)
    tool = only_tool(tablet)
    assert tool.pace == Pace(inhale=3.0, exhale=5.0, breaths=3)
    use_in_yellow(tablet, tool.id)
    assert tablet.page(GuidePage).is_running()


def test_less_and_more_end_at_what_is_sensible(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    choose_kind(tablet, page, ToolKind.GUIDE)
    for pick, least, most in ((page.form.inhale, 2.0, 6.0), (page.form.exhale, 2.0, 9.0)):
        while pick.stepper.less.isEnabled():
            tablet.tap(reveal(pick.stepper.less))
        assert pick.value == least
        while pick.stepper.more.isEnabled():
            tablet.tap(reveal(pick.stepper.more))
        assert pick.value == most


def test_its_picture_is_a_photo_from_a_file(tablet: Tablet, tmp_path: Path) -> None:
    page = open_new_tool(tablet)
    name_it(tablet, page, "Our swing")
    tablet.tap(reveal(page.form.pictures.file))
    choose_file(tablet, page.photos, photo_file(tmp_path))
    tablet.tap(page.save)
    assert photo_of(tablet, only_tool(tablet).picture).width() == 480


def test_of_two_photos_in_a_hurry_the_last_is_taken(tablet: Tablet, tmp_path: Path) -> None:
    page = open_new_tool(tablet)
    name_it(tablet, page, "Our swing")
    tablet.tap(reveal(page.form.pictures.file))
    dialog = page.photos.files.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(photo_file(tmp_path)))
    (tmp_path / "other").mkdir()
    choose_file(tablet, page.photos, photo_file(tmp_path / "other", a_photo("teal")))
    tablet.tap(page.save)
    corner = photo_of(tablet, only_tool(tablet).picture).pixelColor(2, 2)
    assert corner.blue() > corner.red()


@pytest.fixture
def capture(tablet: Tablet) -> FakeCapture:
    return equip(tablet)


def test_a_steps_picture_is_a_photo_from_the_camera(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_new_tool(tablet)
    name_it(tablet, page, "Our tree")
    choose_kind(tablet, page, ToolKind.STEPS)
    tablet.tap(reveal(page.form.steps.rows[0].tile))
    tablet.tap(reveal(page.form.step_pictures.camera))
    shoot(tablet, capture, page.photos)
    tablet.tap(page.save)
    tool = only_tool(tablet)
    assert photo_of(tablet, tool.steps[0].picture).width() == 480
    assert tool.picture == new_tool().picture


def test_what_was_typed_stays_until_it_is_saved(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    name_it(tablet, page, "Swing")
    tablet.window._go_home()  # the corner locks itself
    tablet.hold_parents()
    assert tablet.page(OwnToolPage).form.name.text() == "Swing"
    tablet.tap(page.head.back)
    tablet.window._ready.gate.open()
    tablet.tap(tablet.page(SafePlaceSetupPage).aside.make)
    assert page.form.name.text() == "Swing"
    assert page.save.isEnabled()


def kept_tool(tablet: Tablet) -> OwnToolPage:
    """A tool that is picked in yellow, opened from the set-up's list."""
    tool = tablet.services.own_tools().add(
        Tool(
            id="",
            name="Swing",
            what="",
            picture="tools/outside",
            kind=ToolKind.CARD,
            zones=tuple(Zone),
        )
    )
    mia = tablet.person("Mia")
    tablet.services.family.choose_tools(mia.id, Zone.YELLOW, ("water", tool.id))
    setup = open_setup(tablet)
    tablet.window._ready.gate.open()
    tablet.tap(reveal(setup.own_tools.pills[tool.id]))
    assert isinstance(tablet.window.place, OwnToolPlace)
    return tablet.page(OwnToolPage)


def test_a_kept_one_is_changed(tablet: Tablet) -> None:
    page = kept_tool(tablet)
    assert page.head.title == "Swing"
    assert not page.has_draft()
    name_it(tablet, page, "Big swing")
    tablet.tap(page.save)
    assert only_tool(tablet).name == "Big swing"
    assert "Big swing" in tablet.words()


def test_one_is_removed_only_after_a_second_thought(tablet: Tablet) -> None:
    page = kept_tool(tablet)
    tool = only_tool(tablet)
    tablet.tap(page.remove)
    assert not page.save.isVisible()
    assert "It goes from every Safe Place. Earlier weeks still know its name." in tablet.words()
    tablet.tap(page.stay)
    assert page.save.isVisible()
    tablet.tap(page.remove)
    tablet.tap(page.really)
    assert tablet.services.own_tools().all() == ()
    assert tablet.person("Mia").tools.of(Zone.YELLOW) == ("water",)
    assert tool.id not in tablet.page(SafePlaceSetupPage).grid.tiles
    assert tablet.services.safe_places.tool(None, tool.id).name == "Swing"


def test_one_that_is_gone_meanwhile_is_said(tablet: Tablet) -> None:
    mia = tablet.person("Mia").id
    open_setup(tablet)
    tablet.window._ready.gate.open()
    tablet.window.go(OwnToolPlace("own-" + "0" * 32, mia, Zone.YELLOW))
    assert tablet.window.notice


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280), (480, 800)])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_nothing_is_too_small_or_goes_sideways(
    make_tablet: MakeTablet, size: tuple[int, int], text: float
) -> None:
    tablet = make_tablet(size=size)
    tablet.theme.text_scale = text
    tablet.people(1)
    tablet.open()
    tablet.window._ready.gate.open()
    tablet.window.go(OwnToolPlace(None, tablet.person("Mia").id, Zone.YELLOW))
    page = tablet.page(OwnToolPage)
    for kind in page.form.kinds.chips:
        choose_kind(tablet, page, kind)
        assert page.column.horizontalScrollBar().maximum() == 0
        assert cut_words(page) == []
    row = page.form.steps.rows[0]
    touched = [row.seconds.stepper.more, row.tile, page.form.steps.add, page.save, page.form.name]
    assert [each for each in touched if each.height() < 44] == []
