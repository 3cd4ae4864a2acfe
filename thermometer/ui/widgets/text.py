"""Text that is never cut: it wraps, then shrinks, then ends in an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from thermometer.ui.theme.theme import REGULAR, Theme

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
    text: str, theme: Theme, size: str, weight: int, box: QRectF, align: Qt.AlignmentFlag = CENTRE
) -> QTextLayout:
    """``text`` laid out so that it fits into ``box``, as large as ``size`` if it can be."""
    words = QTextOption.WrapMode.WordWrap
    for pixels in range(theme.text_px(size), theme.smallest_text - 1, -1):
        layout = _laid_out(text, theme.font_px(pixels, weight), box.width(), words, align)
        if _widest(layout) <= box.width() + 0.5 and _height(layout) <= box.height() + 0.5:
            return layout
    return _elided(text, theme.font_px(theme.smallest_text, weight), box, align)


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
    size: str = "normal",
    weight: int = REGULAR,
    align: Qt.AlignmentFlag = CENTRE,
) -> None:
    """Draw ``text`` into ``box``, vertically centred unless ``align`` says top."""
    layout = fitted(text, theme, size, weight, box, align)
    top = 0.0 if align & Qt.AlignmentFlag.AlignTop else (box.height() - _height(layout)) / 2
    painter.setPen(colour)
    layout.draw(painter, QPointF(box.left(), box.top() + max(0.0, top)))
