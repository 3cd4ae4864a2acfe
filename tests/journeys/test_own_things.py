"""What a family makes its own: a tool made, picked, used and named in the week; a face on Home."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.devices import a_photo
from tests.ui.locked import PIN, enter, lock_page, lock_up, touch_digits
from tests.ui.own import choose_file, photo_file
from tests.ui.setups import tap_card
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.tools import Answer, ToolKind
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.own_places import OwnToolPlace
from thermometer.ui.pages.family import FamilyPage
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.pages.own_tool import OwnToolPage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.pages.timer import TimerPage
from thermometer.ui.places import FamilyPlace, Home, HowIsItNow, Lock, SafePlaceSetup, Week


def to_the_set_up(tablet: Tablet) -> SafePlaceSetupPage:
    enter(tablet, Week)
    tablet.tap(tablet.page(CornerPage).rail.buttons[SafePlaceSetup])
    return tablet.page(SafePlaceSetupPage)


def make_swing(tablet: Tablet) -> str:
    """A timer of the family's own, four minutes long, made behind the PIN; its id."""
    tablet.tap(to_the_set_up(tablet).aside.make)
    tablet.arrive(Lock)
    touch_digits(tablet, lock_page(tablet).pin, PIN)
    tablet.arrive(OwnToolPlace)
    form = tablet.page(OwnToolPage).form
    tablet.tap(reveal(form.name))
    QTest.keyClicks(form.name, "Our swing")
    tablet.tap(reveal(form.kinds.chips[ToolKind.TIMER]))
    tablet.tap(reveal(form.minutes.stepper.more))
    tablet.tap(tablet.page(OwnToolPage).save)
    (tool,) = tablet.services.own_tools().all()
    assert (tool.name, tool.minutes) == ("Our swing", 4.0)
    return tool.id


def test_a_tool_of_ones_own_is_picked_used_and_named(
    make_tablet: MakeTablet, clock: FakeClock
) -> None:
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    lock_up(tablet)
    swing = make_swing(tablet)

    # The set-up is in view again; Mia lets the drink of water go and takes the swing.
    tap_card(tablet, "water")
    tap_card(tablet, swing)
    assert tablet.person("Mia").tools.of(Zone.YELLOW)[-1] == swing
    tablet.tap(tablet.page(CornerPage).rail.lock)

    # In yellow she finds it, uses it, and it gets smaller.
    tablet.check_in("Mia", Zone.YELLOW)
    assert "Our swing" in tablet.words()
    tablet.choose(swing)
    assert tablet.page(TimerPage).is_running()
    clock.advance(timedelta(minutes=3))
    tablet.tap(tablet.tool.stop_button)
    tablet.arrive(HowIsItNow)
    tablet.tap(tablet.page(HowIsItNowPage).cards[Answer.SMALLER])
    tablet.arrive(Home)
    (use,) = tablet.uses()
    assert (use.tool, use.answer) == (swing, Answer.SMALLER)

    # The week calls it by its name, and so it does the day after, from the file.
    enter(tablet, Week)
    tablet.qtbot.waitUntil(lambda: any("Our swing" in words for words in tablet.words()))
    tablet.close()
    again = make_tablet()
    again.open()
    again.check_in("Mia", Zone.YELLOW)
    assert "Our swing" in again.words()


def colours_on(image: QImage) -> set[str]:
    """Every colour that is seen, rounded."""
    small = image.scaled(160, 100)
    points = (small.pixelColor(x, y) for x in range(160) for y in range(100))
    return {f"{c.red() // 32}{c.green() // 32}{c.blue() // 32}" for c in points}


def test_a_photo_from_a_file_is_somebodys_face_on_home(
    make_tablet: MakeTablet, tmp_path: Path
) -> None:
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    lock_up(tablet)
    magenta = QColor("magenta")
    face = f"{magenta.red() // 32}{magenta.green() // 32}{magenta.blue() // 32}"
    assert face not in colours_on(tablet.window.grab().toImage())
    enter(tablet, Week)
    tablet.tap(tablet.page(CornerPage).rail.buttons[FamilyPlace])
    row = next(row for row in tablet.page(FamilyPage).rows if row.person.name == "Mia")
    tablet.tap(row.card)
    page = tablet.page(PersonPage)
    tablet.tap(reveal(page.own_picture.file))
    choose_file(tablet, page.photos, photo_file(tmp_path, a_photo("magenta")))
    assert tablet.person("Mia").picture.startswith("own:")
    assert page.pictures.photo is not None
    assert page.pictures.photo.isChecked()
    tablet.tap(page.rail.lock)
    assert face in colours_on(tablet.window.grab().toImage())

    # A drawing again, and the photo is gone from the file.
    before = tablet.person("Mia").picture
    enter(tablet, Week)
    tablet.tap(tablet.page(CornerPage).rail.buttons[FamilyPlace])
    row = next(row for row in tablet.page(FamilyPage).rows if row.person.name == "Mia")
    tablet.tap(row.card)
    tablet.tap(reveal(page.pictures.pictures["fox"]))
    assert tablet.person("Mia").picture == "fox"
    assert tablet.services.own_media().picture(before) is None
    tablet.tap(page.rail.lock)
    assert face not in colours_on(tablet.window.grab().toImage())
