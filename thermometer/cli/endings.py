"""The exit codes."""

DONE, FAILED, WRONG_USAGE, NO_SCREEN, IN_USE = range(5)
