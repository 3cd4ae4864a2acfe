"""A kitchen year: day after day of it, each with its share of events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tests.soak.corner import VISITS, evening
from tests.soak.kitchen import Kitchen
from tests.soak.ways import OFTEN_DONE
from tests.soak.world import EVENTS, last_moment, midnight, night_of_a_change, wear_everything

NEW_YEAR = date(2026, 1, 1)
WAKE_UP = timedelta(hours=6, minutes=30)
AWAKE = timedelta(hours=14)
ONE_IN_SO_MANY_DAYS = 6
"""On which something happens to the tablet itself."""
SCHOOL = timedelta(minutes=4)
"""Most that goes by between two things done, beside what they take."""


class Year:
    """Lives in ``kitchen``; the first day does everything there is to do once."""

    def __init__(self, kitchen: Kitchen, a_day: int) -> None:
        self.kitchen, self.a_day = kitchen, a_day
        self.day = NEW_YEAR

    def live_a_day(self) -> None:
        """From the night to the last moment before midnight, and the day's backup."""
        kitchen, before = self.kitchen, self.kitchen.events
        night_of_a_change(kitchen, self.day)
        kitchen.clock.set(midnight(self.day) + WAKE_UP)
        everything = [*(way for way, _ in OFTEN_DONE), *EVENTS, *VISITS, wear_everything]
        for way in everything if self.day == NEW_YEAR else self._special():
            self._do(way)
        ways, weights = zip(*OFTEN_DONE, strict=True)
        while kitchen.events - before < self.a_day:
            self._do(kitchen.random.choices(ways, weights)[0])
        self._do(evening)
        last_moment(kitchen, self.day)
        kitchen.tablet.qtbot.waitUntil(lambda: not kitchen.services.safekeeping().is_due())
        self.day += timedelta(days=1)

    def _special(self) -> list[Callable[[Kitchen], None]]:
        """One visit to the corner a day, and now and then something out of the ordinary."""
        choose = self.kitchen.random
        rare = choose.choice(EVENTS) if not choose.randrange(ONE_IN_SO_MANY_DAYS) else None
        return [choose.choice(VISITS), *([rare] if rare else [])]

    def _do(self, way: Callable[[Kitchen], None]) -> None:
        way(self.kitchen)
        self.kitchen.pass_time(min(SCHOOL, AWAKE / self.a_day))
