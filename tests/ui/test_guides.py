"""Each guide's moving picture: soft in every moment, within its card, and crisp on any screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from thermometer.domain.breathing import BreathMoment, moment_at
from thermometer.domain.people import AgeBand
from thermometer.domain.settings import BreathPace, Preferences
from thermometer.domain.tools import Pace, ToolKind
from thermometer.services.content import Content
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.guides import layers as layers_module
from thermometer.ui.widgets.guides.finger_candles import TIPS
from thermometer.ui.widgets.guides.known import MOVING
from thermometer.ui.widgets.guides.layers import Layers, drawing_of
from thermometer.ui.widgets.guides.piece import GRID, Piece
from thermometer.ui.widgets.guides.scene import MovingScene

CONTENT = Content()
GUIDES = sorted(tool.id for tool in CONTENT.tools() if tool.kind is ToolKind.GUIDE)
PACES = st.builds(
    Pace,
    inhale=st.floats(1.5, 6),
    exhale=st.floats(1.5, 8),
    hold_in=st.sampled_from([0.0, 3.0]),
    hold_out=st.sampled_from([0.0, 3.0]),
    breaths=st.integers(4, 6),
)
FRAME = 0.016
RATIOS = (1.0, 1.25, 1.5, 2.0)
# In one frame nothing goes further than this where the shortest phase lasts a second: in units of
# the grid, degrees, and shares. Twice as slow, half as far.
FARTHEST, MOST_TURNED, MOST_GROWN, MOST_FADED = 2.8, 7.0, 0.08, 0.18


def pace_of(tool: str, band: AgeBand = AgeBand.SIX_TO_EIGHT) -> Pace:
    return CONTENT.pace(CONTENT.tool(tool), band)


def moment(pace: Pace, seconds: float) -> BreathMoment:
    found = moment_at(pace, seconds)
    assert found is not None
    return found


def moments(pace: Pace, count: int = 60) -> list[BreathMoment]:
    """Moments of every breath, the turns of its phases among them."""
    whole = pace.breath * pace.breaths
    turns = [b * pace.breath + pace.inhale for b in range(pace.breaths)]
    times = [whole * i / count for i in range(count)] + turns + [whole - 1e-6]
    return [moment(pace, seconds) for seconds in times]


@pytest.mark.parametrize("tool", GUIDES)
def test_every_guide_has_a_picture_that_holds_its_layers(tool: str, qapp: object) -> None:
    drawing = drawing_of(tool)
    assert drawing.elementExists("still")
    for each in moments(pace_of(tool)):
        for piece in MOVING[tool](each, pace_of(tool)):
            assert drawing.elementExists(piece.layer)


def test_there_is_no_picture_without_a_guide() -> None:
    assert sorted(MOVING) == GUIDES


def corners(drawing: QSvgRenderer, piece: Piece) -> QRectF:
    """What a piece covers, in units of the grid."""
    across, down = piece.pivot
    way = QTransform()
    way.translate(across + piece.x, down + piece.y)
    way.rotate(piece.turn)
    way.scale(piece.width, piece.height)
    way.translate(-across, -down)
    return way.mapRect(drawing.boundsOnElement(piece.layer))


@pytest.mark.parametrize("tool", GUIDES)
def test_nothing_ever_leaves_its_card(tool: str, qapp: object) -> None:
    drawing = drawing_of(tool)
    card = QRectF(-1, -1, GRID + 2, GRID + 2)
    for band in AgeBand:
        pace = pace_of(tool, band)
        for each in moments(pace):
            for piece in MOVING[tool](each, pace):
                if piece.opacity > 0.01:
                    assert card.contains(corners(drawing, piece)), (each, piece)


@pytest.mark.parametrize("tool", GUIDES)
@given(pace=PACES, share=st.floats(0, 1))
def test_nothing_ever_jumps(tool: str, pace: Pace, share: float) -> None:
    seconds = share * (pace.breath * pace.breaths - 2 * FRAME)
    quick = 1 / min(each for each in (pace.inhale, pace.exhale, pace.hold_in or 3.0) if each)
    before = MOVING[tool](moment(pace, seconds), pace)
    after = MOVING[tool](moment(pace, seconds + FRAME), pace)
    assert len(before) == len(after)
    for was, is_ in zip(before, after, strict=True):
        assert was.layer == is_.layer
        assert abs(was.opacity - is_.opacity) <= MOST_FADED * quick
        if min(was.opacity, is_.opacity) < 0.02:
            continue  # what cannot be seen may go where it likes
        assert max(abs(was.x - is_.x), abs(was.y - is_.y)) <= FARTHEST * quick
        assert abs(was.turn - is_.turn) <= MOST_TURNED * quick
        assert max(abs(was.width - is_.width), abs(was.height - is_.height)) <= MOST_GROWN * quick


@pytest.mark.parametrize("tool", GUIDES)
@pytest.mark.parametrize("chosen", BreathPace)
def test_every_part_is_softly_there_at_each_familys_pace(tool: str, chosen: BreathPace) -> None:
    for band in AgeBand:
        pace = Preferences(breath_pace=chosen).pace(pace_of(tool, band))
        for each in moments(pace):
            for piece in MOVING[tool](each, pace):
                assert 0 <= piece.opacity <= 1
                assert 0 <= piece.height <= 1.6
                assert abs(piece.width) <= 1.6


@pytest.mark.parametrize("tool", GUIDES)
def test_in_and_out_look_unlike_each_other(tool: str) -> None:
    pace = pace_of(tool)
    full = pace.inhale
    looks = {MOVING[tool](moment(pace, at), pace) for at in (0.0, full, full + pace.exhale * 0.5)}
    assert len(looks) == 3


@pytest.mark.parametrize("breaths", [1, 4, 5, 6])
def test_all_five_candles_are_out_in_the_end_and_never_lit_again(breaths: int) -> None:
    pace = Pace(inhale=3, exhale=4, breaths=breaths)
    sizes = [
        [p.height for p in MOVING["finger-candles"](each, pace) if p.layer == "flame"]
        for each in moments(pace)[: -breaths - 1]
    ]
    assert [len(lit) for lit in sizes] == [len(TIPS)] * len(sizes)
    for before, after in pairwise(sizes):
        assert all(b > 0.01 or a <= 0.01 for b, a in zip(before, after, strict=True))
    last = MOVING["finger-candles"](moment(pace, pace.breath * breaths - 1e-6), pace)
    assert max(p.height for p in last if p.layer == "flame") < 0.01


def test_five_fingers_are_five_breaths_one_for_each() -> None:
    for band in AgeBand:
        pace = pace_of("finger-candles", band)
        assert pace.breaths == len(TIPS)
        for breath in range(pace.breaths):
            end = moment(pace, (breath + 1) * pace.breath - 1e-6)
            flames = [p for p in MOVING["finger-candles"](end, pace) if p.layer == "flame"]
            assert sum(p.height < 0.01 for p in flames) == breath + 1


def test_each_side_of_the_square_is_one_part_of_the_breath() -> None:
    pace = pace_of("square")
    ends = [moment(pace, seconds) for seconds in (0, 3, 6, 9, 12 - 1e-9)]
    dots = [MOVING["square"](each, pace)[-1] for each in ends]
    way = [(round(dot.x), round(dot.y)) for dot in dots]
    assert way == [(-20, 20), (-20, -20), (20, -20), (20, 20), (-20, 20)]


def scene(tool: str, side: int, ratio: float) -> MovingScene:
    made = MovingScene(tool, MOVING[tool])
    made.fit(QRectF(0, 0, side, side), Theme(), ratio)
    return made


def painted(what: MovingScene, side: int, ratio: float) -> QImage:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    what.paint(painter, QRect(0, 0, side, side))
    painter.end()
    return pixmap.toImage()


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("tool", GUIDES)
def test_on_a_finer_screen_it_is_as_if_drawn_for_it(tool: str, ratio: float, qapp: object) -> None:
    """At 1.25, 1.5 and 2 pixels to one it has the pixels of a screen that is so much larger."""
    side, pace = 240, pace_of(tool)
    fine, large = scene(tool, side, ratio), scene(tool, round(side * ratio), 1.0)
    for seconds in (0.0, pace.inhale * 0.45, pace.inhale + pace.exhale * 0.5):
        for each in (fine, large):
            each.show(moment(pace, seconds), pace)
        # Sizes and turns go by logical pixels; a moment without steps between them is compared.
        assert unlike(painted(fine, side, ratio), painted(large, round(side * ratio), 1.0)) < 0.02


def unlike(one: QImage, other: QImage) -> float:
    """The share of pixels that differ clearly, away from the card's edge and its shadow."""
    assert one.size() == other.size()
    edge, count, found = round(one.width() * 0.06), 0, 0
    for y in range(edge, one.height() - edge, 3):
        for x in range(edge, one.width() - edge, 3):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            gap = max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue()))
            found += gap > 48
            count += 1
    return found / count


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("piece", [Piece(layer="petals", pivot=(20, 23)), Piece(layer="flame")])
def test_a_layer_has_the_screens_own_pixels(ratio: float, piece: Piece, qapp: object) -> None:
    """Its pixels are those of the drawing rendered at that size, none is stretched."""
    unit = 4.0 * ratio
    drawing = drawing_of("flower-candle")
    _, look = Layers(drawing, unit, ratio).look(piece)
    assert look.pixmap.devicePixelRatio() == pytest.approx(ratio)
    steps = Layers(drawing, unit, ratio)._measured(piece.layer, piece.pivot)
    width = round(steps.width) / steps.width * unit
    height = round(steps.height) / steps.height * unit
    fresh = QImage(look.pixmap.size(), QImage.Format.Format_ARGB32_Premultiplied)
    fresh.fill(Qt.GlobalColor.transparent)
    painter = QPainter(fresh)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-look.left, -look.top)
    painter.scale(width, height)
    painter.translate(-QPointF(*piece.pivot))
    drawing.render(painter, piece.layer, drawing.boundsOnElement(piece.layer))
    painter.end()
    assert look.pixmap.toImage().convertToFormat(fresh.format()) == fresh


def test_looks_come_again_with_the_next_breath(qapp: object) -> None:
    kept = Layers(drawing_of("belly-boat"), 4.0, 1.0)
    one, first = kept.look(Piece(layer="belly", height=0.8))
    other, second = kept.look(Piece(layer="belly", height=0.8001))
    assert one == other
    assert first is second


def test_what_was_long_not_asked_for_is_let_go_of(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers_module, "KEPT_BYTES", 60_000)
    kept = Layers(drawing_of("belly-boat"), 4.0, 1.0)
    looks = [kept.look(Piece(layer="belly", height=i / 20))[0] for i in range(8, 21)]
    assert 0 < len(kept._kept) < len(looks)
    assert looks[-1] in kept._kept
    assert looks[0] not in kept._kept


@pytest.mark.parametrize("tool", GUIDES)
def test_a_breath_fits_into_what_is_kept(tool: str, qapp: object) -> None:
    """At the size of a laptop: what comes again has not to be rendered again."""
    made, pace = scene(tool, 540, 1.0), pace_of(tool, AgeBand.THREE_TO_FIVE)
    for i in range(0, int(pace.breath / FRAME), 2):
        made.show(moment(pace, i * FRAME), pace)
    assert made._layers._bytes < layers_module.KEPT_BYTES
