"""Whatever line a repair shows: no "but", no blame, not too long, and other words for each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest

from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.lines import hints
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.repair_steps import RepairStep
from thermometer.domain.ruptures import RuptureKind
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.places import GuidedRepair
from thermometer.ui.repair.lines_body import LinesBody
from thermometer.ui.repair.reflect_body import ReflectBody

BANDS = (AgeBand.THREE_TO_FIVE, AgeBand.SIX_TO_EIGHT, AgeBand.NINE_TO_TWELVE)
SURE = tuple(kind for kind in RuptureKind if kind is not RuptureKind.NOT_SURE)
OWN_WORDS = (
    RepairStep.GO_TO_CHILD,
    RepairStep.REFLECT,
    RepairStep.OWN_IT,
    RepairStep.MEND_IT,
)
Shown = dict[RepairStep, tuple[str, ...]]


def lines_of(page: GuidedRepairPage) -> Iterable[str]:
    """Every line to be chosen at the step in view."""
    body = page.bodies[page.step]
    if isinstance(body, LinesBody):
        for pick in body.picks.values():
            yield from (line.text() for line in pick.lines)
    if isinstance(body, ReflectBody):
        yield from (line.text() for line in body.pick.lines)


def walked(tablet: Tablet, child: str, kind: RuptureKind) -> Shown:
    """Walk through a practice; what is offered at each step."""
    mum = tablet.person("Mum").id
    begun = tablet.services.mending().rehearse(mum, tablet.person(child).id, kind)
    tablet.window.go(GuidedRepair(begun.id))
    page = tablet.page(GuidedRepairPage)
    shown: Shown = {}
    while page.step is not RepairStep.HOW_DID_IT_GO:
        shown[page.step] = tuple(lines_of(page))
        tablet.tap(page.foot.skip)
    return shown


@pytest.fixture
def shown(make_tablet: MakeTablet) -> dict[tuple[AgeBand, RuptureKind], Shown]:
    """What a repair shows for each age band and each kind."""
    tablet = make_tablet()
    tablet.services.family.add("Mum", Role.PARENT, AgeBand.ADULT, "bear")
    for band in BANDS:
        tablet.services.family.add(band.value, Role.CHILD, band, "fox")
    tablet.open()
    return {
        (band, kind): walked(tablet, band.value, kind) for band in BANDS for kind in RuptureKind
    }


def test_no_line_says_but_blames_or_is_too_long(
    shown: dict[tuple[AgeBand, RuptureKind], Shown],
) -> None:
    lines = {line for steps in shown.values() for lines in steps.values() for line in lines}
    assert len(lines) > 250
    assert {line: hints(line) for line in lines if hints(line)} == {}


def test_each_kind_and_band_has_words_of_its_own(
    shown: dict[tuple[AgeBand, RuptureKind], Shown],
) -> None:
    for step in OWN_WORDS:
        sets = {key: frozenset(steps[step]) for key, steps in shown.items() if key[1] in SURE}
        assert all(len(lines) >= 5 for lines in sets.values())
        same = [(a, b) for a, b in combinations(sets, 2) if sets[a] == sets[b]]
        assert same == []
