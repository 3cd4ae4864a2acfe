"""The cards that somebody has made their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.domain.changes import Change, Notify
from thermometer.domain.own_things import OwnCard, clean_card

if TYPE_CHECKING:
    from uuid import UUID

    from thermometer.store.own_things import OwnThings


class OwnCards:
    """A person's own name, picture, sentence and voice for the cards of tools.

    Args:
        store: where they are kept.
        notify: told after each change.
    """

    def __init__(self, store: OwnThings, notify: Notify) -> None:
        self._store = store
        self._notify = notify

    def of(self, person: UUID, tool: str) -> OwnCard | None:
        """What ``person`` has changed on the card of ``tool``; None where it is as it came."""
        return self._store.card(person, tool)

    def all(self, person: UUID) -> tuple[OwnCard, ...]:
        """Every card that ``person`` has changed, by the ids of the tools."""
        return tuple(self._store.cards(person))

    def change(self, card: OwnCard) -> OwnCard:
        """Keeps a card as it is now; the card as kept, where what is empty is not changed.

        A photo or a voice that was on it before, and is nowhere else, is removed.

        Raises:
            Problem: ``name-too-long``, ``own-sentence-too-long``, ``own-picture-unknown``, or
                nothing was changed.
        """
        kept = clean_card(card)
        self._store.keep_card(kept)
        self._notify(Change.OWN_THINGS)
        return kept
