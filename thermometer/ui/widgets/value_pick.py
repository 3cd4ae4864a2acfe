"""One of a few numbers in their order, chosen with less and more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.time_pick import Stepper

V = TypeVar("V")


class ValuePick(QWidget, Generic[V]):
    """``changed`` tells that a hand has chosen another value.

    Args:
        theme: colours and sizes.
        title: what is chosen; empty where it is plain.
        values: in their order.
        words: what a value reads.
        less: what the way down is called aloud.
        more: what the way up is called aloud.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        values: Sequence[V],
        words: Callable[[V], str],
        *,
        less: str,
        more: str,
    ) -> None:
        super().__init__()
        self._values, self._words, self._at = tuple(values), words, 0
        self.stepper = Stepper(theme, less, more, self)
        self.stepper.stepped.connect(self._step)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        if title:
            row.addWidget(FittedLabel(theme, title), 1)
        row.addWidget(self.stepper)
        self._show()

    @property
    def value(self) -> V:
        """The value chosen."""
        return self._values[self._at]

    def show_value(self, value: V) -> None:
        """Show ``value``, or the first one where it is none of them."""
        self._at = self._values.index(value) if value in self._values else 0
        self._show()

    def _step(self, by: int) -> None:
        at = min(max(0, self._at + by), len(self._values) - 1)
        if at != self._at:
            self._at = at
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.stepper.show_words(self._words(self.value))
        self.stepper.less.setEnabled(self._at > 0)
        self.stepper.more.setEnabled(self._at < len(self._values) - 1)
