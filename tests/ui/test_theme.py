"""The colours: all there, readable on each other, told apart by the colour-blind; and the sizes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

from tests.ui.colour_science import ciede2000, contrast, distance
from thermometer import assets
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, REGULAR, Theme
from thermometer.ui.theme.tokens import THEMES, Tokens, ZoneColours, load_sizes, load_tokens
from thermometer.ui.widgets.zone_button import PRESSED, mixed

SHARMA = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
    ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
    ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "expected"), SHARMA)
def test_the_measure_itself(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)
    assert ciede2000(other, one) == pytest.approx(expected, abs=1e-4)


def test_black_on_white_is_the_largest_contrast() -> None:
    black, white = (load_tokens("contrast").ink, load_tokens("contrast").paper)
    assert contrast(black, white) == pytest.approx(21)


@pytest.fixture(params=THEMES)
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return load_tokens(request.param)


def test_every_meaning_has_a_colour(tokens: Tokens) -> None:
    grouped = ("zones", "people")
    plain = [getattr(tokens, each.name) for each in fields(Tokens) if each.name not in grouped]
    zones = [getattr(z, each.name) for z in tokens.zones for each in fields(ZoneColours)]
    for colour in plain + zones:
        assert isinstance(colour, QColor)
        assert colour.isValid()
        assert colour.alpha() == 255


def written(tokens: Tokens) -> dict[str, tuple[QColor, QColor]]:
    """Every text colour with every ground that it stands on somewhere, by a name to find it."""
    t, red = tokens, tokens.zones.red
    grounds = {
        "ink": (t.paper, t.card, t.raised, t.well, t.accent_soft, red.soft),
        "muted": (t.paper, t.card, t.well, t.accent_soft),
        "on_accent": (t.accent, t.accent.darker(112)),
        "accent": (t.card, t.accent_soft),
        "dim_ink": (t.dim_ground,),
    }
    pairs = {
        f"{name} on {ground.name()}": (getattr(t, name), ground)
        for name, all_of_it in grounds.items()
        for ground in all_of_it
    }
    for zone in Zone:
        colours = t.zones.of(zone)
        pairs[f"{zone} at rest"] = (colours.deep, colours.soft)
        pairs[f"{zone} now"] = (colours.on_full, colours.full)
        pairs[f"{zone} pressed"] = (colours.deep, mixed(colours.soft, colours.full, PRESSED))
    return pairs


def test_everything_written_can_be_read(tokens: Tokens) -> None:
    low = {name: contrast(*pair) for name, pair in written(tokens).items()}
    assert {name: round(ratio, 2) for name, ratio in low.items() if ratio < 4.5} == {}


def test_each_zones_shape_stands_out_from_what_is_behind_it(tokens: Tokens) -> None:
    grounds = [tokens.card, tokens.paper, *(zone.soft for zone in tokens.zones)]
    low = [round(contrast(tokens.outline, ground), 2) for ground in grounds]
    assert [ratio for ratio in low if ratio < 3] == []


def test_the_ring_of_the_keyboard_stands_out(tokens: Tokens) -> None:
    grounds = [tokens.card, tokens.paper, *(zone.soft for zone in tokens.zones)]
    assert [ground.name() for ground in grounds if contrast(tokens.accent, ground) < 3] == []


@pytest.mark.parametrize(
    ("seen_by", "at_least"), [("normal", 35), ("protan", 20), ("deutan", 20), ("tritan", 35)]
)
def test_the_zones_can_be_told_apart(tokens: Tokens, seen_by: str, at_least: float) -> None:
    full = [zone.full for zone in tokens.zones]
    distances = [distance(one, other, seen_by) for one, other in combinations(full, 2)]
    assert min(distances) >= at_least


def test_the_lines_of_child_and_parent_can_be_told_apart(tokens: Tokens) -> None:
    for ground in (tokens.card, tokens.paper):
        assert contrast(tokens.accent, ground) >= 3
        assert contrast(tokens.second_line, ground) >= 3


def test_light_is_as_it_was_measured() -> None:
    light = load_tokens("light")
    assert [zone.full.name() for zone in light.zones] == ["#35a67c", "#ffd257", "#b23027"]
    full = [zone.full for zone in light.zones]
    for seen_by, measured in {"normal": 38, "deutan": 21, "protan": 22, "tritan": 39}.items():
        smallest = min(distance(one, other, seen_by) for one, other in combinations(full, 2))
        assert smallest == pytest.approx(measured, abs=1)


def test_the_dark_ground_is_dark_and_the_others_are_light() -> None:
    lightness = {name: load_tokens(name).paper.lightness() for name in THEMES}
    assert lightness["dark"] < 60
    assert lightness["light"] > 200
    assert lightness["contrast"] > 200


# ------------------------------------------------------------------------------ sizes


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme()


@pytest.mark.parametrize(
    ("size", "factor"),
    [
        ((1280, 800), 1.0),
        ((800, 1280), 1.0),
        ((800, 480), 0.6),
        ((480, 800), 0.6),
        ((2560, 1600), 2.0),
        ((1280, 400), 0.5),
    ],
)
def test_one_factor_for_everything(theme: Theme, size: tuple[int, int], factor: float) -> None:
    theme.fit(QSize(*size))
    assert theme.factor == pytest.approx(factor)


@pytest.mark.parametrize("size", [(1, 1), (320, 240), (800, 480), (2736, 1824)])
@pytest.mark.parametrize("text_scale", [0.1, 1.0, 2.0])
def test_nothing_gets_too_small(theme: Theme, size: tuple[int, int], text_scale: float) -> None:
    theme.text_scale = text_scale
    theme.fit(QSize(*size))
    assert min(theme.text_px(each) for each in load_sizes().text) >= 13
    assert (theme.target("zone") >= 110, theme.target("child") >= 72) == (True, True)
    assert theme.target("parent") >= 44
    assert theme.px(1) >= 1


def test_lexend_is_there_in_all_its_weights(theme: Theme) -> None:
    assert QFontInfo(theme.font("normal")).family() == "Lexend"
    widths = [
        QFontMetrics(theme.font("display", weight)).horizontalAdvance("How are you?")
        for weight in (REGULAR, BOLD)
    ]
    assert widths[0] < widths[1]  # a real bold is wider; a smeared one is not


def test_another_theme_is_told(theme: Theme) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(True))
    theme.set_theme("dark")
    assert told
    assert theme.palette().window().color() == load_tokens("dark").paper


@pytest.mark.parametrize("broken", ["= no table", "[names]", "names = 1", "names = {ink = 1}"])
def test_a_broken_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    (tmp_path / "themes").mkdir()
    for name in ("light", "sizes"):
        (tmp_path / "themes" / f"{name}.toml").write_text(broken, encoding="utf-8")
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    loads: dict[str, Callable[[], object]] = {
        "light.toml": partial(load_tokens, "light"),
        "sizes.toml": load_sizes,
    }
    for file, load in loads.items():
        with pytest.raises(Problem) as caught:
            load()
        assert (caught.value.key, caught.value.values["file"]) == ("content-broken", file)
