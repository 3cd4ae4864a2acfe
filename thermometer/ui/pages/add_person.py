"""Somebody new in the family: a name and a picture, everything else has good defaults."""

from __future__ import annotations

from PySide6.QtCore import QRect
from typing_extensions import override

from thermometer.domain.people import Role
from thermometer.domain.problems import Problem
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import FamilyPlace, PersonPlace, Place
from thermometer.ui.widgets.newcomer_form import NewcomerForm
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton


class AddPersonPage(CornerPage):
    """The form of the first start, once more."""

    rail_place = FamilyPlace

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.head = PageHead(self._theme, self.tr("Family"), self)
        self.head.show_words(self.tr("Add somebody"))
        self.head.back_chosen.connect(lambda: self.go_to.emit(FamilyPlace()))
        pictures = self._services.content.people_pictures()
        self.form = NewcomerForm(self._theme, pictures, self)
        self.save = PillButton(
            self._theme, self.tr("Add"), picture="interface/check", primary=True, parent=self
        )
        self.form.changed.connect(self._show_ready)
        self.form.submitted.connect(self._add)
        self.save.clicked.connect(self._add)

    @override
    def enter(self, place: Place) -> None:
        taken = tuple(one.picture for one in self._services.family.people())
        self.form.clear(Role.CHILD, taken)
        self._show_ready()

    @override
    def has_draft(self) -> bool:
        return self.form.has_name

    def _show_ready(self) -> None:
        self.save.setEnabled(self.form.has_name)

    def _add(self) -> None:
        new = self.form.newcomer()
        try:
            person = self._services.family.add(new.name, new.role, new.age_band, new.picture)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.form.name.clear()
        self.go_to.emit(PersonPlace(person.id))

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        side, top = theme.px(30), room.top() + theme.px(18)
        width = room.width() - 2 * side
        save = self.save.sizeHint()
        head = self.head.height_in(width - save.width() - 10)
        left = room.left() + side
        self.head.setGeometry(left, top, width - save.width() - 10, head)
        self.save.setGeometry(room.right() - side - save.width(), top, save.width(), save.height())
        top += max(head, save.height()) + theme.px(12)
        self.form.setGeometry(left, top, width, room.bottom() - theme.px(10) - top)
