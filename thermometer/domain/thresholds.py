"""Every number that gives a record its meaning. Source of all: the design's definitions."""

from datetime import timedelta

# Episodes and the zone now
EPISODE_GAP = timedelta(minutes=120)
"""An episode goes on with a check-in no more than this after the one before; zone now lasts it."""
OBSERVED_NEAR_SELF = timedelta(seconds=120)
"""An observed check-in this near a counting self check-in of the same person is left out."""

# Taps
TAP_GUARD = timedelta(milliseconds=700)
"""Taps this soon after a tap are ignored."""
OOPS_LASTS = timedelta(seconds=10)
"""How long a wrong tap can be taken back."""

# People
NAME_LENGTH = 40
"""Longest name, in characters."""
PEOPLE_ON_HOME = 6

# Cards shown in a zone
GREEN_CARDS = 3
YELLOW_CARDS = 6
RED_CARDS = 3
RED_CARD_WORDS = 3
"""A longer name shows its picture only, in red."""
CARD_WORDS = 4

# The call
CALL_REPEAT = timedelta(seconds=20)
CALL_TIMES = 5
"""A chime at the start, and again, this many times in all at most."""

# Imports
EARLIEST_YEAR = 2000
LATEST_YEAR = 2100
