"""What a family chooses: kept and read again, and a garbled value is what suits most."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store import records
from thermometer.domain.settings import (
    DIM_MINUTES,
    IDLE_MINUTES,
    LEAST_PHASE,
    LONGEST_NAME,
    LOUDNESSES,
    OOPS_SECONDS,
    SPEECH_RATES,
    TEXT_SIZES,
    BreathPace,
    FirstDay,
    Look,
    Motion,
    Preferences,
)
from thermometer.domain.tools import Pace

PREFERENCES = st.builds(
    Preferences,
    look=st.sampled_from(Look),
    text_size=st.sampled_from(TEXT_SIZES),
    motion=st.sampled_from(Motion),
    sound=st.booleans(),
    first_day=st.sampled_from(FirstDay),
    oops_seconds=st.sampled_from(OOPS_SECONDS),
    idle_minutes=st.sampled_from(IDLE_MINUTES),
    breath_pace=st.sampled_from(BreathPace),
    hidden_on_home=st.frozensets(st.uuids(), max_size=3),
    moment_on_home=st.booleans(),
    noticed_on_home=st.booleans(),
    words_on_home=st.booleans(),
    loudness=st.sampled_from(LOUDNESSES),
    dim_minutes=st.sampled_from(DIM_MINUTES),
    read_aloud=st.frozensets(st.uuids(), max_size=3),
    not_read_aloud=st.frozensets(st.uuids(), max_size=3),
    voice=st.text(max_size=20),
    speech_rate=st.sampled_from(SPEECH_RATES),
    language=st.text(max_size=5),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=8), below),
    max_leaves=6,
)
FIELDS = st.sampled_from(sorted(Preferences().values()))
SECONDS = st.floats(min_value=0.5, max_value=10)


@given(PREFERENCES)
def test_what_is_kept_is_read_again(chosen: Preferences) -> None:
    assert Preferences.of(json.loads(json.dumps(chosen.values()))) == chosen


@given(JSON | st.dictionaries(FIELDS, JSON))
def test_whatever_the_file_holds_can_be_lived_with(garbled: object) -> None:
    read = Preferences.of(garbled)
    assert read.text_size in TEXT_SIZES
    assert Preferences.of(read.values()) == read


@pytest.mark.parametrize("garbled", [None, "dark", 7, ["dark"], {"look": "purple"}, {"look": None}])
def test_what_cannot_be_read_is_what_suits_most(garbled: object) -> None:
    assert Preferences.of(garbled) == Preferences()


def test_one_garbled_value_leaves_the_others() -> None:
    id_ = uuid4()
    read = Preferences.of(
        {"look": "dark", "text_size": True, "hidden_on_home": [str(id_), "nobody", 5]}
    )
    assert read == Preferences(look=Look.DARK, hidden_on_home=frozenset({id_}))


def test_a_zone_is_hidden_and_shown_again() -> None:
    id_ = uuid4()
    hidden = Preferences().showing(id_, shown=False)
    assert hidden.hidden_on_home == {id_}
    assert hidden.showing(id_, shown=False) == hidden
    assert hidden.showing(id_, shown=True) == Preferences()


@pytest.mark.parametrize(
    "garbled",
    [
        {"loudness": 3, "dim_minutes": False, "speech_rate": "fast", "read_aloud": "Mia"},
        {"loudness": True, "dim_minutes": None, "voice": 5, "language": ["en"]},
        {"voice": "half a character: \ud83d", "language": "\udfff"},
        {"voice": "x" * (LONGEST_NAME + 1), "language": None, "speech_rate": True},
    ],
)
def test_a_garbled_voice_or_loudness_is_what_suits_most(garbled: object) -> None:
    assert Preferences.of(garbled) == Preferences()


def test_it_is_read_to_children_and_to_whom_a_parent_chooses() -> None:
    child, grown_up = records.child(), records.parent()
    usual = Preferences()
    assert (usual.reads_to(child), usual.reads_to(grown_up)) == (True, False)
    turned = usual.reading_to(child.id, on=False).reading_to(grown_up.id, on=True)
    assert (turned.reads_to(child), turned.reads_to(grown_up)) == (False, True)
    again = turned.reading_to(child.id, on=True).reading_to(grown_up.id, on=False)
    assert (again.reads_to(child), again.reads_to(grown_up)) == (True, False)


def test_text_scale() -> None:
    assert Preferences(text_size=125).text_scale == 1.25


@pytest.mark.parametrize(
    ("day", "weekday"),
    [
        (FirstDay.SYSTEM, None),
        (FirstDay.MONDAY, 0),
        (FirstDay.SATURDAY, 5),
        (FirstDay.SUNDAY, 6),
    ],
)
def test_first_days(day: FirstDay, weekday: int | None) -> None:
    assert day.weekday == weekday


@pytest.mark.parametrize(
    ("chosen", "breath"),
    [(BreathPace.SLOWER, 7.0), (BreathPace.AS_IS, 6.0), (BreathPace.FASTER, 5.0)],
)
def test_a_breath_lasts_a_second_more_or_less(chosen: BreathPace, breath: float) -> None:
    pace = Preferences(breath_pace=chosen).pace(Pace(inhale=2.5, exhale=3.5, breaths=4))
    assert pace.breath == pytest.approx(breath)
    assert pace.exhale / pace.inhale == pytest.approx(3.5 / 2.5)
    assert pace.breaths == 4


@given(SECONDS, SECONDS, st.sampled_from([0.0, 3.0]), st.sampled_from(BreathPace))
def test_no_phase_gets_too_fast_and_a_square_stays_one(
    inhale: float, exhale: float, hold: float, chosen: BreathPace
) -> None:
    pace = Pace(inhale=inhale, exhale=exhale, breaths=4, hold_in=hold, hold_out=hold)
    paced = Preferences(breath_pace=chosen).pace(pace)
    assert min(paced.inhale, paced.exhale) >= LEAST_PHASE - 1e-9
    assert paced.hold_in == paced.hold_out == pytest.approx(hold * paced.breath / pace.breath)
