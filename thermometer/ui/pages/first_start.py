"""First start: who lives here? A name and a picture each; everything else has good defaults."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from typing_extensions import override

from thermometer.domain.people import Newcomer, Role, clean_name, same_name
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PEOPLE_ON_HOME
from thermometer.ui.page import Page, Surroundings, Wish
from thermometer.ui.places import Home, Place
from thermometer.ui.widgets.newcomer_form import NewcomerForm
from thermometer.ui.widgets.newcomer_list import NewcomerList
from thermometer.ui.widgets.pill_button import PillButton


class FirstStartPage(Page):
    """Collects the family, then saves everybody at once and goes Home."""

    goes_home_when_idle = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._family: list[Newcomer] = []
        self.list = NewcomerList(theme, self)
        self.form = NewcomerForm(theme, self._services.content.people_pictures(), self)
        self.another = PillButton(
            theme, self.tr("Add another"), picture="interface/plus", parent=self
        )
        self.start = PillButton(theme, self.tr("Start"), primary=True, parent=self)
        self.another.clicked.connect(self._add)
        self.start.clicked.connect(self._start)
        self.form.submitted.connect(self._add)
        self.form.changed.connect(self._show_what_is_possible)
        self.list.chosen.connect(self._take_out)
        self.list.sample_wanted.connect(lambda: self.wish.emit(Wish.LOOK_AROUND))

    @property
    def family(self) -> tuple[Newcomer, ...]:
        """Those added so far."""
        return tuple(self._family)

    @override
    def enter(self, place: Place) -> None:
        self._family = []
        self._show()
        self.form.clear(Role.CHILD, taken=())
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.list.geometry(), self._theme.tokens.well)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        theme, page = self._theme, self.rect()
        margin = theme.px(36)
        foot = max(self.start.sizeHint().height(), theme.target("parent")) + theme.px(20)
        if page.width() >= page.height():
            side = max(190, theme.px(400)) if theme.factor > 0.7 else 190
            self.list.setGeometry(0, 0, side, page.height())
            room = QRect(side, 0, page.width() - side, page.height())
        else:
            top = max(theme.px(330), 270)
            self.list.setGeometry(0, 0, page.width(), top)
            room = QRect(0, top, page.width(), page.height() - top)
        form = room.adjusted(margin, theme.px(24), -margin // 2, -foot)
        self.form.setGeometry(form)
        another, start = self.another.sizeHint(), self.start.sizeHint()
        y = room.bottom() - foot + theme.px(8)
        self.another.setGeometry(room.left() + margin, y, another.width(), another.height())
        wide = max(start.width(), theme.px(150))
        self.start.setGeometry(room.right() - margin - wide, y, wide, start.height())

    def _show(self) -> None:
        self.list.show_family(tuple(self._family))
        self._show_what_is_possible()

    def _show_what_is_possible(self) -> None:
        full = len(self._family) >= PEOPLE_ON_HOME
        self.another.setEnabled(self.form.has_name and not full)
        self.start.setEnabled(self.form.has_name or bool(self._family))
        self.list.show_missing(self._missing() if self._family else None)

    def _missing(self) -> Role | None:
        """A family begins with a child and a grown-up: who is not there yet."""
        roles = {one.role for one in self._family}
        return next((role for role in (Role.CHILD, Role.PARENT) if role not in roles), None)

    def _add(self) -> bool:
        """Take the form's person into the family; say why not where that is so."""
        try:
            newcomer = self._checked(self.form.newcomer())
        except Problem as problem:
            self.trouble.emit(problem)
            return False
        self._family.append(newcomer)
        self.form.clear(
            self._missing() or Role.CHILD, taken=tuple(one.picture for one in self._family)
        )
        self._show()
        return True

    def _checked(self, newcomer: Newcomer) -> Newcomer:
        name = clean_name(newcomer.name)
        taken = next((one for one in self._family if same_name(one.name, name)), None)
        if taken:
            raise Problem("name-taken", name=taken.name)
        if len(self._family) >= PEOPLE_ON_HOME:
            raise Problem("family-full", limit=PEOPLE_ON_HOME)
        return replace(newcomer, name=name)

    def _take_out(self, newcomer: Newcomer) -> None:
        """Somebody in the list was touched: back into the form, to be changed."""
        if self.form.has_name and not self._add():
            return
        self._family.remove(newcomer)
        self.form.show_newcomer(newcomer)
        self._show()

    def _start(self) -> None:
        """Go Home once somebody of each role is there; until then ask for who is missing."""
        if self.form.has_name and not self._add():
            return
        missing = self._missing()
        if missing:
            self.form.roles[missing].setChecked(True)
            self.form.name.setFocus()
            return
        if not self.admit():
            return
        try:
            self._services.family.add_all(self._family)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.go_to.emit(Home())
