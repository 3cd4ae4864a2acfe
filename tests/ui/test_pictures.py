"""A picture that is missing, empty, broken or malicious is a placeholder, and the tool works on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer import assets
from thermometer.domain.zones import Zone
from thermometer.ui.pages.card import CardPage
from thermometer.ui.places import HowIsItNow
from thermometer.ui.widgets import pictures

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{}</svg>'
BROKEN = {
    "empty": b"",
    "text": b"this is no picture",
    "half": SVG.format('<circle cx="32" cy="32" r="20" fill="#ff0000"/>').encode()[:60],
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "zeros": bytes(4096),
    "html": b"<html><script>alert(1)</script></html>",
}
pytestmark = pytest.mark.qt_log_ignore("svg", "SVG", "Cannot", "Could not", "premature", "parse")


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the program's resources in which a picture can be spoilt."""
    copy = Path(shutil.copytree(assets.folder(), tmp_path / "resources"))
    monkeypatch.setattr(assets, "folder", lambda: copy)
    monkeypatch.setattr(pictures, "_rendered", pictures._rendered.__wrapped__)
    return copy


def drawing_of(name: str, side: int = 64) -> QImage:
    """The picture as it comes out on a transparent ground."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    pictures.draw_picture(painter, name, QRectF(0, 0, side, side))
    painter.end()
    return image


def is_blank(image: QImage) -> bool:
    """Whether nothing was drawn."""
    return not any(
        image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
    )


def test_a_picture_is_drawn(resources: Path, qapp: object) -> None:
    assert not is_blank(drawing_of("tools/water"))
    assert drawing_of("tools/water") != drawing_of("missing")


def test_a_missing_one_is_a_placeholder(resources: Path, qapp: object) -> None:
    (resources / "pictures" / "tools" / "water.svg").unlink()
    assert drawing_of("tools/water") == drawing_of("missing")
    assert not is_blank(drawing_of("missing"))


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_so_is_a_broken_one(resources: Path, content: bytes, qapp: object) -> None:
    (resources / "pictures" / "tools" / "water.svg").write_bytes(content)
    assert drawing_of("tools/water") == drawing_of("missing")


def test_without_even_the_placeholder_nothing_is_drawn(resources: Path, qapp: object) -> None:
    shutil.rmtree(resources / "pictures")
    assert is_blank(drawing_of("tools/water"))


def test_a_script_in_a_picture_does_nothing(resources: Path, tmp_path: Path, qapp: object) -> None:
    secret = tmp_path / "secret.png"
    red = QImage(8, 8, QImage.Format.Format_RGB32)
    red.fill(QColor.fromRgbF(1.0, 0.0, 0.0))
    assert red.save(str(secret))
    inside = (
        '<script>document.documentElement.innerHTML = ""</script>'
        '<circle cx="32" cy="32" r="20" fill="#00ff00" onload="alert(1)"/>'
        "<foreignObject><body>words</body></foreignObject>"
        '<a href="file:///etc/passwd"><rect x="0" y="0" width="1" height="1"/></a>'
    )
    (resources / "pictures" / "tools" / "water.svg").write_text(SVG.format(inside))
    image = drawing_of("tools/water")
    assert image.pixelColor(32, 32).green() == 255
    assert image.pixelColor(32, 32).red() == 0


def test_an_enormous_one_is_rendered_no_larger_than_it_is_shown(
    resources: Path, qapp: object
) -> None:
    huge = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"><circle r="9"/></svg>'
    )
    (resources / "pictures" / "tools" / "water.svg").write_text(huge)
    assert drawing_of("tools/water", 40).width() == 40


@pytest.fixture
def spoilt(resources: Path, make_tablet: MakeTablet) -> Tablet:
    """A tablet without a single readable picture."""
    for path in (resources / "pictures").rglob("*.svg"):
        path.write_bytes(b"spoilt")
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    return tablet


def test_a_family_without_pictures_can_still_tap_and_calm_down(spoilt: Tablet) -> None:
    spoilt.window.grab()
    spoilt.check_in("Mia", Zone.YELLOW)
    spoilt.window.grab()
    spoilt.choose("squish")
    page = spoilt.page(CardPage)
    spoilt.window.grab()
    spoilt.tap(page.glow)
    assert spoilt.is_at(HowIsItNow)
    assert spoilt.uses()[0].ended_at is not None
