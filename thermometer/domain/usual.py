"""What suits most families: the window's own times are made for it.

A file of its own, for the first frame waits for these numbers and for no other preference.
"""

USUAL_OOPS = 10
"""So many seconds "Oops" stays."""
USUAL_IDLE = 5
"""After so many minutes without a touch the window goes Home."""
USUAL_DIM = 10
"""After so many more Home dims."""
