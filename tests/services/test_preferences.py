from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.fakes import FakeClock
from thermometer.domain.changes import Change
from thermometer.domain.settings import FirstDay, Look, Preferences
from thermometer.services.preferences import ASIDE, KEY, KeptPreferences
from thermometer.store.database import Database
from thermometer.store.problems import NoAccess
from thermometer.store.settings import Settings

DARK = Preferences(look=Look.DARK, first_day=FirstDay.SUNDAY, text_size=150)


@pytest.fixture
def preferences(database: Database, changes: list[Change]) -> KeptPreferences:
    return KeptPreferences(lambda: Settings(database), changes.append)


def test_without_a_choice_what_suits_most(preferences: KeptPreferences) -> None:
    assert preferences.now == Preferences()


def test_what_is_chosen_is_kept_and_told(
    database: Database, preferences: KeptPreferences, changes: list[Change], clock: FakeClock
) -> None:
    assert preferences.keep(DARK) == preferences.now == DARK
    assert changes == [Change.SETTINGS]
    database.close()
    reopened = Database.open(database.path.parent, clock)
    try:
        assert KeptPreferences(lambda: Settings(reopened), changes.append).now == DARK
    finally:
        reopened.close()


def test_it_is_read_from_the_file_once_until_it_is_to_be_read_again(
    database: Database, preferences: KeptPreferences
) -> None:
    assert preferences.now == Preferences()
    Settings(database).set(KEY, DARK.values())
    assert preferences.now == Preferences()
    assert preferences.read_again() == preferences.now == DARK


@pytest.mark.parametrize("value", ["{", "5", '"dark"', '{"look": 3, "text_size": "huge"}'])
def test_a_garbled_row_is_what_suits_most(
    database: Database, preferences: KeptPreferences, value: str
) -> None:
    preferences.keep(DARK)
    with database.transaction() as session:
        session.connection().exec_driver_sql("PRAGMA ignore_check_constraints=ON")
        session.connection().execute(text("UPDATE setting SET value = :v"), {"v": value})
        session.connection().exec_driver_sql("PRAGMA ignore_check_constraints=OFF")
    assert preferences.read_again() == Preferences()
    assert preferences.keep(DARK) == preferences.read_again()


@pytest.mark.parametrize("value", ["{", '"dark"', '{"look": "purple", "sound": false}'])
def test_what_was_garbled_is_kept_aside_until_it_is_garbled_again(
    database: Database, preferences: KeptPreferences, value: str
) -> None:
    with database.transaction() as session:
        Settings(database).set(KEY, DARK.values())
        session.connection().execute(text("UPDATE setting SET value = :v"), {"v": value})
    light = Preferences(look=Look.LIGHT)
    preferences.keep(light)
    preferences.keep(DARK)
    kept = Settings(database).all()
    assert kept == {KEY: DARK.values(), ASIDE: value}


def test_what_another_version_knows_is_not_garbled(
    database: Database, preferences: KeptPreferences
) -> None:
    Settings(database).set(KEY, {"look": "dark", "unheard-of": 5})
    preferences.keep(DARK)
    assert ASIDE not in Settings(database).all()


def test_what_could_not_be_kept_is_not_worn(
    database: Database, preferences: KeptPreferences, changes: list[Change]
) -> None:
    assert preferences.now == Preferences()
    database.path.unlink()
    with pytest.raises(NoAccess):
        preferences.keep(DARK)
    assert preferences.now == Preferences()
    assert changes == []
