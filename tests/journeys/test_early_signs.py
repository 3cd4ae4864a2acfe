"""A child notices her own signs three evenings long; on Sunday they stand in the week."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.fakes import FakeClock
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.stories import choose, reveal
from tests.ui.tablet import Tablet
from thermometer.domain.checkins import Source
from thermometer.domain.local_time import local_day
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone
from thermometer.ui.pages.lock import LockPage
from thermometer.ui.pages.observe import ObservePage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.pages.story import StoryPage
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import Home, Lock, Observe, PersonPlace, Story, Week

MINE = ("hot-face", "louder", "stamping")


def choose_her_signs(tablet: Tablet) -> None:
    """A grown-up and Mia choose what is hers, on her page."""
    tablet.window.go(PersonPlace(tablet.person("Mia").id))
    page = tablet.page(PersonPage)
    for flow in page.signs.flows.values():
        for sign, chip in flow.chips.items():
            if sign in MINE:
                tablet.tap(reveal(chip))
    tablet.window.go(Home())
    assert set(tablet.person("Mia").signs) == set(MINE)


def yellow(tablet: Tablet, *signs: str) -> None:
    """Mia taps yellow, touches what she notices, and has a drink of water."""
    tablet.check_in("Mia", Zone.YELLOW)
    for button in tablet.safe_place.tray.buttons:
        if button.sign.id in signs:
            tablet.tap(button)
    tablet.choose("water")
    tablet.window.go(Home())


def test_from_a_touch_to_the_week_the_story_and_the_files(
    make_tablet: MakeTablet, clock: FakeClock, tmp_path: Path
) -> None:
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    choose_her_signs(tablet)
    clock.set(clock.now() - timedelta(days=3))

    yellow(tablet, "hot-face", "stamping")
    clock.advance(timedelta(minutes=20))
    tablet.check_in("Mia", Zone.GREEN)
    tablet.go_home()
    clock.advance(timedelta(days=1))
    yellow(tablet, "hot-face")
    tablet.close()

    clock.advance(timedelta(days=1))
    again = make_tablet()
    again.open()
    # This time it is her mother who sees it first, from Mia's card.
    again.tap(again.panel("Mia").eye)
    again.arrive(Lock)
    again.press(again.page(LockPage).hold)
    again.arrive(Observe)
    form = again.page(ObservePage)
    choose(again, form.zone, Zone.YELLOW)
    choose(again, form.signs, "hot-face", "louder")
    again.tap(form.save)
    again.arrive(Home)

    told = [(one.zone, one.source, set(one.signs)) for one in again.check_ins()]
    assert told == [
        (Zone.YELLOW, Source.SELF, {"hot-face", "stamping"}),
        (Zone.GREEN, Source.SELF, set()),
        (Zone.YELLOW, Source.SELF, {"hot-face"}),
        (Zone.YELLOW, Source.OBSERVED, {"hot-face", "louder"}),
    ]

    days = WeekDays.holding(local_day(clock.now(), clock.time_zone()))
    numbers = again.services.reports().week(days, clock.now())
    mia = next(one for one in numbers.people if one.person.name == "Mia")
    assert [(sign.sign, sign.count) for sign in mia.first_signs] == [
        ("hot-face", 3),
        ("louder", 1),
        ("stamping", 1),
    ]

    start = again.check_ins()[0]
    again.window.go(Story(start.person, start.id))
    again.page(StoryPage)
    said = " ".join(drawn.text for drawn in drawings.of(again.window))
    assert "hot face" in said.casefold()
    assert "stamping" in said.casefold()

    again.window.go(Week(person=start.person))
    shown = [row.count for row in again.page(WeekPage).board.signs.rows]
    assert ("Hot face", "3 of 3 episodes") in [(one.name, one.said) for one in shown]

    again.services.exporting().write(tmp_path / "out")
    with (tmp_path / "out" / "checkins.csv").open(encoding="utf-8", newline="") as file:
        rows = [row["signs"] for row in csv.DictReader(file)]
    assert [set(filter(None, row.split(";"))) for row in rows] == [each for *_, each in told]


def test_what_is_hers_can_change_and_what_was_noticed_stays(tablet: Tablet) -> None:
    choose_her_signs(tablet)
    yellow(tablet, "louder")
    tablet.services.family.change(replace(tablet.person("Mia"), signs=()))
    assert [one.signs for one in tablet.check_ins()] == [("louder",)]
    tablet.check_in("Mia", Zone.YELLOW)
    assert not tablet.safe_place.tray.isVisible()
