"""The first minute: names and pictures, by real taps and real typing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import MakeTablet
from tests.ui.tablet import QUICK, Tablet
from tests.ui.test_layout import overlapping, sticking_out
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.thresholds import NAME_LENGTH
from thermometer.domain.zones import Zone
from thermometer.ui.page import Wish
from thermometer.ui.pages.first_start import FirstStartPage
from thermometer.ui.places import FirstStart, Home

FAMILY_EMOJI = "👩‍👩‍👧‍👦"


class FirstStartHand:
    """Somebody who fills in the first start."""

    def __init__(self, tablet: Tablet) -> None:
        self.tablet = tablet
        self.page = tablet.page(FirstStartPage)
        self.form = self.page.form

    def type(self, text: str) -> None:
        """Type ``text`` on the screen's keyboard, over what stands there."""
        self.tablet.tap(self.form.name)
        self.form.name.selectAll()
        QTest.keyClick(self.form.name, Qt.Key.Key_Delete)
        typed = QInputMethodEvent()
        typed.setCommitString(text)
        QApplication.sendEvent(self.form.name, typed)

    def be(self, role: Role) -> None:
        self.tablet.tap(self.form.roles[role])

    def add(self, name: str, role: Role = Role.CHILD) -> None:
        """Fill in somebody and touch "Add another"."""
        self.be(role)
        self.type(name)
        self.tablet.tap(self.page.another)

    def start(self) -> None:
        self.tablet.tap(self.page.start)

    @property
    def added(self) -> list[str]:
        return [one.name for one in self.page.family]


@pytest.fixture
def empty(make_tablet: MakeTablet) -> Tablet:
    """A tablet on which nobody lives yet."""
    tablet = make_tablet()
    tablet.open()
    return tablet


@pytest.fixture
def hand(empty: Tablet) -> FirstStartHand:
    return FirstStartHand(empty)


def test_a_child_and_a_grown_up_are_enough(hand: FirstStartHand) -> None:
    tablet = hand.tablet
    hand.type("Mia")
    tablet.tap(hand.form.ages[7])
    tablet.tap(hand.form.pictures["owl"])
    tablet.tap(hand.page.another)
    assert hand.form.role is Role.PARENT  # who is still missing
    hand.type("Mum")
    hand.start()
    assert tablet.is_at(Home)
    mia, mum = tablet.family()
    assert (mia.name, mia.role, mia.age_band, mia.picture) == (
        "Mia",
        Role.CHILD,
        AgeBand.SIX_TO_EIGHT,
        "owl",
    )
    assert (mum.name, mum.role, mum.age_band) == ("Mum", Role.PARENT, AgeBand.ADULT)
    assert mum.picture != mia.picture
    for person in (mia, mum):
        assert person.words == tablet.services.content.words(person.role)
        assert person.tools == tablet.services.content.default_tools(person.role)
    tablet.check_in("Mia", Zone.YELLOW)


def test_it_takes_the_keyboard_alone(hand: FirstStartHand) -> None:
    name = hand.form.name
    assert name.hasFocus()
    QTest.keyClicks(name, "Mia")
    QTest.keyClick(name, Qt.Key.Key_Return)
    QTest.keyClicks(name, "Mum")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert hand.added == ["Mia", "Mum"]


@pytest.mark.parametrize(
    ("age", "band"), [(3, "3-5"), (5, "3-5"), (6, "6-8"), (9, "9-12"), (12, "9-12")]
)
def test_an_age_is_tapped(hand: FirstStartHand, age: int, band: str) -> None:
    hand.type("Mia")
    hand.tablet.tap(hand.form.ages[age])
    hand.tablet.tap(hand.page.another)
    assert hand.page.family[0].age_band == band


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mia   Sophie ", "Mia Sophie"),
        (FAMILY_EMOJI, FAMILY_EMOJI),
        ("Mia 🦊", "Mia 🦊"),
        ("מיה", "מיה"),
        ("ليلى", "ليلى"),
        ("\u202eaiM", "aiM"),
        ("Zoe\u0308", "Zoë"),
        ("=cmd()", "=cmd()"),
        ('O\'Neil "Bob"', 'O\'Neil "Bob"'),
        ("Mi\x00a\x07", "Mia"),
        ("<b>Mia</b>", "<b>Mia</b>"),
    ],
)
def test_a_name_is_kept_as_it_is_meant(hand: FirstStartHand, typed: str, kept: str) -> None:
    hand.add(typed)
    hand.add("Mum", Role.PARENT)
    hand.start()
    assert hand.tablet.family()[0].name == kept
    assert kept in hand.tablet.words()
    hand.tablet.check_in(kept, Zone.RED)


@pytest.mark.parametrize("blank", ["", "   ", "\t", "\u200b\u2800", "\x00"])
def test_nobody_is_added_without_a_name(hand: FirstStartHand, blank: str) -> None:
    hand.type(blank)
    assert not hand.page.another.isEnabled()
    assert not hand.page.start.isEnabled()
    hand.tablet.tap(hand.page.another)
    hand.tablet.press_key(hand.form.name, Qt.Key.Key_Return)
    assert hand.added == []


@pytest.mark.parametrize(
    "long",
    ["a" * 41, "a" * 10_000, "x" * 39 + "🦊", FAMILY_EMOJI * 30, "ה" * 60],
)
def test_a_name_that_is_too_long_ends_where_there_is_no_more_room(
    hand: FirstStartHand, long: str
) -> None:
    hand.add(long)
    assert len(hand.added) == 1
    assert len(hand.added[0]) <= NAME_LENGTH
    hand.add("Mum", Role.PARENT)
    hand.start()
    assert long.startswith(hand.tablet.family()[0].name)
    hand.tablet.check_in(hand.added[0], Zone.GREEN)


@pytest.mark.parametrize("second", ["Mia", "mia", " MIA ", "Mia\u200d"])
def test_two_people_cannot_have_one_name(hand: FirstStartHand, second: str) -> None:
    hand.add("Mia")
    hand.add(second, Role.PARENT)
    assert hand.added == ["Mia"]
    assert "Mia" in hand.tablet.window.notice
    assert hand.form.name.text() == second  # nothing that was typed is lost


def test_a_name_that_is_taken_does_not_start(hand: FirstStartHand) -> None:
    hand.add("Mia")
    hand.add("Mum", Role.PARENT)
    hand.type("mum")
    hand.start()
    assert hand.tablet.is_at(FirstStart)
    assert hand.tablet.family() == ()


@pytest.mark.parametrize(
    ("there", "missing"), [(Role.CHILD, Role.PARENT), (Role.PARENT, Role.CHILD)]
)
def test_a_family_begins_with_both(hand: FirstStartHand, there: Role, missing: Role) -> None:
    hand.be(there)
    hand.type("Kim")
    hand.start()
    assert hand.tablet.is_at(FirstStart)
    assert hand.tablet.family() == ()
    assert hand.form.role is missing
    wanted = {Role.CHILD: "Now a child, please.", Role.PARENT: "Now a grown-up, please."}
    assert wanted[missing] in hand.tablet.words()
    hand.type("Sam")
    hand.start()
    assert hand.tablet.is_at(Home)
    assert [person.name for person in hand.tablet.family()] == ["Kim", "Sam"]


def test_there_is_room_for_six(hand: FirstStartHand) -> None:
    for i in range(6):
        hand.add(f"Person {i}", Role.PARENT if i == 0 else Role.CHILD)
    hand.type("One more")
    assert not hand.page.another.isEnabled()
    assert len(hand.added) == 6
    assert len({one.picture for one in hand.page.family}) == 6
    hand.type("")
    hand.start()
    assert len(hand.tablet.home.panels) == 6


def test_somebody_added_can_be_changed(hand: FirstStartHand) -> None:
    tablet = hand.tablet
    hand.type("Mai")
    tablet.tap(hand.form.ages[11])
    tablet.tap(hand.form.pictures["frog"])
    tablet.tap(hand.page.another)
    hand.add("Mum", Role.PARENT)
    tablet.tap(hand.page.list.cards[0])
    assert hand.form.name.text() == "Mai"
    assert hand.form.newcomer().age == 11
    assert hand.form.newcomer().picture == "frog"
    hand.type("Mia")
    hand.start()
    mia = tablet.person("Mia")
    assert (mia.age_band, mia.picture) == (AgeBand.NINE_TO_TWELVE, "frog")
    assert {person.name for person in tablet.family()} == {"Mia", "Mum"}


def test_what_stands_in_the_form_is_added_before_somebody_else_is_changed(
    hand: FirstStartHand,
) -> None:
    hand.add("Mia")
    hand.be(Role.PARENT)
    hand.type("Mum")
    hand.tablet.tap(hand.page.list.cards[0])
    assert hand.added == ["Mum"]
    assert hand.form.name.text() == "Mia"


def test_a_look_around_is_wished_for(hand: FirstStartHand) -> None:
    wishes: list[Wish] = []
    hand.tablet.window.wished.connect(wishes.append)
    hand.tablet.tap(hand.page.list.sample)
    assert wishes == [Wish.LOOK_AROUND]


def test_it_does_not_go_away_by_itself(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, idle_home=30))
    tablet.open()
    FirstStartHand(tablet).type("Mia")
    tablet.let_pass(150)
    assert tablet.is_at(FirstStart)
    assert tablet.page(FirstStartPage).form.name.text() == "Mia"


def test_what_cannot_be_saved_stays_in_the_list(hand: FirstStartHand) -> None:
    hand.add("Mia")
    hand.add("Mum", Role.PARENT)
    folder = hand.tablet.services.folder
    folder.rename(folder.with_name("away"))  # the disk is pulled
    hand.start()
    assert hand.tablet.is_at(FirstStart)
    assert hand.tablet.window.notice
    assert hand.added == ["Mia", "Mum"]
    folder.with_name("away").rename(folder)
    hand.start()
    assert hand.tablet.is_at(Home)


@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280), (480, 800), (2736, 1824)])
def test_everything_has_its_place(make_tablet: MakeTablet, size: tuple[int, int]) -> None:
    tablet = make_tablet(size=size)
    tablet.open()
    hand = FirstStartHand(tablet)
    assert all(button.isVisible() for button in hand.form.pictures.values())
    for i in range(7):
        assert overlapping(tablet.window) == []
        assert sticking_out(tablet.window) == []
        if i < 6:
            hand.add(f"Person {i}", Role.PARENT if i % 2 else Role.CHILD)
    for age in hand.form.ages.values():
        assert min(age.size().toTuple()) >= 44
    for picture in hand.form.pictures.values():
        assert min(picture.size().toTuple()) >= 72
