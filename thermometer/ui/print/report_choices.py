"""What the parent chooses for the page: whose, names or initials, what is private, the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.domain.people import Person
from thermometer.services.therapist_values import Choice, Private
from thermometer.ui.print.paper import Paper
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets import chip_flow
from thermometer.ui.widgets.chip_flow import ChipFlow
from thermometer.ui.widgets.fitted_label import FittedLabel


class ReportChoices(QWidget):
    """Groups of chips; ``changed`` tells that a hand has chosen something.

    Args:
        theme: colours and sizes.
        parent: the widget it stands on.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self.people: ChipFlow[UUID] = ChipFlow(theme)
        self.names: ChipFlow[bool] = ChipFlow(theme)
        self.private: ChipFlow[Private] = ChipFlow(theme, many=True)
        self.paper: ChipFlow[Paper] = ChipFlow(theme)
        self._add(self.tr("Whose week"), self.people)
        self._add(self.tr("Names on the page"), self.names)
        self._add(self.tr("Print this too"), self.private)
        self._hint = FittedLabel(theme, size="small", colour="muted")
        self._hint.show_text(
            self.tr("Notes are printed as you wrote them, with any names in them.")
        )
        self._column.addWidget(self._hint)
        self._add(self.tr("Paper"), self.paper)
        self._column.addStretch(1)
        self._offer()
        theme.changed.connect(self._space)
        self._space()

    @property
    def person(self) -> UUID | None:
        """Whose week it is to be."""
        return next(iter(self.people.chosen), None)

    @property
    def choice(self) -> Choice:
        """What is to be printed, and how people are named."""
        initials = True in self.names.chosen
        return Choice(private=frozenset(self.private.chosen), initials=initials)

    @property
    def chosen_paper(self) -> Paper:
        """On what."""
        return next(iter(self.paper.chosen), Paper.A4)

    def show_people(self, people: Sequence[Person], chosen: UUID | None) -> None:
        """Offer ``people``, one of them chosen."""
        offered = {p.id: chip_flow.Choice(p.name, f"people/{p.picture}") for p in people}
        self.people.show_choices(offered, [chosen] if chosen else [])

    def forget_private(self) -> None:
        """Nothing private is ticked any more: it is asked anew each time."""
        self.private.show_chosen()
        self._hint.hide()

    def _offer(self) -> None:
        self.names.show_choices(
            {
                False: chip_flow.Choice(self.tr("Names")),
                True: chip_flow.Choice(self.tr("Initials")),
            },
            [False],
        )
        self.private.show_choices(
            {
                Private.NOTES: chip_flow.Choice(self.tr("Private notes")),
                Private.FRIGHTENING: chip_flow.Choice(self.tr("Frightening moments")),
            }
        )
        self.paper.show_choices(
            {
                Paper.A4: chip_flow.Choice(self.tr("A4")),
                Paper.LETTER: chip_flow.Choice(self.tr("Letter")),
            },
            [Paper.usual()],
        )
        self.forget_private()

    def _add(self, title: str, flow: ChipFlow[Any]) -> None:
        flow.changed.connect(self._told)
        self._column.addWidget(FittedLabel(self._theme, title, weight=BOLD))
        self._column.addWidget(flow)

    def _told(self) -> None:
        self._hint.setVisible(Private.NOTES in self.private.chosen)
        self.changed.emit()

    def _space(self) -> None:
        edge = self._theme.px(18)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(self._theme.px(8))
