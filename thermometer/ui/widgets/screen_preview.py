"""Somebody's Safe Place in small: the widgets of the real page, painted and scaled down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.signs import Sign
from thermometer.domain.tools import BODY_SCAN, Tool
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.people_strip import PeopleStrip
from thermometer.ui.widgets.safe_place_cards import cards_fit, place_cards, safe_place_card
from thermometer.ui.widgets.safe_place_frame import SafePlaceFrame
from thermometer.ui.widgets.sign_tray import SignTray
from thermometer.ui.widgets.tool_card import ToolCard
from thermometer.ui.widgets.zone_band import ZoneBand


@dataclass(frozen=True, slots=True)
class ScreenShown:
    """What a Safe Place shows; a tool's name is None where its picture stands alone.

    ``signs`` are those that are asked for under the cards, ``everybody`` is who is one touch away.
    """

    person: Person
    zone: Zone
    cards: tuple[tuple[Tool, str | None], ...]
    headline: str
    thanks: str
    signs: tuple[Sign, ...] = ()
    everybody: tuple[Person, ...] = ()


class ScreenPreview(QWidget):
    """As large as it has room for, in the shape of the window it stands in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: ScreenShown | None = None
        self._picture = QPixmap()
        # Painted, never shown: nothing in it can be touched, read aloud or reached by keyboard.
        self._screen = QWidget(self)
        self._screen.hide()
        self._band = ZoneBand(theme, self._screen)
        self._title = FittedLabel(theme, size="display", weight=BOLD, parent=self._screen)
        self._tray = SignTray(theme, self._screen)
        self.strip = PeopleStrip(theme, self._screen)
        self._cards: list[ToolCard] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._forget)

    @property
    def cards(self) -> Sequence[ToolCard]:
        """The cards of the small screen, in their places."""
        return tuple(self._cards)

    def show_screen(self, shown: ScreenShown) -> None:
        """Show this Safe Place."""
        if shown == self._shown:
            return
        self._shown = shown
        for card in self._cards:
            card.setParent(None)
            card.deleteLater()
        self._cards = [
            safe_place_card(self._theme, shown.person, shown.zone, tool, name, self._screen)
            for tool, name in shown.cards
        ]
        self._band.show_zone(shown.person, shown.zone, shown.thanks)
        self._title.show_text(shown.headline)
        self._tray.show_signs(shown.signs)
        self.strip.show_people(shown.everybody, shown.person)
        self.setAccessibleName(", ".join(tool.name for tool, _ in shown.cards))
        self._forget()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        real = self.window().size()
        return round(width * real.height() / max(1, real.width()))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(280)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, 60)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        real = self.window().size()
        size = real.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
        box.adjust(1, 1, -1, -1)
        if self._picture.isNull():
            self._picture = self._painted(self._shown, real, box.size().toSize())
        radius = float(self._theme.px(18))
        edge = QPainterPath()
        edge.addRoundedRect(box, radius, radius)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(edge)
        painter.drawPixmap(box.toRect(), self._picture)
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.tokens.line, 2))
        painter.drawPath(edge)

    def _forget(self) -> None:
        self._picture = QPixmap()
        self.updateGeometry()
        self.update()

    def _painted(self, shown: ScreenShown, real: QSize, size: QSize) -> QPixmap:
        """The page as large as the window, scaled down to ``size``."""
        tokens, ratio = self._theme.tokens, self.devicePixelRatioF()
        self._screen.resize(real)
        self._lay_out(shown, QRectF(QPoint(), real))
        page = QPixmap(real)
        page.fill(tokens.zones.red.soft if shown.zone is Zone.RED else tokens.paper)
        everything = QWidget.RenderFlag.DrawChildren
        self._screen.render(page, QPoint(), QRegion(), everything)
        smooth = Qt.TransformationMode.SmoothTransformation
        small = page.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        small.setDevicePixelRatio(ratio)
        return small

    def _lay_out(self, shown: ScreenShown, page: QRectF) -> None:
        zone = shown.zone
        among = any(tool.id == BODY_SCAN for tool, _ in shown.cards)
        extra = not shown.person.is_child and not among
        make = partial(SafePlaceFrame.of, page, self._theme, lying=zone is Zone.RED, extra=extra)
        high = self._tray.height_in(round(page.width())) if shown.signs else 0
        frame = make(signs=high)
        if high and not cards_fit(len(self._cards), frame.cards, self._theme):
            frame = make()  # as on the page itself: the cards come first
        self._tray.setGeometry(frame.signs.toRect())
        self._tray.setVisible(not frame.signs.isEmpty())
        self._lay_out_head(frame, zone)
        place_cards(self._cards, frame.cards, zone, self._theme)

    def _lay_out_head(self, frame: SafePlaceFrame, zone: Zone) -> None:
        """The band, the words and the others' pictures, as they share their room on the page."""
        strip, apart = frame.strip.toRect(), self._theme.px(16)
        wide = min(strip.width(), self.strip.sizeHint().width())
        self.strip.setGeometry(strip.right() - wide, strip.top(), wide, strip.height())
        band, title = QRectF(frame.band), QRectF(frame.title)
        if zone is Zone.RED and frame.strip.intersects(band):
            band.setRight(self.strip.x() - apart)
        title.setRight(min(title.right(), self.strip.x() - apart))
        self._band.setGeometry(band.toRect())
        self._title.setGeometry(title.toRect())
        self._title.setVisible(bool(self._title.text) and self._title.width() >= self._title.least)
