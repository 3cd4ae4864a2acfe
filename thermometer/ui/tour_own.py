"""The tour's way through what a family makes its own: cards, photos, a voice, tools."""

from __future__ import annotations

import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from thermometer.domain.tools import ToolKind
from thermometer.domain.zones import Zone
from thermometer.ui.capture import Running
from thermometer.ui.capture_devices import Ended, Failed, Heard, Seen
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Page
from thermometer.ui.pages.card_file import CardFilePage
from thermometer.ui.pages.lock import LockPage
from thermometer.ui.pages.one_card import OneCardPage
from thermometer.ui.pages.own_tool import OwnToolPage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.photo_taking import PhotoTaking
from thermometer.ui.places import PersonPlace, Place, SafePlaceSetup
from thermometer.ui.theme.theme import Theme
from thermometer.ui.tour_family import reveal
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.window import MainWindow

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]
P = TypeVar("P", bound=Page)

RATE = 16_000
PATIENCE_MS = 5_000


@dataclass(frozen=True, slots=True)
class _Still:
    """A device that has nothing to let go of; what it was given is not needed."""

    given: object

    def stop(self) -> None:
        """Nothing was on."""


class StillLife:
    """A camera that sees a picture of the set, and a microphone that hears a hum: for the tour.

    Args:
        theme: the colours of what it sees.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def has_camera(self) -> bool:
        """There is one to be shown."""
        return True

    def has_microphone(self) -> bool:
        """There is one to be shown."""
        return True

    def look(self, seen: Seen, failed: Failed) -> Running:
        """Sees it a moment later, as a camera does."""
        QTimer.singleShot(0, lambda: seen(self._scene()))
        return _Still(failed)

    def listen(self, heard: Heard, failed: Failed) -> Running:
        """Hears three seconds at once."""

        def hum() -> None:
            for number in range(12):
                heard(_hum(number), RATE)

        QTimer.singleShot(0, hum)
        return _Still(failed)

    def play_back(self, wav: bytes, ended: Ended, volume: float) -> Running:
        """Is over at once."""
        QTimer.singleShot(0, ended)
        return _Still((wav, volume))

    def _scene(self) -> QImage:
        image = QImage(640, 480, QImage.Format.Format_RGB32)
        image.fill(self._theme.tokens.zones.green.full)
        painter = QPainter(image)
        draw_picture(painter, "tools/safe-place", QRectF(110, 30, 420, 420))
        painter.end()
        return image


def _hum(number: int) -> bytes:
    """A quarter of a second, louder and softer by turns."""
    loud = (number * 7) % 5 * 2_000 + 1_500
    return array.array("h", [loud, -loud] * (RATE // 8)).tobytes()


def own(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """A card made somebody's own, a tool of the family's own, and a photo of somebody.

    Args:
        window: at the set-up of the Safe Place.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page than expected is in view.
        TimeoutError: something that was waited for did not happen.
    """
    setup = _page(window, SafePlaceSetupPage)
    tap(reveal(next(pill for pill in setup.head.people if pill.person.is_child)))
    tap(reveal(setup.head.zones[Zone.YELLOW]))
    child = next(pill.person.id for pill in setup.head.people if pill.person.is_child)
    _card(window, tap, picture)
    _file(window, tap, picture)
    _place_itself(window, tap, picture)
    _tool(window, tap, picture)
    _pick(window, tap, picture)
    _go(window, PersonPlace(child))
    page = _page(window, PersonPage)
    tap(reveal(page.own_picture.camera))
    _shoot(page.photos, tap)
    reveal(page.own_picture)
    picture("family-child-photo")
    _go(window, SafePlaceSetup())


def _card(window: MainWindow, tap: Tap, picture: Picture) -> None:
    setup = _page(window, SafePlaceSetupPage)
    tap(reveal(setup.grid.tiles[setup.grid.picked[0]].pencil))
    page = _page(window, OneCardPage)
    picture("one-card")
    tap(reveal(page.pictures.unfold))
    picture("one-card-drawings")
    tap(page.pictures.unfold)
    tap(reveal(page.pictures.camera))
    _until(page.photos.view.shutter.isEnabled)
    picture("one-card-camera")
    tap(page.photos.view.shutter)
    picture("one-card-camera-taken")
    tap(page.photos.view.take)
    _until(lambda: not page.photos.work.is_working())
    QTest.keyClicks(reveal(page.name), "Dragon")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    picture("one-card-own")
    tap(reveal(page.voice_panel.record))
    _until(page.voice_panel.stop.isVisible)
    reveal(page.voice_panel)
    picture("one-card-recording")
    tap(reveal(page.voice_panel.stop))
    reveal(page.voice_panel)
    picture("one-card-recorded")


def _file(window: MainWindow, tap: Tap, picture: Picture) -> None:
    page = _page(window, OneCardPage)
    tap(reveal(page.pictures.file))
    _hold(window)
    asking = _page(window, CardFilePage)
    asking.photos.close()
    picture("card-file")
    tap(asking.head.back)
    tap(_page(window, OneCardPage).head.back)


def _place_itself(window: MainWindow, tap: Tap, picture: Picture) -> None:
    tap(reveal(_page(window, SafePlaceSetupPage).aside.place))
    page = _page(window, OneCardPage)
    tap(reveal(page.pictures.camera))
    _shoot(page.photos, tap)
    picture("one-card-place")
    tap(page.head.back)


def _tool(window: MainWindow, tap: Tap, picture: Picture) -> None:
    tap(reveal(_page(window, SafePlaceSetupPage).aside.make))
    _hold(window)
    page = _page(window, OwnToolPage)
    picture("own-tool")
    QTest.keyClicks(page.form.name, "Tree")
    for kind in (ToolKind.GUIDE, ToolKind.TIMER, ToolKind.STEPS):
        tap(reveal(page.form.kinds.chips[kind]))
        _to_the_end(page)
        picture(f"own-tool-{kind}")
    steps = page.form.steps
    QTest.keyClicks(steps.rows[0].text, "Run")
    tap(reveal(steps.add))
    QTest.keyClicks(steps.rows[1].text, "Bark")
    reveal(steps)
    picture("own-tool-two-steps")
    tap(reveal(steps.rows[1].tile))
    picture("own-tool-step-picture")
    tap(page.save)


def _pick(window: MainWindow, tap: Tap, picture: Picture) -> None:
    setup = _page(window, SafePlaceSetupPage)
    tool = next(iter(setup.own_tools.pills))
    tap(reveal(setup.grid.tiles[setup.grid.picked[-1]].card))
    tap(reveal(setup.grid.tiles[tool].card))
    reveal(setup.grid.tiles[tool])
    picture("safe-place-setup-own")
    tap(reveal(setup.own_tools.pills[tool]))
    _hold(window)
    page = _page(window, OwnToolPage)
    picture("own-tool-kept")
    tap(page.remove)
    picture("own-tool-remove")
    tap(page.stay)
    tap(page.head.back)


def _shoot(photos: PhotoTaking, tap: Tap) -> None:
    _until(photos.view.shutter.isEnabled)
    tap(photos.view.shutter)
    tap(photos.view.take)
    _until(lambda: not photos.work.is_working())


def _to_the_end(page: OwnToolPage) -> None:
    bar = page.column.verticalScrollBar()
    bar.setValue(bar.maximum())


def _go(window: MainWindow, place: Place) -> None:
    """Go to ``place``, past the lock that stands before it."""
    window.go(place)
    if isinstance(window.page, LockPage):
        _hold(window)


def _hold(window: MainWindow) -> None:
    """Hold the button that opens the corner where there is no PIN."""
    page = _page(window, LockPage)
    QTest.mousePress(page.hold, Qt.MouseButton.LeftButton)
    _until(lambda: isinstance(window.page, CornerPage))
    QTest.mouseRelease(page.hold, Qt.MouseButton.LeftButton)


def _until(happened: Callable[[], bool]) -> None:
    since = QElapsedTimer()
    since.start()
    while not happened():
        if since.elapsed() > PATIENCE_MS:
            message = "the tour waits for a device"
            raise TimeoutError(message)
        QTest.qWait(20)


def _page(window: MainWindow, kind: type[P]) -> P:
    page = window.page
    if not isinstance(page, kind):
        message = f"the tour expects {kind.__name__}, not {page}"
        raise TypeError(message)
    return page
