"""The tablet of the tests of the window, for whole stories."""

from tests.ui.conftest import folder, make_tablet, nobody_yet, tablet

__all__ = ["folder", "make_tablet", "nobody_yet", "tablet"]
