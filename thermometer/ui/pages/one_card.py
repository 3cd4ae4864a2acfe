"""One card made one's own: its name, a photo, a sentence that is read aloud, a recorded voice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.own_things import SAFE_PLACE
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import NAME_LENGTH
from thermometer.domain.tools import Tool
from thermometer.ui.card_changes import CardChanges
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.drawings_offered import drawings_of_tools
from thermometer.ui.own_places import CardFile, OneCard
from thermometer.ui.page import Surroundings
from thermometer.ui.photo_taking import PhotoTaking
from thermometer.ui.places import Place, SafePlaceSetup
from thermometer.ui.voice_taking import VoiceTaking
from thermometer.ui.widgets.card_panel import CardPanel
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.line_field import LineField
from thermometer.ui.widgets.note_box import NoteBox
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.picture_pick import PicturePick
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.voice_panel import VoicePanel
from thermometer.ui.widgets.week_card import WeekCard


class OneCardPage(CornerPage):
    """The card at the side, what can be changed on it beside; there is no Save.

    It is in a child's hands like the set-up that it is opened from: a file is chosen elsewhere.
    """

    rail_place = SafePlaceSetup
    tells_worries = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._place: OneCard | None = None
        self._person: Person | None = None
        self._said = ""
        self._changes = CardChanges(self._services, around.undoing)
        self.head = PageHead(theme, self.tr("Safe Place"), self)
        self.undo = PillButton(theme, self.tr("Undo"), picture="interface/undo", who="child")
        self.reset = PillButton(theme, self.tr("As it came"), who="child")
        self.undo.quiet = self.reset.quiet = True
        self.panel = CardPanel(theme, (self.undo, self.reset), self)
        self.name = LineField(theme, self.tr("Name"), NAME_LENGTH, size="large")
        self._name_words = FittedLabel(theme, size="small", colour="muted")
        self.pictures = PicturePick(theme, drawings_of_tools(self._services.content))
        self.sentence = NoteBox(theme, self.tr("Sentence"), self.tr("Something kind and short"))
        self.aloud = PillButton(theme, self.tr("Listen"), picture="interface/speaker", who="child")
        self.aloud.quiet = True
        self.voice_panel = VoicePanel(theme)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._scroll = ScrollColumn(theme, self._content, self)
        self.photos = PhotoTaking(self, around)
        self.voice = VoiceTaking(self, around, self.voice_panel)
        self._put_together()
        self._connect()

    def _put_together(self) -> None:
        theme, name = self._theme, QWidget()
        column = QVBoxLayout(name)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.name)
        column.addWidget(self._name_words)
        self._voice_card = WeekCard(theme, self.tr("A recorded voice"), self.voice_panel)
        self._column.setContentsMargins(0, 0, 0, 0)
        for title, content in (
            (self.tr("Name"), name),
            (self.tr("Picture"), self.pictures),
        ):
            self._column.addWidget(WeekCard(theme, title, content))
        saying = WeekCard(theme, self.tr("A sentence, read aloud"), self.sentence)
        saying.add_below(self.aloud)
        self._column.addWidget(saying)
        self._column.addWidget(self._voice_card)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.head.back_chosen.connect(self._go_back)
        self.undo.clicked.connect(self._step_back)
        self.reset.clicked.connect(lambda: self._do(self._changes.reset))
        self.name.left.connect(self._rename)
        self.sentence.left.connect(lambda _: self._say())
        self.aloud.clicked.connect(self._read_aloud)
        self._around.voice.ready.connect(self._show_voice)
        self.pictures.camera_asked.connect(self.photos.open_camera)
        self.pictures.file_asked.connect(self._ask_for_file)
        self.pictures.chosen.connect(self._wear)
        self.photos.taken.connect(self._wear_photo)
        self.voice.recorded.connect(self._record)
        self.voice.removed.connect(lambda: self._record(None))

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, OneCard):
            raise TypeError(place)
        same = self._place == place
        self._place = place
        self.pictures.show_camera(is_there=self.photos.has_camera())
        self._around.voice.look_for()
        self._show_voice()
        self._voice_card.setVisible(self.voice.has_microphone())
        if not same:
            self.pictures.fold()
            self._scroll.verticalScrollBar().setValue(0)
        self._show(over_draft=not same)

    @override
    def refresh(self, change: Change) -> None:
        if self._place and change in (Change.OWN_THINGS, Change.PEOPLE, Change.EVERYTHING):
            self._show(over_draft=False)

    @override
    def has_draft(self) -> bool:
        return self.name.is_draft or self._is_saying()

    @override
    def leave(self) -> None:
        self.photos.stop()
        self.voice.stop()
        self._around.voice.stop()
        self._rename()
        self._say()

    # ------------------------------------------------------------------------------ showing

    def _show(self, *, over_draft: bool) -> None:
        place = self._place
        person = self._services.family.person(place.person) if place else None
        self._person = person
        self._content.setEnabled(person is not None)
        if place is None or person is None:
            raise Problem("data-record-gone")
        card = self._changes.of(place)
        tool = self._services.safe_places.tool(person, place.tool)
        plain = self._services.safe_places.tool(None, place.tool)
        self.head.show_words(tool.name, self._below(person, plain))
        last = self._around.undoing.last
        undoes = last is not None and (last.person, last.tool) == (place.person, place.tool)
        self.undo.setEnabled(undoes)
        self.reset.setEnabled(not card.is_plain)
        self.panel.show_card(tool)
        self.name.setPlaceholderText(plain.name)
        self.name.show_kept(card.name or "", over_draft=over_draft)
        self._name_words.show_text(
            self.tr("Up to four words. Left empty, it is called as it came.")
        )
        self.pictures.show_chosen(tool.picture)
        self._show_said(card.sentence or "", over_draft=over_draft)
        self.voice.show_voice(self._changes.voice(card))
        self.lay_out(self.room())
        self._scroll.settle()

    def _below(self, person: Person, plain: Tool) -> str:
        if plain.id == SAFE_PLACE:
            return self.tr("The place itself: a spot that was chosen together.")
        words = self.tr("“{tool}” made {name}’s own: choose together.")
        return words.format(tool=plain.name, name=person.name)

    def _show_said(self, text: str, *, over_draft: bool) -> None:
        stays = self._is_saying() and not over_draft
        self._said = text
        if not stays:
            self.sentence.show_note(text)

    def _show_voice(self) -> None:
        self.aloud.setVisible(self._around.voice.is_there)

    def _read_aloud(self) -> None:
        self._around.voice.say(self.sentence.field.toPlainText())

    def _is_saying(self) -> bool:
        return self.sentence.field.toPlainText().strip() != self._said

    # ------------------------------------------------------------------------------ changing

    def _rename(self) -> None:
        if self.name.is_draft:
            self._do(partial(self._changes.rename, name=self.name.text()))

    def _say(self) -> None:
        if self._is_saying():
            text = self.sentence.field.toPlainText()
            self._do(partial(self._changes.say, sentence=text))

    def _wear(self, picture: str) -> None:
        if self._place is None:
            return
        came_with = self._services.safe_places.tool(None, self._place.tool).picture
        wanted = None if picture == came_with else picture
        self._do(partial(self._changes.wear, picture=wanted))

    def _wear_photo(self, photo: bytes) -> None:
        self._do(partial(self._changes.wear_photo, photo=photo))

    def _record(self, wav: bytes | None) -> None:
        self._do(partial(self._changes.record, wav=wav))

    def _do(self, change: Callable[[OneCard], None]) -> None:
        """Change the card; the page shows it when the services say that it has changed."""
        if self._place is None:
            return
        try:
            change(self._place)
        except Problem as problem:
            self.trouble.emit(problem)

    def _step_back(self) -> None:
        try:
            self._around.undoing.step_back()
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._show(over_draft=True)

    def _ask_for_file(self) -> None:
        if self._place:
            self.go_to.emit(CardFile(self._place))

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
        self._column.setSpacing(theme.px(6))
        self.panel.stand_with(
            self._scroll, QRect(left, top, width, room.bottom() - theme.px(8) - top)
        )
        self.photos.place(room)
