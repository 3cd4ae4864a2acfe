"""A family's folder, begun as the tests of the window begin theirs."""

from tests.ui.conftest import folder, nobody_yet

__all__ = ["folder", "nobody_yet"]
