"""The therapist's page: one sheet, and more only for private notes that were ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QPainter

from thermometer.services.therapist_values import TherapistPage
from thermometer.ui.print.blocks import Block, Room, Stack, Words, heading
from thermometer.ui.print.paper import (
    BODY,
    BOLD,
    MARGIN,
    POINT,
    SMALL,
    Paper,
    inks,
    lines_of,
)
from thermometer.ui.print.report_edges import FOOT, Head, Question, paint_foot
from thermometer.ui.print.report_sections import Sections
from thermometer.ui.print.report_words import ReportWords

GAP = 14 * POINT
SMALLEST_QUESTION, LARGEST_QUESTION = 50 * POINT, 130 * POINT


class ReportPage:
    """Lays the page out for one kind of paper, and paints its sheets.

    Args:
        page: what is to be printed.
        paper: on what.
    """

    grey = False

    def __init__(self, page: TherapistPage, paper: Paper) -> None:
        self.size: QSizeF = paper.size
        self.paper = paper
        self._page, self._words = page, ReportWords()
        self._width = self.size.width() - 2 * MARGIN
        self._room = self.size.height() - 2 * MARGIN - FOOT - GAP / 2
        self._sections = Sections(page, self._words, self._width)
        self._sheets = self._laid_out()

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        return len(self._sheets)

    @property
    def title(self) -> str:
        """What a file of it is called inside."""
        return self._words.title(self._page)

    @property
    def ground(self) -> QColor:
        """The colour of the paper."""
        return inks().card

    def paint(self, painter: QPainter, sheet: int) -> None:
        """Draw one sheet.

        Args:
            painter: its window is ``size``, whatever the device.
            sheet: from 0.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = MARGIN
        for block in self._sheets[sheet]:
            block.paint(painter, MARGIN, top)
            top += block.height + GAP
        foot = self.size.height() - MARGIN - FOOT
        paint_foot(painter, self._page, self._words, MARGIN, foot, self._width)

    def _laid_out(self) -> list[list[Block]]:
        first, notes = self._first_sheet(), self._notes()
        whole = [*first, Stack(notes)] if notes else first
        if self._left(whole) >= 0:
            return [whole + self._question(whole)]
        self._shrink(first)
        return [first + self._question(first), *self._later_sheets(notes)]

    def _first_sheet(self) -> list[Block]:
        sections, week = self._sections, self._page.week
        blocks: list[Block] = [Head(self._page, self._words, self._width)]
        if week.check_ins:
            blocks.append(sections.figures())
        if week.episodes:
            blocks += [sections.charts(), sections.episodes()]
        if week.episodes or week.tools:
            blocks.append(sections.signs_and_tools())
        return [*blocks, sections.repairs()]

    def _notes(self) -> list[Block]:
        """The private notes, line by line, so that they can go on wherever a sheet ends."""
        if not self._page.notes:
            return []
        parts: list[Block] = [self._notes_heading()]
        for note in self._page.notes:
            parts.append(Words(self._words.note_head(note), self._width, SMALL, weight=BOLD))
            parts += [Words(line, self._width) for line in lines_of(note.text, BODY, self._width)]
            parts.append(Room(4 * POINT))
        return parts

    def _notes_heading(self) -> Words:
        return heading(self._words.sections()["notes"], self._width)

    def _later_sheets(self, notes: list[Block]) -> list[list[Block]]:
        sheets: list[list[Block]] = []
        while notes:
            head = Head(self._page, self._words, self._width, short=True)
            room = self._left([head]) - GAP
            here: list[Block] = []
            while notes and room >= notes[0].height:
                room -= notes[0].height
                here.append(notes.pop(0))
            sheets.append([head, Stack(here)])
        return sheets

    def _left(self, blocks: Sequence[Block]) -> float:
        """The room that these blocks leave on a sheet."""
        return self._room - sum(block.height for block in blocks) - GAP * (len(blocks) - 1)

    def _question(self, blocks: Sequence[Block]) -> list[Block]:
        """Room to write a question, if these blocks leave any."""
        room = self._left(blocks) - GAP
        if room < SMALLEST_QUESTION:
            return []
        name = self._words.sections()["question"]
        return [Question(name, self._width, min(room, LARGEST_QUESTION))]

    def _shrink(self, blocks: Sequence[Block]) -> None:
        """Shows fewer rows, of the longest list first, until these blocks fit on a sheet."""
        for least in (None, 1):
            while self._left(blocks) < 0:
                longest = max(
                    self._sections.lists, key=lambda each: each.spare(least), default=None
                )
                if longest is None or longest.spare(least) <= 0:
                    break
                longest.shown -= 1
