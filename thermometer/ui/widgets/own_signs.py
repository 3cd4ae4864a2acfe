"""Which early signs are somebody's own, by where they show."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.domain.signs import Sign, SignGroup
from thermometer.domain.thresholds import OWN_SIGNS_LEAST, OWN_SIGNS_MOST
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel


class OwnSigns(QWidget):
    """``changed`` tells that a sign was chosen or let go.

    Args:
        theme: colours and sizes.
        parent: the widget it stands on.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: list[str] = []
        self._hint = FittedLabel(theme, colour="muted")
        self.flows: dict[SignGroup, ChipFlow[str]] = {}
        names = {
            SignGroup.BODY: self.tr("In the body"),
            SignGroup.VOICE: self.tr("In the voice"),
            SignGroup.DOING: self.tr("In what is done"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._hint)
        for group, name in names.items():
            self.flows[group] = ChipFlow(theme, many=True, size="small")
            self.flows[group].changed.connect(self._touched)
            column.addWidget(FittedLabel(theme, name, weight=MEDIUM))
            column.addWidget(self.flows[group])

    @property
    def chosen(self) -> tuple[str, ...]:
        """The signs chosen, in the order in which they were."""
        return tuple(self._chosen)

    @property
    def hint(self) -> str:
        """What is said above the signs."""
        return self._hint.text

    def show_signs(self, signs: Iterable[Sign], chosen: Iterable[str]) -> None:
        """Show ``signs``, those of ``chosen`` chosen."""
        self._chosen = list(chosen)
        offered = list(signs)
        for group, flow in self.flows.items():
            choices = {
                sign.id: Choice(sign.text, picture=f"signs/{sign.id}")
                for sign in offered
                if sign.group is group
            }
            flow.show_choices(choices, self._chosen)
        self._say()

    def _touched(self) -> None:
        now = [sign for flow in self.flows.values() for sign in flow.chosen]
        known = {sign for flow in self.flows.values() for sign in flow.chips}
        kept = [sign for sign in self._chosen if sign in now or sign not in known]
        wanted = [*kept, *(sign for sign in now if sign not in kept)]
        if len(wanted) > OWN_SIGNS_MOST:
            for flow in self.flows.values():
                flow.show_chosen(*self._chosen)
            full = self.tr("{most} are chosen. Let one go to choose another.")
            self._hint.show_text(full.format(most=OWN_SIGNS_MOST))
            return
        self._chosen = wanted
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = self.tr(
            "Choose {least} to {most}: what comes before it gets too big. {chosen} chosen."
        )
        self._hint.show_text(
            words.format(least=OWN_SIGNS_LEAST, most=OWN_SIGNS_MOST, chosen=len(self._chosen))
        )
