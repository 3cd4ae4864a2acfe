"""What is said in a repair besides the lines to choose from is read aloud too."""

from __future__ import annotations

from tests.ui.conftest import MakeTablet
from tests.ui.repairs import pick_of, skip_to, touch
from tests.ui.stories import choose
from tests.ui.test_voice import MOCK, repairing, spoken, voice_of
from thermometer.domain.repair_steps import PARTS, Part, RepairStep
from thermometer.ui.pages.childs_card import ChildsCardPage
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.places import ChildsCard
from thermometer.ui.repair.own_it_body import OwnItBody
from thermometer.ui.repair.reflect_body import ReflectBody


def test_a_feeling_in_a_sentence_and_why_it_makes_sense_can_be_read(
    make_tablet: MakeTablet,
) -> None:
    tablet = repairing(make_tablet, MOCK, RepairStep.REFLECT)
    page = tablet.page(GuidedRepairPage)
    body = page.bodies[RepairStep.REFLECT]
    assert isinstance(body, ReflectBody)
    assert not body.felt.aloud.isVisible()
    choose(tablet, body.feelings, "sad")
    words = spoken(voice_of(tablet))
    touch(tablet, body.felt.aloud)
    assert body.felt.aloud.accessibleName() == "Stop reading"
    tablet.qtbot.waitUntil(lambda: words == ["I", "think", "you", "felt", "sad"], timeout=20_000)
    skip_to(tablet, RepairStep.VALIDATE)
    pick = pick_of(page, Part.REASON)
    touch(tablet, pick.lines[0])
    assert pick.aloud.isVisible()


def test_other_words_than_those_that_are_heard_silence_it(make_tablet: MakeTablet) -> None:
    tablet = repairing(make_tablet, MOCK, RepairStep.REFLECT)
    body = tablet.page(GuidedRepairPage).bodies[RepairStep.REFLECT]
    assert isinstance(body, ReflectBody)
    choose(tablet, body.feelings, "sad")
    touch(tablet, body.felt.aloud)
    choose(tablet, body.feelings, "scared")
    assert body.felt.aloud.accessibleName() == "Read it aloud"


def test_the_whole_apology_and_the_childs_card_can_be_read(make_tablet: MakeTablet) -> None:
    tablet = repairing(make_tablet, MOCK, RepairStep.OWN_IT)
    page = tablet.page(GuidedRepairPage)
    body = page.bodies[RepairStep.OWN_IT]
    assert isinstance(body, OwnItBody)
    for part in PARTS[RepairStep.OWN_IT]:
        touch(tablet, body.picks[part].lines[0])
        tablet.tap(page.foot.next)
    words = spoken(voice_of(tablet))
    touch(tablet, body.whole.lines[Part.DID].aloud)
    first = body.whole.lines[Part.DID].text.split()[0]
    tablet.qtbot.waitUntil(lambda: words[:1] == [first], timeout=20_000)
    tablet.window.go(ChildsCard(page.here))
    held = tablet.page(ChildsCardPage)
    words.clear()
    tablet.tap(held.said.aloud)
    tablet.qtbot.waitUntil(lambda: words[:2] == ["Did", "I"], timeout=20_000)
    assert min(held.said.aloud.width(), held.said.aloud.height()) >= 72
