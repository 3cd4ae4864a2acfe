"""Every number that gives a record its meaning. Source of all: the design's definitions."""

from datetime import timedelta

# Episodes and the zone now
EPISODE_GAP = timedelta(minutes=120)
"""An episode goes on with a check-in no more than this after the one before; zone now lasts it."""
OBSERVED_NEAR_SELF = timedelta(seconds=120)
"""An observed check-in this near a counting self check-in of the same person is left out."""

# The week's numbers (definitions, "Week")
MEDIAN_FROM = 3
"""With fewer known durations the list is shown and no median."""
SIGNS_FROM = 3
"""First signs are counted only in a week with this many episodes of the person."""
COMPARED_FROM = 3
"""Two weeks are compared only if each has this many episodes."""
FOLLOWED_WITHIN = timedelta(minutes=30)
"""Without an answer, the first check-in no more than this after a tool tells what followed."""
WILSON_Z = 1.959963984540054
"""Standard normal quantile of a two-sided 95 % interval (Wilson's, for the order of tools)."""
TOOL_TOLD_FROM = 3
"""Fewer known outcomes than this are "too early to tell"."""
PERCENTAGE_FROM = 10
"""No percentage of fewer cases than this."""
TOGETHER_WITHIN = timedelta(minutes=15)
"""A child's episode that starts this near a parent's start pairs with it, overlap or not."""
CALM_FIRST_LEAST, CALM_FIRST_MOST = timedelta(seconds=30), timedelta(seconds=60)
"""A grown-up's tool that comes before going near takes so long."""
CAME_DOWN_WITHIN = timedelta(minutes=15)
"""Known ends no further apart than this came down together."""
REPAIR_COUNTS_AFTER = timedelta(hours=24)
"""A rupture that is not repaired counts from this age on."""

# Late entries ("it's over now"; definitions, "Episode")
LATE_PEAK_AFTER = timedelta(seconds=10)
"""The peak of a late entry comes this much after its start."""
LATE_PEAK_CLEAR = timedelta(seconds=121)
"""Or this much after the person's own check-in that would leave it out."""
LATE_REPEAT = EPISODE_GAP - 2 * OBSERVED_NEAR_SELF
"""A long one repeats its highest zone this often: where one of the person's own check-ins takes
the place of a repeat, up to 120 seconds away, no gap grows beyond 120 minutes."""

ENTERED_AT_ONCE = timedelta(seconds=120)
"""A check-in entered further than this from its own time was entered for another time."""

# The story of an episode
STORY_AROUND = timedelta(minutes=15)
"""What came so long before and after an episode belongs to its story."""
NOTE_LENGTH = 4000
"""Longest private note, in characters."""

# Taps
TAP_GUARD = timedelta(milliseconds=700)
"""Taps this soon after a tap are ignored."""
OOPS_LASTS = timedelta(seconds=10)
"""How long a wrong tap can be taken back."""

# People
NAME_LENGTH = 40
"""Longest name, in characters."""
PEOPLE_ON_HOME = 6
ZONE_WORD_LENGTH = 24
"""Longest own word for a zone, in characters."""
OWN_SIGNS_LEAST, OWN_SIGNS_MOST = 3, 5
"""So many early signs are somebody's own."""

# Cards shown in a zone
GREEN_CARDS = 3
YELLOW_CARDS = 6
RED_CARDS = 3
RED_CARD_WORDS = 3
"""A longer name shows its picture only, in red."""
CARD_WORDS = 4

# The family's own things
PICTURE_BYTES = 512 * 1024
RECORDING_BYTES = 2 * 1024 * 1024
"""Largest photo and largest recorded voice, in bytes."""
MEDIA_MOST = 500
MEDIA_BYTES_MOST = 64 * 1024 * 1024
"""So many photos and voices in all, and so many bytes: every backup holds them again."""
OWN_TOOLS_MOST = 60
OWN_STEPS_MOST = 12
OWN_SENTENCE_LENGTH = 200
"""Longest sentence that a card reads aloud, in characters."""
OWN_SECONDS_MOST = 600.0
"""Longest step of a tool of the family's own, and longest breath in or out."""
OWN_MINUTES_MOST = 60.0
OWN_BREATHS_MOST = 20
MEDIA_UNUSED_FOR = timedelta(days=1)
"""What nothing has referred to for so long is removed: a page that made it was left."""

# The call
CALL_REPEAT = timedelta(seconds=20)
CALL_TIMES = 5
"""A chime at the start, and again, this many times in all at most."""

# Imports
EARLIEST_YEAR = 2000
LATEST_YEAR = 2100

# Repairs (definitions, "Records"; product, "Repairs")
FOLLOW_UP_AFTER = timedelta(minutes=20)
"""A follow-up is offered no sooner than this after the bid ``together``."""
FOLLOW_UP_WITHIN = timedelta(days=2)
"""And no later than this after it."""
TRY_AGAIN_AFTER = timedelta(days=1)
"""A bid that went ``a-bit`` or ``not-yet`` comes back after this, where no time was chosen."""
CLOCK_SLIP = timedelta(hours=2)
"""A wait that was chosen may grow by this much where the clock is set back, and no more."""
SAME_MOMENT_WITHIN = timedelta(minutes=30)
"""Two hard moments of the same two people this near may be one that was logged twice."""
MEND_ASKED_WITHIN = timedelta(days=2)
""""Anything to mend?" is asked about an episode that ended no longer ago than this."""
MOMENT_NEAR_EPISODE = timedelta(minutes=15)
"""A hard moment this near to an episode may belong to it."""
LINE_WORDS = 12
"""A line that is said in a repair has at most this many words."""
LINE_LENGTH = 400
"""Longest line of the family's own, in characters."""

# The parents' lock
PIN_SHORTEST = 4
PIN_LONGEST = 8
"""Digits of a PIN."""
FREE_TRIES = 5
"""After so many wrong tries each further one has to wait."""
FIRST_WAIT = timedelta(seconds=30)
"""How long after the last free one; twice as long after each further one."""
LONGEST_WAIT = timedelta(minutes=15)
CODE_WORDS = 5
"""Words of a recovery code."""
RESET_TAKES = timedelta(hours=24)
"""How long everybody can see on Home that the lock is about to open."""

# A clock that was set
CLOCK_SET = timedelta(minutes=2)
"""The system's clock and one that nobody can set disagree by more than this: it was set."""
CLOCK_AHEAD = timedelta(minutes=5)
"""Check-ins entered more than this after now, at a start: the clock was set back since."""
CLOCK_SETTLES = timedelta(minutes=10)
"""A device without a clock of its own sets it forward so soon after its start; before the first
check-in that needs nobody's attention."""
