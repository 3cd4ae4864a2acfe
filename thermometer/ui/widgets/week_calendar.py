"""A month to pick a day from, lying over the page until one is picked or it is touched outside."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QLocale, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.week_days import DAYS, FIRST_DAY, LAST_DAY, WeekDays
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import CENTRE, draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton
from thermometer.ui.widgets.week_words import short_weekday, whole_day

WEEKS = 6
VEIL = 90


class DayButton(TouchButton):
    """One day of the month."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.day = theme, date.min
        self._quiet = self._today = False
        self.setCheckable(True)

    def show_day(self, day: date, *, quiet: bool, chosen: bool, today: bool) -> None:
        """Show ``day``: ``quiet`` in another month, ``chosen`` in the week in view."""
        self.day, self._quiet, self._today = day, quiet, today
        self.setChecked(chosen)
        self.setAccessibleName(whole_day(day))
        self.update()

    @override
    def nextCheckState(self) -> None:
        """The week in view decides."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box = self._theme.tokens, QRectF(self.rect()).adjusted(0, 2, 0, -2)
        radius = box.height() * 0.3
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.isDown():
            painter.fillRect(box, tokens.accent_soft)
            if self._theme.name == "contrast":  # where the fill is the card's
                for line in (box.top(), box.bottom() - 2):
                    painter.fillRect(QRectF(box.left(), line, box.width(), 2), tokens.accent)
        ink = tokens.muted if self._quiet else tokens.ink
        if self._today:
            ring = QRectF(0, 0, min(box.width(), box.height()), box.height())
            ring.moveCenter(box.center())
            painter.setBrush(tokens.accent)
            painter.drawEllipse(ring.adjusted(2, 2, -2, -2))
            ink = tokens.on_accent
        weight = MEDIUM if self._quiet else BOLD
        draw_fitted(painter, str(self.day.day), self._theme, box, ink, weight=weight)
        draw_focus(painter, self, box, radius, self._theme)


class WeekCalendar(QWidget):
    """``picked`` tells the day; hides itself afterwards.

    Args:
        theme: colours and sizes.
        first_weekday: 0 for Monday to 6 for Sunday.
        parent: what it lies over, wholly.
    """

    picked = Signal(date)

    def __init__(self, theme: Theme, first_weekday: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._theme, self._first_weekday = theme, first_weekday
        self._month = self._today = self._chosen = date.min
        self.back = self._turn(self.tr("The month before"), "interface/back", -1)
        self.forward = self._turn(self.tr("The month after"), "interface/forward", 1)
        self.title = FittedLabel(theme, size="large", weight=BOLD, align=CENTRE, parent=self)
        self.days = [DayButton(theme, self) for _ in range(WEEKS * DAYS)]
        for button in self.days:
            button.clicked.connect(partial(self._pick, button))
        self.hide()

    def open(self, chosen: date, today: date) -> None:
        """Lie over the page with the month of ``chosen``, whose week is marked."""
        self._chosen, self._today = chosen, today
        self._show_month(chosen.replace(day=1))
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        card, side = self._card(), self._side()
        pad = (card.width() - DAYS * side) // 2
        head = QRect(card.left() + pad, card.top() + pad, DAYS * side, side + 6)
        self.back.setGeometry(head.left(), head.top(), side + 6, side + 6)
        self.forward.setGeometry(head.right() - side - 5, head.top(), side + 6, side + 6)
        self.title.setGeometry(head.adjusted(side + 10, 0, -side - 10, 0))
        top = head.bottom() + self._names()
        for i, button in enumerate(self.days):
            x, y = card.left() + pad + i % DAYS * side, top + i // DAYS * side
            button.setGeometry(x, y, side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.tokens.shadow)
        veil.setAlpha(VEIL)
        painter.fillRect(self.rect(), veil)
        draw_card(painter, QRectF(self._card()), self._theme)
        for i in range(DAYS):
            place = QRectF(self.days[i].geometry())
            place.setTop(place.top() - self._names())
            place.setHeight(self._names())
            name = short_weekday(self.days[i].day)
            ink = self._theme.tokens.muted
            draw_fitted(painter, name, self._theme, place, ink, size="small", weight=MEDIUM)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card().contains(event.position().toPoint()):
            self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _turn(self, name: str, picture: str, months: int) -> PillButton:
        button = PillButton(self._theme, "", picture=picture, parent=self)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self._show_month(_month_after(self._month, months)))
        return button

    def _side(self) -> int:
        least = self._theme.target("parent")
        room = min((self.width() - 40) // DAYS, (self.height() - 60) // (WEEKS + 2))
        return max(min(least, room), min(self._theme.px(56), room))

    def _names(self) -> int:
        return round(self._theme.text_px("small") * 1.5)

    def _card(self) -> QRect:
        side, pad = self._side(), self._theme.px(20)
        card = QRect(0, 0, DAYS * side + 2 * pad, (WEEKS + 1) * side + self._names() + 2 * pad + 6)
        card.moveCenter(self.rect().center())
        return card

    def _show_month(self, month: date) -> None:
        self._month = min(max(month, FIRST_DAY), LAST_DAY).replace(day=1)
        locale = QLocale()
        name = locale.standaloneMonthName(self._month.month)
        self.title.show_text(f"{name} {self._month.year}")
        first = WeekDays.holding(self._month, self._first_weekday).first_day
        week = WeekDays.holding(self._chosen, self._first_weekday)
        for i, button in enumerate(self.days):
            day = first + timedelta(days=i)
            button.show_day(
                day,
                quiet=day.month != self._month.month,
                chosen=day in week,
                today=day == self._today,
            )
        self.update()

    def _pick(self, button: DayButton) -> None:
        self.hide()
        self.picked.emit(button.day)


def _month_after(month: date, months: int) -> date:
    """The first day of the month that is ``months`` after ``month``."""
    number = month.year * 12 + month.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
