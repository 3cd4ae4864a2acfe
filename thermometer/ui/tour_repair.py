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
from thermometer.ui.pages.hard_moment import HardMomentPage
from thermometer.ui.pages.home import HomePage
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


def hard_moment(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """Three taps from Home, and back.

    Args:
        window: at Home.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page than expected is in view.
    """
    tap(_page(window, HomePage).frame.moment)
    page = _page(window, HardMomentPage)
    for name in ("hard-moment-grown-up", "hard-moment-child"):
        picture(name)
        tap(page.cards[0])
    picture("hard-moment-saved")
    tap(page.back)


def _walk(window: MainWindow, tap: Tap, picture: Picture) -> None:
    tap(_page(window, CornerPage).rail.buttons[Repairs])
    picture("repairs")
    _beside(window, tap, picture)
    card = _page(window, RepairsPage).cards[0]
    tap(card.another)
    picture("repairs-who-reaches-out")
    tap(card.begin)
    _calm(window, tap, picture)
    guided = _page(window, GuidedRepairPage)
    tap(guided.head.roadblocks)
    picture("repair-roadblocks")
    tap(_page(window, RoadblocksPage).head.back)
    tap(guided.foot.next)
    picture("repair-both-sides")
    _resume(window, tap, picture)
    tap(guided.foot.next)
    _lines(window, Part.OPENING, tap, picture)
    _reflect(window, tap, picture)
    _lines(window, Part.REASON, tap, picture)
    _own_it(window, tap, picture)
    _lines(window, Part.IDEA, tap, picture)
    _outcome(window, tap, picture)
    _follow_up(window, guided, tap, picture)


def _resume(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """Pause, and go on from the Repairs page."""
    guided = _page(window, GuidedRepairPage)
    step, rupture = guided.step, guided.here.rupture
    tap(guided.foot.pause)
    page = _page(window, RepairsPage)
    if step is RepairStep.HOW_DID_IT_GO:
        picture("repairs-paused-at-the-end")
    tap(next(one for one in page.cards if one.repair.id == rupture).begin)
    picture(f"repair-{step}-resumed")


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


def _calm(window: MainWindow, tap: Tap, picture: Picture) -> None:
    page = _page(window, GuidedRepairPage)
    if page.calm.panel is None:
        raise TypeError(page)
    thermometer = page.calm.panel.thermometer
    picture("repair-calm-first")
    tap(thermometer.buttons.of(Zone.YELLOW))
    picture("repair-calm-first-yellow")
    _resume(window, tap, picture)
    tap(thermometer.buttons.of(Zone.GREEN))
    picture("repair-calm-first-green")


def _lines(window: MainWindow, part: Part, tap: Tap, picture: Picture) -> None:
    """A step at which one line is chosen."""
    page = _page(window, GuidedRepairPage)
    step = page.step
    _choose(page, part, tap)
    picture(f"repair-{step}")
    _resume(window, tap, picture)
    tap(page.foot.next)


def _reflect(window: MainWindow, tap: Tap, picture: Picture) -> None:
    page = _page(window, GuidedRepairPage)
    body = page.bodies[RepairStep.REFLECT]
    if not isinstance(body, ReflectBody):
        raise TypeError(body)
    tap(next(iter(body.feelings.chips.values())))
    picture("repair-reflect")
    _resume(window, tap, picture)
    tap(page.foot.give)
    card = _page(window, ChildsCardPage)
    picture("repair-childs-card")
    tap(card.cards[ChildCard.ALMOST])
    picture("repair-childs-card-given")
    if card.done is not None:
        tap(card.done)
    _unlock(window, GuidedRepair)
    tap(page.foot.next)


def _own_it(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """One line after the other, then all of them."""
    page = _page(window, GuidedRepairPage)
    for part in (Part.DID, Part.FELT, Part.WILL):
        _choose(page, part, tap)
        picture(f"repair-own-it-{part}")
        if part is Part.DID:
            _resume(window, tap, picture)
        else:
            tap(page.foot.next)
    picture("repair-own-it-whole")
    tap(page.foot.next)


def _outcome(window: MainWindow, tap: Tap, picture: Picture) -> None:
    page = _page(window, GuidedRepairPage)
    picture("repair-how-did-it-go")
    _resume(window, tap, picture)
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
