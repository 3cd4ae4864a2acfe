"""What grown-ups enter: the answers offered, the sentence before Save, the ways out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes import SUNDAY_EVENING, FakeClock
from tests.ui import drawings, stories
from tests.ui.conftest import MakeTablet
from tests.ui.stories import MINUTE, choose, reveal
from tests.ui.tablet import Tablet
from thermometer.domain.checkins import Source
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.when import When
from thermometer.domain.zones import Zone
from thermometer.ui.entry_form import PICK, EntryForm
from thermometer.ui.pages.late_entry import LateEntryPage
from thermometer.ui.pages.observe import ObservePage
from thermometer.ui.places import LateEntry, Observe, Story, Week
from thermometer.ui.sign_choices import MORE

SIZES = [(1280, 800), (800, 480), (800, 1280), (480, 320)]
HALF_HOUR = timedelta(minutes=30)
YESTERDAY = date(2026, 11, 21)


def late_entry(tablet: Tablet, place: LateEntry | None = None) -> LateEntryPage:
    tablet.window.go(place or LateEntry(tablet.person("Mia").id))
    return tablet.page(LateEntryPage)


def observe(tablet: Tablet, place: Observe | None = None) -> ObservePage:
    tablet.window.go(place or Observe(tablet.person("Mia").id))
    return tablet.page(ObservePage)


def test_nothing_can_be_saved_before_all_is_answered(tablet: Tablet) -> None:
    page = late_entry(tablet, LateEntry())
    choose(tablet, page.who, tablet.person("Mia").id)
    choose(tablet, page.when, When.HOUR_AGO)
    choose(tablet, page.big, Zone.RED)
    assert not page.save.isEnabled()
    assert page.sentence.text == "Please choose an answer in each line."
    choose(tablet, page.long, HALF_HOUR)
    assert page.save.isEnabled()
    assert page.sentence.text == (
        "Mia, Sunday about 18:00 to 18:30, ≈ 30 min · highest red · 30 min in red."
    )


def test_it_may_have_begun_in_yellow(tablet: Tablet) -> None:
    page = late_entry(tablet)
    choose(tablet, page.big, Zone.YELLOW)
    choose(tablet, page.when, When.JUST_NOW)
    choose(tablet, page.long, HALF_HOUR)
    assert not page.began.isVisible()
    choose(tablet, page.big, Zone.RED)
    choose(tablet, page.began, Zone.YELLOW)
    assert page.preview is not None
    assert [c.zone for c in page.preview.check_ins] == [Zone.YELLOW, Zone.RED, Zone.GREEN]


def test_a_time_can_be_picked_but_none_that_has_not_come(tablet: Tablet) -> None:
    page = late_entry(tablet)
    assert not page.pick.isVisible()
    choose(tablet, page.big, Zone.YELLOW)
    choose(tablet, page.long, HALF_HOUR)
    choose(tablet, page.when, PICK)
    for later in (page.pick.day.more, page.pick.hour.more, page.pick.minute.more):
        tablet.tap(reveal(later))
    assert page.moment == SUNDAY_EVENING
    for earlier in (page.pick.day.less, page.pick.hour.less, page.pick.minute.less):
        tablet.tap(reveal(earlier))
    assert page.moment == SUNDAY_EVENING - timedelta(days=1, hours=1, minutes=5)
    assert page.sentence.text.startswith("Mia, Saturday about 17:55 to 18:25")


def test_of_a_day_that_is_over_its_times_are_offered(tablet: Tablet) -> None:
    page = late_entry(tablet, LateEntry(tablet.person("Mia").id, YESTERDAY))
    assert list(page.when.chips) == [
        When.MORNING, When.NOON, When.AFTERNOON, When.EVENING, PICK,
    ]  # fmt: skip
    tablet.tap(page.head.back)
    want = Week(person=tablet.person("Mia").id, day=YESTERDAY)
    tablet.qtbot.waitUntil(lambda: tablet.window.place == want)


def test_it_says_before_saving_what_the_childs_own_taps_make_of_it(tablet: Tablet) -> None:
    stories.check_in(tablet, "Mia", Zone.RED, -75)
    page = late_entry(tablet)
    choose(tablet, page.big, Zone.YELLOW)
    choose(tablet, page.when, When.HOUR_AGO)
    choose(tablet, page.long, HALF_HOUR)
    assert page.sentence.text.startswith("With what is there already it will be: Mia, Sunday")
    assert "highest red" in page.sentence.text
    assert page.save.isEnabled()


def test_it_says_that_nothing_of_it_will_show(tablet: Tablet) -> None:
    stories.check_in(tablet, "Mia", Zone.GREEN, -64)
    page = late_entry(tablet)
    choose(tablet, page.big, Zone.YELLOW)
    choose(tablet, page.when, When.HOUR_AGO)
    choose(tablet, page.long, timedelta(minutes=5))
    assert page.sentence.text.startswith("Mia’s own taps say otherwise")


def test_who_tells_it_is_asked_only_where_there_are_two(
    tablet: Tablet, make_tablet: MakeTablet
) -> None:
    assert not late_entry(tablet).by.isVisible()
    tablet.people(4)
    page = late_entry(tablet)
    assert page.by.isVisible()
    dad = tablet.person("Dad").id
    choose(tablet, page.by, dad)
    assert late_entry(tablet).by.chosen == (dad,)


@pytest.mark.parametrize("form", [late_entry, observe])
def test_without_a_grown_up_nobody_can_tell(make_tablet: MakeTablet, form: object) -> None:
    tablet = make_tablet()
    tablet.services.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    tablet.open()
    page: EntryForm = form(tablet)  # type: ignore[operator]
    assert "Please add one" in page.sentence.text
    assert not page.save.isEnabled()


def test_what_is_noticed_now_stands_beside_their_own_tap(tablet: Tablet) -> None:
    page = observe(tablet)
    assert page.when.chosen == (When.JUST_NOW,)
    choose(tablet, page.zone, Zone.RED)
    choose(tablet, page.signs, MORE)
    choose(tablet, page.signs, "growly")
    assert page.sentence.text == "Mia in red, Sunday 19:30."
    tablet.tap(page.save)
    tablet.arrive(Week)
    (seen,) = tablet.check_ins()
    assert (seen.zone, seen.source, seen.about) == (Zone.RED, Source.OBSERVED, False)
    assert (seen.observed_by, seen.signs) == (tablet.person("Mum").id, ("growly",))


def test_green_asks_for_no_signs(tablet: Tablet) -> None:
    page = observe(tablet)
    choose(tablet, page.zone, Zone.RED)
    assert page.signs.isVisible()
    tablet.tap(reveal(next(iter(page.signs.chips.values()))))
    choose(tablet, page.zone, Zone.GREEN)
    assert not page.signs.isVisible()
    tablet.tap(page.save)
    tablet.arrive(Week)
    assert tablet.check_ins()[0].signs == ()


def test_a_past_check_in_of_a_day(tablet: Tablet) -> None:
    mia = tablet.person("Mia").id
    page = observe(tablet, Observe(mia, YESTERDAY))
    choose(tablet, page.zone, Zone.YELLOW)
    assert not page.save.isEnabled()
    choose(tablet, page.when, When.NOON)
    tablet.tap(page.save)
    tablet.qtbot.waitUntil(lambda: tablet.window.place == Week(person=mia, day=YESTERDAY))
    (seen,) = tablet.check_ins()
    assert seen.about
    assert seen.at == SUNDAY_EVENING - timedelta(days=1, hours=7)
    assert seen.entered_at == SUNDAY_EVENING


def test_from_a_story_its_own_time_is_where_one_begins(tablet: Tablet, clock: FakeClock) -> None:
    up, *_ = stories.evening(tablet)
    here = Story(up.person, up.id)
    page = observe(tablet, Observe(up.person, back=here))
    assert not page.who.isVisible()
    assert page.moment == up.at
    for _ in range(4):
        tablet.tap(reveal(page.pick.minute.more))
    choose(tablet, page.zone, Zone.RED)
    tablet.tap(page.save)
    tablet.qtbot.waitUntil(lambda: tablet.window.place == here)
    assert tablet.check_ins()[-1].zone is Zone.GREEN
    assert [c.at for c in tablet.check_ins() if c.entered_at == clock.now()] == [
        up.at + 20 * MINUTE
    ]


def test_a_way_back_that_keeps_nothing(tablet: Tablet) -> None:
    up, *others = stories.evening(tablet)
    page = observe(tablet, Observe(up.person, back=Story(up.person, up.id)))
    tablet.tap(page.head.back)
    tablet.arrive(Story)
    page = observe(tablet, Observe(up.person, back=Story(up.person, tablet.person("Mum").id)))
    assert page.when.chosen == (When.JUST_NOW,)
    assert len(tablet.check_ins()) == 1 + len(others)


@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut_and_every_target_is_large_enough(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(4)
    tablet.open()
    for form in (late_entry, observe):
        page = form(tablet)
        choose(tablet, page.when, PICK)
        assert [each.text for each in drawings.of(tablet.window) if each.is_cut] == []
        flows = (page.who, page.when, page.by)
        for chip in (chip for flow in flows for chip in flow.chips.values()):
            assert chip.height() >= tablet.theme.target("parent")
            assert chip.mapTo(tablet.window, chip.rect().topRight()).x() < size[0]
        for stepper in (page.pick.day, page.pick.hour, page.pick.minute):
            right = stepper.mapTo(tablet.window, stepper.rect().topRight()).x()
            assert right < size[0]


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_save_stands_under_the_questions_wherever_they_end(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(2)
    tablet.open()
    page = observe(tablet)

    def under() -> int:
        """Pixels between the last question and Save."""
        end = page._card.mapTo(page, page._card.rect().bottomLeft()).y()
        return page.save.mapTo(page, page.save.rect().topLeft()).y() - end

    tablet.qtbot.waitUntil(lambda: 0 <= under() < 24)
    before = page.save.mapTo(page, page.save.rect().topLeft()).y()
    tablet.tap(page.when.chips["pick"])
    tablet.qtbot.waitUntil(page.pick.isVisible)
    tablet.qtbot.waitUntil(
        lambda: page.save.mapTo(page, page.save.rect().topLeft()).y() > before and under() < 24
    )
    assert under() >= 0
    assert page._scroll.verticalScrollBar().maximum() == 0
