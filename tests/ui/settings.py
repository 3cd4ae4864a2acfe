"""A parent's hands on the settings."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtWidgets import QScrollArea, QWidget

from tests.ui.tablet import Tablet
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.setting_sections import Section
from thermometer.ui.settings_part import PreferencePart, SettingsPart
from thermometer.ui.widgets.chip_flow import Chip
from thermometer.ui.widgets.setting_choice import SettingChoice

P = TypeVar("P", bound=SettingsPart)


def show(tablet: Tablet, section: Section) -> ParentsPage:
    """Touch a section in the list."""
    page = tablet.page(ParentsPage)
    touch(tablet, page.sections.buttons[section])
    assert page.section is section
    return page


def part(tablet: Tablet, section: Section, kind: type[P]) -> P:
    """The card of that kind, in view."""
    page = tablet.page(ParentsPage)
    if page.section is not section:
        show(tablet, section)
    return page.part(section, kind)


def touch(tablet: Tablet, target: QWidget) -> None:
    """Touch something, scrolled to where it can be."""
    above: QWidget | None = target.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    assert above is not None
    tablet.window.grab()  # whatever was put there is in its place now
    above.ensureWidgetVisible(target)
    tablet.tap(target)


def choice(tablet: Tablet, field: str) -> SettingChoice[Any]:
    """The choice about a field of the preferences, its section in view."""
    page = tablet.page(ParentsPage)
    for section in Section:
        for each in page.parts(section):
            if isinstance(each, PreferencePart) and field in each.choices:
                if page.section is not section:
                    show(tablet, section)
                return each.choices[field]
    raise LookupError(field)


def chip(tablet: Tablet, field: str, value: object) -> Chip:
    """One of what can be chosen."""
    return choice(tablet, field).flow.chips[value]


def choose(tablet: Tablet, field: str, value: object) -> None:
    """Touch a choice."""
    chosen = chip(tablet, field, value)
    touch(tablet, chosen)
    assert chosen.isChecked()
