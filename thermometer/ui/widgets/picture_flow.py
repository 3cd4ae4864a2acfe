"""The pictures that somebody can have, in rows that wrap, and the ways to a photo."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.avatar import AvatarButton
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.pictures import is_photo
from thermometer.ui.widgets.pill_button import PillButton


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
        self.photo: AvatarButton | None = None
        self.show_items(self.pictures.values())

    def show_chosen(self, chosen: str) -> None:
        """Let the picture ``chosen`` wear the ring; a photo is the first of them."""
        self._show_photo(chosen if is_photo(chosen) else "")
        for id_, picture in self.pictures.items():
            picture.setChecked(id_ == chosen)

    def _show_photo(self, photo: str) -> None:
        if photo == (self.photo.picture if self.photo else ""):
            return
        if self.photo:
            self.photo.hide()
            self.photo.deleteLater()
        self.photo = _Picture(self._theme, photo, self.tr("Own photo"), self) if photo else None
        first = (self.photo,) if self.photo else ()
        for each in first:
            each.setCheckable(True)
            each.setChecked(True)
        self.show_items((*first, *self.pictures.values()))

    def _touched(self, id_: str) -> None:
        self.chosen.emit(id_)


class PersonPictures(QWidget):
    """``camera_asked`` and ``file_asked`` tell a wish for a photo; ``flow`` holds the drawings."""

    camera_asked = Signal()
    file_asked = Signal()

    def __init__(self, theme: Theme, flow: PictureFlow) -> None:
        super().__init__()
        self.flow = flow
        self._row = FlowBox(theme)
        self.camera = PillButton(
            theme, self.tr("Take a photo"), picture="interface/camera", parent=self._row
        )
        self.file = PillButton(
            theme, self.tr("From a file"), picture="interface/folder", parent=self._row
        )
        self.camera.quiet = self.file.quiet = True
        self.camera.clicked.connect(self.camera_asked)
        self.file.clicked.connect(self.file_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._row)
        column.addWidget(flow)
        self.show_camera(is_there=False)

    def show_camera(self, *, is_there: bool) -> None:
        """Offer the camera, or not."""
        self.camera.setVisible(is_there)
        self._row.show_items((self.camera, self.file) if is_there else (self.file,))
