"""What a tool of the family's own is: its name, its picture, its kind, and what the kind needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.domain.thresholds import NAME_LENGTH
from thermometer.domain.tools import Pace, Tool, ToolKind
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.chip_flow import ChipFlow, Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.line_field import LineField
from thermometer.ui.widgets.picture_pick import PicturePick
from thermometer.ui.widgets.steps_editor import StepsEditor
from thermometer.ui.widgets.value_pick import ValuePick
from thermometer.ui.widgets.week_card import WeekCard

V = TypeVar("V", int, float)

FIRST_PICTURE = "tools/calm-words"
FIRST_STEP = "steps/rest"
MINUTES = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0)
FIRST_MINUTES = 3.0
INHALES = tuple(half / 2 for half in range(4, 13))
EXHALES = tuple(half / 2 for half in range(4, 19))
"""Seconds: long enough to be calm, short enough for everybody's breath."""
BREATHS = tuple(range(2, 11))


class ToolForm(QWidget):
    """``changed`` tells that a hand has changed something.

    ``step_picture_asked`` tells which step, counted from 0, is to have another picture.

    Args:
        theme: colours and sizes.
        drawings: of tools, and what is read aloud.
        step_drawings: of steps and tools, and what is read aloud.
        parent: the widget it stands on.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        drawings: Mapping[str, str],
        step_drawings: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture, self.asked = FIRST_PICTURE, 0
        self.name = LineField(theme, self.tr("Name"), NAME_LENGTH, size="large")
        self.name.setPlaceholderText(self.tr("At most four words"))
        self.pictures = PicturePick(theme, drawings)
        self.kinds: ChipFlow[ToolKind] = ChipFlow(theme)
        self.kinds.show_choices(self._kinds(), (ToolKind.CARD,))
        self._kind_words = FittedLabel(theme, size="small", colour="muted")
        self.steps = StepsEditor(theme, FIRST_STEP)
        self.step_pictures = PicturePick(theme, step_drawings)
        self.minutes: ValuePick[float] = self._number(theme, self.tr("Minutes"), MINUTES)
        self.inhale: ValuePick[float] = self._number(theme, self.tr("Seconds in"), INHALES)
        self.exhale: ValuePick[float] = self._number(theme, self.tr("Seconds out"), EXHALES)
        self.breaths: ValuePick[int] = self._number(theme, self.tr("Breaths"), BREATHS)
        self._put_together(theme)
        self._connect()

    def _put_together(self, theme: Theme) -> None:
        def stacked(*widgets: QWidget) -> QWidget:
            ground = QWidget()
            column = QVBoxLayout(ground)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(8))
            for widget in widgets:
                column.addWidget(widget)
            return ground

        pace = stacked(self.inhale, self.exhale, self.breaths)
        self.step_card = WeekCard(theme, self.tr("Picture of a step"), self.step_pictures)
        self._cards = {
            ToolKind.STEPS: WeekCard(theme, self.tr("Step by step"), self.steps),
            ToolKind.TIMER: WeekCard(theme, self.tr("How long?"), self.minutes),
            ToolKind.GUIDE: WeekCard(theme, self.tr("How slowly?"), pace),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(WeekCard(theme, self.tr("Name"), self.name))
        column.addWidget(WeekCard(theme, self.tr("Picture"), self.pictures))
        kind = stacked(self.kinds, self._kind_words)
        column.addWidget(WeekCard(theme, self.tr("What happens?"), kind))
        for card in (*self._cards.values(), self.step_card):
            column.addWidget(card)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _: self.changed.emit())
        self.kinds.changed.connect(self._show_kind)
        self.kinds.changed.connect(self.changed)
        self.pictures.chosen.connect(self.show_picture)
        self.steps.changed.connect(self._steps_changed)
        self.steps.picture_asked.connect(self._ask_step_picture)
        self.step_pictures.chosen.connect(self.show_step_picture)
        for pick in (self.minutes, self.inhale, self.exhale, self.breaths):
            pick.changed.connect(self.changed)

    def tool(self, tool: Tool) -> Tool:
        """``tool`` with what stands in the form."""
        kind = self.kinds.chosen[0]
        pace = Pace(inhale=self.inhale.value, exhale=self.exhale.value, breaths=self.breaths.value)
        return replace(
            tool,
            name=self.name.text().strip(),
            picture=self._picture,
            kind=kind,
            steps=self.steps.steps if kind is ToolKind.STEPS else (),
            minutes=self.minutes.value if kind is ToolKind.TIMER else None,
            pace=pace if kind is ToolKind.GUIDE else None,
        )

    def show_tool(self, tool: Tool, pace: Pace) -> None:
        """Show ``tool``; ``pace`` is what a guide without its own would have."""
        self.name.show_kept(tool.name)
        self._picture = tool.picture
        self.pictures.show_chosen(tool.picture)
        self.pictures.fold()
        self.kinds.show_chosen(tool.kind)
        self.steps.show_steps(tool.steps)
        self.minutes.show_value(tool.minutes or FIRST_MINUTES)
        own = tool.pace or pace
        self.inhale.show_value(own.inhale)
        self.exhale.show_value(own.exhale)
        self.breaths.show_value(own.breaths)
        self._show_kind()

    def show_picture(self, picture: str) -> None:
        """Let the tool have another picture."""
        self._picture = picture
        self.pictures.show_chosen(picture)
        self.changed.emit()

    def show_step_picture(self, picture: str) -> None:
        """Let the step that was asked for have another picture."""
        self.step_pictures.show_chosen(picture)
        self.steps.show_picture(self.asked, picture)

    def _ask_step_picture(self, number: int) -> None:
        self.asked = number
        self.steps.show_asked(number)
        title = self.tr("Picture of step {number}").format(number=number + 1)
        self.step_card.title.show_text(title)
        self.step_pictures.show_chosen(self.steps.steps[number].picture)
        self.step_pictures.show_drawings()
        self.step_card.show()

    def _steps_changed(self) -> None:
        if self.asked >= len(self.steps.rows):
            self.step_card.hide()
        self.changed.emit()

    def _show_kind(self) -> None:
        kind = self.kinds.chosen[0]
        for each, card in self._cards.items():
            card.setVisible(each is kind)
        self.step_card.hide()
        self.steps.show_asked(None)
        self._kind_words.show_text(self._what_happens(kind))

    def _kinds(self) -> dict[ToolKind, Choice]:
        return {
            ToolKind.CARD: Choice(self.tr("The real thing"), "tools/squish"),
            ToolKind.STEPS: Choice(self.tr("Steps"), "steps/squeeze"),
            ToolKind.TIMER: Choice(self.tr("Some time"), "tools/outside"),
            ToolKind.GUIDE: Choice(self.tr("Breathing"), "tools/flower-candle"),
        }

    def _what_happens(self, kind: ToolKind) -> str:
        match kind:
            case ToolKind.STEPS:
                return self.tr("Pictures one after another, each with a few words.")
            case ToolKind.TIMER:
                return self.tr("A shape gets smaller until the time is over. No numbers.")
            case ToolKind.GUIDE:
                return self.tr("A picture breathes slowly, to breathe along with.")
            case _:
                return self.tr(
                    "A big picture, then the screen dims and waits. For what is away from it."
                )

    def _number(self, theme: Theme, title: str, values: tuple[V, ...]) -> ValuePick[V]:
        return ValuePick(
            theme,
            title,
            values,
            lambda value: f"{value:g}",
            less=self.tr("{what}: fewer").format(what=title),
            more=self.tr("{what}: more").format(what=title),
        )


def new_tool() -> Tool:
    """A tool of the family's own as it begins; it can be picked in every zone."""
    return Tool(
        id="", name="", what="", picture=FIRST_PICTURE, kind=ToolKind.CARD, zones=tuple(Zone)
    )
