"""What a window really shows: every text it draws, and every name a screen reader says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QPixmap, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets import pictures as pictures_module
from thermometer.ui.widgets import text as text_module


@dataclass(frozen=True)
class Drawn:
    """A text that was drawn: what was to be said, what could be, its size and its room."""

    text: str
    shown: str
    pixels: int
    size: QRectF
    room: QRectF

    @property
    def is_cut(self) -> bool:
        """Whether it had to end in an ellipsis."""
        return self.shown != self.text


def settle() -> None:
    """Let go of what is only waiting to be deleted, as the event loop would before it paints."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def of(window: QWidget) -> list[Drawn]:
    """Paint ``window`` and say every text that it drew."""
    return of_each([window])


def of_each(widgets: Iterable[QWidget]) -> list[Drawn]:
    """Paint each of ``widgets`` and say every text that they drew."""
    settle()
    drawn: list[Drawn] = []
    real = text_module.fitted

    def remember(
        text: str,
        theme: Theme,
        size: str,
        weight: int,
        box: QRectF,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> QTextLayout:
        layout = real(text, theme, size, weight, box, align)
        pixels = layout.font().pixelSize()
        drawn.append(Drawn(text, layout.text(), pixels, layout.boundingRect(), QRectF(box)))
        return layout

    with patch.object(text_module, "fitted", remember):
        for widget in widgets:
            widget.grab()
    return [each for each in drawn if each.text]


def spoken(window: QWidget) -> set[str]:
    """The names and descriptions of everything visible, as a screen reader says them."""
    settle()
    seen = [each for each in window.findChildren(QWidget) if each.isVisible()]
    names = {each.accessibleName() for each in seen} | {
        each.accessibleDescription() for each in seen
    }
    buttons = {each.text() for each in seen if isinstance(each, QAbstractButton)}
    typed = {each.placeholderText() for each in seen if isinstance(each, QLineEdit)}
    return (names | buttons | typed) - {""}


def pictures_on(widget: QWidget) -> set[str]:
    """The names of the pictures that ``widget`` draws."""
    settle()
    names: set[str] = set()
    real = pictures_module._rendered

    def remember(name: str, pixels: int, tint: str) -> QPixmap:
        names.add(name)
        return real(name, pixels, tint)

    with patch.object(pictures_module, "_rendered", remember):
        widget.grab()
    return names
