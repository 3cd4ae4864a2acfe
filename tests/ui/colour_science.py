"""How far apart two colours are: WCAG contrast, CIEDE2000, and how the colour-blind see them."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from PySide6.QtGui import QColor

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# Machado, Oliveira, Fernandes 2009, severity 1.0, for linear RGB.
SIMULATED: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
D65: Triple = (0.95047, 1.0, 1.08883)


def linear(colour: QColor) -> Triple:
    """The colour's light, channel by channel, 0 to 1."""

    def light(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return light(colour.redF()), light(colour.greenF()), light(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    lights = sorted(_times(TO_XYZ, linear(colour))[1] for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _times(matrix: Matrix, vector: Triple) -> Triple:
    x, y, z = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def lab(colour: QColor, seen_by: str = "normal") -> Triple:
    """CIE Lab (D65) of a colour, as somebody sees it."""
    r, g, b = (min(1.0, max(0.0, c)) for c in _times(SIMULATED[seen_by], linear(colour)))

    def f(t: float) -> float:
        return t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29

    x, y, z = (f(c / w) for c, w in zip(_times(TO_XYZ, (r, g, b)), D65, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: QColor, other: QColor, seen_by: str = "normal") -> float:
    """CIEDE2000 between two colours, as somebody sees them."""
    return ciede2000(lab(one, seen_by), lab(other, seen_by))


def _stretched(one: Triple, other: Triple) -> list[tuple[float, float]]:
    """Chroma and hue angle of both, near greys stretched along a."""
    mean = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    g = 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25.0**7)))
    stretched = []
    for _, a, b in (one, other):
        a_ = a * (1 + g)
        stretched.append((hypot(a_, b), degrees(atan2(b, a_)) % 360))
    return stretched


def ciede2000(one: Triple, other: Triple) -> float:
    """The colour difference of CIE 142-2001 between two Lab colours, all weights 1."""
    (c1, h1), (c2, h2) = _stretched(one, other)
    d_hue = h2 - h1
    if c1 * c2 == 0:
        d_hue, hue = 0.0, h1 + h2
    else:
        d_hue = (d_hue + 180) % 360 - 180
        hue = (h1 + d_hue / 2) % 360
    dl, dc = other[0] - one[0], c2 - c1
    dh = 2 * sqrt(c1 * c2) * sin(radians(d_hue / 2))
    light, chroma = (one[0] + other[0]) / 2, (c1 + c2) / 2
    waves: Sequence[tuple[float, int, float]] = (
        (-0.17, 1, -30),
        (0.24, 2, 0),
        (0.32, 3, 6),
        (-0.2, 4, -63),
    )
    t = 1 + sum(w * cos(radians(n * hue + shift)) for w, n, shift in waves)
    sl = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    turn = radians(60 * exp(-(((hue - 275) / 25) ** 2)))
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25.0**7)) * sin(turn)
    dl, dc, dh = dl / sl, dc / sc, dh / sh
    return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)
