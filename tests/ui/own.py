"""A family's own photos, names, voices and tools in the hands of a test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.ui import drawings
from tests.ui.devices import FakeCapture, a_photo
from tests.ui.setups import open_setup
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.own_things import OwnCard
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.own_places import OneCard, OwnToolPlace
from thermometer.ui.pages.one_card import OneCardPage
from thermometer.ui.pages.own_tool import OwnToolPage
from thermometer.ui.photo_taking import PhotoTaking


def equip(tablet: Tablet) -> FakeCapture:
    """Plug a camera and a microphone in, and open the window again."""
    capture = FakeCapture()
    tablet.window.capture = capture
    tablet.open()
    return capture


def open_card(tablet: Tablet, tool: str) -> OneCardPage:
    """From Home to the set-up, and there to one card by its pencil."""
    page = open_setup(tablet)
    tablet.tap(reveal(page.grid.tiles[tool].pencil))
    assert isinstance(tablet.window.place, OneCard)
    return tablet.page(OneCardPage)


def open_new_tool(tablet: Tablet) -> OwnToolPage:
    """From Home to the set-up, and there to a new tool."""
    page = open_setup(tablet)
    tablet.window._ready.gate.open()  # the set-up is a child's: a grown-up has said who they are
    tablet.tap(page.aside.make)
    assert isinstance(tablet.window.place, OwnToolPlace)
    return tablet.page(OwnToolPage)


def own_card(tablet: Tablet, name: str, tool: str) -> OwnCard | None:
    """What the file says about somebody's card, read again."""
    return tablet.services.own_cards().of(tablet.person(name).id, tool)


def photo_file(folder: Path, image: QImage | None = None) -> Path:
    """A photo as a camera saves it."""
    path = folder / "photo.jpg"
    assert (image or a_photo()).save(str(path))
    return path


def choose_file(tablet: Tablet, photos: PhotoTaking, path: Path) -> None:
    """Choose a file in the dialog that is open, and wait until it is read."""
    dialog = photos.files.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    tablet.qtbot.waitUntil(lambda: not photos.work.is_working())


def shoot(tablet: Tablet, capture: FakeCapture, photos: PhotoTaking) -> None:
    """Take a photo with the camera that is open, and keep it."""
    capture.show(a_photo())
    tablet.tap(photos.view.shutter)
    tablet.tap(photos.view.take)
    tablet.qtbot.waitUntil(lambda: not photos.work.is_working())


def cut_words(page: CornerPage) -> list[str]:
    """What is to be read on ``page`` and is not whole; the rail has tests of its own."""
    shown = [each for each in page.findChildren(QWidget) if each.isVisible()]
    on_page = [each for each in shown if not page.rail.isAncestorOf(each) and not each.children()]
    return [each.text for each in drawings.of_each(on_page) if each.is_cut]


def photo_of(tablet: Tablet, ref: str) -> QImage:
    """The photo that ``ref`` names, out of the file."""
    data = tablet.services.own_media().picture(ref)
    assert data is not None, ref
    return QImage.fromData(data)
