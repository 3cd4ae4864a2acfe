"""The sections of the settings: each shows its own cards, all can be touched, nothing is cut."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.settings import choice, choose, part, show, touch
from tests.ui.tablet import Tablet
from thermometer.domain.problems import Problem
from thermometer.services.safekeeping import Safekeeping
from thermometer.ui.about_settings import AboutSettings
from thermometer.ui.data_settings import DataSettings
from thermometer.ui.look_settings import language_name
from thermometer.ui.pages.licences import LicencesPage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.places import Backups, Exchange, Licences, Parents
from thermometer.ui.setting_sections import Section
from thermometer.ui.sounds import Sound
from thermometer.ui.widgets.section_list import even_rows


def settings(tablet: Tablet) -> ParentsPage:
    tablet.services.lock.refuse_offer()
    return tablet.open_settings()


SECTIONS = {
    Section.LOOK: {"How it looks", "How it moves", "Language and week"},
    Section.SOUND: {"Sounds", "Read to me"},
    Section.HOME: {"After a tap", "When nobody touches the screen", "At the start"},
    Section.LOCK: {"The lock"},
    Section.DATA: {"Your data"},
    Section.HEALTH: {"Health"},
    Section.ABOUT: {"About"},
}


def test_each_section_shows_its_own_cards_and_no_others(tablet: Tablet) -> None:
    page = settings(tablet)
    everything = set().union(*SECTIONS.values())
    for section in (*reversed(Section), Section.LOOK):
        show(tablet, section)
        content = page.view.widget()
        assert content is not None
        words = {each.text for each in drawings.of(content)}
        assert words & everything >= SECTIONS[section]
        others = everything - SECTIONS[section] - {"About", "Sounds"}
        assert not words & others
        lit = [key for key, button in page.sections.buttons.items() if button.isChecked()]
        assert lit == [section]


def test_the_section_stays_the_same_on_the_way_back(tablet: Tablet) -> None:
    page = settings(tablet)
    part(tablet, Section.DATA, DataSettings).backups.click()
    tablet.arrive(Backups)
    tablet.window.go(Parents())
    assert page.section is Section.DATA
    part(tablet, Section.DATA, DataSettings).files.click()
    tablet.arrive(Exchange)


def test_the_newest_backup_is_named(tablet: Tablet) -> None:
    settings(tablet)
    assert "There is none yet." in data_words(tablet)
    tablet.services.safekeeping().make()
    show(tablet, Section.LOOK)
    (said,) = [each for each in data_words(tablet) if each.startswith("The newest: ")]
    assert said.endswith(" 0 check-ins.")
    assert str(tablet.services.folder) in data_words(tablet)


def data_words(tablet: Tablet) -> set[str]:
    return {row.below.text for row in part(tablet, Section.DATA, DataSettings).list.rows}


def test_a_list_of_backups_that_cannot_be_read_is_said(
    tablet: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_keeping: Safekeeping) -> None:
        raise Problem("data-no-access", path="X")

    settings(tablet)
    monkeypatch.setattr(Safekeeping, "newest", refuse)
    said = tablet.services.sentences.of(Problem("data-no-access", path="X"))
    assert said in data_words(tablet)


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280), (480, 320)])
@pytest.mark.parametrize("text_size", [100, 200])
def test_everything_can_be_touched_and_nothing_goes_sideways(
    make_tablet: MakeTablet, size: tuple[int, int], text_size: int
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(6)
    tablet.open()
    page = settings(tablet)
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, text_size=text_size))
    for section in Section:
        show(tablet, section)
        tablet.window.grab()
        for view in page.findChildren(QScrollArea):
            assert view.horizontalScrollBar().maximum() == 0
            content = view.widget()
            assert content is not None
            assert content.width() <= view.viewport().width()
            for button in view.findChildren(QAbstractButton):
                if button.isVisible():
                    assert min(button.height(), button.width()) >= 44, button.text()


def test_in_portrait_the_sections_share_their_rows(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(size=(800, 1280))
    tablet.people(2)
    tablet.open()
    buttons = settings(tablet).sections.buttons.values()
    rows = Counter(button.y() for button in buttons)
    assert sorted(rows.values()) == [3, 4]


@given(st.lists(st.integers(20, 90), min_size=1, max_size=9), st.integers(90, 400))
def test_rows_are_as_few_as_there_can_be_and_even(widths: list[int], room: int) -> None:
    places = even_rows(widths, room)
    rows: dict[int, list[int]] = {}
    for width, (x, row) in zip(widths, places, strict=True):
        assert x == sum(rows.setdefault(row, []))
        rows[row].append(width)
    assert list(rows) == list(range(len(rows)))
    sums = [sum(row) for row in rows.values()]
    assert max(sums) <= room
    other = range(1, len(widths))
    splits = (
        [sum(widths[a:b]) for a, b in pairwise((0, *ends, len(widths)))]
        for fewer in range(len(rows))
        for ends in combinations(other, fewer)
    )
    fitting = [split for split in splits if max(split) <= room]
    assert min(map(len, fitting)) == len(rows)
    assert min(max(split) for split in fitting if len(split) == len(rows)) == max(sums)


class Heard:
    """A loudspeaker that remembers."""

    def __init__(self) -> None:
        self.played: list[tuple[Sound, float]] = []

    def play(self, sound: Sound, volume: float = 1.0) -> None:
        self.played.append((sound, volume))

    def swell(self, sound: Sound, volume: float) -> None:
        """Nothing breathes here."""

    def end(self, sound: Sound) -> None:
        """Nothing breathes here."""

    def silence(self) -> None:
        """There is nothing to end."""


def test_the_choice_of_a_loudness_is_heard(make_tablet: MakeTablet) -> None:
    tablet, heard = make_tablet(), Heard()
    tablet.window.loudspeaker = lambda: heard
    tablet.people(2)
    tablet.open()
    settings(tablet)
    choose(tablet, "loudness", 25)
    tablet.qtbot.waitUntil(lambda: heard.played == [(Sound.TAP, 0.25)])
    choose(tablet, "sound", value=False)
    assert tablet.services.preferences.now.loudness == 25


def test_licences_are_read_inside_the_app(tablet: Tablet) -> None:
    settings(tablet)
    touch(tablet, part(tablet, Section.ABOUT, AboutSettings).licences)
    tablet.arrive(Licences)
    page = tablet.page(LicencesPage)
    assert page.view.isVisible()
    assert not page.text.isVisible()
    names = list(page.works)
    assert names[0].startswith("Feelings Thermometer")
    assert "Qt" in names
    touch(tablet, page.list.rows[names.index("Qt")].buttons[0])
    assert tablet.window.place == Licences("Qt")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in page.text.toPlainText()
    assert page.text.isReadOnly()
    assert page.text.verticalScrollBar().maximum() > 0
    tablet.tap(page.head.back)
    assert tablet.window.place == Licences()
    assert page.view.isVisible()
    tablet.tap(page.head.back)
    tablet.arrive(Parents)


def test_the_only_language_is_said_to_be_the_only_one(tablet: Tablet) -> None:
    settings(tablet)
    language = choice(tablet, "language")
    assert language.flow.chosen == ("en",)
    assert language.sentence.text == "English is the only one so far."


def test_languages_are_called_as_their_speakers_call_them() -> None:
    assert [language_name(each) for each in ("en", "de", "fr")] == [
        "English",
        "Deutsch",
        "Français",
    ]
    assert language_name("tlh-none") == "tlh-none"
