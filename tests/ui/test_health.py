"""Health in the settings: what it tells, the examination, the report, and the log beside it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.home_start import HomeStart
from tests.ui.settings import part, show, touch
from tests.ui.tablet import Tablet
from thermometer.domain.backups import Examined
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.health import HealthCheck
from thermometer.services.log_file import path_in
from thermometer.services.work import Work
from thermometer.ui import unexpected
from thermometer.ui.health_card import HealthSettings
from thermometer.ui.places import Backups
from thermometer.ui.setting_sections import Section

ODD = "Mia 🦊 Zaphod"


@pytest.fixture
def card(tablet: Tablet) -> HealthSettings:
    tablet.services.lock.refuse_offer()
    tablet.open_settings()
    return part(tablet, Section.HEALTH, HealthSettings)


def told(card: HealthSettings) -> dict[str, str]:
    return {row.words.text: row.below.text for row in card.list.rows}


def test_it_tells_how_everything_is(card: HealthSettings, tablet: Tablet) -> None:
    words = told(card)
    assert words["Last verified backup"] == "There is none yet."
    assert words["Last examination"] == "Nobody has looked yet."
    assert words["Records that cannot be read"] == "None that anybody has come upon."
    assert "Sunday" in words["Clock"]
    assert words["Clock"].endswith("19:30, time zone Europe/Berlin.")
    assert "SQLite" in words["Versions"]
    assert words["The program’s log"].endswith("thermometer.log")
    tablet.services.safekeeping().make()
    show(tablet, Section.LOOK)
    show(tablet, Section.HEALTH)
    assert told(card)["Last verified backup"].endswith(": 0 check-ins")
    touch(tablet, card.backups)
    tablet.arrive(Backups)


def test_it_tells_what_is_not_well(
    card: HealthSettings, tablet: Tablet, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tablet.services.stores.database
    database.low_space = database.found_damaged = True
    database.unreadable.add(("check_in", "x"))
    clock.set(clock.now(), "UTC")
    card.show_now()
    words = told(card)
    assert "damaged" in words["Last examination"]
    assert words["Records that cannot be read"].startswith("1.")
    assert "almost nothing" in words["Free space where the records are"]
    assert "set the time zone" in words["Clock"]
    database.found_damaged = False
    tablet.services.health().note(sound=False)
    monkeypatch.setattr("shutil.disk_usage", _no_disk)
    card.show_now()
    assert "something was wrong" in told(card)["Last examination"]
    assert told(card)["Free space where the records are"] == "Nobody can tell here."


def _no_disk(_folder: object) -> None:
    raise OSError


def test_an_examination_is_made_beside_the_window(card: HealthSettings, tablet: Tablet) -> None:
    touch(tablet, card.examine)
    tablet.qtbot.waitUntil(lambda: card.said.text == "Everything is sound.")
    assert card.said.isVisible()
    assert not card.bar.isVisible()
    assert card.bar.bar.share == 1.0
    assert told(card)["Last examination"].endswith(": everything is sound.")
    assert card.examine.isEnabled()


def test_damage_is_said(card: HealthSettings, tablet: Tablet) -> None:
    connection = tablet.services.stores.database.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("INSERT INTO setting VALUES ('nobody', 1, 'key', '1', 1)")
    touch(tablet, card.examine)
    tablet.qtbot.waitUntil(lambda: "damaged" in card.said.text)
    assert "newest backup" in told(card)["Last examination"]


def test_it_can_be_stopped_and_shows_how_far_it_is(
    card: HealthSettings, tablet: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def slowly(_: HealthCheck, report: object, *, rows: bool) -> Examined:
        assert isinstance(report, type(Work().report))
        assert rows
        report(1, 4)
        assert go_on.wait(20)
        report(2, 4)
        raise AssertionError

    monkeypatch.setattr(HealthCheck, "examine", slowly)
    touch(tablet, card.examine)
    tablet.qtbot.waitUntil(lambda: card.bar.bar.share == 0.25)
    assert card.bar.label.text == "Looking at every byte … 25 %"
    show(tablet, Section.LOOK)
    show(tablet, Section.HEALTH)
    assert not card.examine.isEnabled()
    assert card.bar.isVisible()
    touch(tablet, card.bar.cancel)
    go_on.set()
    tablet.qtbot.waitUntil(lambda: card.said.text == "The examination was stopped.")


def test_what_cannot_be_looked_at_is_said(
    card: HealthSettings, tablet: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: HealthCheck, _report: object, *, rows: bool) -> None:
        raise Problem("data-no-access", path="X")

    monkeypatch.setattr(HealthCheck, "examine", refuse)
    touch(tablet, card.examine)
    said = tablet.services.sentences.of(Problem("data-no-access", path="X"))
    tablet.qtbot.waitUntil(lambda: card.said.text == said)


def test_what_cannot_be_read_at_all_is_told(
    card: HealthSettings, tablet: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: HealthCheck, _qt: str) -> None:
        raise Problem("data-no-access", path="X")

    monkeypatch.setattr(HealthCheck, "read", refuse)
    card.show_now()
    said = tablet.services.sentences.of(Problem("data-no-access", path="X"))
    assert tablet.window.notice == said


def test_the_report_holds_nothing_of_anybody(card: HealthSettings, tablet: Tablet) -> None:
    tablet.services.journal.check_in(tablet.person("Mia").id, Zone.RED)
    touch(tablet, card.copy)
    assert card.said.text == "The report is copied. You can paste it anywhere."
    text = QGuiApplication.clipboard().text()
    assert text.count("\n") == 5
    assert "Versions: Feelings Thermometer" in text
    assert "2026-11-22T18:30:00+00:00 (+0100)" in text
    for word in ("Mia", "Mum", "green", "yellow", "red", "Berlin", str(tablet.services.folder)):
        assert word not in text


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock: FakeClock) -> Iterator[HomeStart]:
    one = HomeStart(qtbot, folder, clock)
    yield one
    one.close()


def test_the_log_begins_once_home_is_there_and_ends_with_it(start: HomeStart) -> None:
    start.live_in()
    start.run()
    log = path_in(start.folder)
    assert not log.exists()
    start.qtbot.waitUntil(log.exists)
    said = log.read_text(encoding="utf-8")
    assert "INFO thermometer.ui.watching: started: " in said
    start.opening.close()
    logging.getLogger("thermometer.ui").error("too late")
    assert "too late" not in log.read_text(encoding="utf-8")


def test_a_mistake_of_ours_is_logged_without_names_and_the_tap_is_saved(
    start: HomeStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.live_in()
    start.run()
    start.qtbot.waitUntil(path_in(start.folder).exists)
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    unexpected.catch(start.window.say)
    (mia,) = start.services.family.people()
    start.services.family.change(replace(mia, name=ODD))

    def break_down(_change: object) -> None:
        raise ValueError(f"{ODD} is red: she hit her brother")

    taps = start.taps()
    start.opening._changes.happened.connect(break_down)
    with start.qtbot.captureExceptions():
        try:
            start.services.journal.check_in(mia.id, Zone.RED)
        except ValueError:
            sys.excepthook(*sys.exc_info())
    said = path_in(start.folder).read_text(encoding="utf-8")
    assert start.taps() == taps + 1
    assert ODD not in said
    assert "red" not in said.replace("started", "")
