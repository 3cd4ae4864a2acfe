"""One card made a child's own: its name, its photo, its voice; each change can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import MakeTablet
from tests.ui.devices import FakeCapture, a_photo
from tests.ui.own import cut_words, equip, open_card, own_card, photo_of, shoot
from tests.ui.setups import open_setup
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.settings import USUAL_LOUDNESS
from thermometer.domain.zones import Zone
from thermometer.ui.own_places import OneCard
from thermometer.ui.pages.one_card import OneCardPage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.places import Home, SafePlaceSetup
from thermometer.ui.recording import LONGEST, seconds_of


def type_name(tablet: Tablet, page: OneCardPage, name: str) -> None:
    field = page.name
    tablet.tap(reveal(field))
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_pencil_leads_to_the_card_and_back_to_the_same_zone(tablet: Tablet) -> None:
    page = open_card(tablet, "water")
    mia = tablet.person("Mia").id
    visited: list[object] = [tablet.window.place]
    tablet.tap(page.head.back)
    visited.append(tablet.window.place)
    assert visited == [OneCard(mia, "water", Zone.YELLOW), SafePlaceSetup(mia, Zone.YELLOW)]


def test_a_hand_that_rests_on_a_card_opens_it_and_picks_nothing(tablet: Tablet) -> None:
    page = open_setup(tablet)
    before = tablet.person("Mia").tools
    card = reveal(page.grid.tiles["hug"].card)
    tablet.press(card)
    tablet.arrive(OneCard)
    tablet.release(tablet.page(OneCardPage).head)
    assert tablet.person("Mia").tools == before


def test_another_name_is_on_the_childs_own_card(tablet: Tablet) -> None:
    page = open_card(tablet, "water")
    type_name(tablet, page, "My blue cup")
    card = own_card(tablet, "Mia", "water")
    assert card is not None
    assert card.name == "My blue cup"
    assert page.head.title == "My blue cup"
    tablet.tap(page.rail.lock)
    tablet.check_in("Mia", Zone.YELLOW)
    assert "My blue cup" in {each.accessibleName() for each in tablet.safe_place.cards}
    tablet.go_home()
    assert own_card(tablet, "Mum", "water") is None


def test_a_name_of_five_words_is_said_and_stays_to_be_made_shorter(tablet: Tablet) -> None:
    page = open_card(tablet, "water")
    type_name(tablet, page, "my very big blue cup")
    assert "at most 4 words" in tablet.window.notice
    assert own_card(tablet, "Mia", "water") is None
    assert page.has_draft()
    assert page.name.text() == "my very big blue cup"


def test_what_was_typed_is_there_again_after_the_lock(tablet: Tablet) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.sentence.field))
    QTest.keyClicks(page.sentence.field, "Slow sips.")
    assert page.has_draft()
    tablet.window._go_home()
    tablet.hold_parents()
    again = tablet.page(OneCardPage)
    assert again.sentence.field.toPlainText() == "Slow sips."


def test_a_drawing_instead_of_the_one_it_came_with(tablet: Tablet) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.pictures.unfold))
    assert page.pictures.drawings is not None
    tiles = page.pictures.drawings.tiles
    assert tiles["tools/water"].isChecked()
    assert "tools/come-please" not in tiles
    tablet.tap(reveal(tiles["tools/turtle"]))
    card = own_card(tablet, "Mia", "water")
    assert card is not None
    assert card.picture == "tools/turtle"
    assert tiles["tools/turtle"].isChecked()
    tablet.tap(reveal(tiles["tools/water"]))
    again = own_card(tablet, "Mia", "water")
    assert again is None or again.is_plain
    tablet.tap(reveal(page.pictures.unfold))
    assert page.pictures.drawings.isHidden()


@pytest.fixture
def capture(tablet: Tablet) -> FakeCapture:
    return equip(tablet)


def test_a_photo_from_the_camera(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.pictures.camera))
    view = page.photos.view
    assert capture.is_looking()
    assert not view.shutter.isEnabled()
    assert min(view.shutter.size().toTuple()) >= 72
    shoot(tablet, capture, page.photos)
    assert not capture.is_looking()
    assert view.isHidden()
    card = own_card(tablet, "Mia", "water")
    assert card is not None
    assert card.picture is not None
    assert photo_of(tablet, card.picture).size().toTuple() == (480, 480)


def test_a_photo_can_be_taken_again_or_not_at_all(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.pictures.camera))
    view = page.photos.view
    capture.show(a_photo())
    tablet.tap(view.shutter)
    assert view.again.isVisible()
    tablet.tap(view.again)
    assert not view.again.isVisible()
    tablet.tap(view.back)
    assert not capture.is_looking()
    assert own_card(tablet, "Mia", "water") is None


def test_the_camera_is_off_once_the_page_is_left(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.pictures.camera))
    tablet.window.go(Home())
    assert not capture.is_looking()
    assert page.photos.view.isHidden()


def test_a_camera_that_does_not_answer(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.pictures.camera))
    capture.fail()
    assert "The camera did not answer" in tablet.window.notice
    assert page.photos.view.isHidden()


def test_without_devices_nobody_is_offered_them(tablet: Tablet) -> None:
    page = open_card(tablet, "water")
    assert not page.pictures.camera.isVisible()
    assert not page.voice_panel.isVisible()
    assert page.pictures.file.isVisible()


def test_a_voice_is_recorded_heard_and_taken_away(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_card(tablet, "water")
    panel = page.voice_panel
    tablet.tap(reveal(panel.record))
    capture.say(2.0)
    tablet.tap(reveal(panel.stop))
    assert not capture.is_listening()
    card = own_card(tablet, "Mia", "water")
    assert card is not None
    assert card.recording is not None
    wav = tablet.services.own_media().recording(card.recording)
    assert wav is not None
    assert seconds_of(wav) == pytest.approx(2.0)
    tablet.tap(reveal(panel.listen))
    assert capture.played == [wav]
    assert capture.volumes == [USUAL_LOUDNESS / 100]
    capture.ended()
    tablet.tap(reveal(panel.remove))
    again = own_card(tablet, "Mia", "water")
    assert again is None or again.recording is None
    tablet.tap(page.undo)
    back = own_card(tablet, "Mia", "water")
    assert back is not None
    assert back.recording is not None
    assert tablet.services.own_media().recording(back.recording) == wav


def test_a_voice_ends_by_itself_after_ten_seconds(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.voice_panel.record))
    capture.say(LONGEST + 5)
    assert not page.voice.is_recording
    assert not capture.is_listening()
    assert "A voice of 10 seconds." in tablet.words()


def test_a_touch_by_mistake_records_nothing(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.voice_panel.record))
    tablet.tap(reveal(page.voice_panel.stop))
    assert own_card(tablet, "Mia", "water") is None
    assert page.voice_panel.record.isVisible()


def test_a_microphone_that_does_not_answer(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.voice_panel.record))
    capture.fail()
    assert "The microphone did not answer" in tablet.window.notice
    assert page.voice_panel.record.isVisible()


def test_every_change_can_be_taken_back(tablet: Tablet, capture: FakeCapture) -> None:
    page = open_card(tablet, "water")
    assert not page.undo.isEnabled()
    assert not page.reset.isEnabled()
    type_name(tablet, page, "Cup")
    for _ in range(2):
        tablet.tap(reveal(page.pictures.camera))
        shoot(tablet, capture, page.photos)
    first = own_card(tablet, "Mia", "water")
    assert first is not None
    tablet.tap(page.reset)
    plain = own_card(tablet, "Mia", "water")
    assert plain is None or plain.is_plain
    tablet.tap(page.undo)  # of "as it came": the photo is there again, although it was gone
    back = own_card(tablet, "Mia", "water")
    assert back is not None
    assert back.name == "Cup"
    assert back.picture is not None
    assert photo_of(tablet, back.picture).width() == 480
    for _ in range(3):
        assert page.undo.isEnabled()
        tablet.tap(page.undo)
    assert not page.undo.isEnabled()
    plain = own_card(tablet, "Mia", "water")
    assert plain is None or plain.is_plain


def test_the_set_up_takes_back_what_was_done_on_a_card(tablet: Tablet) -> None:
    setup = open_setup(tablet)
    tablet.tap(reveal(setup.grid.tiles["squish"].card))
    tablet.tap(reveal(setup.grid.tiles["water"].pencil))
    page = tablet.page(OneCardPage)
    type_name(tablet, page, "Cup")
    tablet.tap(page.head.back)
    assert tablet.page(SafePlaceSetupPage) is setup
    tablet.tap(setup.panel.undo)
    card = own_card(tablet, "Mia", "water")
    assert card is None or card.name is None
    tablet.tap(setup.panel.undo)
    assert "squish" in tablet.person("Mia").tools.of(Zone.YELLOW)
    assert not setup.panel.undo.isEnabled()


def test_the_place_itself_has_a_name_and_a_photo(tablet: Tablet, capture: FakeCapture) -> None:
    setup = open_setup(tablet)
    tablet.tap(setup.aside.place)
    page = tablet.page(OneCardPage)
    assert "a spot that was chosen together" in page.head.below
    type_name(tablet, page, "The tent")
    tablet.tap(reveal(page.pictures.camera))
    shoot(tablet, capture, page.photos)
    tablet.tap(page.head.back)
    assert setup.aside.place.accessibleName() == "The place itself: The tent"
    tablet.tap(setup.rail.lock)
    tablet.check_in("Mia", Zone.RED)
    assert "The tent" in {each.accessibleName() for each in tablet.safe_place.cards}


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280), (480, 800)])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_every_target_is_large_enough_for_a_child(
    make_tablet: MakeTablet, size: tuple[int, int], text: float
) -> None:
    tablet = make_tablet(size=size)
    tablet.theme.text_scale = text
    name = "Great-granddaughter Elisabeth-Charlotte"
    elisabeth = tablet.services.family.add(name, Role.CHILD, AgeBand.SIX_TO_EIGHT, "owl")
    tablet.window.capture = FakeCapture()
    tablet.open()
    tablet.window._ready.gate.open()
    tablet.window.go(OneCard(elisabeth.id, "water", Zone.YELLOW))
    page = tablet.page(OneCardPage)
    tablet.tap(reveal(page.pictures.unfold))
    drawings = page.pictures.drawings
    assert drawings is not None
    touched = [
        *drawings.tiles.values(),
        page.pictures.camera,
        page.pictures.file,
        page.voice_panel.record,
        page.undo,
        page.reset,
    ]
    assert [each for each in touched if min(each.size().toTuple()) < 72] == []
    assert page._scroll.horizontalScrollBar().maximum() == 0
    assert cut_words(page) == []
