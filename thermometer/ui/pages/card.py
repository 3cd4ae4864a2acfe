"""A card hands over to the real thing: a big picture, then a slow glow that waits."""

from __future__ import annotations

from math import cos, pi

from PySide6.QtCore import QElapsedTimer, QTimer
from typing_extensions import override

from thermometer.domain.tools import shows_name
from thermometer.domain.zones import Zone
from thermometer.ui.page import Surroundings
from thermometer.ui.places import RunTool
from thermometer.ui.tool_page import ToolPage
from thermometer.ui.widgets.glow import Glow

FRAME_MS = 80
DIMMING_MS = 1_600
GLOW_MS = 9_000


class CardPage(ToolPage):
    """Ends when somebody touches the screen."""

    dimmed = True

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.glow = Glow(self._theme, self)
        self.glow.lower()
        self.stop_button.hide()
        self.glow.clicked.connect(self._stop_tapped)
        self._since = QElapsedTimer()
        self._frame = QTimer(self, interval=FRAME_MS)
        self._frame.timeout.connect(self._show_frame)

    @override
    def begin(self, run: RunTool) -> None:
        self._title.hide()
        in_red = run.use.zone is Zone.RED
        name = run.tool.name if shows_name(run.tool.name, run.use.zone) else ""
        hint = "" if in_red else self.tr("Touch when you're ready")
        self.glow.show_card(run.tool.picture, name, hint)
        self.glow.show_dim(0.0, 0.0)
        self._since.start()
        self._frame.start()

    @override
    def leave(self) -> None:
        self._frame.stop()
        super().leave()

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        self.glow.setGeometry(self.rect())

    def _show_frame(self) -> None:
        past = self._since.elapsed() - self._timings.card_shown
        if past < 0:
            return
        dim = min(1.0, past / DIMMING_MS)
        if self._theme.reduced_motion:
            self._frame.stop()
            self.glow.show_dim(1.0, 0.5)
            return
        self.glow.show_dim(dim, (1 - cos(2 * pi * past / GLOW_MS)) / 2)
