"""Words to say: lines to choose from, one of them edited in large letters above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, REGULAR, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.said_field import SaidField
from thermometer.ui.widgets.spoken_line import AloudButton
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted, fitted
from thermometer.ui.widgets.touch_button import TouchButton


class LineButton(TouchButton):
    """One line to choose, as wide as its card."""

    def __init__(self, theme: Theme, line: str, *, own: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._own = theme, own
        self.setText(line)
        self.setAccessibleName(line)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def nextCheckState(self) -> None:
        """The card decides which line stands above."""

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        pad = self._theme.px(16)
        box = QRectF(0, 0, max(1, width - 2 * pad), 10_000)
        words = fitted(self.text(), self._theme, "normal", MEDIUM, box, LEFT)
        least = self._theme.target("parent")
        return max(least, round(words.boundingRect().height()) + self._theme.px(16))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self.heightForWidth(self._theme.px(420)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._theme.target("parent"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, chosen = self._theme.tokens, self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        radius = float(self._theme.px(16))
        plain = self._theme.name == "contrast"
        edge = tokens.accent if chosen else tokens.line
        painter.setPen(QPen(edge, 2 if chosen or plain else 1))
        rest = tokens.accent_soft if chosen or self.isDown() else tokens.card
        painter.setBrush(tokens.accent if chosen and plain else rest)
        painter.drawRoundedRect(box, radius, radius)
        pad = self._theme.px(16)
        words = box.adjusted(pad, 1, -pad, -1)
        ink = tokens.on_accent if plain else tokens.accent
        draw_fitted(
            painter,
            self.text(),
            self._theme,
            words,
            ink if chosen else tokens.ink,
            weight=MEDIUM if chosen or self._own else REGULAR,
            align=LEFT,
        )
        draw_focus(painter, self, box, radius, self._theme)


class LinePick(CardFrame):
    """Lines under a field; one that is touched stands in it and can be changed there.

    ``said`` tells the words as they stand above; ``kept`` and ``dropped`` tell a line of one's own.

    Args:
        theme: colours and sizes.
        prompt: what is asked for.
        parent: the widget it stands on.
    """

    said = Signal(str)
    kept = Signal(str)
    dropped = Signal(str)

    def __init__(self, theme: Theme, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._offered: tuple[str, ...] = ()
        self._own: tuple[str, ...] = ()
        self.lines: list[LineButton] = []
        self._prompt = FittedLabel(theme, prompt, size="small", weight=MEDIUM, colour="muted")
        self.field = SaidField(theme, prompt)
        self.field.setPlaceholderText(self.tr("Choose a line, or write your own."))
        self.field.typed.connect(self._typed)
        self._has_voice = False
        self.aloud = AloudButton(theme)
        self._hint = FittedLabel(theme, size="small", weight=MEDIUM, colour="accent")
        self._hint.hide()
        self.keep = PillButton(theme, self.tr("Keep as ours"), picture="interface/plus")
        self.drop = PillButton(theme, self.tr("Don’t offer it again"), picture="interface/close")
        self.keep.clicked.connect(lambda: self.kept.emit(self.written))
        self.drop.clicked.connect(lambda: self.dropped.emit(self._of_ones_own()))
        self._choices = QWidget()
        self._column = QVBoxLayout(self._choices)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._arrange()
        theme.changed.connect(self._measure)

    def _arrange(self) -> None:
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self._prompt)
        said = QHBoxLayout()
        said.addWidget(self.field, 1)
        said.addWidget(self.aloud, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(said)
        self._rows.addWidget(self._hint)
        ours = QHBoxLayout()
        ours.addWidget(self.keep)
        ours.addWidget(self.drop)
        ours.addStretch(1)
        self._rows.addLayout(ours)
        self._rows.addWidget(self._choices)
        self._measure()

    @property
    def written(self) -> str:
        """The words as they stand above, in one line."""
        return " ".join(self.field.toPlainText().split())

    @property
    def text(self) -> str:
        """The words that will be said."""
        return self.written

    @property
    def hint(self) -> str:
        """What is said gently about them, or nothing."""
        return "" if self._hint.isHidden() else self._hint.text

    def show_prompt(self, prompt: str) -> None:
        """Say what is asked for."""
        self._prompt.show_text(prompt)
        self.field.setAccessibleName(prompt)

    def show_lines(self, offered: Sequence[str], own: Iterable[str]) -> None:
        """Offer lines: the family's own first."""
        new = tuple(own)
        if (tuple(offered), new) != (self._offered, self._own):
            self._offered, self._own = tuple(offered), new
            self._make()
        self._show_choice()

    def show_text(self, text: str) -> None:
        """Show the words that were chosen or written before."""
        if text != self.text:
            self.field.show_said(text)
        self._show_choice()

    def show_hint(self, hint: str) -> None:
        """Say something gently about the words, or nothing."""
        self._hint.show_text(hint)
        self._hint.setVisible(bool(hint))

    def show_voice(self, *, is_there: bool) -> None:
        """Offer to read the words aloud, or not."""
        self._has_voice = is_there
        self._show_choice()

    def show_read(self, *, is_read: bool) -> None:
        """The words are read just now, or not."""
        self.aloud.show_read(is_read=is_read)

    def _make(self) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        own = [LineButton(self._theme, text, own=True, parent=self) for text in self._own]
        given = [
            LineButton(self._theme, text, own=False, parent=self)
            for text in self._offered
            if text not in self._own
        ]
        self.lines = [*own, *given]
        for line in self.lines:
            line.clicked.connect(partial(self._choose, line.text()))
            self._column.addWidget(line)
            line.show()

    def _choose(self, text: str) -> None:
        """Take a line; touched again it is let go."""
        self.field.show_said("" if text == self.text else text)
        self._typed()

    def _typed(self) -> None:
        self._show_choice()
        self.said.emit(self.text)

    def _show_choice(self) -> None:
        text = self.written
        for line in self.lines:
            line.setChecked(self._is_chosen(line.text()))
        is_new = bool(text) and text not in self._offered and text not in self._own
        self.keep.setVisible(is_new)
        self.drop.setVisible(bool(self._of_ones_own()))
        self.aloud.setVisible(self._has_voice and bool(self.text))

    def _is_chosen(self, line: str) -> bool:
        return line == self.written

    def _of_ones_own(self) -> str:
        """The line of the family's own that is chosen, or nothing."""
        return self.written if self.written in self._own else ""

    def _measure(self) -> None:
        side, top = self._theme.px(28), self._theme.px(20)
        self._rows.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        self._rows.setSpacing(self._theme.px(8))
        self._column.setSpacing(self._theme.px(8))
