"""What grown-ups do behind the lock: the week, stories, repairs, settings, all of the rail."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tests.soak.kitchen import Kitchen
from tests.ui.locked import PIN, WRONG
from tests.ui.stories import reveal
from thermometer.domain.repair_steps import RepairStep
from thermometer.domain.ruptures import Outcome
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.look_settings import LookSettings
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.pages.lock import LockPage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.pages.repairs import RepairsPage
from thermometer.ui.pages.story import StoryPage
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import GuidedRepair, Home, Lock, Parents, Repairs, Story, Week
from thermometer.ui.setting_sections import Section

MOST_A_DAY = 20


def touch(kitchen: Kitchen, target: QWidget) -> None:
    """Scroll to ``target`` and tap it."""
    kitchen.tap(reveal(target))
    QCoreApplication.processEvents()


def unlock(kitchen: Kitchen) -> None:
    """ "Parents", sometimes a wrong PIN, and the right one: then the week."""
    kitchen.tap(kitchen.tablet.home.frame.parents)
    kitchen.arrive(Lock)
    page = kitchen.tablet.page(LockPage)
    if kitchen.random.random() < 0.1:
        _enter(kitchen, page, WRONG)
        kitchen.tablet.qtbot.waitUntil(lambda: not page.is_busy)
    _enter(kitchen, page, PIN)
    kitchen.arrive(Week)


def _enter(kitchen: Kitchen, page: LockPage, pin: str) -> None:
    for digit in pin:
        kitchen.tap(page.pin.pad.digits[digit])
    kitchen.tap(page.pin.pad.done)


def lock(kitchen: Kitchen) -> None:
    """The lock on the rail: Home again."""
    page = kitchen.tablet.window.page
    if isinstance(page, CornerPage) and page.rail.lock.isVisible():
        kitchen.tap(page.rail.lock)
    else:
        kitchen.go_home()
    kitchen.arrive(Home)


def go_along_rail(kitchen: Kitchen, key: object) -> None:
    """One place of the rail; the way from what a child may have held leads through the lock."""
    kitchen.tap(kitchen.tablet.page(CornerPage).rail.buttons[key])
    QCoreApplication.processEvents()
    if kitchen.tablet.is_at(Lock):
        _enter(kitchen, kitchen.tablet.page(LockPage), PIN)
        kitchen.tablet.qtbot.waitUntil(lambda: not kitchen.tablet.is_at(Lock))


def look_at_week(kitchen: Kitchen) -> None:
    """Other weeks, other people, other days, the twelve weeks, and a story of it."""
    page = kitchen.tablet.page(WeekPage)
    for target in (
        page.header.back,
        page.board.twelve_choice,
        page.board.days_choice,
        kitchen.random.choice(page.header.people),
        page.header.this_week,
        kitchen.random.choice(page.header.people),
    ):
        if target.isVisible() and target.isEnabled():
            touch(kitchen, target)
    kitchen.tablet.qtbot.waitUntil(lambda: page.board.day.plot is not None)
    _read_story(kitchen, page)


def _read_story(kitchen: Kitchen, page: WeekPage) -> None:
    rows = page.board.episodes.rows
    if rows and rows[0].isVisible():
        touch(kitchen, kitchen.random.choice(rows))
        kitchen.arrive(Story)
        story = kitchen.tablet.page(StoryPage)
        if chips := [*story.tags.chips.values()]:
            touch(kitchen, kitchen.random.choice(chips))
        kitchen.tap(story.head.back)
        kitchen.arrive(Week)


def mend(kitchen: Kitchen) -> None:
    """The first hard moment that waits, mended: every step left out but the last."""
    go_along_rail(kitchen, Repairs)
    page = kitchen.tablet.page(RepairsPage)
    waiting = [card for card in page.cards if card.begin.isVisible()]
    if not waiting:
        return
    touch(kitchen, waiting[0].begin)
    if not kitchen.tablet.is_at(GuidedRepair):
        return
    guided = kitchen.tablet.page(GuidedRepairPage)
    for _ in RepairStep:
        if guided.step is RepairStep.HOW_DID_IT_GO or not guided.foot.skip.isVisible():
            break
        kitchen.tap(guided.foot.skip)
    if guided.step is RepairStep.HOW_DID_IT_GO:
        touch(kitchen, guided.outcome.answers[Outcome.TOGETHER])
        kitchen.tap(guided.foot.next)
    if kitchen.tablet.is_at(GuidedRepair):
        kitchen.tap(guided.foot.home)


def make_up(kitchen: Kitchen) -> None:
    """All the others that wait: they have made up, as nobody has a thousand of them."""
    go_along_rail(kitchen, Repairs)
    page = kitchen.tablet.page(RepairsPage)
    for _ in range(MOST_A_DAY):
        waiting = [card for card in page.cards if card.already.isVisible()]
        if not waiting:
            return
        touch(kitchen, waiting[0].already)


def walk_the_rail(kitchen: Kitchen) -> None:
    """Every place of the rail, one after another."""
    for key in tuple(kitchen.tablet.page(CornerPage).rail.buttons):
        go_along_rail(kitchen, key)


def look_through_settings(kitchen: Kitchen) -> None:
    """Every section of the settings."""
    go_along_rail(kitchen, Parents)
    page = kitchen.tablet.page(ParentsPage)
    for section in Section:
        touch(kitchen, page.sections.buttons[section])


def choose_look(kitchen: Kitchen) -> None:
    """Another look, another size of the letters: by the chips of the settings."""
    go_along_rail(kitchen, Parents)
    page = kitchen.tablet.page(ParentsPage)
    touch(kitchen, page.sections.buttons[Section.LOOK])
    for part in page.parts(Section.LOOK):
        if isinstance(part, LookSettings):
            for choice in part.choices.values():
                touch(kitchen, kitchen.random.choice(list(choice.flow.chips.values())))


def _visit(what: Callable[[Kitchen], None]) -> Callable[[Kitchen], None]:
    def visit(kitchen: Kitchen) -> None:
        unlock(kitchen)
        what(kitchen)
        lock(kitchen)

    return visit


evening = _visit(make_up)
VISITS = tuple(map(_visit, (look_at_week, mend, walk_the_rail, look_through_settings, choose_look)))
