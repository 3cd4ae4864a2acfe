"""What anything printable has, so that one painter takes it to a PDF, a printer or the screen."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QPainter

from thermometer.ui.print.paper import Paper


class Sheets(Protocol):
    """Sheets of one kind of paper; all in units."""

    @property
    def paper(self) -> Paper:
        """On what it is printed."""

    @property
    def size(self) -> QSizeF:
        """Of a sheet as it is looked at: a wide one lies on its side."""

    @property
    def sheets(self) -> int:
        """How many there are."""

    @property
    def title(self) -> str:
        """What a file of it is called inside."""

    @property
    def ground(self) -> QColor:
        """The colour of the paper."""

    @property
    def grey(self) -> bool:
        """Whether it is for a printer that has only black."""

    def paint(self, painter: QPainter, sheet: int) -> None:
        """Draw one sheet, from 0, on a painter whose window is ``size``."""
