"""Text that is never cut: it wraps, then shrinks, then ends in an ellipsis."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from thermometer.ui.theme.theme import REGULAR, Theme, font_of

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _laid_out(
    text: str, font: QFont, width: float, wrap: QTextOption.WrapMode, align: Qt.AlignmentFlag
) -> QTextLayout:
    """``text`` broken into lines of ``width`` pixels, set one below the other."""
    option = QTextOption(align & Qt.AlignmentFlag.AlignHorizontal_Mask)
    option.setWrapMode(wrap)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += QFontMetricsF(font).height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return QFontMetricsF(layout.font()).height() * layout.lineCount()


def _widest(layout: QTextLayout) -> float:
    lines = range(layout.lineCount())
    return max((layout.lineAt(i).naturalTextWidth() for i in lines), default=0.0)


def fitted(
    text: str,
    theme: Theme,
    size: str | int,
    weight: int,
    box: QRectF,
    align: Qt.AlignmentFlag = CENTRE,
) -> QTextLayout:
    """``text`` laid out so that it fits into ``box``, as large as ``size`` if it can be.

    ``size`` is a size of the theme, or pixels where texts side by side are to be alike.
    """
    most = theme.text_px(size) if isinstance(size, str) else size
    pixels = range(max(most, theme.smallest_text), theme.smallest_text - 1, -1)
    return _fitted(text, pixels, weight, box.width(), box.height(), align)


@lru_cache(maxsize=512)
def _fitted(
    text: str, sizes: range, weight: int, width: float, height: float, align: Qt.AlignmentFlag
) -> QTextLayout:
    """Kept, because a name is measured again at each repaint and seldom changes."""
    words = QTextOption.WrapMode.WordWrap
    for pixels in sizes:
        layout = _laid_out(text, font_of(pixels, weight), width, words, align)
        if _widest(layout) <= width + 0.5 and _height(layout) <= height + 0.5:
            return layout
    box = QRectF(0, 0, width, height)
    return _elided(text, font_of(sizes[-1], weight), box, align)


def _elided(text: str, font: QFont, box: QRectF, align: Qt.AlignmentFlag) -> QTextLayout:
    """As many lines as fit, the last one ending in an ellipsis."""
    anywhere = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    layout = _laid_out(text, font, box.width(), anywhere, align)
    metrics = QFontMetricsF(font)
    room = max(1, int((box.height() + 0.5) // metrics.height()))
    if layout.lineCount() <= room:
        return layout
    # Qt counts in UTF-16 units; Python would cut an emoji at another place.
    units = text.encode("utf-16-le")
    start = layout.lineAt(room - 1).textStart() * 2
    head, rest = units[:start].decode("utf-16-le"), units[start:].decode("utf-16-le")
    last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box.width())
    return _laid_out(head + last, font, box.width(), anywhere, align)


def draw_fitted(
    painter: QPainter,
    text: str,
    theme: Theme,
    box: QRectF,
    colour: QColor,
    *,
    size: str | int = "normal",
    weight: int = REGULAR,
    align: Qt.AlignmentFlag = CENTRE,
) -> None:
    """Draw ``text`` into ``box``, vertically centred unless ``align`` says top."""
    layout = fitted(text, theme, size, weight, box, align)
    painter.setPen(colour)
    layout.draw(painter, _corner(layout, box, align))


def words_in(layout: QTextLayout, box: QRectF, align: Qt.AlignmentFlag) -> QRectF:
    """Where in ``box`` the words stand, when ``layout`` is drawn into it."""
    words = QRectF()
    for i in range(layout.lineCount()):
        words = words.united(layout.lineAt(i).naturalTextRect())
    return words.translated(_corner(layout, box, align))


def _corner(layout: QTextLayout, box: QRectF, align: Qt.AlignmentFlag) -> QPointF:
    top = 0.0 if align & Qt.AlignmentFlag.AlignTop else (box.height() - _height(layout)) / 2
    return QPointF(box.left(), box.top() + max(0.0, top))


def draw_large(
    painter: QPainter, text: str, theme: Theme, box: QRectF, colour: QColor, weight: int = REGULAR
) -> None:
    """Draw ``text`` in the middle of ``box``, as large as it fits there in one line."""
    height = int(box.height())
    pixels = range(height, theme.smallest_text - 1, -4)
    layout = _fitted(text, pixels, weight, box.width(), height, CENTRE)
    painter.setPen(colour)
    layout.draw(painter, QPointF(box.left(), box.top() + (height - _height(layout)) / 2))
