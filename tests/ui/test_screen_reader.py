"""A screen reader toggles what can be checked: it does the same as a finger."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton

from tests.ui.settings import choice
from tests.ui.tablet import Tablet
from thermometer.domain.settings import Look
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.pages.add_person import AddPersonPage
from thermometer.ui.places import AddPerson, FamilyPlace, Observe
from thermometer.ui.widgets.chip_flow import ChipFlow


class Heard:
    """The states that clicks have told."""

    def __init__(self) -> None:
        self.states: list[bool] = []

    def note(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        """One more click."""
        self.states.append(on)

    def are(self, count: int) -> bool:
        """Whether so many were told."""
        return len(self.states) == count


def has_chosen(tablet: Tablet, look: Look) -> bool:
    """Whether the family has chosen ``look``."""
    return tablet.services.preferences.now.look is look


def toggle(button: QAbstractButton) -> None:
    """What a screen reader does with something that can be checked."""
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.state().checkable
    interface.actionInterface().doAction(QAccessibleActionInterface.toggleAction())


def test_it_chooses_a_setting(tablet: Tablet) -> None:
    tablet.open_settings()
    chips = choice(tablet, "look").flow.chips
    for look in (Look.DARK, Look.LIGHT):
        toggle(chips[look])
        tablet.qtbot.waitUntil(partial(has_chosen, tablet, look))
        assert [key for key, chip in chips.items() if chip.isChecked()] == [look]


def test_it_goes_along_the_rail(tablet: Tablet) -> None:
    tablet.hold_parents()
    toggle(tablet.page(CornerPage).rail.buttons[FamilyPlace])
    tablet.arrive(FamilyPlace)


def test_it_chooses_one_of_a_group_that_lets_go_of_the_other(tablet: Tablet) -> None:
    tablet.window.go(AddPerson())
    form = tablet.page(AddPersonPage).form
    heard = Heard()
    for button in form.roles.values():
        button.clicked.connect(heard.note)
    before = next(role for role, button in form.roles.items() if button.isChecked())
    other = next(role for role in form.roles if role is not before)
    toggle(form.roles[other])
    tablet.qtbot.waitUntil(lambda: heard.states == [True])
    assert form.roles[other].isChecked()
    assert not form.roles[before].isChecked()


@pytest.mark.parametrize("times", [1, 2])
def test_what_is_one_of_many_is_taken_and_let_go_of(tablet: Tablet, times: int) -> None:
    tablet.window.go(Observe(tablet.person("Mia").id))
    flows = tablet.window.findChildren(ChipFlow)
    chip = next(chip for flow in flows if flow._many for chip in flow.chips.values())
    heard = Heard()
    chip.clicked.connect(heard.note)
    for number in range(1, times + 1):
        toggle(chip)
        tablet.qtbot.waitUntil(partial(heard.are, number))
    assert heard.states == [True, False][:times]
