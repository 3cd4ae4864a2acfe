"""The theme in use: colours, fonts and sizes scaled by one factor from the window."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from thermometer.ui.theme.tokens import Sizes, Tokens, load_sizes, load_tokens

DESIGN_LONG_SIDE = 1280
DESIGN_SHORT_SIDE = 800
REGULAR, MEDIUM, BOLD = 400, 500, 700
KEYBOARD_IN_USE = "keyboardInUse"
"""A property of the window: whether its last input was a key, so that focus has to be seen."""


@cache
def load_font() -> str:
    """Make Lexend known to Qt; its family name (the system's font if it cannot be read)."""
    import fontpkg_lexend  # noqa: PLC0415 - only needs to be found once a QApplication exists

    path = fontpkg_lexend.ROOT / "files" / "Lexend[wght].ttf"
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families[0] if families else QFont().family()


def font_of(pixels: int, weight: int = REGULAR) -> QFont:
    """Lexend in ``pixels``, 400 to 700 heavy."""
    font = QFont(load_font())
    font.setPixelSize(pixels)
    # Lexend is one variable font: Qt finds no bold file and would smear the regular one.
    font.setVariableAxis(QFont.Tag("wght"), weight)
    return font


class Theme(QObject):
    """Hands out colours by meaning and sizes scaled to the window.

    ``changed`` says that everything has to be measured and painted again.
    """

    changed = Signal()

    def __init__(self, name: str = "light", *, text_scale: float = 1.0) -> None:
        super().__init__()
        self.tokens: Tokens = load_tokens(name)
        self._sizes: Sizes = load_sizes()
        self.name = name
        self.text_scale = text_scale
        self.factor = 1.0
        self.reduced_motion = False

    def fit(self, window: QSize) -> None:
        """Choose the one factor from the window's size, whichever way it is turned."""
        long_side, short_side = max(window.toTuple()), min(window.toTuple())
        factor = min(long_side / DESIGN_LONG_SIDE, short_side / DESIGN_SHORT_SIDE)
        if abs(factor - self.factor) > 0.001:
            self.factor = factor
            self.changed.emit()

    def set_theme(self, name: str) -> None:
        """Take the colours of another theme."""
        self.wear(name, text_scale=self.text_scale, reduced_motion=self.reduced_motion)

    def wear(self, name: str, *, text_scale: float, reduced_motion: bool) -> None:
        """Take other colours, another size of text, more or less motion."""
        self.reduced_motion = reduced_motion
        if (name, text_scale) == (self.name, self.text_scale):
            return
        if name != self.name:
            self.tokens, self.name = load_tokens(name), name
        self.text_scale = text_scale
        self.changed.emit()

    def px(self, design: float) -> int:
        """Pixels here for ``design`` pixels at 1280x800, at least one."""
        return max(1, round(design * self.factor))

    def text_px(self, size: str) -> int:
        """Pixel size of a text ``small`` to ``display``, never under the smallest."""
        scaled = round(self._sizes.text[size] * self.factor * self.text_scale)
        return max(self._sizes.smallest["text"], scaled)

    @property
    def smallest_text(self) -> int:
        """No text is smaller than this many pixels."""
        return self._sizes.smallest["text"]

    def target(self, who: str) -> int:
        """Side in pixels of what ``who`` touches (``child``, ``zone`` or ``parent``)."""
        smallest = self._sizes.smallest[who]
        return max(smallest, round(smallest * self.factor))

    def radius(self, name: str) -> int:
        """Corner radius of a ``card`` or a ``plate`` in pixels."""
        return self.px(self._sizes.radius[name])

    def font(self, size: str, weight: int = REGULAR) -> QFont:
        """The font in a named size."""
        return self.font_px(self.text_px(size), weight)

    def font_px(self, pixels: int, weight: int = REGULAR) -> QFont:
        """The font in ``pixels``."""
        return font_of(max(self.smallest_text, pixels), weight)

    def palette(self) -> QPalette:
        """The palette for Qt's own widgets."""
        t = self.tokens
        palette = QPalette()
        role = QPalette.ColorRole
        pairs: tuple[tuple[QPalette.ColorRole, QColor], ...] = (
            (role.Window, t.paper),
            (role.WindowText, t.ink),
            (role.Base, t.card),
            (role.AlternateBase, t.well),
            (role.Text, t.ink),
            (role.PlaceholderText, t.muted),
            (role.Button, t.card),
            (role.ButtonText, t.ink),
            (role.Highlight, t.accent),
            (role.HighlightedText, t.on_accent),
            (role.ToolTipBase, t.card),
            (role.ToolTipText, t.ink),
        )
        for which, colour in pairs:
            palette.setColor(which, colour)
        return palette
