"""The page in black and white: what is yellow and what is red can be told without colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.print.pages import Pdf, page
from thermometer.domain.zones import Zone
from thermometer.ui.print.marks import draw_block, draw_mark
from thermometer.ui.print.output import pdf_of
from thermometer.ui.print.paper import Paper, inks
from thermometer.ui.print.report_page import ReportPage

SIDE = 240
WHITE = 255
NEAR = 60
"""Greys out of 255 that a copier keeps apart."""


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[tuple[QImage, QPainter]]:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(inks().card)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    yield image, painter
    if painter.isActive():
        painter.end()


def grey(image: QImage, box: QRect) -> float:
    """The middle grey of a part, 0 black to 255 white."""
    part = image.copy(box).convertToFormat(QImage.Format.Format_Grayscale8)
    values = [
        part.pixelColor(x, y).red() for x in range(part.width()) for y in range(part.height())
    ]
    return sum(values) / len(values)


def block(canvas: tuple[QImage, QPainter], zone: Zone) -> QImage:
    image, painter = canvas
    draw_block(painter, zone, QRectF(20, 20, SIDE - 40, SIDE - 40))
    painter.end()
    return image


@pytest.mark.parametrize(
    ("zone", "darkest", "lightest"), [(Zone.YELLOW, 180, 245), (Zone.RED, 30, 110)]
)
def test_blocks_are_light_and_dark(
    canvas: tuple[QImage, QPainter], zone: Zone, darkest: int, lightest: int
) -> None:
    middle = QRect(80, 80, 80, 80)
    assert darkest < grey(block(canvas, zone), middle) < lightest


def test_a_yellow_block_is_hatched_and_a_red_one_is_not(canvas: tuple[QImage, QPainter]) -> None:
    image = block(canvas, Zone.YELLOW).convertToFormat(QImage.Format.Format_Grayscale8)
    row = [image.pixelColor(x, SIDE // 2).red() for x in range(60, SIDE - 60)]
    turns = [a for a, b in pairwise(row) if abs(a - b) > 8]
    assert len(turns) >= 4


def test_marks_have_a_shape_of_their_own(canvas: tuple[QImage, QPainter]) -> None:
    image, painter = canvas
    inside = {}
    for zone in Zone:
        painter.fillRect(image.rect(), inks().card)
        draw_mark(painter, zone, QRectF(40, 40, 160, 160))
        corners = ((88, 40), (50, 190), (120, 40))  # of an octagon; of a triangle; the top of two
        inside[zone] = tuple(image.pixelColor(*at) != QColor(inks().card) for at in corners)
    assert inside == {
        Zone.GREEN: (False, False, True),
        Zone.YELLOW: (False, True, False),
        Zone.RED: (True, False, True),
    }


def test_the_page_is_dark_on_white(qtbot: QtBot) -> None:
    pdf = Pdf(pdf_of(ReportPage(page(9), Paper.A4)))
    page_seen = pdf.image()
    pdf.close()
    paper = QImage(page_seen.size(), QImage.Format.Format_Grayscale8)
    paper.fill(inks().card)
    painter = QPainter(paper)
    painter.drawImage(0, 0, page_seen)
    painter.end()
    seen = {paper.pixelColor(x, y).red() for x in range(0, paper.width(), 2) for y in range(300)}
    assert min(seen) < NEAR
    assert max(seen) == WHITE
