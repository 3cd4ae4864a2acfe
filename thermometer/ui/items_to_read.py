"""What there is to be read on the pages that a child sees."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thermometer.domain.problems import Problem
from thermometer.domain.tools import cards_shown
from thermometer.ui.reading import Item
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.person_panel import PersonPanel
from thermometer.ui.widgets.thermometer_geometry import TOP_DOWN

if TYPE_CHECKING:
    from uuid import UUID

    from thermometer.domain.own_things import OwnCard
    from thermometer.domain.people import Person
    from thermometer.domain.zones import Zone
    from thermometer.services.bundle import Services

log = logging.getLogger(__name__)


def named(widgets: Iterable[QWidget]) -> Iterator[Item]:
    """Each of ``widgets`` that can be seen, as a screen reader calls it."""
    return (Item.of(each) for each in widgets if not each.isHidden())


def on_home(title: FittedLabel, panels: Iterable[PersonPanel]) -> Iterator[Item]:
    """The question, then everybody's zones in view as the eye meets them."""
    yield Item(title.text, title)
    for panel in panels:
        if panel.isVisible():
            yield from named(panel.thermometer.buttons.of(zone) for zone in TOP_DOWN)


def has_recordings(services: Services, person: Person, zone: Zone) -> bool:
    """Whether a card that ``person`` sees in ``zone`` has a recorded voice."""
    shown = frozenset(cards_shown(person, zone))
    try:
        cards = services.own_cards().all(person.id)
    except Problem as problem:
        log.warning("recorded voices are not heard: %s", problem.key)
        return False
    return any(card.recording is not None and card.tool in shown for card in cards)


def of_tool(services: Services, person: UUID, tool: str, card: QWidget) -> Item:
    """A tool's card: the family's voice, else the person's own sentence, else the card's name."""
    try:
        own = services.own_cards().of(person, tool)
        recording = _recording(services, own)
    except Problem as problem:
        log.warning("an own card is not read: %s", problem.key)
        own, recording = None, b""
    sentence = own.sentence if own else None
    return Item(sentence or card.accessibleName(), card, recording)


def _recording(services: Services, own: OwnCard | None) -> bytes:
    if own is None or own.recording is None:
        return b""
    return services.own_media().recording(own.recording) or b""
