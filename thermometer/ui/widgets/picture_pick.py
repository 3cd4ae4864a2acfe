"""Where a picture comes from: the camera, a file, or the drawings that come along."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.drawing_pick import DrawingPick
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.pill_button import PillButton


class PicturePick(QWidget):
    """``camera_asked`` and ``file_asked`` tell a wish, ``chosen`` names a drawing.

    The drawings are many: they unfold at a touch.

    Args:
        theme: colours and sizes.
        drawings: paths below ``resources/pictures`` and what is read aloud.
        parent: the widget it stands on.
    """

    camera_asked = Signal()
    file_asked = Signal()
    chosen = Signal(str)

    def __init__(
        self, theme: Theme, drawings: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._drawings = theme, dict(drawings)
        self._chosen = ""
        self._row = FlowBox(theme)
        self.camera = self._button(self.tr("Take a photo"), "interface/camera")
        self.file = self._button(self.tr("From a file"), "interface/folder")
        self.unfold = self._button(self.tr("Our drawings"), "tools/flower-candle")
        self.drawings: DrawingPick | None = None
        self.camera.clicked.connect(self.camera_asked)
        self.file.clicked.connect(self.file_asked)
        self.unfold.clicked.connect(self._turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._row)
        self.show_camera(is_there=False)

    def show_camera(self, *, is_there: bool) -> None:
        """Offer the camera, or not."""
        self.camera.setVisible(is_there)
        first = (self.camera,) if is_there else ()
        self._row.show_items((*first, self.file, self.unfold))

    def show_chosen(self, picture: str) -> None:
        """Let the drawing ``picture`` wear the ring, if it is one of them."""
        self._chosen = picture
        if self.drawings:
            self.drawings.show_chosen(picture)

    def fold(self) -> None:
        """Put the drawings away."""
        if self.drawings:
            self.drawings.hide()

    def show_drawings(self) -> None:
        """Unfold the drawings; they are made when they are first wanted."""
        if self.drawings is None:
            self.drawings = DrawingPick(self._theme, self._drawings)
            self.drawings.chosen.connect(self.chosen)
            self.drawings.show_chosen(self._chosen)
            self._column.addWidget(self.drawings)
        self.drawings.show()

    def _turn(self) -> None:
        if self.drawings is None or self.drawings.isHidden():
            self.show_drawings()
        else:
            self.fold()

    def _button(self, text: str, picture: str) -> PillButton:
        button = PillButton(self._theme, text, picture=picture, who="child", parent=self._row)
        button.quiet = True
        return button
