"""Tools to pick from, in rows: the picked ones first, in their order, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.tools import Tool
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pick_card import PickTile

SMALLEST, BEST = 124, 168


class PickGrid(QWidget):
    """``tapped`` names a tool, ``moved`` a picked one and its new place, counted from 0.

    ``grabbed`` tells that a hand rests on a picked card and may be about to drag it, ``opened``
    names the tool whose card is to be changed.
    """

    tapped = Signal(str)
    moved = Signal(str, int)
    grabbed = Signal()
    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tiles: dict[str, PickTile] = {}
        self._picked: list[str] = []
        self._held = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.rearrange)

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids of the picked ones as they stand now, also while one is dragged."""
        return tuple(self._picked)

    def show_tools(self, picked: Sequence[Tool], others: Iterable[Tool]) -> None:
        """Show the tools that are picked, in their order, and those that can be."""
        tools = {tool.id: tool for tool in (*picked, *others)}
        old, self._held = self.tiles, ""
        self._picked = [tool.id for tool in picked]
        self.tiles = {
            id_: old.pop(id_) if id_ in old and old[id_].tool == tool else self._made(tool)
            for id_, tool in tools.items()
        }
        for tile in old.values():
            tile.hide()
            tile.deleteLater()
        self._number()
        self._keep_tab_order()
        self.rearrange()

    def rearrange(self) -> None:
        """Put the cards where there is room for them now."""
        self.updateGeometry()
        self._lay_out()

    def _made(self, tool: Tool) -> PickTile:
        tile = PickTile(self._theme, tool, self)
        tile.card.clicked.connect(partial(self._tap, tool.id))
        tile.card.pressed.connect(partial(self._grab, tool.id))
        tile.card.dragged.connect(partial(self._drag, tool.id))
        tile.card.dropped.connect(partial(self._drop, tool.id))
        tile.moved.connect(partial(self._step, tool.id))
        tile.opened.connect(partial(self._open, tool.id))
        tile.show()
        return tile

    def _number(self) -> None:
        for id_, tile in self.tiles.items():
            number = self._picked.index(id_) + 1 if id_ in self._picked else 0
            tile.show_number(number, len(self._picked))

    def _keep_tab_order(self) -> None:
        row = [
            button
            for tile in self.tiles.values()
            for button in (tile.card, tile.pencil, tile.earlier, tile.later)
        ]
        for one, other in pairwise(row):
            QWidget.setTabOrder(one, other)

    # ------------------------------------------------------------------------------ hands

    def _tap(self, id_: str) -> None:
        self.tapped.emit(id_)

    def _step(self, id_: str, by: int) -> None:
        self.moved.emit(id_, self._picked.index(id_) + by)

    def _open(self, id_: str) -> None:
        self.opened.emit(id_)

    def _grab(self, id_: str) -> None:
        if id_ in self._picked:
            self.grabbed.emit()

    def _drag(self, id_: str, at: QPointF) -> None:
        """The card follows the hand; the others make room where it would land."""
        if id_ not in self._picked:  # let go of elsewhere in the meantime
            return
        tile, here = self.tiles[id_], QPointF(self.mapFrom(self.window(), at.toPoint()))
        cells = self._cells(self.width())[: len(self._picked)]
        near = [(cell.center() - here).manhattanLength() for cell in cells]
        self._held = id_
        self._picked.remove(id_)
        self._picked.insert(near.index(min(near)), id_)
        self._number()
        self._lay_out()
        tile.raise_()
        tile.move(round(here.x() - tile.width() / 2), round(here.y() - tile.height() / 2))

    def _drop(self, id_: str) -> None:
        self._held = ""
        self._lay_out()
        if id_ in self._picked:
            self.moved.emit(id_, self._picked.index(id_))

    # ------------------------------------------------------------------------------ room

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        cells = self._cells(width)
        return ceil(cells[-1].bottom()) + 1 if cells else 1

    @override
    def sizeHint(self) -> QSize:
        # The height follows from the width that there is: one for another width would hold a place
        # at the end of the page where nothing stands.
        return QSize(self._theme.px(BEST) * 4, SMALLEST)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST * 2, SMALLEST)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _arrows(self) -> int:
        """Height in pixels of the arrows; none where there is nothing to order."""
        return self._theme.target("parent") + 8 if len(self._picked) > 1 else 0

    def _cells(self, width: int) -> list[QRectF]:
        """The cells of the picked ones, then from a new row on those of the rest."""
        gap = self._theme.px(10)
        smallest = max(SMALLEST, self._theme.px(BEST))
        columns = max(2, (width + gap) // (smallest + gap))
        wide = (width - gap * (columns - 1)) // columns
        high = max(SMALLEST, round(wide * 0.94))
        top, cells = 0.0, []
        rest = len(self.tiles) - len(self._picked)
        for count, below in ((len(self._picked), self._arrows()), (rest, 0)):
            step = high + below + gap
            cells += [
                QRectF(i % columns * (wide + gap), top + i // columns * step, wide, high + below)
                for i in range(count)
            ]
            top += ceil(count / columns) * step + (gap if count else 0)
        return cells

    def _lay_out(self) -> None:
        arrows = self._arrows()
        rest = [id_ for id_ in self.tiles if id_ not in self._picked]
        for id_, cell in zip([*self._picked, *rest], self._cells(self.width()), strict=True):
            if id_ != self._held:
                self.tiles[id_].place(cell, arrows if id_ in self._picked else 0)
