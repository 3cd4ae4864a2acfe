"""The column is a liquid: its surface leans on the way, and then nothing moves any more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QPainterPath
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.zones import ByZone, Zone
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.widgets.liquid import HIGHEST, liquid_column, slosh_after
from thermometer.ui.widgets.thermometer import Thermometer

BOX = QRectF(10, 20, 30, 300)


@given(st.floats(0, 1), st.floats(0, 0.01))
def test_it_sloshes_softly_and_never_far(share: float, later: float) -> None:
    assert abs(slosh_after(share)) <= 1
    assert abs(slosh_after(min(1.0, share + later)) - slosh_after(share)) <= 0.15


def test_it_leans_to_both_sides_and_comes_to_rest_before_the_column_does() -> None:
    leans = [slosh_after(i / 100) for i in range(101)]
    assert leans[0] == 0
    assert max(leans) > 0.4
    assert min(leans) < -0.3
    assert max(abs(lean) for lean in leans[90:]) < 0.06
    assert leans[-1] == pytest.approx(0)


def test_it_has_settled_within_six_tenths_of_a_second() -> None:
    assert Timings().fill <= 600


def test_at_rest_the_column_has_round_ends() -> None:
    radius = BOX.width() / 2
    rounded = QPainterPath()
    rounded.addRoundedRect(BOX, radius, radius)
    points = [QPointF(x, y) for x in range(8, 43) for y in range(18, 323)]
    level = liquid_column(BOX, 0.0)
    unlike = [p for p in points if level.contains(p) != rounded.contains(p)]
    assert len(unlike) < 0.003 * len(points)


@given(st.floats(-2, 2), st.floats(2, 60), st.floats(1, 400))
def test_the_column_stays_in_its_tube_and_keeps_its_level(
    slosh: float, width: float, height: float
) -> None:
    column = liquid_column(QRectF(0, 0, width, height), slosh)
    box = column.boundingRect()
    assert box.left() >= -0.01
    assert box.right() <= width + 0.01
    assert box.bottom() <= height + 0.01
    assert box.top() >= -HIGHEST * width - 0.01
    assert column.contains(QPointF(width / 2, height / 2))


def shown(qtbot: QtBot, theme: Theme) -> Thermometer:
    widget = Thermometer(theme, 120)
    qtbot.addWidget(widget)
    widget.show_words("Mia", ByZone("Calm", "Getting big", "Too big"))
    widget.resize(340, 520)
    widget.show()
    return widget


def test_the_surface_leans_while_it_moves_and_is_level_afterwards(qtbot: QtBot) -> None:
    theme = Theme()
    thermometer, still = shown(qtbot, theme), shown(qtbot, theme)
    still.show_zone(Zone.RED)
    leans: list[float] = []
    thermometer._motion.valueChanged.connect(lambda _: leans.append(thermometer._slosh()))
    with qtbot.waitSignal(thermometer.filled):
        thermometer.show_zone(Zone.RED, moving=True)
    assert max(map(abs, leans)) > 0.1
    assert thermometer._slosh() == 0
    assert thermometer.grab().toImage() == still.grab().toImage()


def test_with_reduced_motion_it_never_leans(qtbot: QtBot) -> None:
    theme = Theme()
    theme.reduced_motion = True
    thermometer = shown(qtbot, theme)
    thermometer.show_zone(Zone.RED, moving=True)
    assert thermometer._slosh() == 0
    assert thermometer._motion.state() is QVariantAnimation.State.Stopped


class Paints(QObject):
    """How often something is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def running(tablet: Tablet) -> list[QVariantAnimation]:
    """Animations that run anywhere in the window."""
    found = tablet.window.findChildren(QVariantAnimation)
    return [each for each in found if each.state() is not QVariantAnimation.State.Stopped]


def test_nothing_moves_on_a_resting_home(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    assert running(tablet) == []
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.go_home()
    tablet.qtbot.waitUntil(lambda: running(tablet) == [])
    tablet.let_pass(600)
    paints = Paints()
    for panel in tablet.home.panels:
        panel.thermometer.installEventFilter(paints)
    tablet.let_pass(300)
    assert paints.count == 0
    assert running(tablet) == []
