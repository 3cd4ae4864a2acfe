"""The steps of a tool, one under another: a picture, a few words, and how long it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thermometer.domain.thresholds import NAME_LENGTH, OWN_STEPS_MOST
from thermometer.domain.tools import Step
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.drawing_pick import PictureTile
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.line_field import LineField
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.value_pick import ValuePick

SECONDS: tuple[float | None, ...] = (None, 3, 5, 8, 10, 15, 20, 30, 45, 60)
"""None: it goes on by touch."""


class StepRow(QWidget):
    """One step. ``picture_asked`` tells that its picture was touched, ``gone`` that it is to go."""

    changed = Signal()
    picture_asked = Signal()
    gone = Signal()

    def __init__(self, theme: Theme, step: Step, number: int) -> None:
        super().__init__()
        name = self.tr("Step {number}").format(number=number)
        self.tile = PictureTile(theme, step.picture, self.tr("{step}: picture").format(step=name))
        self.text = LineField(theme, name, NAME_LENGTH)
        self.text.setPlaceholderText(self.tr("A few words"))
        self.text.show_kept(step.text)
        self.seconds: ValuePick[float | None] = ValuePick(
            theme,
            "",
            sorted({*SECONDS, step.seconds}, key=lambda each: each or 0),
            self._seconds_words,
            less=self.tr("{step}: shorter").format(step=name),
            more=self.tr("{step}: longer").format(step=name),
        )
        self.seconds.show_value(step.seconds)
        self.remove = PillButton(theme, "", picture="interface/close")
        self.remove.setAccessibleName(self.tr("{step}: remove").format(step=name))
        below = FlowBox(theme)
        self.seconds.setParent(below)
        self.remove.setParent(below)
        below.show_items((self.seconds, self.remove))
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(self.text)
        words.addWidget(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.tile.clicked.connect(self.picture_asked)
        self.remove.clicked.connect(self.gone)
        self.text.textChanged.connect(lambda _: self.changed.emit())
        self.seconds.changed.connect(self.changed)

    @property
    def step(self) -> Step:
        """The step as it stands."""
        text = self.text.text().strip()
        return Step(picture=self.tile.picture, text=text, seconds=self.seconds.value)

    def _seconds_words(self, seconds: float | None) -> str:
        if seconds is None:
            return self.tr("by touch")
        return self.tr("{n} s").format(n=f"{seconds:g}")


class StepsEditor(QWidget):
    """``changed`` tells that a hand changed a step, ``picture_asked`` whose picture is wanted.

    Args:
        theme: colours and sizes.
        picture: what a new step shows at first.
        parent: the widget it stands on.
    """

    changed = Signal()
    picture_asked = Signal(int)

    def __init__(self, theme: Theme, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._picture = theme, picture
        self.rows: list[StepRow] = []
        self.add = PillButton(theme, self.tr("One more step"), picture="interface/plus")
        self.add.quiet = True
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps as they stand."""
        return tuple(row.step for row in self.rows)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps than before; with none a first one that is empty."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, step in enumerate(steps or (self._new(),), 1):
            row = StepRow(self._theme, step, number)
            row.changed.connect(self.changed)
            row.picture_asked.connect(partial(self._ask, number - 1))
            row.gone.connect(partial(self._remove, number - 1))
            self.rows.append(row)
            self._column.insertWidget(number - 1, row)
            row.show()
        for row in self.rows:
            row.remove.setVisible(len(self.rows) > 1)
        self.add.setVisible(len(self.rows) < OWN_STEPS_MOST)

    def show_picture(self, number: int, picture: str) -> None:
        """Let the step ``number``, counted from 0, have another picture."""
        if number < len(self.rows):
            self.rows[number].tile.show_picture(picture)
            self.changed.emit()

    def show_asked(self, number: int | None) -> None:
        """Let the tile of the step whose picture is chosen wear a ring."""
        for i, row in enumerate(self.rows):
            row.tile.setChecked(i == number)

    def _ask(self, number: int) -> None:
        self.picture_asked.emit(number)

    def _add(self) -> None:
        self.show_steps((*self.steps, self._new()))
        self.rows[-1].text.setFocus()
        self.changed.emit()

    def _remove(self, number: int) -> None:
        self.show_steps([step for i, step in enumerate(self.steps) if i != number])
        self.changed.emit()

    def _new(self) -> Step:
        return Step(picture=self._picture, text="")
