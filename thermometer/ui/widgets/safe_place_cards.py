"""The cards of a Safe Place, made and laid out the same on every screen that shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from thermometer.domain.people import Person
from thermometer.domain.tools import Tool
from thermometer.domain.zones import Zone
from thermometer.ui.arrangement import arrange
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.tool_card import ONE_LINE, TWO_LINES, ToolCard

LARGEST_CARD = {
    Zone.GREEN: QSizeF(250, 250),
    Zone.YELLOW: QSizeF(300, 300),
    Zone.RED: QSizeF(372, 340),
}
FEW, LARGEST_OF_FEW = 4, QSizeF(400, 340)
"""So many in yellow can be larger: the room is the same for all."""


def safe_place_card(
    theme: Theme, person: Person, zone: Zone, tool: Tool, name: str | None, parent: QWidget
) -> ToolCard:
    """The card of ``tool`` on the Safe Place of ``person`` in ``zone``.

    A grown-up reads what the tool is, but not in red; ``name`` is None where the picture stands
    alone.
    """
    detailed = not person.is_child and zone is not Zone.RED
    return ToolCard(
        theme,
        tool.picture,
        tool.name,
        name=name or "",
        detail=tool.what if detailed else "",
        parent=parent,
    )


def cards_fit(count: int, room: QRectF, theme: Theme) -> bool:
    """Whether ``count`` cards have their place in ``room`` at once, none of them too small."""
    gap, smallest = theme.px(16), float(theme.target("zone"))
    size = QSizeF(smallest, smallest)
    return arrange(count, room.size(), size, size, gap).per_page >= count


def place_cards(cards: Sequence[ToolCard], room: QRectF, zone: Zone, theme: Theme) -> None:
    """Put ``cards`` into ``room`` in their order, none smaller than a child's finger needs."""
    if not cards:
        return
    gap, smallest = theme.px(16), float(theme.target("zone"))
    few = zone is Zone.YELLOW and len(cards) <= FEW
    largest = (LARGEST_OF_FEW if few else LARGEST_CARD[zone]) * max(theme.factor, 0.6)
    grid = arrange(len(cards), room.size(), QSizeF(smallest, smallest), largest, gap)
    for card, cell in zip(cards, grid.cells(room, gap, largest), strict=False):
        card.setGeometry(cell.toRect())
    lines = ONE_LINE if all(card.is_short() for card in cards) else TWO_LINES
    for card in cards:
        card.lines = lines
    sizes = [card.largest_words() for card in cards]
    for card in cards:  # all alike: one that is written smaller looks less meant
        card.write_in(min(name for name, _ in sizes), min(detail for _, detail in sizes))
