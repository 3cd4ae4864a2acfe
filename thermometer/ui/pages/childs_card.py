"""The child's card: yes, almost, no, large enough to be held by a small hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from thermometer.domain.drafts import Draft
from thermometer.domain.mending import Move, Repair
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import Part
from thermometer.domain.ruptures import ChildCard
from thermometer.ui.arrangement import arrange
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.places import ChildsCard, GuidedRepair, Place
from thermometer.ui.repair.read_aloud import ReadAloud
from thermometer.ui.repair.repair_words import CARD_PICTURES, card_name
from thermometer.ui.repair.situation import people_of
from thermometer.ui.widgets.here_button import HereButton
from thermometer.ui.widgets.picture_choice import PictureChoice
from thermometer.ui.widgets.small_picture import SmallPicture
from thermometer.ui.widgets.spoken_line import SpokenLine

LARGEST = QSizeF(360, 400)


class ChildsCardPage(Page):
    """Nothing else is open while a child holds it: the way back is the grown-up's."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._place: ChildsCard | None = None
        self._repair: Repair | None = None
        self.picture = SmallPicture(self._theme, self)
        self.said = SpokenLine(self._theme, size="title", who="child", parent=self)
        self._aloud = ReadAloud(around.voice, [self.said], self)
        self.cards = {
            card: PictureChoice(
                self._theme, card_name(card), CARD_PICTURES[card], who="child", parent=self
            )
            for card in ChildCard
        }
        for card, button in self.cards.items():
            button.clicked.connect(partial(self._answered, card))
        self.done: HereButton | None = None

    @property
    @override
    def idle_ms(self) -> int:
        return self._timings.idle_corner

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, ChildsCard):
            raise TypeError(place)
        self._place = place
        self._repair = self._services.repairs().one(place.back.rupture)
        self._show()

    @override
    def leave(self) -> None:
        self._aloud.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _show(self) -> None:
        from thermometer.services.repair_texts import Frame  # noqa: PLC0415 - not for a child's tap

        place, repair = self._place, self._repair
        if place is None or repair is None:
            return
        asks = Frame.ASK if isinstance(place.back, GuidedRepair) else Frame.AGAIN
        texts, draft = self._services.repair_texts(), self._draft()
        _, grown_up = people_of(self._services, repair)
        reflected, picture = "", f"people/{grown_up.picture}"
        if draft is not None and not repair.frightening:
            reflected = texts.reflected(draft.words)
            feelings = draft.words.get(Part.FEELING, ())
            picture = next(filter(None, map(texts.feeling_picture, feelings)), picture)
        self.said.show_text(f"{reflected} {texts.frame(asks)}".strip())
        self.picture.show_picture(picture)
        if self.done is not None:
            self.done.hide()
            self.done.deleteLater()
        self.done = HereButton(self._theme, grown_up, self.tr("Give it back"), self)
        self.done.clicked.connect(self._give_back)
        self.done.show()
        self._show_answer()
        self._lay_out()

    def _show_answer(self) -> None:
        given = self._given()
        stands = given is not None and not isinstance(self._draft(), Draft)
        for card, button in self.cards.items():
            button.setChecked(card is given)
            button.setEnabled(not stands or card is given)

    def _draft(self) -> Draft | None:
        """What is written while a repair goes on; at the follow-up there is none."""
        place, repair = self._place, self._repair
        if place is None or repair is None or not isinstance(place.back, GuidedRepair):
            return None
        return repair.draft

    def _given(self) -> ChildCard | None:
        """The card given already."""
        draft, repair = self._draft(), self._repair
        if draft is not None:
            return draft.card
        follow_ups = repair.follow_ups if repair else ()
        return follow_ups[-1].card if follow_ups else None

    def _answered(self, card: ChildCard) -> None:
        if self._repair is None or not self.admit():
            return
        try:
            self._repair = self._keep(self._repair, card)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._show_answer()

    def _keep(self, repair: Repair, card: ChildCard) -> Repair:
        """In a repair the card may be changed; at the follow-up the first one stands."""
        mending, draft = self._services.mending(), self._draft()
        if draft is None:
            given = self._given()
            return repair if given else mending.follow_up(repair.id, card=card)
        if repair.allows(Move.GO_ON):
            mending.save(replace(draft, card=card))
        return self._services.repairs().one(repair.id)

    def _give_back(self) -> None:
        if self._place is not None and self.admit():
            self.go_to.emit(self._place.back)

    def _lay_out(self) -> None:
        if self.done is None:
            return
        theme = self._theme
        margin, touch = theme.px(28), theme.target("child") + 12
        self._put_words(margin, touch)
        wide = min(self.width() - 2 * margin, max(260, theme.px(360)))
        bottom = self.height() - touch - margin // 2
        self.done.setGeometry(QRect((self.width() - wide) // 2, bottom, wide, touch))
        top = margin + touch + margin // 2
        room = QRectF(margin, top, self.width() - 2 * margin, bottom - top - 4)
        smallest = float(theme.target("zone"))
        largest = LARGEST * max(0.7, theme.factor)
        grid = arrange(3, room.size(), QSizeF(smallest, smallest), largest, margin)
        for card, cell in zip(self.cards.values(), grid.cells(room, margin, largest), strict=False):
            card.setGeometry(cell.toRect())

    def _put_words(self, margin: int, height: int) -> None:
        """The picture and what is said stand together in the middle."""
        said = self.said.sizeHint().width() + self._theme.px(8)
        wide = min(said, self.width() - 2 * margin - height - margin // 2)
        left = (self.width() - wide - height - margin // 2) // 2
        self.picture.setGeometry(left, margin // 2, height, height)
        self.said.setGeometry(left + height + margin // 2, margin // 2, wide, height)
