"""Python looks for rubbish on the window's thread only.

Whichever thread happens to look destroys what it finds, and a widget that is destroyed on any
thread but the window's takes the whole program with it. So nobody looks while others work.
"""

from __future__ import annotations

import gc


class Rubbish:
    """How many are at work elsewhere; both methods are called on the window's thread."""

    def __init__(self) -> None:
        self._at_work = 0

    def leave(self) -> None:
        """Somebody begins to work on another thread: from now on rubbish lies."""
        if self._at_work == 0:
            gc.disable()
        self._at_work += 1

    def look_again(self) -> None:
        """They have ended, each called once; after the last of them rubbish is looked for again."""
        self._at_work -= 1
        if self._at_work == 0:
            gc.enable()


RUBBISH = Rubbish()
"""There is one interpreter."""
