"""The pictures that somebody can have, in rows that wrap."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.avatar import AvatarButton
from thermometer.ui.widgets.flow_box import FlowBox


class _Picture(AvatarButton):
    @override
    def nextCheckState(self) -> None:
        """What was kept decides, not the touch."""

    @override
    def sizeHint(self) -> QSize:
        side = max(self._theme.target("parent") + 8, self._theme.px(76))
        return QSize(side, side)


class PictureFlow(FlowBox):
    """``chosen`` tells the id of the picture that was touched.

    Args:
        theme: colours and sizes.
        pictures: ids and what is read aloud.
        parent: the widget it stands on.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, pictures: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.pictures = {id_: _Picture(theme, id_, name, self) for id_, name in pictures.items()}
        for id_, picture in self.pictures.items():
            picture.setCheckable(True)
            picture.clicked.connect(partial(self._touched, id_))
        self.show_items(self.pictures.values())

    def show_chosen(self, chosen: str) -> None:
        """Let the picture ``chosen`` wear the ring."""
        for id_, picture in self.pictures.items():
            picture.setChecked(id_ == chosen)

    def _touched(self, id_: str) -> None:
        self.chosen.emit(id_)
