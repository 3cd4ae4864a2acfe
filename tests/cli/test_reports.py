"""Weeks and episodes on the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Run
from tests.fakes import FakeClock
from tests.samples.families import FAMILY_A
from thermometer import app
from thermometer.domain.settings import FirstDay, Preferences
from thermometer.store.database import Database


@pytest.mark.parametrize("day", ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"])
def test_the_weeks_of_family_a(run: Run, family_a: None, day: str) -> None:
    code, out, err = run("--now", NOW, "week", "--from", day, "--json")
    assert (code, err) == (0, "")
    expected = (FAMILY_A / f"expected-week-{day}.json").read_text(encoding="utf-8")
    assert json.loads(out) == json.loads(expected)


def test_the_week_has_three_names(run: Run, family_a: None) -> None:
    by_date = run("week", "--from", "2026-11-09", "--now", NOW, "--json")
    assert run("week", "--week", "2026-W46", "--now", NOW, "--json") == by_date
    assert run("week", "--now", NOW, "--json") == by_date


def test_the_week_begins_on_the_first_day_that_was_chosen(
    run: Run, family_a: None, data: Path
) -> None:
    services = app.open_family(data, FakeClock(), lambda _: None)
    services.preferences.keep(Preferences(first_day=FirstDay.SUNDAY))
    services.close()
    whole = json.loads(run("week", "--now", NOW, "--json")[1])
    assert date.fromisoformat(whole["week"]["first_day"]).strftime("%a") == "Sun"
    named = json.loads(run("week", "--week", "2026-W46", "--now", NOW, "--json")[1])
    assert named["week"]["first_day"] == "2026-11-09"


def test_one_person_s_week(run: Run, family_a: None) -> None:
    out = json.loads(run("week", "--now", NOW, "--json", "--person", "mia")[1])
    whole = json.loads(run("week", "--now", NOW, "--json")[1])
    assert [person["name"] for person in out["people"]] == ["Mia"]
    assert out["family"] == whole["family"]


def test_a_week_in_words(run: Run, family_a: None) -> None:
    code, out, err = run("week", "--now", NOW)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 6
    assert "November 2026" in lines[0]
    assert [
        name in line for name, line in zip(["Mia", "Leo", "Mum", "Dad"], lines[1:], strict=False)
    ]
    assert len(run("week", "--now", NOW, "--person", "Leo")[1].splitlines()) == 3


def test_somebody_unknown(run: Run, family_a: None) -> None:
    for command in ("week", "episodes"):
        code, out, err = run(command, "--person", "Oma")
        assert (code, out) == (1, "")
        assert "Oma" in err


def test_the_episodes_of_family_a(run: Run, family_a: None) -> None:
    code, out, err = run("episodes", "--json", "--now", NOW)
    assert (code, err) == (0, "")
    expected = (FAMILY_A / "expected-episodes.json").read_text(encoding="utf-8")
    assert json.loads(out) == json.loads(expected)


def test_some_days_episodes_of_one_person(run: Run, family_a: None) -> None:
    days = ("--from", "2026-10-26", "--to", "2026-11-05")
    out = json.loads(run("episodes", "--now", NOW, "--person", "Leo", *days)[1])
    whole = json.loads((FAMILY_A / "expected-episodes.json").read_text(encoding="utf-8"))
    assert out == [
        episode
        for episode in whole
        if episode["person"] == "Leo" and "2026-10-26" <= episode["start"][:10] <= "2026-11-05"
    ]
    assert out


def test_an_empty_family_has_an_empty_week(run: Run, data: Path) -> None:
    Database.open(data).close()
    assert json.loads(run("week", "--json")[1])["people"] == []
    assert json.loads(run("episodes", "--json")[1]) == []


@pytest.mark.parametrize("command", [("week",), ("episodes",), ("export", "out")])
def test_no_folder_no_records(run: Run, data: Path, command: tuple[str, ...]) -> None:
    code, out, err = run(*command)
    assert (code, out) == (1, "")
    assert str(data) in err
    assert not data.exists()
