"""Words as large as there is room for: smaller before they break, and cut only at the smallest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from thermometer.ui.print.paper import CENTRE, REGULAR, Text, width_of

STEP = 0.5


def fitted(
    words: str,
    points: tuple[float, float],
    room: tuple[float, float],
    *,
    lines: int = 2,
    weight: int = REGULAR,
    ink: QColor | None = None,
    align: Qt.AlignmentFlag = CENTRE,
) -> Text:
    """``words`` laid out so that they fit.

    Args:
        words: what to say.
        points: the largest and the smallest size of the letters.
        room: width and height in units.
        lines: at most so many.
        weight: of the letters.
        ink: the colour; None for that of plain text.
        align: left, right or centred.
    """
    size, (width, height) = points[0], room
    longest = max(words.split(), key=len, default="")
    while size > points[1]:
        whole = width_of(longest, size, weight) <= width  # no word is broken for being large
        text = Text(words, size, width, weight=weight, ink=ink, align=align)
        if whole and text.height <= height and len(text.lines()) <= lines:
            return text
        size -= STEP
    return Text(words, points[1], width, weight=weight, ink=ink, align=align, lines=lines)


def fitted_alike(
    many: Sequence[str],
    points: tuple[float, float],
    room: tuple[float, float],
    *,
    weight: int = REGULAR,
) -> list[Text]:
    """Words that stand beside each other, all as large as those that need the most room can be.

    Args:
        many: what to say.
        points: the largest and the smallest size of the letters.
        room: width and height in units, for each.
        weight: of the letters.
    """
    texts = [fitted(words, points, room, weight=weight) for words in many]
    size = min((text.points for text in texts), default=points[0])
    return [
        text if text.points <= size else fitted(words, (size, points[1]), room, weight=weight)
        for words, text in zip(many, texts, strict=True)
    ]


def paint_in_middle(painter: QPainter, text: Text, box: QRectF) -> None:
    """Put ``text`` into ``box``, as much room above as below."""
    text.paint(painter, box.left(), box.center().y() - text.height / 2)
