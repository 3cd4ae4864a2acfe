"""A setting: what it is called, what it does in a plain sentence, and its choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel

K = TypeVar("K")


class SettingChoice(QWidget, Generic[K]):
    """One of a few, or several; a hand's choice is told by ``flow.changed``.

    Args:
        theme: colours and sizes.
        title: what it is called.
        sentence: what it does.
        choices: what can be chosen.
        many: any number can be chosen, or none.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        choices: Mapping[K, Choice],
        *,
        many: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self.flow: ChipFlow[K] = ChipFlow(theme, many=many)
        self.sentence = FittedLabel(theme, sentence, size="small", colour="muted")
        self.show_choices(choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(FittedLabel(theme, title, weight=MEDIUM))
        column.addWidget(self.sentence)
        column.addWidget(self.flow)

    def show_choices(self, choices: Mapping[K, Choice], chosen: Iterable[K] = ()) -> None:
        """Show other choices, those of ``chosen`` chosen."""
        self.flow.show_choices(choices, chosen)
        for chip in self.flow.chips.values():
            chip.setAccessibleDescription(self._title)


class ChoiceList(CardFrame):
    """Settings under each other, below a title.

    Args:
        theme: colours and sizes.
        title: what they have in common.
        parent: the widget it stands on.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._column = QVBoxLayout(self)
        self._column.addWidget(FittedLabel(theme, title, size="large", weight=BOLD))
        self._pad()

    def add(self, widget: QWidget) -> None:
        """One more."""
        self._column.addWidget(widget)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._pad()

    def _pad(self) -> None:
        pad = self._theme.px(26) + 6
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self._theme.px(18))
