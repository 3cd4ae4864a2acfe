"""After a yellow tap: somebody's own signs, noticed or ignored, and never in the way."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes import FakeClock
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import QUICK, Tablet
from tests.ui.test_layout import ZONE_TARGET, overlapping, sticking_out
from thermometer.domain.zones import ByZone, Zone
from thermometer.services.early_signs import KEY
from thermometer.ui.places import Home, HowIsItNow, SafePlace
from thermometer.ui.widgets.sign_tray import GAP, SignTray

MINE = ("tight-fists", "hot-face", "louder", "stamping")
LONG = ("crashing-into-things", "stuck-on-one-thing", "no-to-everything", "baby-voice", "hiding")
HERS = ("always-never-thoughts", "taking-it-personally", "want-to-walk-out", "louder", "hot")


def choose_signs(tablet: Tablet, name: str, signs: tuple[str, ...]) -> None:
    """A parent has chosen ``signs`` for somebody."""
    tablet.services.family.change(replace(tablet.person(name), signs=signs))


@pytest.fixture
def mias(tablet: Tablet) -> Tablet:
    """Home of Mia, who has signs of her own, and Mum, who has none."""
    choose_signs(tablet, "Mia", MINE)
    return tablet


def tray_of(tablet: Tablet) -> SignTray:
    tray = tablet.safe_place.tray
    assert tray.isVisible()
    return tray


def touch(tablet: Tablet, *signs: str) -> None:
    for button in tray_of(tablet).buttons:
        if button.sign.id in signs:
            tablet.tap(button)


def marked(tablet: Tablet) -> list[str]:
    return [button.sign.id for button in tray_of(tablet).buttons if button.isChecked()]


def kept(tablet: Tablet) -> list[tuple[str, ...]]:
    return [each.signs for each in tablet.check_ins()]


def test_yellow_shows_their_own_signs_as_pictures_with_words(mias: Tablet) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    buttons = tray_of(mias).buttons
    assert [button.sign.id for button in buttons] == list(MINE)
    shown = [drawings.pictures_on(button) for button in buttons]
    assert shown == [{f"signs/{sign}"} for sign in MINE]
    words = {drawn.text for drawn in drawings.of_each([mias.safe_place.tray])}
    assert {"Tight fists", "Hot face", "Louder", "Stamping", "I notice", "Skip"} == words
    assert not [text for text in words if "?" in text or len(text.split()) > 4]


@pytest.mark.parametrize("zone", [Zone.GREEN, Zone.RED])
def test_no_other_zone_does(mias: Tablet, zone: Zone) -> None:
    mias.check_in("Mia", zone)
    assert not mias.safe_place.tray.isVisible()
    assert "I notice" not in mias.words()
    assert "Tight fists" not in mias.words()


def test_whoever_has_none_is_not_asked(mias: Tablet) -> None:
    mias.check_in("Mum", Zone.YELLOW)
    assert not mias.safe_place.tray.isVisible()
    mias.go_home()
    mias.check_in("Mia", Zone.YELLOW)
    tray_of(mias)


def test_several_can_be_marked_and_let_go_again(mias: Tablet) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    touch(mias, "hot-face", "louder", "stamping")
    assert marked(mias) == ["hot-face", "louder", "stamping"]
    touch(mias, "louder")
    assert marked(mias) == ["hot-face", "stamping"]
    assert kept(mias) == [()]
    assert tray_of(mias).close_button.text() == "Done"
    mias.tap(tray_of(mias).close_button)
    assert kept(mias) == [("hot-face", "stamping")]
    assert mias.is_at(SafePlace)
    tray = tray_of(mias)
    assert not tray.close_button.isVisible()
    left = [button for button in tray.buttons if button.isVisible()]
    assert [button.sign.id for button in left] == ["hot-face", "stamping"]
    mias.tap(left[0])
    assert marked(mias) == ["hot-face", "stamping"]
    mias.go_home()
    mias.check_in("Mia", Zone.YELLOW)
    assert marked(mias) == []
    mias.tap(tray_of(mias).buttons[0])
    assert marked(mias) == ["tight-fists"]


def test_one_tap_skips_it(mias: Tablet) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    mias.tap(tray_of(mias).close_button)
    assert not mias.safe_place.tray.isVisible()
    assert kept(mias) == [()]
    assert mias.services.stores.settings.get(KEY) is None
    mias.choose("water")


def test_the_cards_need_no_answer_and_what_is_marked_is_kept(mias: Tablet) -> None:
    mias.begin("Mia", Zone.YELLOW, "water")
    assert kept(mias) == [()]
    mias.window.go(Home())
    mias.check_in("Mia", Zone.YELLOW)
    touch(mias, "tight-fists")
    mias.choose("push-wall")
    assert kept(mias) == [(), ("tight-fists",)]
    mias.tap(mias.tool.stop_button)
    mias.arrive(HowIsItNow)


def test_going_to_somebody_else_keeps_it(mias: Tablet) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    touch(mias, "louder")
    mias.tap(mias.safe_place.strip.buttons()[1])
    assert kept(mias) == [("louder",)]
    mias.check_in("Mum", Zone.RED)
    assert kept(mias) == [("louder",), ()]


def test_after_oops_the_marks_lie_with_the_tap_and_the_next_has_its_own(mias: Tablet) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    touch(mias, "louder")
    mias.tap(mias.safe_place.oops)
    assert kept(mias) == [("louder",)]
    mias.check_in("Mia", Zone.YELLOW)
    assert marked(mias) == []
    touch(mias, "hot-face")
    mias.go_home()
    assert kept(mias) == [("louder",), ("hot-face",)]


def test_when_nobody_is_there_any_more_it_is_kept(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, idle_home=250))
    tablet.people(2)
    choose_signs(tablet, "Mia", MINE)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    touch(tablet, "stamping")
    tablet.arrive(Home)
    assert kept(tablet) == [("stamping",)]


def test_closing_the_window_keeps_it(mias: Tablet, make_tablet: MakeTablet) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    touch(mias, "hot-face", "louder")
    mias.close()
    again = make_tablet()
    again.open()
    assert kept(again) == [("hot-face", "louder")]


def test_a_sudden_end_keeps_it_too(
    mias: Tablet, folder: Path, tmp_path: Path, make_tablet: MakeTablet, clock: FakeClock
) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    touch(mias, "hot-face", "louder")
    on_the_disk = Path(shutil.copytree(folder, tmp_path / "as it was"))
    mias.close()
    shutil.rmtree(folder)
    on_the_disk.rename(folder)
    again = make_tablet()
    again.open()
    again.qtbot.waitUntil(lambda: kept(again) == [("hot-face", "louder")])
    assert again.services.stores.settings.get(KEY) is None


def test_what_could_not_be_put_by_is_not_shown_as_marked(mias: Tablet) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    mias.services.stores.database.path.unlink()
    touch(mias, "louder")
    assert mias.window.notice
    assert marked(mias) == []


def test_a_drumming_hand_marks_nothing(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, tap_guard=60_000))
    tablet.people(1)
    choose_signs(tablet, "Mia", MINE)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    for button in tray_of(tablet).buttons:
        tablet.drum(button, 3)
    tablet.tap(tray_of(tablet).close_button)
    assert marked(tablet) == []
    assert kept(tablet) == [()]


def test_by_keyboard_the_cards_come_first(mias: Tablet) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    page = mias.safe_place
    page.cards[-1].setFocus()
    QTest.keyClick(mias.window.focusWidget(), Qt.Key.Key_Tab)
    assert page.tray.buttons[0].hasFocus()
    QTest.keyClick(page.tray.buttons[0], Qt.Key.Key_Space)
    assert marked(mias) == ["tight-fists"]


def test_the_cards_stay_in_their_places(mias: Tablet) -> None:
    mias.check_in("Mia", Zone.YELLOW)
    before = [card.geometry() for card in mias.safe_place.cards]
    touch(mias, "louder")
    mias.tap(tray_of(mias).close_button)
    assert [card.geometry() for card in mias.safe_place.cards] == before
    mias.go_home()
    mias.check_in("Mia", Zone.YELLOW)
    assert [card.geometry() for card in mias.safe_place.cards] == before


def test_without_a_tap_of_just_now_nobody_is_asked(mias: Tablet) -> None:
    mias.window.go(SafePlace(mias.person("Mia"), Zone.YELLOW))
    assert not mias.safe_place.tray.isVisible()


SIZES = [(800, 480), (1280, 800), (800, 1280), (480, 800), (1024, 600)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_five_long_signs_have_their_room(
    make_tablet: MakeTablet, size: tuple[int, int], text: float
) -> None:
    tablet = make_tablet(size=size)
    tablet.theme.text_scale = text
    tablet.people(6)
    choose_signs(tablet, "Mia", LONG)
    choose_signs(tablet, "Mum", HERS)
    plain = ("long-out", "water", "outside", "squish", "push-wall", "safe-place")
    tablet.services.stores.people.change(replace(tablet.person("Mum"), tools=ByZone((), plain, ())))
    tablet.open()
    for name in ("Mia", "Mum"):
        tablet.window.go(Home(tablet.person(name)))
        tablet.check_in(name, Zone.YELLOW)
        page, tray = tablet.safe_place, tray_of(tablet)
        assert page.body_scan.isVisible() is (name == "Mum")
        assert overlapping(tablet.window) == []
        assert sticking_out(tablet.window) == []
        for button in (*tray.buttons, tray.close_button):
            assert min(button.size().toTuple()) >= tablet.theme.target("child")
        assert all(min(card.size().toTuple()) >= ZONE_TARGET for card in page.cards)
        cut = [each.text for each in drawings.of_each([tray]) if each.is_cut]
        assert cut == []
        tablet.go_home()


@pytest.mark.parametrize("size", [(800, 480), (1280, 800)], ids=["small", "laptop"])
@pytest.mark.parametrize("signs", [MINE, LONG], ids=["four", "five"])
def test_marked_signs_stand_apart_and_in_line_with_what_they_are(
    make_tablet: MakeTablet, size: tuple[int, int], signs: tuple[str, ...]
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(3)
    choose_signs(tablet, "Mia", signs)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    tray = tray_of(tablet)
    for one, other in pairwise(button.geometry() for button in tray.buttons):
        assert other.left() - one.right() - 1 >= GAP
    words = {each.text: each for each in drawings.of_each([tray])}
    middle = words["I notice"].room.center().y()
    for button in tray.buttons:
        assert button.y() + words[button.text()].room.center().y() == pytest.approx(middle)
        assert words[button.text()].pixels == words["I notice"].pixels


def test_where_there_is_no_room_left_the_cards_win(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(size=(480, 320))
    tablet.people(1)
    choose_signs(tablet, "Mia", MINE)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    assert not tablet.safe_place.tray.isVisible()
