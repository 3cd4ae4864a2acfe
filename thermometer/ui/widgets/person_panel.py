"""One person's card on Home: picture, name, thermometer, and "Oops" for a while."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.calm_first import CalmStep
from thermometer.domain.people import Person
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.avatar import draw_avatar
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.noticed_button import NoticedButton
from thermometer.ui.widgets.panel_foot import PanelFoot
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import Wash, draw_card
from thermometer.ui.widgets.text import CENTRE, LEFT, draw_fitted
from thermometer.ui.widgets.thermometer import Thermometer
from thermometer.ui.widgets.zone_button import mixed

LONG_NAME = 14
"""In characters; a longer name needs more room than the picture beside it leaves."""
WASH, EDGE = 0.45, 0.7
"""How much of the person's colour the card takes on, at its strongest and at its edge."""


class PersonPanel(QWidget):
    """Tells ``zone_tapped``, ``taken_back``, ``noticed``: the page knows whose panel it is."""

    zone_tapped = Signal(Zone)
    taken_back = Signal()
    filled = Signal()
    calm_wanted = Signal()
    noticed = Signal()

    def __init__(self, person: Person, theme: Theme, fill_ms: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self._theme = theme
        self.thermometer = Thermometer(theme, fill_ms, self)
        self.thermometer.show_words(person.name, person.words)
        self.oops = PillButton(
            theme, self.tr("Oops"), picture="interface/undo", who="child", parent=self
        )
        self.oops.hide()
        self.me_first = PillButton(theme, self.tr("Me first"), parent=self)
        self.me_first.setAccessibleDescription(
            self.tr("A minute for {name}, then near the child").format(name=person.name)
        )
        self.me_first.quiet = True
        self.go_near = FittedLabel(
            theme, self.tr("Go near, few words"), weight=MEDIUM, align=CENTRE, parent=self
        )
        self.eye = NoticedButton(theme, person.name, self)
        self._calm: CalmStep | None = None
        self._has_eye = self._eyes_around = False
        self._picture_box = QRectF()
        self._name_box = QRectF()
        self._name_below = False
        self.thermometer.zone_tapped.connect(self.zone_tapped)
        self.thermometer.filled.connect(self.filled)
        self.oops.clicked.connect(self.taken_back)
        self.me_first.clicked.connect(self.calm_wanted)
        self.eye.clicked.connect(self.noticed)
        self._show_step()

    def show_oops(self, *, possible: bool) -> None:
        """Offer to take the last tap back, or no longer."""
        self.oops.setVisible(possible)
        self._show_step()

    def show_calm(self, step: CalmStep | None) -> None:
        """Offer a grown-up what comes next while a child is out of green too, or nothing."""
        self._calm = step
        self._show_step()

    def show_noticed(self, *, possible: bool) -> None:
        """Let a grown-up say what they noticed, on a child's panel; a grown-up's goes along."""
        if possible != self._eyes_around:
            self._eyes_around = possible
            self._has_eye = possible and self.person.is_child
            self._show_step()
            self._lay_out()

    def _show_step(self) -> None:
        """There is one place for it, and "Oops" comes first there."""
        free = self.oops.isHidden()
        self.eye.setVisible(free and self._has_eye)
        self.me_first.setVisible(free and self._calm is CalmStep.ME_FIRST)
        self.go_near.setVisible(free and self._calm is CalmStep.GO_NEAR)
        if self._name_below:  # elsewhere nothing of the panel itself gives way to it
            self.update(self._head())

    def _head(self) -> QRect:
        """Where picture and name are."""
        return self._name_box.united(self._picture_box).toAlignedRect()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        pad = max(8, min(self._theme.px(24), self.width() // 16))
        inner = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        side = max(44.0, min(self._theme.px(64), inner.width() * 0.3))
        header = side + pad * 0.7
        under_header = inner.adjusted(0, header, 0, 0)
        zone = self.thermometer.zone_height(under_header.size())
        self._name_below = zone < self._theme.target("zone")
        if self._name_below:
            self.thermometer.setGeometry(inner.toRect())
            self._put_name_below(side)
        else:
            self.thermometer.setGeometry(under_header.toRect())
            small = min(side, inner.width() * 0.2) if self._is_long else side
            top = inner.top() + (side - small) / 2
            self._picture_box = QRectF(inner.left(), top, small, small)
            self._name_box = QRectF(inner)
            self._name_box.setLeft(self._picture_box.right() + pad * 0.6)
            self._name_box.setHeight(side)
        self._put_oops()

    @property
    def _is_long(self) -> bool:
        return len(self.person.name) > LONG_NAME

    def _put_name_below(self, side: float) -> None:
        """A low window has no room above the tube: the name stands beside the bulb."""
        eye = self.eye.least_width if self._eyes_around else 0
        feet = PanelFoot.of(
            self._below_plates(), side, eye, is_long=self._is_long, has_eye=self._has_eye
        )
        self._picture_box, self._name_box = feet.picture, feet.name
        self.eye.setGeometry(feet.eye.toRect())

    def _below_plates(self) -> QRectF:
        below = self.thermometer.below_plates()
        return below.translated(self.thermometer.x(), self.thermometer.y())

    def _put_oops(self) -> None:
        below, hint = self._below_plates(), self.oops.sizeHint()
        width = min(hint.width(), int(below.width()))
        box = QRectF(0, 0, width, hint.height())
        box.moveCenter(below.center())
        self.oops.setGeometry(box.toRect())
        step = QRectF(self._name_box) if self._name_below else below
        high = float(self.me_first.sizeHint().height())
        place = QRectF(step.left(), below.center().y() - high / 2, step.width(), high)
        for widget in (self.me_first, self.go_near):
            widget.setGeometry(place.toRect())
        if not self._name_below:
            self._put_eye(below)

    def _put_eye(self, below: QRectF) -> None:
        """In the corner of the card, as far from the plates as it can be."""
        size = self.eye.sizeHint()
        width = size.width() if size.width() <= below.width() else self.eye.least_width
        box = QRectF(0, 0, width, size.height())
        box.moveBottomRight(below.bottomRight())
        self.eye.setGeometry(box.toRect())

    def _wash(self, box: QRectF) -> Wash:
        """Their own colour behind picture and name, so that everybody finds their card."""
        tokens = self._theme.tokens
        tint = tokens.people[self.person.colour]
        if self._theme.name == "contrast":
            return Wash(tokens.card.name(), box.height(), tint.ring.name(), 4)
        head = self._head()
        depth = box.bottom() - head.top() if self._name_below else head.bottom() - box.top()
        return Wash(
            mixed(tokens.card, tint.ground, WASH).name(),
            max(1.0, depth * 1.25),
            mixed(tokens.card, tint.ground, EDGE).name(),
            max(2.0, self._theme.px(3)),
            from_foot=self._name_below,
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 3, -4, -7)
        draw_card(painter, box, self._theme, wash=self._wash(box))
        if not event.rect().intersects(self._head()):
            return  # a tap moves the column and two plates
        if self._name_below and not self.oops.isHidden():
            return
        draw_avatar(
            painter, self.person.picture, self._picture_box, self._theme, self.person.colour
        )
        if self._name_below and not (self.me_first.isHidden() and self.go_near.isHidden()):
            return
        draw_fitted(
            painter,
            self.person.name,
            self._theme,
            self._name_box,
            self._theme.tokens.ink,
            size="large" if self._name_below else "title",
            weight=BOLD,
            align=LEFT | Qt.AlignmentFlag.AlignVCenter,
        )
