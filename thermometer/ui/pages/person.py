"""One person: name, age, picture, colour, own words, early signs; kept as soon as chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.colours import PersonColour
from thermometer.domain.people import AgeBand, Person
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import NAME_LENGTH
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.erasing_places import ErasePerson
from thermometer.ui.family_words import age_words, colour_words, role_words
from thermometer.ui.page import Surroundings
from thermometer.ui.photo_taking import PhotoTaking
from thermometer.ui.places import FamilyPlace, PersonPlace, Place
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.colour_flow import ColourFlow
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.line_field import LineField
from thermometer.ui.widgets.own_signs import OwnSigns
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.picture_flow import PersonPictures, PictureFlow
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.setting_choice import SettingChoice
from thermometer.ui.widgets.week_card import WeekCard
from thermometer.ui.widgets.zone_words import ZoneWords

TWO_COLUMNS_FROM = 900


class PersonPage(CornerPage):
    """Cards in one or two columns; there is no Save."""

    rail_place = FamilyPlace

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._person: Person | None = None
        self.head = PageHead(theme, self.tr("Family"), self)
        self.head.back_chosen.connect(lambda: self.go_to.emit(FamilyPlace()))
        self.name = LineField(theme, self.tr("Name"), NAME_LENGTH, size="large")
        self.ages: ChipFlow[AgeBand] = ChipFlow(theme)
        self.pictures = PictureFlow(theme, self._services.content.people_pictures())
        self.own_picture = PersonPictures(theme, self.pictures)
        self.colours = ColourFlow(theme, colour_words())
        self.words = ZoneWords(theme)
        self.signs = OwnSigns(theme)
        self.zone: SettingChoice[bool] = SettingChoice(
            theme,
            self.tr("The zone on Home"),
            self.tr("Hidden, the tube rests empty once a tap has been seen; taps still count."),
            {True: Choice(self.tr("Shown")), False: Choice(self.tr("Hidden"))},
        )
        self._aside_words = FittedLabel(theme, colour="muted")
        self.aside = PillButton(theme, self.tr("Set aside"))
        self.back = PillButton(theme, self.tr("Bring back"), picture="interface/undo")
        self.erase = PillButton(theme, self.tr("Erase for good"))
        self._content = QWidget()
        self._scroll = ScrollColumn(theme, self._content, self)
        self.photos = PhotoTaking(self, around)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        theme = self._theme
        aside = QWidget()
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.zone)
        column.addWidget(self._aside_words)
        column.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeft)
        self._age_card = WeekCard(theme, self.tr("How old?"), self.ages)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(WeekCard(theme, self.tr("Name"), self.name))
        left.addWidget(self._age_card)
        left.addWidget(WeekCard(theme, self.tr("Picture"), self.own_picture))
        left.addWidget(WeekCard(theme, self.tr("Colour"), self.colours))
        left.addWidget(WeekCard(theme, self.tr("On Home"), aside))
        left.addStretch(1)
        right.addWidget(WeekCard(theme, self.tr("Own words for the zones"), self.words))
        right.addWidget(WeekCard(theme, self.tr("Own early signs"), self.signs))
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addLayout(left, 5)
        self._columns.addLayout(right, 6)

    def _connect(self) -> None:
        self.name.left.connect(self._keep_typed)
        self.words.left.connect(self._keep_typed)
        self.ages.changed.connect(self._keep_age)
        self.pictures.chosen.connect(self._keep_picture)
        self.own_picture.camera_asked.connect(self.photos.open_camera)
        self.own_picture.file_asked.connect(self.photos.open_files)
        self.photos.taken.connect(self._keep_photo)
        self.colours.chosen.connect(self._keep_colour)
        self.signs.changed.connect(self._keep_signs)
        self.zone.flow.changed.connect(self._keep_zone)
        self.aside.clicked.connect(self._set_aside)
        self.back.clicked.connect(self._bring_back)
        self.erase.clicked.connect(self._list_what_goes)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, PersonPlace):
            raise TypeError(place)
        self._scroll.verticalScrollBar().setValue(0)
        self.own_picture.show_camera(is_there=self.photos.has_camera())
        self._show(place.person, over_draft=True)

    @override
    def refresh(self, change: Change) -> None:
        if self._person and change in (Change.PEOPLE, Change.EVERYTHING):
            self._show(self._person.id, over_draft=False)

    @override
    def has_draft(self) -> bool:
        return self.name.is_draft or self.words.is_draft

    @override
    def leave(self) -> None:
        self.photos.stop()
        self._keep_typed()

    def _show(self, id_: UUID, *, over_draft: bool) -> None:
        person = self._services.family.person(id_)
        self._person = person
        self._content.setEnabled(person is not None)
        if person is None:
            raise Problem("data-record-gone")
        content = self._services.content
        self.head.show_words(person.name, role_words(person))
        self.name.show_kept(person.name, over_draft=over_draft)
        self._age_card.setVisible(person.is_child)
        bands = [band for band in AgeBand if band != AgeBand.ADULT]
        choices: dict[AgeBand, Choice] = {band: Choice(age_words(band)) for band in bands}
        self.ages.show_choices(choices, (person.age_band,))
        self.pictures.show_chosen(person.picture)
        self.colours.show_chosen(person.colour, person.picture)
        offers = content.suggestions(person.role)
        self.words.show_words(person, offers, over_draft=over_draft)
        self.signs.show_signs(content.signs(person.role), person.signs)
        self._show_place(person)
        self.lay_out(self.room())

    def _show_place(self, person: Person) -> None:
        self.zone.setVisible(not person.is_child)
        hidden = self._services.preferences.now.hidden_on_home
        self.zone.flow.show_chosen(person.id not in hidden)
        self.aside.setVisible(not person.archived)
        self.back.setVisible(person.archived)
        words = (
            self.tr("{name} is set aside: no thermometer on Home, every record kept.")
            if person.archived
            else self.tr("Setting {name} aside takes the thermometer off Home. Records stay.")
        )
        self._aside_words.show_text(words.format(name=person.name))

    def _keep_typed(self) -> None:
        if self._person and self.has_draft():
            typed = replace(self._person, name=self.name.text(), words=self.words.words)
            self._keep(typed, typed=True)

    def _keep_age(self) -> None:
        if self._person:
            self._keep(replace(self._person, age_band=self.ages.chosen[0]))

    def _keep_picture(self, picture: str) -> None:
        if self._person:
            self._keep(replace(self._person, picture=picture))

    def _keep_colour(self, colour: PersonColour) -> None:
        if self._person:
            self._keep(replace(self._person, colour=colour))

    def _keep_photo(self, photo: bytes) -> None:
        if self._person is None:
            return
        try:
            picture = self._services.own_media().add_picture(photo, self._person.id)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._keep_picture(picture)

    def _keep_signs(self) -> None:
        if self._person:
            self._keep(replace(self._person, signs=self.signs.chosen))

    def _keep_zone(self) -> None:
        preferences = self._services.preferences
        if self._person is None:
            return
        shown = self.zone.flow.chosen[0]
        try:
            preferences.keep(preferences.now.showing(self._person.id, shown=shown))
        except Problem as problem:
            self.trouble.emit(problem)
        self._show_place(self._person)

    def _keep(self, person: Person, *, typed: bool = False) -> None:
        """Keep what was changed; what cannot be kept stays in its field to be put right."""
        try:
            self._services.family.change(person)
        except Problem as problem:
            self.trouble.emit(problem)
            typed = False
        self._show(person.id, over_draft=typed)

    def _set_aside(self) -> None:
        self._do(self._set_aside_with_pin)

    def _set_aside_with_pin(self, person: UUID) -> Person:
        """Somebody set aside no longer opens the corner, unless theirs is the only PIN there is."""
        gone = self._services.family.archive(person)
        owners = self._services.lock.state().owners
        if person in owners and len(owners) > 1:
            self._services.lock.take_away(person)
        return gone

    def _bring_back(self) -> None:
        self._do(self._services.family.bring_back)

    def _list_what_goes(self) -> None:
        """Nothing goes before everything that goes was listed."""
        if self._person:
            self.go_to.emit(ErasePerson(self._person.id))

    def _do(self, verb: Callable[[UUID], Person]) -> None:
        if self._person is None:
            return
        try:
            verb(self._person.id)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._show(self._person.id, over_draft=False)

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        side, top = theme.px(26), room.top() + theme.px(18)
        width = room.width() - 2 * side
        head = self.head.height_in(width)
        left = room.left() + side
        self.head.setGeometry(left, top, width, head)
        top += head + theme.px(8)
        beside = width >= TWO_COLUMNS_FROM
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._columns.setSpacing(theme.px(6))
        self._scroll.setGeometry(left - 5, top, width + 10, room.bottom() - theme.px(8) - top)
        self.photos.place(room)
