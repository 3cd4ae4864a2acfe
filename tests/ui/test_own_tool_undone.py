"""What was done to a tool of the family's own is taken back on the set-up, step by step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.ui.devices import a_photo
from tests.ui.locked import PIN, enter, lock_page, touch_digits
from tests.ui.own import choose_file, open_new_tool, photo_file, photo_of
from tests.ui.setups import kept, tap_card
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from tests.ui.test_own_tool import choose_kind, kept_tool, name_it, only_tool
from thermometer.domain.tools import Step, ToolKind
from thermometer.domain.zones import Zone
from thermometer.ui.own_places import OwnToolPlace, OwnToolUndone
from thermometer.ui.pages.lock import LockPage
from thermometer.ui.pages.own_tool import OwnToolPage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.places import FamilyPlace, Lock, SafePlaceSetup


def open_tool(tablet: Tablet, tool: str) -> OwnToolPage:
    """From the set-up, past the lock."""
    tablet.window._ready.gate.open()
    tablet.tap(reveal(tablet.page(SafePlaceSetupPage).own_tools.pills[tool]))
    assert isinstance(tablet.window.place, OwnToolPlace)
    return tablet.page(OwnToolPage)


def undo(tablet: Tablet, times: int = 1) -> SafePlaceSetupPage:
    setup = tablet.page(SafePlaceSetupPage)
    for _ in range(times):
        tablet.tap(setup.panel.undo)
        if tablet.is_at(Lock):  # it was a grown-up's change
            tablet.press(tablet.page(LockPage).hold)
            tablet.arrive(OwnToolUndone)
            tablet.window.releaseMouse()
    return setup


def test_a_new_one_is_gone_again_and_nobody_has_it(tablet: Tablet) -> None:
    page = open_new_tool(tablet)
    before = kept(tablet, "Mia", Zone.YELLOW)
    name_it(tablet, page, "Swing")
    tablet.tap(page.save)
    tool = only_tool(tablet).id
    tap_card(tablet, "water")
    tap_card(tablet, tool)
    assert tool in kept(tablet, "Mia", Zone.YELLOW)
    setup = undo(tablet, 3)
    assert not setup.panel.undo.isEnabled()
    assert tablet.services.own_tools().all() == ()
    assert kept(tablet, "Mia", Zone.YELLOW) == before
    assert tool not in setup.grid.tiles


def test_a_removed_one_is_back_in_its_place(tablet: Tablet) -> None:
    page = kept_tool(tablet)
    tool = only_tool(tablet)
    tablet.tap(page.head.back)
    tap_card(tablet, tool.id)  # "water" alone is left
    undo(tablet)
    tap_card(tablet, "hug")
    page = open_tool(tablet, tool.id)
    tablet.tap(page.remove)
    tablet.tap(page.really)
    assert kept(tablet, "Mia", Zone.YELLOW) == ("water", "hug")
    setup = undo(tablet)
    assert only_tool(tablet) == tool
    assert kept(tablet, "Mia", Zone.YELLOW) == ("water", tool.id, "hug")
    assert setup.grid.picked == ("water", tool.id, "hug")
    undo(tablet)
    assert kept(tablet, "Mia", Zone.YELLOW) == ("water", tool.id)
    assert not setup.panel.undo.isEnabled()


def test_a_changed_one_has_its_name_steps_and_photos_again(tablet: Tablet, tmp_path: Path) -> None:
    page = open_new_tool(tablet)
    name_it(tablet, page, "Our tree")
    tablet.tap(reveal(page.form.pictures.file))
    choose_file(tablet, page.photos, photo_file(tmp_path))
    choose_kind(tablet, page, ToolKind.STEPS)
    tablet.tap(reveal(page.form.steps.rows[0].tile))
    tablet.tap(reveal(page.form.step_pictures.file))
    choose_file(tablet, page.photos, photo_file(tmp_path, upside_down()))
    tablet.tap(page.save)
    before = only_tool(tablet)
    looks = [photo_of(tablet, before.picture), photo_of(tablet, before.steps[0].picture)]
    page = open_tool(tablet, before.id)
    name_it(tablet, page, "Another tree")
    choose_kind(tablet, page, ToolKind.CARD)
    page.form.show_picture("tools/outside")
    tablet.tap(page.save)
    assert tablet.services.own_media().picture(before.picture) is None  # nothing needs it
    undo(tablet)
    after = only_tool(tablet)
    assert (after.name, after.kind) == ("Our tree", ToolKind.STEPS)
    assert isinstance(after.steps[0], Step)
    assert [photo_of(tablet, after.picture), photo_of(tablet, after.steps[0].picture)] == looks


def test_a_removed_one_that_is_back_is_as_it_was_kept(tablet: Tablet) -> None:
    page = kept_tool(tablet)
    tool = only_tool(tablet)
    name_it(tablet, page, "Half a name")
    tablet.tap(page.remove)
    tablet.tap(page.really)
    undo(tablet)
    page = open_tool(tablet, tool.id)
    assert page.form.name.text() == "Swing"
    assert not page.has_draft()
    assert page.save.isVisible()
    assert not page.really.isVisible()


def test_whoever_comes_is_not_asked_what_another_began(tablet: Tablet) -> None:
    page = kept_tool(tablet)
    name_it(tablet, page, "Big swing")
    tablet.tap(page.remove)
    tablet.window._go_home()  # the corner locks itself
    tablet.hold_parents()
    assert tablet.page(OwnToolPage).form.name.text() == "Big swing"
    assert page.save.isVisible()
    assert not page.really.isVisible()
    tablet.tap(page.remove)
    tablet.tap(page.head.back)
    open_tool(tablet, only_tool(tablet).id)
    assert page.form.name.text() == "Big swing"
    assert page.save.isVisible()
    assert not page.really.isVisible()


def test_what_was_typed_does_not_outlive_what_it_was_typed_over(tablet: Tablet) -> None:
    page = kept_tool(tablet)
    tool = only_tool(tablet)
    name_it(tablet, page, "Big swing")
    tablet.tap(page.head.back)
    tablet.services.own_tools().change(replace(tool, name="New swing"))  # as a file may have it
    open_tool(tablet, tool.id)
    assert page.form.name.text() == "New swing"
    assert not page.has_draft()


def test_nothing_changed_is_nothing_to_take_back(tablet: Tablet) -> None:
    page = kept_tool(tablet)
    tablet.tap(page.save)
    assert not tablet.page(SafePlaceSetupPage).panel.undo.isEnabled()


def test_a_tool_that_was_removed_elsewhere_does_not_come_back_with_a_card(tablet: Tablet) -> None:
    page = kept_tool(tablet)
    tool = only_tool(tablet).id
    tablet.tap(page.head.back)
    tap_card(tablet, tool)  # from "water, Swing" to "water" alone, and that can be taken back
    tablet.services.own_tools().remove(tool)  # as a file from another device may have it
    setup = undo(tablet)
    assert kept(tablet, "Mia", Zone.YELLOW) == ("water",)
    assert setup.grid.picked == ("water",)


@pytest.mark.parametrize("change", ["made", "changed", "removed"])
def test_without_the_pin_no_change_to_a_tool_is_taken_back(locked: Tablet, change: str) -> None:
    locked.window._ready.gate.open()
    mia = locked.person("Mia").id
    locked.window.go(SafePlaceSetup())
    page = open_own_tool(locked, None)
    name_it(locked, page, "Swing")
    locked.tap(page.save)
    if change != "made":
        page = open_own_tool(locked, only_tool(locked).id)
        name_it(locked, page, "Big swing")
        locked.tap(page.save if change == "changed" else page.remove)
        if change == "removed":
            locked.tap(page.really)
    before = locked.services.own_tools().all()
    locked.tap(locked.page(SafePlaceSetupPage).panel.undo)
    assert locked.window.place == Lock(OwnToolUndone(mia, Zone.YELLOW))
    assert locked.services.own_tools().all() == before
    touch_digits(locked, lock_page(locked).pin, PIN)
    locked.arrive(OwnToolUndone)
    names = [tool.name for tool in locked.services.own_tools().all()]
    assert names == ([] if change == "made" else ["Swing"])
    setup = locked.page(SafePlaceSetupPage)
    assert setup.panel.undo.isEnabled() is (change != "made")
    tap_card(locked, "water")  # a child holds it, as before
    locked.tap(setup.rail.buttons[FamilyPlace])
    assert locked.is_at(Lock)


def test_a_change_is_taken_back_once_though_the_corner_locks_itself(locked: Tablet) -> None:
    locked.window._ready.gate.open()
    locked.window.go(SafePlaceSetup())
    for name in ("Swing", "Tree"):
        page = open_own_tool(locked, None)
        name_it(locked, page, name)
        locked.tap(page.save)
    locked.tap(locked.page(SafePlaceSetupPage).panel.undo)
    touch_digits(locked, lock_page(locked).pin, PIN)
    locked.arrive(OwnToolUndone)
    locked.window._go_home()
    enter(locked, OwnToolUndone)
    assert only_tool(locked).name == "Swing"


def open_own_tool(tablet: Tablet, tool: str | None) -> OwnToolPage:
    """Past the lock, from whatever person and zone the set-up shows."""
    tablet.window._ready.gate.open()
    tablet.window.go(OwnToolPlace(tool, tablet.person("Mia").id, Zone.YELLOW))
    return tablet.page(OwnToolPage)


def upside_down() -> QImage:
    return a_photo().flipped()
