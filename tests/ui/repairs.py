"""Hard moments on a test's tablet, and hands for the pages on which they are mended."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.stories import reveal
from tests.ui.tablet import Tablet
from thermometer.domain.mending import Repair
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.zones import Zone
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.pages.lock import LockPage
from thermometer.ui.pages.repairs import RepairsPage
from thermometer.ui.places import GuidedRepair, Lock, Place, Repairs
from thermometer.ui.repair.lines_body import LinesBody
from thermometer.ui.repair.repair_card import RepairCard
from thermometer.ui.widgets.line_pick import LinePick


def hard_moment(
    tablet: Tablet, kind: RuptureKind | None = None, *, grown_up: str = "Mum", child: str = "Mia"
) -> UUID:
    """A hard moment between two, just now; its id."""
    moments = tablet.services.hard_moments()
    return moments.log(tablet.person(grown_up).id, tablet.person(child).id, kind=kind).id


def repair(tablet: Tablet, rupture: UUID) -> Repair:
    """How it stands."""
    return tablet.services.repairs().one(rupture)


def repairs_page(tablet: Tablet) -> RepairsPage:
    """The Repairs page, gone to."""
    tablet.window.go(Repairs())
    return tablet.page(RepairsPage)


def card(tablet: Tablet, rupture: UUID) -> RepairCard:
    """The card of a hard moment on the Repairs page in view."""
    found = [one for one in tablet.page(RepairsPage).cards if one.repair.id == rupture]
    assert len(found) == 1
    return found[0]


def touch(tablet: Tablet, target: QWidget) -> None:
    """Scroll to ``target`` and touch it."""
    tablet.tap(reveal(target))
    QCoreApplication.processEvents()


def begin(tablet: Tablet, rupture: UUID) -> GuidedRepairPage:
    """From the Repairs page into the guided repair."""
    repairs_page(tablet)
    touch(tablet, card(tablet, rupture).begin)
    tablet.arrive(GuidedRepair)
    return tablet.page(GuidedRepairPage)


def guided(tablet: Tablet) -> GuidedRepairPage:
    """The guided repair in view."""
    return tablet.page(GuidedRepairPage)


def calm_down(tablet: Tablet) -> None:
    """Tap the grown-up's own green at Calm first, and go on."""
    page = guided(tablet)
    assert page.calm.panel is not None
    touch(tablet, page.calm.panel.thermometer.buttons.of(Zone.GREEN))
    tablet.tap(page.foot.next)


def skip_to(tablet: Tablet, step: RepairStep) -> GuidedRepairPage:
    """Leave out every step before ``step``."""
    page = guided(tablet)
    for _ in RepairStep:
        if page.step is step:
            break
        tablet.tap(page.foot.skip)
    assert page.step is step
    return page


def write(tablet: Tablet, field: QWidget, text: str) -> None:
    """Touch a field and type."""
    touch(tablet, field)
    QTest.keyClicks(field, text)


def unlock(tablet: Tablet, place: type[Place]) -> None:
    """A grown-up holds the button of the lock in view, where there is no PIN."""
    tablet.arrive(Lock)
    hold = tablet.page(LockPage).hold
    tablet.press(hold)
    tablet.arrive(place)
    tablet.release(hold)


def pick_of(page: GuidedRepairPage, part: Part) -> LinePick:
    """The card of lines for ``part`` at the step in view."""
    body = page.bodies[page.step]
    assert isinstance(body, LinesBody)
    return body.picks[part]
