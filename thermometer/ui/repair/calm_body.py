"""Calm first: the grown-up's own thermometer and their own tools."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.repair_steps import RepairStep
from thermometer.domain.tools import Tool
from thermometer.domain.zones import Zone
from thermometer.ui.places import FrighteningHelp, GuidedRepair
from thermometer.ui.repair.body import StepBody
from thermometer.ui.repair.quote_card import QuoteCard
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.person_panel import PersonPanel
from thermometer.ui.widgets.pill_button import PillButton


class CalmBody(StepBody):
    """A tap is a check-in like any other; a tool leads back to this step.

    The three zones stand at the very top: they are what there is to do. The words stand beside.
    """

    zone_tapped = Signal(Zone)
    taken_back = Signal()
    tool_chosen = Signal(object)

    def __init__(self, theme: Theme, fill_ms: int) -> None:
        super().__init__(theme)
        self._fill_ms = fill_ms
        self.panel: PersonPanel | None = None
        self.tools: dict[str, PillButton] = {}
        self._flow: ButtonFlow | None = None
        self.safety = QuoteCard(theme, self.tr("Safety first"))
        self.help = PillButton(theme, self.tr("When it was frightening"), picture="interface/help")
        self.safety.add_below(self.help)
        self._paused = FittedLabel(theme, weight=MEDIUM, colour="accent")
        self._words = FittedLabel(theme, size="large", weight=BOLD)
        self._say = FittedLabel(theme)
        self._side = QWidget()
        self._side_rows = QVBoxLayout(self._side)
        self._side_rows.setContentsMargins(0, 0, 0, 0)
        for widget in (self.safety, self._paused, self._words, self._say):
            self._side_rows.addWidget(widget)
        self._side_rows.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self._side, 1)
        self._rows.addLayout(self._row)
        self._rows.addStretch(1)
        self.help.clicked.connect(
            lambda: self.asked.emit(FrighteningHelp(GuidedRepair(self.situation.repair.id)))
        )
        theme.changed.connect(self._measure)
        self._measure()

    @override
    def show_now(self) -> None:
        self.safety.setVisible(self.situation.frightening)
        self.safety.show_lines(self.situation.texts.help().first)
        self._say.show_text(self.situation.texts.step(RepairStep.CALM_FIRST).say)

    def show_paused(self, words: str) -> None:
        """Say where and when one paused, or nothing."""
        self._paused.show_text(words)
        self._paused.setVisible(bool(words))

    def show_calm(
        self, person: Person, zone: Zone | None, tools: Sequence[Tool], *, oops: bool
    ) -> None:
        """Show the person's zone now, and the tools for it.

        Args:
            person: whose thermometer it is.
            zone: the zone now, or none.
            tools: what is offered in it.
            oops: whether the last tap can be taken back.
        """
        panel = self._panel_of(person)
        if panel.thermometer.zone is not zone:
            panel.thermometer.show_zone(zone, moving=zone is not None)
        panel.show_oops(possible=oops)
        self._words.show_text(self._advice(zone))
        if list(self.tools) != [tool.id for tool in tools]:
            self._offer(tools)

    @override
    def rest(self) -> None:
        if self.panel is not None:
            self.panel.thermometer.rest()

    def _panel_of(self, person: Person) -> PersonPanel:
        if self.panel is not None and self.panel.person == person:
            return self.panel
        if self.panel is not None:
            self.panel.thermometer.rest()
            self.panel.hide()
            self.panel.deleteLater()
        self.panel = PersonPanel(person, self._theme, self._fill_ms, self)
        self.panel.zone_tapped.connect(self.zone_tapped)
        self.panel.taken_back.connect(self.taken_back)
        self._row.insertWidget(0, self.panel, 0, Qt.AlignmentFlag.AlignTop)
        self._measure()
        self.panel.show()
        return self.panel

    def _offer(self, tools: Sequence[Tool]) -> None:
        if self._flow is not None:
            self._flow.hide()
            self._flow.deleteLater()
        self.tools = {
            tool.id: PillButton(self._theme, tool.name, picture=tool.picture) for tool in tools
        }
        for tool in tools:
            self.tools[tool.id].clicked.connect(partial(self.tool_chosen.emit, tool))
        self._flow = ButtonFlow(self._theme, *self.tools.values())
        self._side_rows.insertWidget(3, self._flow)

    def _advice(self, zone: Zone | None) -> str:
        match zone:
            case None:
                return self.tr("How are you now?")
            case Zone.GREEN:
                return self.tr("You are in green. Go on when you like.")
            case Zone.YELLOW:
                return self.tr("Something for you first.")
            case Zone.RED:
                return self.tr("You first. The repair can wait.")

    def _measure(self) -> None:
        self._row.setSpacing(self._theme.px(20))
        self._side_rows.setSpacing(self._theme.px(12))
        if self.panel is not None:
            self.panel.setFixedSize(max(248, self._theme.px(330)), max(290, self._theme.px(420)))
