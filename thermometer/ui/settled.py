"""What a start has needed is let go of."""

from __future__ import annotations

import gc
import linecache


def forget_texts() -> None:
    """PySide reads the text of every module to look for its own name, and Python keeps it all."""
    linecache.clearcache()


def settle() -> None:
    """Home is there: from here on rubbish is looked for again, but not in what has come to stay."""
    forget_texts()
    gc.freeze()  # or a tap would now and then wait until all of it is searched
    gc.enable()
