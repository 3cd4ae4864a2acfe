"""Private notes and lines as they are kept."""

from __future__ import annotations

from thermometer.domain.people import clean_text
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import LINE_LENGTH, NOTE_LENGTH


def kept_note(text: str) -> str:
    """A private note without what cannot be kept; it may have several lines.

    Raises:
        Problem: ``note-too-long``.
    """
    if len(text) > NOTE_LENGTH:
        raise Problem("note-too-long", limit=NOTE_LENGTH)
    lines = (clean_text(line) for line in text.splitlines())
    return "\n".join(lines).strip()


def kept_line(text: str) -> str:
    """A line that is said to a child, in one line.

    Raises:
        Problem: ``note-too-long``.
    """
    if len(text) > LINE_LENGTH:
        raise Problem("note-too-long", limit=LINE_LENGTH)
    return clean_text(text)
