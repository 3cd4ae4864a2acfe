"""What a parent should know about the records, above every page of the corner."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.backups import Worry
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import draw_card

LOWEST = 64


class WorryBanner(QWidget):
    """A sentence and the way to do something about it; ``chosen`` tells that it was touched."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.worry: Worry | None = None
        self.label = FittedLabel(theme, weight=MEDIUM)
        self.way = PillButton(theme, self.tr("Backups"))
        self.way.clicked.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 6, 18, 12)
        row.setSpacing(12)
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.way, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def height_needed(self) -> int:
        """How much of the page it takes, in pixels; nothing while it has nothing to say."""
        return 0 if self.isHidden() else max(LOWEST, self._theme.px(84))

    def show_worry(self, worry: Worry | None) -> None:
        """Say what is to be known; none says nothing and takes no room."""
        self.worry = worry
        self.label.show_text(self._words(worry))
        way = self._way(worry)
        self.way.setText(way)
        self.way.setAccessibleName(way)
        self.way.updateGeometry()
        self.way.setVisible(worry not in (Worry.ALMOST_NO_SPACE, Worry.ERASING))  # not done here
        self.setVisible(worry is not None)

    def _way(self, worry: Worry | None) -> str:
        match worry:
            case Worry.DAMAGED:
                return self.tr("Restore")
            case Worry.CLOCK:
                return self.tr("Check the clock")
            case _:
                return self.tr("Backups")

    def _words(self, worry: Worry | None) -> str:
        match worry:
            case Worry.DAMAGED:
                return self.tr(
                    "The disk has damaged the family's records. Whatever can be read is still"
                    " used; please put the newest backup back."
                )
            case Worry.ALMOST_NO_SPACE:
                return self.tr(
                    "There is almost no space left on the disk. Everything tapped so far is kept;"
                    " please make room."
                )
            case Worry.ERASING:
                return self.tr(
                    "Somebody is not yet erased to the end: a file could not be written or"
                    " removed. Nobody sees them; it is tried again by itself."
                )
            case Worry.NO_BACKUP:
                return self.tr(
                    "There has been no backup for more than a week. Everything is still here;"
                    " please make one."
                )
            case Worry.CLOCK:
                return self.tr(
                    "The clock of this device was set while you used it. Nothing is lost; some"
                    " check-ins may have the wrong time."
                )
            case None:
                return ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, tokens = QRectF(self.rect()).adjusted(8, 4, -8, -8), self._theme.tokens
        radius = self._theme.radius("plate")
        draw_card(painter, box, self._theme, radius=radius, fill=tokens.accent_soft)
