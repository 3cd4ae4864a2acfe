"""The tour's way through a repair: every step, and the pages beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import ChildCard, Outcome
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Page
from thermometer.ui.pages.childs_card import ChildsCardPage
from thermometer.ui.pages.follow_up import FollowUpPage
from thermometer.ui.pages.frightening_help import FrighteningHelpPage
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.pages.lock import LockPage
from thermometer.ui.pages.moment_details import MomentDetailsPage
from thermometer.ui.pages.rehearsal import RehearsalPage
from thermometer.ui.pages.repairs import RepairsPage
from thermometer.ui.pages.roadblocks import RoadblocksPage
from thermometer.ui.places import FollowUpPlace, GuidedRepair, Repairs
from thermometer.ui.repair.again_pick import PICK
from thermometer.ui.repair.lines_body import LinesBody
from thermometer.ui.repair.reflect_body import ReflectBody
from thermometer.ui.tour_family import reveal
from thermometer.ui.window import MainWindow

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]
PageType = TypeVar("PageType", bound=Page)
PATIENCE_MS = 15_000


def repair(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """From the Repairs page through the nine steps to the follow-up, and back to Repairs.

    Args:
        window: at a page of the parents' corner.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page than expected is in view.
        TimeoutError: the lock does not open.
    """

    def touch(target: QWidget) -> None:
        reveal(target)
        tap(target)

    _walk(window, touch, picture)


def _walk(window: MainWindow, tap: Tap, picture: Picture) -> None:
    tap(_page(window, CornerPage).rail.buttons[Repairs])
    picture("repairs")
    _beside(window, tap, picture)
    page = _page(window, RepairsPage)
    tap(page.cards[0].begin)
    guided = _page(window, GuidedRepairPage)
    _calm(guided, tap, picture)
    tap(guided.foot.roadblocks)
    picture("repair-roadblocks")
    tap(_page(window, RoadblocksPage).head.back)
    _sides_and_go(guided, tap, picture)
    _reflect(window, tap, picture)
    _words(guided, tap, picture)
    _outcome(guided, tap, picture)
    _follow_up(window, guided, tap, picture)


def _beside(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """The pages that the Repairs page leads to."""
    page = _page(window, RepairsPage)
    tap(page.cards[0].details)
    picture("repair-details")
    tap(_page(window, MomentDetailsPage).head.back)
    tap(page.note)
    picture("repair-note")
    tap(_page(window, MomentDetailsPage).head.back)
    tap(page.practise)
    picture("repair-practise")
    tap(_page(window, RehearsalPage).head.back)
    tap(page.help)
    picture("repair-help")
    tap(_page(window, FrighteningHelpPage).head.back)


def _calm(page: GuidedRepairPage, tap: Tap, picture: Picture) -> None:
    if page.calm.panel is None:
        raise TypeError(page)
    thermometer = page.calm.panel.thermometer
    tap(thermometer.buttons.of(Zone.YELLOW))
    picture("repair-calm-first-yellow")
    tap(thermometer.buttons.of(Zone.GREEN))
    picture("repair-calm-first")


def _sides_and_go(page: GuidedRepairPage, tap: Tap, picture: Picture) -> None:
    tap(page.foot.next)
    picture("repair-both-sides")
    tap(page.foot.next)
    _choose(page, Part.OPENING, tap)
    picture("repair-go-to-child")
    tap(page.foot.next)


def _reflect(window: MainWindow, tap: Tap, picture: Picture) -> None:
    page = _page(window, GuidedRepairPage)
    body = page.bodies[RepairStep.REFLECT]
    if not isinstance(body, ReflectBody):
        raise TypeError(body)
    tap(next(iter(body.feelings.chips.values())))
    picture("repair-reflect")
    tap(body.give)
    card = _page(window, ChildsCardPage)
    picture("repair-childs-card")
    tap(card.cards[ChildCard.ALMOST])
    picture("repair-childs-card-given")
    if card.done is not None:
        tap(card.done)
    _unlock(window, GuidedRepair)
    tap(page.foot.next)


def _words(page: GuidedRepairPage, tap: Tap, picture: Picture) -> None:
    _choose(page, Part.REASON, tap)
    picture("repair-validate")
    tap(page.foot.next)
    picture("repair-own-it")
    for part in (Part.DID, Part.FELT, Part.WILL):
        _choose(page, part, tap)
    picture("repair-own-it-chosen")
    tap(page.foot.next)
    _choose(page, Part.IDEA, tap)
    picture("repair-mend-it")
    tap(page.foot.next)


def _outcome(page: GuidedRepairPage, tap: Tap, picture: Picture) -> None:
    picture("repair-how-did-it-go")
    tap(page.outcome.answers[Outcome.NOT_YET])
    tap(page.outcome.again.choices.chips[PICK])
    picture("repair-not-yet")
    tap(page.outcome.answers[Outcome.TOGETHER])
    tap(page.foot.next)
    picture("repair-later")


def _follow_up(window: MainWindow, page: GuidedRepairPage, tap: Tap, picture: Picture) -> None:
    """It is offered twenty minutes later only; here nobody waits for that."""
    window.go(FollowUpPlace(page.here.rupture))
    picture("repair-follow-up")
    tap(_page(window, FollowUpPage).head.back)
    picture("repairs-together")


def _choose(page: GuidedRepairPage, part: Part, tap: Tap) -> None:
    body = page.bodies[page.step]
    if not isinstance(body, LinesBody):
        raise TypeError(body)
    tap(body.picks[part].lines[0])


def _unlock(window: MainWindow, place: type) -> None:
    """Hold the button of the lock, where there is no PIN."""
    hold = _page(window, LockPage).hold
    QTest.mousePress(hold, Qt.MouseButton.LeftButton)
    since = QElapsedTimer()
    since.start()
    while not isinstance(window.place, place):
        if since.elapsed() > PATIENCE_MS:
            raise TimeoutError(window.place)
        QTest.qWait(20)
    QTest.mouseRelease(hold, Qt.MouseButton.LeftButton)


def _page(window: MainWindow, kind: type[PageType]) -> PageType:
    if not isinstance(window.page, kind):
        raise TypeError(window.page)
    return window.page
