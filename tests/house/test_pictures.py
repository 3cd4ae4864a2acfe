"""Every picture is one that Qt's small SVG reader draws in full."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.house.sources import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset("svg g path circle ellipse rect line polyline polygon title desc".split())
ATTRIBUTES = frozenset(
    "viewBox d cx cy r rx ry x y x1 y1 x2 y2 width height points transform fill fill-opacity "
    "fill-rule opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-opacity "
    "stroke-dasharray stroke-miterlimit id".split()
)
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}|none")
PICTURES = sorted(RESOURCES.rglob("*.svg"))
SIDE = 64


def outside_the_subset(root: ET.Element) -> list[str]:
    """Elements, attributes and paints that Qt's reader leaves out or draws otherwise."""
    found = [] if root.get("viewBox") == "0 0 64 64" else ["view box"]
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        if name not in ELEMENTS:
            found.append(name)
        found += [f"{name} {attribute}" for attribute in set(element.attrib) - ATTRIBUTES]
        for paint in ("fill", "stroke"):
            if not COLOUR.fullmatch(element.get(paint, "none")):
                found.append(f"{name} {paint}={element.get(paint)}")
    return found


@pytest.mark.parametrize(
    "inner",
    [
        "<text>a</text>",
        "<path style='fill:red'/>",
        "<path clip-path='url(#a)'/>",
        "<path fill='red'/>",
        "<image/>",
    ],
)
def test_what_qt_cannot_draw_is_found(inner: str) -> None:
    root = ET.fromstring(f"<svg xmlns='{SVG[1:-1]}' viewBox='0 0 64 64'>{inner}</svg>")
    assert outside_the_subset(root)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_picture_is_drawn_in_full(path: Path) -> None:
    assert outside_the_subset(ET.parse(path).getroot()) == []
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    assert not _draw(renderer).isNull()


def _draw(renderer: QSvgRenderer) -> QImage:
    """The picture; fails if not even one in fifty of its points is painted."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    painted = bytes(image.constBits())[3::4]
    assert sum(alpha > 0 for alpha in painted) > SIDE * SIDE / 50
    return image


def test_there_are_pictures() -> None:
    assert len(PICTURES) > 50
