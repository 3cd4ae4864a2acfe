"""A sentence with a way to have it read aloud."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.text import LEFT


class AloudButton(PillButton):
    """A loudspeaker that says by its look and name whether it reads just now."""

    def __init__(self, theme: Theme, *, who: str = "parent") -> None:
        super().__init__(theme, "", picture="interface/speaker", who=who)
        self.show_read(is_read=False)

    def show_read(self, *, is_read: bool) -> None:
        """It reads, or it is silent."""
        self.quiet = is_read
        self.setText(self.tr("Stop") if is_read else self.tr("Read"))
        name = self.tr("Stop reading") if is_read else self.tr("Read it aloud")
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()


class SpokenLine(QWidget):
    """``said`` tells other words; the button is there where there is a voice and something to say.

    Args:
        theme: colours and sizes.
        size: a text size of the theme.
        align: how the lines stand.
        who: ``child`` or ``parent``: how large the button has to be at least.
        parent: the widget it stands on.
    """

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        size: str = "large",
        align: Qt.AlignmentFlag = LEFT,
        who: str = "parent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._has_voice = False
        self.label = FittedLabel(theme, size=size, weight=BOLD, align=align)
        self.aloud = AloudButton(theme, who=who)
        self.aloud.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.aloud)

    @property
    def text(self) -> str:
        """The words."""
        return self.label.text

    def show_text(self, text: str) -> None:
        """Say ``text``."""
        self.label.show_text(text)
        self._show_button()
        self.said.emit(text)

    def show_voice(self, *, is_there: bool) -> None:
        """Offer to read the words aloud, or not."""
        self._has_voice = is_there
        self._show_button()

    def show_read(self, *, is_read: bool) -> None:
        """The words are read just now, or not."""
        self.aloud.show_read(is_read=is_read)

    def _show_button(self) -> None:
        self.aloud.setVisible(self._has_voice and bool(self.text))
