"""Changes to one person's card of a tool, each of which can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from thermometer.domain.own_things import OwnCard
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import CARD_WORDS
from thermometer.ui.own_places import OneCard
from thermometer.ui.undoing import Done, Undoing

if TYPE_CHECKING:
    from thermometer.services.bundle import Services


def short(text: str) -> str:
    """``text`` without the blanks around it, if a child can take it in at a glance.

    Raises:
        Problem: ``card-name-words``.
    """
    if len(text.split()) > CARD_WORDS:
        raise Problem("card-name-words", limit=CARD_WORDS)
    return text.strip()


@dataclass(frozen=True, slots=True)
class _Before:
    """A card with the photo and the voice that were on it: both go when nothing refers to them."""

    card: OwnCard
    photo: bytes | None
    voice: bytes | None


class CardChanges:
    """Keeps a change at once and remembers what was there before.

    Args:
        services: the family's.
        undoing: what was done in this sitting.
    """

    def __init__(self, services: Services, undoing: Undoing) -> None:
        self._services, self._undoing = services, undoing

    def of(self, place: OneCard) -> OwnCard:
        """The card as it is now; a plain one where nothing was changed."""
        kept = self._services.own_cards().of(place.person, place.tool)
        return kept or OwnCard(person=place.person, tool=place.tool)

    def voice(self, card: OwnCard) -> bytes | None:
        """The recorded voice of a card."""
        recording = card.recording
        return None if recording is None else self._services.own_media().recording(recording)

    def rename(self, place: OneCard, name: str) -> None:
        """Keep another name; an empty one is the tool's own.

        Raises:
            Problem: ``card-name-words`` or ``name-too-long``; nothing was changed then.
        """
        self._keep(place, replace(self.of(place), name=short(name) or None))

    def say(self, place: OneCard, sentence: str) -> None:
        """Keep another sentence; an empty one is none.

        Raises:
            Problem: ``own-sentence-too-long``; nothing was changed then.
        """
        self._keep(place, replace(self.of(place), sentence=sentence.strip() or None))

    def wear(self, place: OneCard, picture: str | None) -> None:
        """Keep a drawing; None is the tool's own.

        Raises:
            Problem: nothing was changed.
        """
        self._keep(place, replace(self.of(place), picture=picture))

    def wear_photo(self, place: OneCard, photo: bytes) -> None:
        """Keep a photo.

        Raises:
            Problem: there are too many, or it cannot be written; nothing was changed then.
        """
        self.wear(place, self._services.own_media().add_picture(photo, place.person))

    def record(self, place: OneCard, wav: bytes | None) -> None:
        """Keep a recorded voice; None takes the one there is away.

        Raises:
            Problem: there are too many, or it cannot be written; nothing was changed then.
        """
        media = self._services.own_media()
        voice = media.add_recording(wav, place.person) if wav else None
        self._keep(place, replace(self.of(place), recording=voice))

    def reset(self, place: OneCard) -> None:
        """Let the card be as it came.

        Raises:
            Problem: nothing was changed.
        """
        self._keep(place, OwnCard(person=place.person, tool=place.tool))

    def _keep(self, place: OneCard, card: OwnCard) -> None:
        before = self._remembered(self.of(place))
        if card == before.card:
            return
        done = Done(place.person, place.zone, lambda: self._put_back(before), place.tool)
        # First remembered, then changed: the page shows what can be taken back as it refreshes.
        self._undoing.add(done)
        try:
            self._services.own_cards().change(card)
        except Problem:
            self._undoing.drop()
            raise

    def _remembered(self, card: OwnCard) -> _Before:
        media = self._services.own_media()
        photo = media.picture(card.picture) if card.picture else None
        return _Before(card, photo, self.voice(card))

    def _put_back(self, before: _Before) -> None:
        media, card = self._services.own_media(), before.card
        if before.photo and card.picture and media.picture(card.picture) is None:
            card = replace(card, picture=media.add_picture(before.photo, card.person))
        if before.voice and self.voice(card) is None:
            card = replace(card, recording=media.add_recording(before.voice, card.person))
        self._services.own_cards().change(card)
