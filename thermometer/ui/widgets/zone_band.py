"""Whose Safe Place it is and in which zone: a band in the zone's colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.avatar import draw_avatar
from thermometer.ui.widgets.text import LEFT, draw_fitted, fitted
from thermometer.ui.widgets.zone_shape import draw_face

NAME_LINES = 5.2


class ZoneBand(QWidget):
    """Stands at the side of a wide window, at the top of a tall one; in red it has no ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person: Person | None = None
        self._zone = Zone.GREEN
        self._thanks = ""
        self.foot = 0

    def show_zone(self, person: Person, zone: Zone, thanks: str) -> None:
        """Show the person's own word for ``zone`` and the same thanks for every zone."""
        self._person, self._zone, self._thanks = person, zone, thanks
        self.setAccessibleName(f"{person.name}: {person.words.of(zone)}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._person is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.tokens.zones.of(self._zone)
        quiet = self._zone is Zone.RED
        if not quiet:
            painter.fillRect(self.rect(), colours.full)
        ink = self._theme.tokens.ink if quiet else colours.on_full
        if self.height() > self.width():
            self._draw_upright(painter, self._person, ink)
        else:
            self._draw_lying(painter, self._person, ink)

    def _draw_upright(self, painter: QPainter, person: Person, ink: QColor) -> None:
        pad = self.width() * 0.09
        side = min(self._theme.px(64), self.width() * 0.36)
        beside = self.width() - side - pad * 2.2
        high = max(side, self._name_height(person.name, beside))
        picture = QRectF(pad, pad + (high - side) / 2, side, side)
        draw_avatar(painter, person.picture, picture, self._theme, person.colour)
        name = QRectF(picture.right() + pad * 0.6, pad, beside, high)
        self._words(painter, person.name, name, ink, size="large", align=LEFT)
        room = QRectF(pad, pad + high + pad, self.width() - 2 * pad, 0)
        room.setBottom(self.height() - self.foot - pad)
        face = min(room.width() * 0.62, room.height() * 0.46)
        top = room.top() + max(0.0, (room.height() - face * 1.0 - self._theme.px(150)) / 2)
        box = QRectF(self.width() / 2 - face / 2, top, face, face)
        draw_face(painter, self._zone, box, self._theme)
        rest = room.bottom() - box.bottom()
        word = QRectF(
            room.left(),
            box.bottom() + rest * 0.06,
            room.width(),
            min(rest * 0.5, self._theme.px(84)),
        )
        self._words(painter, person.words.of(self._zone), word, ink, size="title")
        thanks = QRectF(
            room.left(), word.bottom(), room.width(), min(rest * 0.42, self._theme.px(60))
        )
        self._words(painter, self._thanks, thanks, ink, size="normal", weight=MEDIUM)

    def _name_height(self, name: str, width: float) -> float:
        """Room for a long name in four small lines, for the longest in as many as it needs."""
        small = self._theme.smallest_text
        room = QRectF(0, 0, width, self.height())
        words = fitted(name, self._theme, small, BOLD, room, LEFT)
        lines = words.lineCount() * QFontMetricsF(words.font()).height()
        return max(small * NAME_LINES, lines + 1)

    def _draw_lying(self, painter: QPainter, person: Person, ink: QColor) -> None:
        pad = self.height() * 0.14
        side = self.height() - 2 * pad
        small = min(side * 0.62, self._theme.px(72))
        picture = QRectF(pad, self.height() / 2 - small / 2, small, small)
        draw_avatar(painter, person.picture, picture, self._theme, person.colour)
        face = QRectF(picture.right() + pad * 1.2, pad, side, side)
        draw_face(painter, self._zone, face, self._theme)
        left = face.right() + pad * 1.2
        words = QRectF(left, pad * 0.6, self.width() - left - pad, self.height() - pad * 1.2)
        word = QRectF(words)
        word.setHeight(words.height() * 0.58)
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._words(painter, person.words.of(self._zone), word, ink, size="title", align=bottom)
        thanks = words.adjusted(0, word.height(), 0, 0)
        self._words(painter, self._thanks, thanks, ink, size="normal", weight=MEDIUM, align=LEFT)

    def _words(
        self,
        painter: QPainter,
        text: str,
        box: QRectF,
        ink: QColor,
        *,
        size: str,
        weight: int = BOLD,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        draw_fitted(painter, text, self._theme, box, ink, size=size, weight=weight, align=align)
