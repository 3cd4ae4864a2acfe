"""A recorded voice: record it, listen to it, record it again, take it away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.pill_button import PillButton

LEVELS = 40
"""So many strokes tell how loud it was, one after another."""


class LevelLine(QWidget):
    """A row of strokes that grows while somebody speaks; the end of the row is the end of time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._levels: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_level(self, level: float, share: float) -> None:
        """Show that it is as loud as ``level``, 0 to 1, when ``share`` of the time is over."""
        count = min(LEVELS, round(share * LEVELS) + 1)
        self._levels += [level] * (count - len(self._levels))
        if self._levels:
            self._levels[-1] = max(self._levels[-1], level)
        self.update()

    def clear(self) -> None:
        """Begin anew."""
        self._levels = []
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(48))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step, middle = self.width() / LEVELS, self.height() / 2
        wide = max(2.0, step * 0.5)
        for i in range(LEVELS):
            heard = i < len(self._levels)
            high = max(wide, (self._levels[i] if heard else 0.0) * self.height())
            tokens = self._theme.tokens
            painter.setBrush(tokens.accent if heard else tokens.line)
            stroke = QRectF(i * step, middle - high / 2, wide, high)
            painter.drawRoundedRect(stroke, wide / 2, wide / 2)


class VoicePanel(QWidget):
    """Signals tell what was touched; the page decides what comes of it."""

    record_asked = Signal()
    stop_asked = Signal()
    listen_asked = Signal()
    remove_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = FittedLabel(theme, colour="muted")
        self.line = LevelLine(theme)
        row = FlowBox(theme)
        self.record = self._button(theme, row, self.tr("Record"), "interface/microphone")
        self.stop = self._button(theme, row, self.tr("That’s it"), "interface/stop")
        self.listen = self._button(theme, row, self.tr("Listen"), "interface/speaker")
        self.remove = self._button(theme, row, self.tr("Remove"), "interface/close")
        self.record.clicked.connect(self.record_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.listen.clicked.connect(self.listen_asked)
        self.remove.clicked.connect(self.remove_asked)
        self._row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.line)
        column.addWidget(row)
        self.show_voice(0.0)

    def show_voice(self, seconds: float) -> None:
        """Show a recorded voice of ``seconds``; 0: none yet."""
        self.line.hide()
        if seconds:
            self.words.show_text(
                self.tr("A voice of {n} seconds.").format(n=max(1, round(seconds)))
            )
            self.record.setText(self.tr("Record again"))
            self._show(self.listen, self.record, self.remove)
        else:
            self.words.show_text(self.tr("Up to ten seconds, in a voice that feels safe."))
            self.record.setText(self.tr("Record"))
            self._show(self.record)
        self.record.setAccessibleName(self.record.text())

    def show_recording(self) -> None:
        """Somebody speaks now."""
        self.words.show_text(self.tr("Speak now …"))
        self.line.clear()
        self.line.show()
        self._show(self.stop)
        self.stop.setFocus()

    def show_level(self, level: float, share: float) -> None:
        """It is as loud as ``level`` when ``share`` of the time is over, both 0 to 1."""
        self.line.show_level(level, share)

    def _button(self, theme: Theme, row: QWidget, text: str, picture: str) -> PillButton:
        button = PillButton(theme, text, picture=picture, who="child", parent=row)
        button.quiet = True
        return button

    def _show(self, *buttons: PillButton) -> None:
        for button in (self.record, self.stop, self.listen, self.remove):
            button.setVisible(button in buttons)
        self._row.show_items(buttons)
