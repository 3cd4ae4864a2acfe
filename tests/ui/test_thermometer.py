"""The thermometer itself: the column moves to a zone, and the plates say which."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.colour_science import contrast
from thermometer.domain.zones import ByZone, Zone
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.widgets.thermometer import Thermometer
from thermometer.ui.widgets.thermometer_geometry import TOP_DOWN
from thermometer.ui.widgets.zone_shape import draw_face, shape_path

FILL_MS = 120


@pytest.fixture
def thermometer(qtbot: QtBot) -> Thermometer:
    widget = Thermometer(Theme(), FILL_MS)
    qtbot.addWidget(widget)
    widget.show_words("Mia", ByZone("Calm", "Getting big", "Too big"))
    widget.resize(340, 520)
    widget.show()
    return widget


def column_colour(thermometer: Thermometer, zone: Zone) -> QColor:
    """What the middle of the tube shows beside a zone."""
    tube = thermometer._geometry.tube.center().x()
    y = thermometer._geometry.row(zone).bottom() - 4
    return thermometer.grab().toImage().pixelColor(int(tube), int(y))


def filled_up_to(thermometer: Thermometer) -> Zone | None:
    """The highest zone that the column reaches, by its colours."""
    full = {zone.full.name() for zone in thermometer._theme.tokens.zones}
    reached = [zone for zone in TOP_DOWN if column_colour(thermometer, zone).name() in full]
    return reached[0] if reached else None


def test_a_family_sees_it_move_for_half_a_second() -> None:
    assert Timings().fill == 500


def test_it_begins_empty(thermometer: Thermometer) -> None:
    assert thermometer.zone is None
    assert filled_up_to(thermometer) is None


@pytest.mark.parametrize("zone", Zone)
def test_the_column_stands_in_the_zone_shown(thermometer: Thermometer, zone: Zone) -> None:
    thermometer.show_zone(zone)
    assert filled_up_to(thermometer) is zone
    colour = column_colour(thermometer, zone)
    assert colour == thermometer._theme.tokens.zones.of(zone).full


@pytest.mark.parametrize("start", [None, *Zone])
@pytest.mark.parametrize("end", [None, *Zone])
def test_it_moves_from_any_zone_to_any(
    qtbot: QtBot, thermometer: Thermometer, start: Zone | None, end: Zone | None
) -> None:
    thermometer.show_zone(start)
    with qtbot.waitSignal(thermometer.filled):
        thermometer.show_zone(end, moving=True)
    assert thermometer.zone is end
    assert filled_up_to(thermometer) is end


def test_the_plate_answers_before_the_column_is_there(thermometer: Thermometer) -> None:
    thermometer.show_zone(Zone.RED, moving=True)
    assert thermometer.buttons.red.is_current
    assert filled_up_to(thermometer) is not Zone.RED
    thermometer.rest()


def test_with_reduced_motion_it_is_there_at_once(qtbot: QtBot, thermometer: Thermometer) -> None:
    thermometer._theme.reduced_motion = True
    with qtbot.waitSignal(thermometer.filled, timeout=0):
        thermometer.show_zone(Zone.RED, moving=True)
    assert filled_up_to(thermometer) is Zone.RED


def test_it_rests_where_it_was_going_when_the_page_is_left(
    qtbot: QtBot, thermometer: Thermometer
) -> None:
    thermometer.show_zone(Zone.RED, moving=True)
    with qtbot.assertNotEmitted(thermometer.filled, wait=FILL_MS * 2):
        thermometer.rest()
    assert filled_up_to(thermometer) is Zone.RED


def test_being_shown_the_same_zone_again_does_not_stop_it(
    qtbot: QtBot, thermometer: Thermometer
) -> None:
    with qtbot.waitSignal(thermometer.filled):
        thermometer.show_zone(Zone.YELLOW, moving=True)
        thermometer.show_zone(Zone.YELLOW)


def test_being_shown_another_zone_does(qtbot: QtBot, thermometer: Thermometer) -> None:
    with qtbot.assertNotEmitted(thermometer.filled, wait=FILL_MS * 2):
        thermometer.show_zone(Zone.RED, moving=True)
        thermometer.show_zone(Zone.GREEN)
    assert filled_up_to(thermometer) is Zone.GREEN


@pytest.mark.parametrize("zone", Zone)
def test_a_plate_and_its_stretch_of_tube_are_one_target(
    qtbot: QtBot, thermometer: Thermometer, zone: Zone
) -> None:
    row = thermometer._geometry.row(zone)
    button = thermometer.buttons.of(zone)
    inside = [
        QPoint(2, int(row.center().y())),
        QPoint(int(thermometer._geometry.tube.center().x()), int(row.top()) + 3),
        QPoint(int(row.right()) - 5, int(row.bottom()) - 5),
    ]
    assert {thermometer.childAt(point) for point in inside} == {button}
    with qtbot.waitSignal(thermometer.zone_tapped) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [zone]


def test_a_touch_that_slides_off_is_no_tap(qtbot: QtBot, thermometer: Thermometer) -> None:
    button = thermometer.buttons.red
    with qtbot.assertNotEmitted(thermometer.zone_tapped):
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        QTest.mouseMove(button, QPoint(button.width() + 60, 10))
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() + 60, 10))


def test_zones_are_called_by_person_and_word(thermometer: Thermometer) -> None:
    names = [button.accessibleName() for button in thermometer.buttons]
    assert names == ["Mia: Calm", "Mia: Getting big", "Mia: Too big"]


def test_tube_bulb_and_plates_line_up(thermometer: Thermometer) -> None:
    for width, height in ((180, 460), (240, 480), (340, 560), (480, 900), (900, 1600)):
        thermometer.resize(width, height)
        g = thermometer._geometry
        assert g.tube.center().x() == pytest.approx(g.bulb.center().x())
        assert g.tube.bottom() == pytest.approx(g.bulb.center().y())
        assert g.bulb.bottom() <= height
        assert g.bulb.left() >= 0
        assert g.rows[-1].bottom() <= g.bulb.center().y()
        assert g.below.top() >= g.rows[-1].bottom()
        assert g.plate_left > g.tube.right()
        for zone in Zone:
            assert g.column_top(zone.level) == pytest.approx(
                g.row(zone).center().y() - g.column_width * 0.3
            )


def test_a_zone_is_told_by_its_shape_without_any_colour(qtbot: QtBot) -> None:
    theme = Theme()
    outlines = []
    for zone in Zone:
        image = QImage(96, 96, QImage.Format.Format_RGB32)
        image.fill(theme.tokens.card)
        painter = QPainter(image)
        draw_face(painter, zone, QRectF(16, 16, 64, 64), theme)
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        outlines.append(bytes(grey.constBits()))
    assert len(set(outlines)) == 3
    shapes = [shape_path(zone, QRectF(0, 0, 64, 64)) for zone in Zone]
    grid = [QPointF(x, y) for x in range(-20, 84, 2) for y in range(-20, 84, 2)]
    areas = [sum(shape.contains(point) for point in grid) for shape in shapes]
    assert max(areas) / min(areas) < 1.4  # no zone is drawn much larger than another
    assert contrast(theme.tokens.outline, theme.tokens.card) >= 3


@pytest.mark.parametrize("zone", Zone)
def test_every_zones_plate_is_as_large_as_the_others(thermometer: Thermometer, zone: Zone) -> None:
    sizes = set()
    for current in (None, *Zone):
        thermometer.show_zone(current)
        sizes.add(thermometer.buttons.of(zone).plate().size().toTuple())
    assert sizes == {thermometer.buttons.green.plate().size().toTuple()}


def test_the_glass_is_painted_anew_where_the_window_has_another_size(
    thermometer: Thermometer, qtbot: QtBot
) -> None:
    thermometer.grab()
    thermometer._theme.fit(QSize(2560, 1600))
    QApplication.sendEvent(thermometer, QResizeEvent(thermometer.size(), thermometer.size()))
    fresh = Thermometer(thermometer._theme, FILL_MS)
    qtbot.addWidget(fresh)
    fresh.show_words("Mia", ByZone("Calm", "Getting big", "Too big"))
    fresh.resize(thermometer.size())
    assert thermometer.grab().toImage() == fresh.grab().toImage()
