"""The sections of the therapist's page, made of blocks."""

from __future__ import annotations

from thermometer.domain.local_time import local_time
from thermometer.domain.thresholds import SIGNS_FROM
from thermometer.services.therapist_values import MomentLine, TherapistPage, ToolLine
from thermometer.ui.print.blocks import (
    Beside,
    Block,
    Cell,
    Column,
    Room,
    Stack,
    Table,
    Words,
    heading,
)
from thermometer.ui.print.day_bars import DayBars
from thermometer.ui.print.figures import Figures
from thermometer.ui.print.paper import BODY, MEDIUM, POINT, SMALL
from thermometer.ui.print.report_words import ReportWords
from thermometer.ui.print.week_strip import WeekStrip

CHARTS = 92 * POINT
BARS_SHARE, SIGNS_SHARE = 0.44, 0.30
BETWEEN = 18 * POINT
MOST_DOTS = 10
EPISODE_COLUMNS = (0.13, 0.2, 0.13, 0.09, 0.19, 0.26)
MOMENT_COLUMNS = (0.13, 0.13, 0.37, 0.37)
TOOL_COLUMNS = (0.32, 0.24, 0.36, 0.08)
LEAST_EPISODES, LEAST_OTHERS = 6, 3


class Sections:
    """Makes each section for a page of some width.

    Args:
        page: what is to be printed.
        words: the labels.
        width: in units.
    """

    def __init__(self, page: TherapistPage, words: ReportWords, width: float) -> None:
        self._page, self._words, self._width = page, words, width
        self._names = words.sections()
        self.lists: list[Table] = []
        """Those that can show fewer rows."""

    def figures(self) -> Block:
        """The four figures."""
        return Figures(self._words.figures(self._page), self._width)

    def charts(self) -> Block:
        """The stacks of each day, and when it happened."""
        week = self._page.week
        bars = self._width * BARS_SHARE - BETWEEN
        strip = self._width - bars - BETWEEN
        left: list[Block] = [heading(self._names["days"], bars), DayBars(week.by_day, bars, CHARTS)]
        hours = WeekStrip(self._page.days, week.found, strip, CHARTS)
        right: list[Block] = [heading(self._names["hours"], strip), hours]
        return Beside([(0.0, Stack(left)), (bars + BETWEEN, Stack(right))])

    def episodes(self) -> Block:
        """The list of episodes."""
        words = self._words
        rows = [
            (
                Cell(words.when(line), weight=MEDIUM),
                Cell(
                    words.zones(line.episode),
                    tuple(dict.fromkeys((line.episode.first_zone, line.episode.peak))),
                ),
                Cell(words.lasted(line.episode)),
                Cell(words.in_red(line.episode)),
                Cell(", ".join(line.signs)),
                Cell(", ".join(map(words.used, line.tools))),
            )
            for line in self._page.episodes
        ]
        columns = _columns(words.episode_heads(), EPISODE_COLUMNS, self._width)
        table = self._shrinking(Table(columns, rows, words.more, LEAST_EPISODES))
        return Stack([heading(self._names["episodes"], self._width), table])

    def signs_and_tools(self) -> Block:
        """First signs beside tools."""
        signs = self._width * SIGNS_SHARE
        tools = self._width - signs - BETWEEN
        return Beside([(0.0, self._signs(signs)), (signs + BETWEEN, self._tools(tools))])

    def _signs(self, width: float) -> Block:
        page, words = self._page, self._words
        name = heading(self._names["signs"], width)
        if not page.signs:
            why = words.no_signs(page, SIGNS_FROM)
            return Stack([name, Words(why, width, muted=True)])
        rows = [(Cell(sign.text), Cell(str(sign.count), weight=MEDIUM)) for sign in page.signs]
        columns = _columns(words.sign_heads(page), (0.86, 0.14), width)
        table = self._shrinking(Table(columns, rows, words.more, LEAST_OTHERS))
        return Stack([name, table])

    def _tools(self, width: float) -> Block:
        name = heading(self._names["tools"], width)
        if not self._page.tools:
            return Stack([name, Words(self._words.no_tools(), width, muted=True)])
        rows = [
            (
                Cell(tool.name, weight=MEDIUM),
                _dots(tool),
                Cell(tool.said),
                Cell(str(tool.count.uses)),
            )
            for tool in self._page.tools
        ]
        columns = _columns(self._words.tool_heads(), TOOL_COLUMNS, width)
        table = self._shrinking(Table(columns, rows, self._words.more, LEAST_OTHERS))
        caution = Words(self._page.caution, width, SMALL, muted=True)
        return Stack([name, table, Room(2 * POINT), caution])

    def repairs(self) -> Block:
        """The counts of repairs and the list of hard moments."""
        words = self._words
        parts: list[Block] = [
            heading(self._names["repairs"], self._width),
            Words(words.repairs(self._page), self._width, BODY, after=5 * POINT),
        ]
        if self._page.repairs.listed:
            rows = [self._moment(line) for line in self._page.repairs.listed]
            columns = _columns(words.moment_heads(), MOMENT_COLUMNS, self._width)
            parts.append(self._shrinking(Table(columns, rows, words.more, LEAST_OTHERS)))
        return Stack(parts)

    def _moment(self, line: MomentLine) -> tuple[Cell, ...]:
        rupture = line.mending.rupture
        at = local_time(rupture.at, rupture.time_zone)
        when = self._words.moment_at(line, f"{at:%H:%M}", at.isoweekday())
        return (
            Cell(when, weight=MEDIUM),
            Cell(line.with_whom),
            Cell(line.kind),
            Cell(self._words.mended(line.mending)),
        )

    def _shrinking(self, table: Table) -> Table:
        self.lists.append(table)
        return table


def _dots(tool: ToolLine) -> Cell:
    """One dot for each known outcome, full where calm followed; none where they are many."""
    count = tool.count
    return Cell("", of=count.known, filled=count.helped) if count.known <= MOST_DOTS else Cell("")


def _columns(heads: tuple[str, ...], shares: tuple[float, ...], width: float) -> list[Column]:
    return [Column(head, share * width) for head, share in zip(heads, shares, strict=True)]
