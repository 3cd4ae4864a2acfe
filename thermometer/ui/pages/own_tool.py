"""A tool of the family's own: made, changed, removed; a grown-up's page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.people import AgeBand
from thermometer.domain.problems import Problem
from thermometer.domain.tools import Tool
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.drawings_offered import drawings_of_steps, drawings_of_tools
from thermometer.ui.own_places import OwnToolPlace
from thermometer.ui.own_tool_changes import OwnToolChanges
from thermometer.ui.page import Surroundings
from thermometer.ui.photo_taking import PhotoTaking
from thermometer.ui.places import Place, SafePlaceSetup
from thermometer.ui.widgets.card_panel import CardPanel
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.tool_form import ToolForm, new_tool

LEFT_ABOVE = 170
"""So much of the steps is still seen above the pictures for one of them."""


class OwnToolPage(CornerPage):
    """The card as it will be at the side, the form beside it; kept with "Save"."""

    rail_place = SafePlaceSetup

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme, content = self._theme, self._services.content
        self._place: OwnToolPlace | None = None
        self._changes = OwnToolChanges(self._services, around.undoing)
        self._kept = self._as_shown = new_tool()
        self._is_for_step = False
        self.head = PageHead(theme, self.tr("Safe Place"), self)
        self.save = PillButton(theme, self.tr("Save"), picture="interface/check", primary=True)
        self.remove = PillButton(theme, self.tr("Remove"), picture="interface/close")
        self.really = PillButton(theme, self.tr("Yes, remove it"))
        self.stay = PillButton(theme, self.tr("Leave it"))
        for quiet in (self.remove, self.really, self.stay):
            quiet.quiet = True
        buttons = (self.save, self.remove, self.really, self.stay)
        self.panel = CardPanel(theme, buttons, self)
        self.form = ToolForm(theme, drawings_of_tools(content), drawings_of_steps(content))
        self._ground = QWidget()
        stack = QVBoxLayout(self._ground)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.form)
        stack.addStretch(1)
        self.column = ScrollColumn(theme, self._ground, self)
        self.photos = PhotoTaking(self, around)
        self._connect()

    def _connect(self) -> None:
        self.head.back_chosen.connect(self._go_back)
        self.form.changed.connect(self._show_card)
        self.form.steps.picture_asked.connect(lambda _: self._show_step_pictures())
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(lambda: self._ask_removal(asks=True))
        self.stay.clicked.connect(lambda: self._ask_removal(asks=False))
        self.really.clicked.connect(self._remove)
        self.photos.taken.connect(self._take_photo)
        for pick, is_for_step in ((self.form.pictures, False), (self.form.step_pictures, True)):
            for asked, opens in (
                (pick.camera_asked, self.photos.open_camera),
                (pick.file_asked, self.photos.open_files),
            ):
                asked.connect(partial(self._want_photo, opens, is_for_step=is_for_step))

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, OwnToolPlace):
            raise TypeError(place)
        if place == self._place and self.has_draft() and self._is_as_drafted(place):
            self._ask_removal(asks=False)  # what was typed and not saved is still here
            return
        self._place = place
        self._kept = new_tool()
        if place.tool is not None:
            found = self._services.own_tools().find(place.tool)
            if found is None or found.gone:
                raise Problem("data-record-gone")
            self._kept = found.tool
        self._show()
        self.column.verticalScrollBar().setValue(0)

    @override
    def come_back(self) -> None:
        if self._place:
            self.enter(self._place)

    def _is_as_drafted(self, place: OwnToolPlace) -> bool:
        """Whether the tool is still what was there when somebody began to change it."""
        if place.tool is None:
            return True
        found = self._services.own_tools().find(place.tool)
        return found is not None and not found.gone and found.tool == self._kept

    @override
    def has_draft(self) -> bool:
        return self._place is not None and self._tool() != self._as_shown

    @override
    def leave(self) -> None:
        self.photos.stop()

    def _show(self) -> None:
        place = self._place
        if place is None:
            return
        person = self._services.family.person(place.person)
        band = person.age_band if person else AgeBand.SIX_TO_EIGHT
        self.form.show_tool(self._kept, self._services.content.pace(self._kept, band))
        self._as_shown = self._tool()
        has_camera = self.photos.has_camera()
        for pick in (self.form.pictures, self.form.step_pictures):
            pick.show_camera(is_there=has_camera)
        is_new = place.tool is None
        title = self.tr("A tool of our own") if is_new else self._kept.name
        self.head.show_words(title, self.tr("What helps in your family and is not here yet."))
        self._ask_removal(asks=False)
        self._show_card()

    def _show_card(self) -> None:
        tool = self._tool()
        self.panel.show_card(tool, self._removal_words())
        self.save.setEnabled(bool(tool.name))
        self.lay_out(self.room())
        self.column.settle()

    def _show_step_pictures(self) -> None:
        """The pictures are further down than the step: they come into view below it."""
        self.column.settle()
        top = self.form.step_card.mapTo(self._ground, QPoint(0, 0)).y()
        self.column.verticalScrollBar().setValue(top - self._theme.px(LEFT_ABOVE))

    def _tool(self) -> Tool:
        return self.form.tool(self._kept)

    def _ask_removal(self, *, asks: bool) -> None:
        is_kept = self._place is not None and self._place.tool is not None
        self.save.setVisible(not asks)
        self.remove.setVisible(is_kept and not asks)
        self.really.setVisible(asks)
        self.stay.setVisible(asks)
        self._show_card()

    def _removal_words(self) -> str:
        if self.really.isHidden():
            return ""
        return self.tr("It goes from every Safe Place. Earlier weeks still know its name.")

    # ------------------------------------------------------------------------------ changing

    def _want_photo(self, opens: Callable[[], None], *, is_for_step: bool) -> None:
        self._is_for_step = is_for_step
        opens()

    def _take_photo(self, photo: bytes) -> None:
        try:
            picture = self._services.own_media().add_picture(photo)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        if self._is_for_step:
            self.form.show_step_picture(picture)
        else:
            self.form.show_picture(picture)

    def _save(self) -> None:
        if self._place is None:
            return
        try:
            self._kept = self._changes.save(self._place, self._tool())
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._as_shown = self._tool()
        self._go_back()

    def _remove(self) -> None:
        place = self._place
        if place is None:
            return
        try:
            self._changes.remove(place, self._kept.id)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._place = None  # with whatever was typed
        self.go_to.emit(SafePlaceSetup(place.person, place.zone))

    def _go_back(self) -> None:
        if self._place:
            self.go_to.emit(SafePlaceSetup(self._place.person, self._place.zone))

    # ------------------------------------------------------------------------------ room

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        side, top = theme.px(26), room.top() + theme.px(18)
        left, width = room.left() + side, room.width() - 2 * side
        head = self.head.height_in(width)
        self.head.setGeometry(left, top, width, head)
        top += head + theme.px(8)
        self.panel.stand_with(
            self.column, QRect(left, top, width, room.bottom() - theme.px(8) - top)
        )
        self.photos.place(room)
