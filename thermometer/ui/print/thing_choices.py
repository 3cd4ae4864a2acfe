"""What the parent chooses for the printer: what, for whom, how, and on what paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from thermometer.domain.people import Person
from thermometer.ui.print.cards import Grid
from thermometer.ui.print.paper import Paper
from thermometer.ui.print.thing_tile import ThingTile
from thermometer.ui.print.things import Kind, Wanted
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel


class ThingChoices(QWidget):
    """Small sheets, and groups of chips; ``changed`` tells that a hand has chosen something.

    Args:
        theme: colours and sizes.
        parent: the widget it stands on.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tiles = {
            Kind.POSTER: ThingTile(theme, self.tr("Fridge poster")),
            Kind.TOOLS: ThingTile(theme, self.tr("Tool cards")),
            Kind.SIGNS: ThingTile(theme, self.tr("Sign cards")),
            Kind.WEEK: ThingTile(theme, self.tr("An empty week")),
        }
        self.people: ChipFlow[UUID | None] = ChipFlow(theme)
        self.grid: ChipFlow[Grid] = ChipFlow(theme)
        self.reading: ChipFlow[bool] = ChipFlow(theme)
        self.paper: ChipFlow[Paper] = ChipFlow(theme)
        self.ink: ChipFlow[bool] = ChipFlow(theme)
        self._put_together()
        self._offer()
        theme.changed.connect(self._space)
        self._space()

    @property
    def kind(self) -> Kind:
        """What is to be printed."""
        return next(kind for kind, tile in self.tiles.items() if tile.isChecked())

    @property
    def wanted(self) -> Wanted:
        """Everything that is chosen."""
        return Wanted(
            kind=self.kind,
            person=next(iter(self.people.chosen), None),
            paper=next(iter(self.paper.chosen)),
            grid=next(iter(self.grid.chosen)),
            with_pictures=True in self.reading.chosen,
            grey=True in self.ink.chosen,
        )

    def show_wanted(self, wanted: Wanted, people: Sequence[Person]) -> None:
        """Show what is chosen; ``people`` are those for whom alone it can be printed."""
        self.tiles[wanted.kind].setChecked(True)
        self._show_people(wanted, people)
        self.reading.show_chosen(wanted.with_pictures)
        self._grid_group.setVisible(wanted.kind is Kind.TOOLS)
        self._reading_group.setVisible(wanted.kind is Kind.WEEK)

    def stand(self, *, across: int) -> None:
        """Put so many of the small sheets beside each other."""
        for number, tile in enumerate(self.tiles.values()):
            self._tiles.addWidget(tile, number // across, number % across)

    def _show_people(self, wanted: Wanted, people: Sequence[Person]) -> None:
        everybody = {
            Kind.POSTER: Choice(self.tr("Everybody"), "interface/family"),
            Kind.TOOLS: Choice(self.tr("All there are")),
            Kind.SIGNS: Choice(self.tr("The common fifteen")),
            Kind.WEEK: Choice(self.tr("Anybody")),
        }[wanted.kind]
        offered: dict[UUID | None, Choice] = {None: everybody}
        offered |= {p.id: Choice(p.name, f"people/{p.picture}") for p in people}
        self.people.show_choices(offered, [wanted.person if wanted.person in offered else None])

    def _put_together(self) -> None:
        self._column, self._tiles = QVBoxLayout(self), QGridLayout()
        for tile in self.tiles.values():
            tile.clicked.connect(self.changed)
        self.stand(across=2)
        self._column.addLayout(self._tiles)
        self._group(self.tr("For whom"), self.people)
        self._grid_group = self._group(self.tr("On each sheet"), self.grid)
        self._reading_group = self._group(self.tr("To fill in"), self.reading)
        self._group(self.tr("Paper"), self.paper)
        self._group(self.tr("Printer"), self.ink)
        self._column.addStretch(1)

    def _group(self, title: str, flow: ChipFlow[Any]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        column.addWidget(FittedLabel(self._theme, title, weight=BOLD))
        column.addWidget(flow)
        flow.changed.connect(self.changed)
        self._column.addWidget(group)
        return group

    def _offer(self) -> None:
        sizes = {Grid.SIX: self.tr("6 cards"), Grid.EIGHT: self.tr("8 cards")}
        self.grid.show_choices({key: Choice(text) for key, text in sizes.items()}, [Grid.SIX])
        who = {False: self.tr("With words"), True: self.tr("With pictures")}
        self.reading.show_choices({key: Choice(text) for key, text in who.items()}, [False])
        papers = {Paper.A4: self.tr("A4"), Paper.LETTER: self.tr("Letter")}
        chosen = [Paper.usual()]
        self.paper.show_choices({key: Choice(text) for key, text in papers.items()}, chosen)
        inks = {False: self.tr("Colour"), True: self.tr("Black and white")}
        self.ink.show_choices({key: Choice(text) for key, text in inks.items()}, [False])
        self.tiles[Kind.POSTER].setChecked(True)

    def _space(self) -> None:
        edge = self._theme.px(16)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(self._theme.px(14))
        self._tiles.setSpacing(self._theme.px(10))


def as_before(now: Wanted, before: Wanted) -> Wanted:
    """``now`` with the paper and the printer that were chosen ``before``."""
    return replace(now, paper=before.paper, grid=before.grid, grey=before.grey)
