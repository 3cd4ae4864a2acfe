"""The tour's way into the story of an episode, and to what is entered afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

from PySide6.QtWidgets import QScrollArea, QWidget

from thermometer.domain.episodes import Episode
from thermometer.domain.when import When
from thermometer.domain.zones import Zone
from thermometer.ui.page import Page
from thermometer.ui.pages.late_entry import LateEntryPage
from thermometer.ui.pages.observe import ObservePage
from thermometer.ui.pages.one_check_in import OneCheckInPage
from thermometer.ui.pages.story import StoryPage
from thermometer.ui.places import Story
from thermometer.ui.window import MainWindow

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]
P = TypeVar("P", bound=Page)


def story(window: MainWindow, episodes: Sequence[Episode], tap: Tap, picture: Picture) -> None:
    """The story of the last red one of ``episodes``, one of its taps, and both forms.

    Args:
        window: anywhere in the parents' corner.
        episodes: of one person, by their start; at least one of them red.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name, and waits for it to come to rest.
    """
    last = [each for each in episodes if each.peak is Zone.RED][-1]
    here = Story(last.person, last.id)
    window.go(here)
    page = _page(window, StoryPage)
    tap(_revealed(page.tags.chips["tired"]))
    picture("story")
    _revealed(page.note)
    picture("story-below")
    tap(_revealed(page.list.rows[0]))
    picture("one-check-in")
    tap(_page(window, OneCheckInPage).head.back)
    picture("story-again")
    tap(_revealed(_page(window, StoryPage).noticed))
    picture("noticed")
    tap(_page(window, ObservePage).head.back)


def late_entry(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """The form in view, filled in touch by touch; nothing is saved.

    Args:
        window: at the late entry of somebody.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name, and waits for it to come to rest.
    """
    page = _page(window, LateEntryPage)
    picture("late-entry")
    for chip in (
        page.big.chips[Zone.RED],
        next(page.when.chips[w] for w in (When.HOUR_AGO, When.EVENING) if w in page.when.chips),
        page.long.chips[timedelta(minutes=30)],
    ):
        tap(_revealed(chip))
    picture("late-entry-told")
    tap(page.head.back)


def _page(window: MainWindow, kind: type[P]) -> P:
    page = window.page
    if not isinstance(page, kind):
        message = f"the tour expects {kind.__name__}, not {page}"
        raise TypeError(message)
    return page


def _revealed(target: QWidget) -> QWidget:
    """``target``, with the page scrolled to where it can be touched."""
    above = target.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(target)
    return target
