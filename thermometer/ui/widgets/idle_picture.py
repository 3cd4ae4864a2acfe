"""The quiet picture of a screen that nobody touches: the time, a drawing, and nobody's name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.text import draw_fitted, draw_large

PICTURE = "tools/safe-place"
LOOK_AWAY = 0.05
"""So far from the middle everything stands, as a share of the screen, now here, now there."""
PLACES = ((0, 0), (1, -1), (-1, 1), (-1, -1), (1, 1), (0, 1), (0, -1), (1, 0), (-1, 0))
Kind = QEvent.Type
BEGINNINGS = frozenset(
    {
        Kind.MouseButtonPress,
        Kind.MouseButtonDblClick,
        Kind.TouchBegin,
        Kind.TabletPress,
        Kind.KeyPress,
        Kind.Wheel,
    }
)
ENDS = frozenset(
    {
        Kind.MouseButtonRelease,
        Kind.TouchEnd,
        Kind.TouchCancel,
        Kind.TabletRelease,
        Kind.KeyRelease,
        Kind.WindowDeactivate,
    }
)
BETWEEN = frozenset(
    {Kind.MouseMove, Kind.TouchUpdate, Kind.TabletMove, Kind.ShortcutOverride, Kind.ContextMenu}
)


class IdlePicture(QWidget):
    """Covers the window; the touch that wakes it reaches nothing else, until the hand is gone.

    ``woken`` tells that touch at its beginning.

    Args:
        theme: colours and sizes.
        lasts_ms: how long it takes to come; 0 comes at once.
        window: covered whole.
    """

    woken = Signal()

    def __init__(self, theme: Theme, lasts_ms: int, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window, self._lasts = theme, window, lasts_ms
        self._time, self._notice, self._place = "", "", 0
        self._is_awake = self._is_held = False
        self._before: QWidget | None = None
        self._shown = QVariantAnimation(self)
        self._shown.valueChanged.connect(lambda _: self.update())
        self._shown.finished.connect(self._end)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.hide()
        window.installEventFilter(self)

    @property
    def time(self) -> str:
        """The time it shows."""
        return self._time

    @property
    def notice(self) -> str:
        """What it says beside the time."""
        return self._notice

    def show_time(self, time: str, notice: str, place: int) -> None:
        """Show ``time`` and a ``notice``, at one of the places around the middle."""
        self._time, self._notice, self._place = time, notice, place % len(PLACES)
        self.setAccessibleName(f"{time} {notice}".strip())
        self.update()

    def come(self) -> None:
        """Cover the window."""
        self._is_awake = self._is_held = False
        self._before = self._window.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self._fade(1.0)

    def go(self) -> None:
        """Be gone at once."""
        self._shown.stop()
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is Kind.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind not in BEGINNINGS | ENDS | BETWEEN:
            return super().event(event)
        event.accept()
        if kind in BEGINNINGS and not self._is_awake:
            self._is_awake, self._is_held = True, kind is not Kind.Wheel
            self._fade(0.0)
            self.woken.emit()
        elif kind in ENDS and not (isinstance(event, QKeyEvent) and event.isAutoRepeat()):
            self._is_held = False
            self._end()
        return True

    def _fade(self, to: float) -> None:
        moving = self._lasts > 0 and not self._theme.reduced_motion
        now = self._shown.currentValue()
        self._shown.stop()
        self._shown.setStartValue(now if isinstance(now, float) else 0.0)
        self._shown.setEndValue(to)
        self._shown.setDuration(self._lasts if moving else 0)
        self._shown.start()

    def _end(self) -> None:
        """Woken, faded, and let go of: only now is the window there to be touched."""
        is_over = self._shown.state() is QVariantAnimation.State.Stopped
        if self._is_awake and not self._is_held and is_over:
            self.go()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = float(self._shown.currentValue() or 0.0)
        painter.setOpacity(shown)
        painter.fillRect(self.rect(), self._theme.tokens.dim_ground)
        box = QRectF(self.rect())
        right, down = PLACES[self._place]
        box.translate(right * box.width() * LOOK_AWAY, down * box.height() * LOOK_AWAY)
        side = min(box.width() * 0.4, box.height() * 0.32)
        picture = QRectF(0, 0, side, side)
        picture.moveCenter(box.center() - QPointF(0, box.height() * 0.17))
        painter.setOpacity(shown * 0.8)
        draw_picture(painter, PICTURE, picture)
        painter.setOpacity(shown)
        time = QRectF(box.left(), picture.bottom(), box.width(), box.height() * 0.28)
        ink = self._theme.tokens.dim_ink
        sides = time.width() * 0.1
        draw_large(
            painter, self._time, self._theme, time.adjusted(sides, 0, -sides, 0), ink, MEDIUM
        )
        words = QRectF(box.left(), time.bottom(), box.width(), box.height() * 0.12)
        words = words.intersected(QRectF(self.rect())).adjusted(24, 0, -24, -4)
        draw_fitted(painter, self._notice, self._theme, words, ink)
