"""What stands around the thermometers: the question, the time, the way to the parents' corner."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.hold_button import HoldButton
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.quiet_chip import QuietChip
from thermometer.ui.widgets.read_button import ReadButton

LOW_WINDOW = 620


class HomeFrame(QWidget):
    """A headline above the thermometers, or in a low window a rail beside them."""

    turned = Signal()
    hard_moment = Signal()
    reconnect = Signal()

    def __init__(self, theme: Theme, hold_ms: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = FittedLabel(
            theme, self.tr("How is everyone feeling?"), size="display", weight=BOLD, parent=self
        )
        self._time = FittedLabel(theme, size="normal", weight=MEDIUM, colour="muted", parent=self)
        self.parents = HoldButton(
            theme, self.tr("Parents"), hold_ms, picture="interface/lock", parent=self
        )
        self.more = PillButton(
            theme, self.tr("More"), picture="interface/people-more", who="child", parent=self
        )
        self.more.setAccessibleName(self.tr("More people"))
        self.moment = PillButton(
            theme,
            self.tr("We had a hard moment"),
            picture="interface/heart-mend",
            who="child",
            parent=self,
        )
        self.chip = PillButton(
            theme, self.tr("Let's reconnect"), picture="interface/reconnect", parent=self
        )
        self.chip.quiet = self.chip.leads_on = True
        self._goes_on = False
        self.read = ReadButton(theme, self)
        self.moment.clicked.connect(self.hard_moment)
        self.chip.clicked.connect(self.reconnect)
        self.chip.hide()
        self.lock_notice = QuietChip(theme, parent=self)
        self.lock_notice.hide()
        self._hint = FittedLabel(
            theme, self.tr("Hold for three seconds"), size="small", colour="muted", parent=self
        )
        self._hint.hide()
        self.parents.let_go.connect(self._hint.show)
        self.parents.held.connect(self._hint.hide)
        self.more.clicked.connect(self.turned)
        self.more.hide()

    @property
    def is_low(self) -> bool:
        """Whether the window is too low for a headline."""
        return self.height() < LOW_WINDOW

    def room(self) -> QRectF:
        """Where the thermometers may stand."""
        margin = self._theme.px(32)
        if self.is_low:
            return QRectF(self.rect()).adjusted(8, 8, -self._rail_width() - 12, -8)
        below = self._foot_height() + self._theme.px(14)
        return QRectF(self.rect()).adjusted(margin, self._headline_height(), -margin, -below)

    def show_time(self, text: str) -> None:
        """Show the day and the time, already in words."""
        self._time.show_text(text)
        self._lay_out()

    def show_opening(self, when: str) -> None:
        """Say when the parents' lock opens by itself, in words; nothing if it does not."""
        whole = self.tr("The parents' lock opens again {when}").format(when=when)
        short = self.tr("Lock opens {when}").format(when=when)
        self.lock_notice.show_text(whole, short)
        self.lock_notice.setVisible(bool(when))
        self._lay_out()

    def show_pages(self, shown: int, pages: int) -> None:
        """Offer more people where not all of them fit; ``shown`` counts from 0."""
        self.more.setVisible(pages > 1)
        self.more.setAccessibleDescription(
            self.tr("Page {shown} of {pages}").format(shown=shown + 1, pages=pages)
        )
        self._lay_out()

    def show_chip(self, *, waiting: bool, under_way: bool = False) -> None:
        """Lead back quietly to a repair that waits or goes on; never say which, nor what happened.

        Args:
            waiting: whether there is one.
            under_way: whether it was begun, and can be gone on with.
        """
        self._goes_on = under_way
        go_on = self.tr("Go on: let's reconnect")
        self.chip.setAccessibleName(go_on if under_way else self.tr("Let's reconnect"))
        self.chip.setVisible(waiting)
        self._lay_out()

    def show_moment(self, *, shown: bool) -> None:
        """Offer to keep a hard moment, or leave that to the parents' corner."""
        self.moment.setVisible(shown)
        self._lay_out()

    def show_read(self) -> None:
        """The way to have the page read came or went."""
        self._lay_out()

    def _foot_height(self) -> int:
        """High enough for a child's round button beside the others."""
        return max(self.moment.sizeHint().height(), self._theme.target("child") + 6)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _rail_width(self) -> int:
        return self._theme.target("child") + 12

    def _headline_height(self) -> int:
        return self._theme.px(24) + max(
            self._title_height() + self._time_height() + self._theme.px(4),
            self.parents.sizeHint().height(),
        )

    def _title_height(self) -> int:
        """Larger text makes the headline higher, but never a third of a low window."""
        return round(min(self._theme.text_px("display") * 1.3, self._theme.px(84)))

    def _time_height(self) -> int:
        return round(min(self._theme.text_px("normal") * 1.55, self._theme.px(46)))

    def _lay_out(self) -> None:
        for button in (self.parents, self.more, self.moment, self.chip):
            button.stacked = self.is_low
        self.moment.setText(self.tr("Hard moment") if self.is_low else self.moment.accessibleName())
        whole = self.chip.accessibleName()
        self.chip.setText(self.tr("Go on") if self.is_low and self._goes_on else whole)
        if self.is_low:
            self._lay_out_rail()
        else:
            self._lay_out_headline()

    def _lay_out_headline(self) -> None:
        margin = self._theme.px(36)
        right = self.width() - margin
        top = self._theme.px(24)
        for button in (self.parents, self.more):
            if button.isHidden() and button is self.more:
                continue
            size = button.sizeHint()
            button.setGeometry(QRect(QPoint(right - size.width(), top), size))
            right -= size.width() + self._theme.px(10)
        width = max(10, right - margin - self._theme.px(10))
        title, time = self._title_height(), self._time_height()
        self.title.setGeometry(margin, top, width, title)
        self._time.setGeometry(margin, top + title, width, time)
        hint = self._hint.sizeHint()
        below = self.parents.geometry().bottom() + 1
        self._hint.setGeometry(
            self.width() - margin - hint.width(), below, hint.width(), hint.height()
        )
        self.title.show()
        self._time.show()
        if not self.lock_notice.isHidden():
            self._lay_out_notice(self._time.geometry())
        self._lay_out_foot(margin)

    def _lay_out_foot(self, margin: int) -> None:
        """The chip at the left, the hard moment at the right, side by side where there is room."""
        moment, chip = self.moment.sizeHint(), self.chip.sizeHint()
        top = self.height() - (self._foot_height() + moment.height()) // 2 - self._theme.px(4)
        gap = self._theme.px(12)
        room = self.width() - 2 * margin - 2 * gap - self.read.sizeHint().width()
        if moment.width() + chip.width() > room:
            moment.setWidth(room // 2)
            chip.setWidth(room // 2)
        self.moment.setGeometry(QRect(QPoint(self.width() - margin - moment.width(), top), moment))
        self.chip.setGeometry(QRect(QPoint(margin, top), chip))
        side = self.read.sizeHint()
        right = self.width() - margin if self.moment.isHidden() else self.moment.x() - gap
        middle = top + moment.height() // 2
        self.read.setGeometry(
            QRect(QPoint(right - side.width(), middle - side.height() // 2), side)
        )

    def _lay_out_notice(self, line: QRect) -> None:
        """Beside the time, as wide as it has to be."""
        time = min(self._time.sizeHint().width(), line.width() // 3)
        left = line.left() + time + self._theme.px(14)
        size = self.lock_notice.sizeHint()
        width = min(size.width(), line.right() - left)
        top = line.center().y() - size.height() // 2
        self.lock_notice.setGeometry(left, top, width, size.height())

    def _lay_out_rail(self) -> None:
        width = self._rail_width()
        left = self.width() - width - 4
        self.title.hide()
        self._time.show()
        self._time.setGeometry(left, 10, width, 40)
        # Where everything is narrow, the clock gives way.
        self._time.setVisible(self.lock_notice.isHidden())
        self.lock_notice.setGeometry(left, 2, width, 54)
        size = QSize(width, self.parents.sizeHint().height())
        self.parents.setGeometry(QRect(QPoint(left, self.height() - size.height() - 8), size))
        self._hint.setGeometry(left, 52, width, 54)
        more = QSize(width, max(self.more.sizeHint().height(), self._theme.target("child") + 12))
        two_lines = QSize(width, max(80, size.height()))
        # Between "More" and what stands at the bottom a child's round button still has room.
        self.more.setGeometry(QRect(QPoint(left, 60 + two_lines.height()), more))
        above = self.parents.y() - two_lines.height() - 4
        self.moment.setGeometry(QRect(QPoint(left, above), two_lines))
        self.chip.setGeometry(QRect(QPoint(left, 56), two_lines))
        self._put_read_in_rail(left, width)

    def _put_read_in_rail(self, left: int, width: int) -> None:
        """Between what stands above and below; where that is too little, away from everything."""
        above = [
            56,
            *(b.geometry().bottom() + 1 for b in (self.chip, self.more) if not b.isHidden()),
        ]
        below = self.parents.y() if self.moment.isHidden() else self.moment.y()
        side = self.read.sizeHint()
        room = below - max(above)
        top = max(above) + (room - side.height()) // 2
        place = QPoint(left + (width - side.width()) // 2, top)
        self.read.setGeometry(QRect(place, side) if room >= side.height() else QRect())
