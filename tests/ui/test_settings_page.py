"""The settings in a parent's hands: each is worn at once, kept, and there at the next start."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QElapsedTimer

from tests.fakes import FakeClock
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.settings import chip, choice, choose
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.changes import Change
from thermometer.domain.settings import BreathPace, FirstDay, Look, Motion, Preferences
from thermometer.domain.zones import Zone
from thermometer.ui.dressing import theme_name
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import Home, HowIsItNow, Parents, Week


def settings(tablet: Tablet) -> ParentsPage:
    tablet.services.lock.refuse_offer()
    return tablet.open_settings()


@pytest.mark.parametrize("look", [Look.DARK, Look.CONTRAST, Look.LIGHT])
def test_colours_change_at_once(tablet: Tablet, look: Look) -> None:
    page = settings(tablet)
    choose(tablet, "look", look)
    assert tablet.theme.name == look.value
    middle = page.grab().toImage().pixelColor(page.width() - 5, 5)
    assert middle == tablet.theme.tokens.paper
    assert tablet.services.preferences.now.look is look


def test_text_and_motion_change_at_once(tablet: Tablet) -> None:
    settings(tablet)
    before = tablet.theme.text_px("normal")
    choose(tablet, "text_size", 200)
    assert tablet.theme.text_px("normal") == 2 * before
    assert {each.pixels for each in drawings.of(tablet.window)} >= {2 * before}
    choose(tablet, "motion", Motion.REDUCED)
    assert tablet.theme.reduced_motion
    choose(tablet, "text_size", 100)
    assert tablet.theme.text_px("normal") == before


def test_what_was_chosen_is_there_at_the_next_start(
    tablet: Tablet, make_tablet: MakeTablet
) -> None:
    settings(tablet)
    choose(tablet, "look", Look.DARK)
    choose(tablet, "oops_seconds", 30)
    tablet.close()
    again = make_tablet()
    again.open()
    again.window.changed(Change.SETTINGS)  # what the opening tells the window before Home
    assert again.theme.name == "dark"
    settings(again)
    assert choice(again, "oops_seconds").flow.chosen == (30,)


def test_the_week_begins_on_the_familys_first_day(tablet: Tablet) -> None:
    settings(tablet)
    for first, weekday in ((FirstDay.SUNDAY, 6), (FirstDay.SATURDAY, 5), (FirstDay.MONDAY, 0)):
        choose(tablet, "first_day", first)
        tablet.window.go(Week())
        assert tablet.page(WeekPage).days.first_day.weekday() == weekday
        tablet.window.go(Parents())


def test_oops_stays_as_long_as_was_chosen(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, oops=400))
    tablet.people(2)
    tablet.open()
    settings(tablet)
    choose(tablet, "oops_seconds", 5)
    tablet.window.go(Home())
    since = QElapsedTimer()
    since.start()
    tablet.tap_zone("Mia", Zone.GREEN)
    taps = tablet.window._around.taps if tablet.window._around else None
    assert taps is not None
    mia = tablet.person("Mia").id
    assert taps.of(mia)
    tablet.qtbot.waitUntil(lambda: taps.of(mia) is None)
    assert 190 <= since.elapsed() < 390


def test_it_goes_home_after_the_time_chosen(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, idle_home=1_000))
    tablet.people(2)
    tablet.open()
    settings(tablet)
    choose(tablet, "idle_minutes", 2)
    tablet.window.go(Home())
    tablet.check_in("Mia", Zone.GREEN)
    assert tablet.safe_place.idle_ms == 400
    tablet.arrive(Home)


def test_a_guide_breathes_at_the_pace_chosen(tablet: Tablet) -> None:
    settings(tablet)
    choose(tablet, "breath_pace", BreathPace.SLOWER)
    slower = tablet.services.preferences.now.pace(
        tablet.services.content.pace(
            tablet.services.content.tool("flower-candle"), tablet.person("Mia").age_band
        )
    )
    tablet.window.go(Home())
    since = QElapsedTimer()
    since.start()
    tablet.begin("Mia", Zone.YELLOW, "flower-candle")
    tablet.arrive(HowIsItNow)
    assert since.elapsed() >= slower.breath * slower.breaths * QUICK.second


def test_a_choice_that_cannot_be_kept_is_not_shown_as_chosen(tablet: Tablet) -> None:
    settings(tablet)
    dark = chip(tablet, "look", Look.DARK)
    tablet.services.stores.database.path.unlink()
    tablet.tap(dark)
    assert tablet.window.notice
    assert choice(tablet, "look").flow.chosen == (Look.SYSTEM,)
    assert tablet.theme.name == "light"


def test_a_restored_file_brings_its_own_choices(tablet: Tablet) -> None:
    dark = Preferences(look=Look.DARK)
    tablet.services.stores.settings.set("preferences", dark.values())
    tablet.window.changed(Change.SETTINGS)
    assert tablet.theme.name == "light"
    tablet.window.changed(Change.EVERYTHING)
    assert tablet.theme.name == "dark"


def test_the_system_decides_where_nothing_is_chosen(qapp: object) -> None:
    assert theme_name(Look.SYSTEM) in ("light", "dark")
    assert [theme_name(look) for look in (Look.LIGHT, Look.DARK, Look.CONTRAST)] == [
        "light",
        "dark",
        "contrast",
    ]


def test_reading_the_choices_costs_a_start_almost_nothing(tablet: Tablet, clock: FakeClock) -> None:
    """A start has 3 ms for it; the bound here only says that no scan of the history is hidden."""
    clock.set(datetime(2026, 11, 22, 8, tzinfo=UTC))
    statements: list[str] = []
    tablet.services.stores.database.connection.set_trace_callback(statements.append)
    tablet.services.preferences.read_again()
    tablet.services.stores.database.connection.set_trace_callback(None)
    selects = [each for each in statements if each.lstrip().upper().startswith("SELECT")]
    assert len(selects) == 2  # the choices, and the number of the last row
