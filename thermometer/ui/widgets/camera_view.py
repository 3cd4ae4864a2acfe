"""What a camera sees, a big round shutter, and then: again, or take this one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import CENTRE

SHUTTER = 96


class Shutter(QAbstractButton):
    """Round, and large enough for the smallest hand that holds a tablet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Take the photo"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        side = max(self._theme.target("child") + 8, self._theme.px(SHUTTER))
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        painter.setPen(QPen(tokens.accent, max(4, self._theme.px(6))))
        painter.setBrush(tokens.accent_soft if self.isDown() else tokens.card)
        painter.drawEllipse(box)
        pad = box.width() * 0.24
        draw_picture(painter, "interface/camera", box.adjusted(pad, pad, -pad, -pad))
        draw_focus(painter, self, box.adjusted(-3, -3, 3, 3), box.width() / 2, self._theme)


class CameraView(QWidget):
    """``kept`` tells the picture that was taken and wanted, ``given_up`` that none was.

    It covers what it lies on; whoever opens it hands it what the camera sees.
    """

    kept = Signal(QImage)
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._live, self._still = QImage(), QImage()
        self._words = FittedLabel(theme, colour="muted", align=CENTRE, parent=self)
        self.shutter = Shutter(theme, self)
        self.back = PillButton(
            theme, self.tr("Back"), picture="interface/back", who="child", parent=self
        )
        self.again = PillButton(
            theme, self.tr("Again"), picture="interface/undo", who="child", parent=self
        )
        self.take = PillButton(
            theme,
            self.tr("Take this one"),
            picture="interface/check",
            who="child",
            primary=True,
            parent=self,
        )
        self.shutter.clicked.connect(self._shoot)
        self.again.clicked.connect(self.show_live)
        self.take.clicked.connect(self._keep)
        self.back.clicked.connect(self.given_up)
        self.hide()

    @property
    def is_still(self) -> bool:
        """Whether a picture was taken and is looked at."""
        return not self._still.isNull()

    def show_live(self) -> None:
        """Show what the camera sees; it may take a moment until it sees anything."""
        self._live, self._still = QImage(), QImage()
        self._show_buttons()

    def show_frame(self, image: QImage) -> None:
        """The camera sees ``image`` now."""
        first, self._live = self._live.isNull(), image
        if first:
            self._show_buttons()
        if not self.is_still:
            self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box = self._theme.tokens, QRectF(self._glass())
        painter.fillRect(self.rect(), tokens.paper)
        radius = float(self._theme.radius("card"))
        image = self._still if self.is_still else self._live
        painter.setPen(QPen(tokens.line, 2))
        painter.setBrush(tokens.well if image.isNull() else _brush(image, box))
        painter.drawRoundedRect(box, radius, radius)

    def _shoot(self) -> None:
        self._still = self._live.copy()
        self._show_buttons()

    def _keep(self) -> None:
        if self.is_still:
            self.kept.emit(self._still)

    def _show_buttons(self) -> None:
        self.shutter.setVisible(not self.is_still)
        self.shutter.setEnabled(not self._live.isNull())
        self.back.setVisible(not self.is_still)
        self.again.setVisible(self.is_still)
        self.take.setVisible(self.is_still)
        waiting = self._live.isNull() and not self.is_still
        self._words.show_text(self.tr("The camera is waking up …") if waiting else "")
        (self.take if self.is_still else self.shutter).setFocus()
        self._lay_out()
        self.update()

    def _foot(self) -> int:
        """Height in pixels of the row of buttons, or width of their column."""
        return self.shutter.sizeHint().height() + 2 * self._theme.px(16)

    def _glass(self) -> QRect:
        """The square in which the picture is seen."""
        margin = self._theme.px(20)
        room = self.rect().adjusted(margin, margin, -margin, -self._foot())
        side = max(1, min(room.width(), room.height()))
        glass = QRect(0, 0, side, side)
        glass.moveCenter(room.center())
        return glass

    def _lay_out(self) -> None:
        foot = self._foot()
        middle = self.height() - foot // 2
        shutter = self.shutter.sizeHint()
        self.shutter.setGeometry(
            (self.width() - shutter.width()) // 2,
            middle - shutter.height() // 2,
            shutter.width(),
            shutter.height(),
        )
        glass = self._glass()
        self._words.setGeometry(glass.adjusted(8, 8, -8, -8))
        gap = self._theme.px(14)
        again, take, back = (each.sizeHint() for each in (self.again, self.take, self.back))
        left = max(gap, (self.width() - again.width() - take.width() - gap) // 2)
        self.again.setGeometry(left, middle - again.height() // 2, again.width(), again.height())
        right = left + again.width() + gap
        self.take.setGeometry(right, middle - take.height() // 2, take.width(), take.height())
        self.back.setGeometry(gap, middle - back.height() // 2, back.width(), back.height())


def _brush(image: QImage, box: QRectF) -> QBrush:
    """The middle square of ``image``, as large as ``box``."""
    side = min(image.width(), image.height())
    scale = box.width() / max(1, side)
    left, top = (image.width() - side) / 2 * scale, (image.height() - side) / 2 * scale
    brush = QBrush(image)
    brush.setTransform(
        QTransform().translate(box.left() - left, box.top() - top).scale(scale, scale)
    )
    return brush
