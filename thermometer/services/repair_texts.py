"""Every word that a repair shows, from ``content/<language>/repair``.

``RepairTexts.lines(part, kind, band)`` are the lines to choose from for one part of a step;
``step(step)`` what a parent reads there, ``prompt(part)`` what stands over the lines or the field.
``frame(Frame.X)`` are the sentences around them; ``feelings(band)`` the words for the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from thermometer.domain.lines import Hint
from thermometer.domain.people import AgeBand
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import RuptureKind
from thermometer.sentences import SOURCE_LANGUAGE, Table
from thermometer.services.content_files import ContentFiles
from thermometer.services.content_rows import WRONG_ROW, text_of, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from thermometer.domain.drafts import Words

GENTLEST = 3
"""So many of a list's first lines are offered where nobody is sure what it was."""
_FOLDER = "repair"
_FILES = ("steps", "roadblocks", "help", *(k for k in RuptureKind if k is not RuptureKind.NOT_SURE))


class Frame(StrEnum):
    """Sentences that stand around the lines; ``{feeling}`` is filled with a feeling's word."""

    FELT = "felt"
    ASK = "ask"
    BECAUSE = "because"
    AGAIN = "again"
    """Asked at the follow-up, where the child may answer by card."""


class Roadblock(StrEnum):
    """What gets in the way."""

    OLD_HURTS = "old-hurts"
    SHAME = "shame"
    GUILT = "guilt"
    MOVING_ON = "moving-on"


@dataclass(frozen=True, slots=True)
class StepText:
    """What a parent reads at a step."""

    name: str
    """Short, for the list at the side."""
    say: str
    """What to do here, in a sentence or three."""
    tip: str
    """One small thing that helps."""
    speak: str = ""
    """What to choose here to be said; empty where nothing is said."""
    chosen: str = ""
    """Once it is chosen: when to put the screen down and say it to ``{name}``."""


@dataclass(frozen=True, slots=True)
class RoadblockText:
    """Kind words for something that gets in the way, and one small next step."""

    name: str
    words: tuple[str, ...]
    next_step: str


@dataclass(frozen=True, slots=True)
class HelpText:
    """The page for a frightening moment."""

    title: str
    first: tuple[str, ...]
    """Safety first, one thing at a time."""
    then: tuple[str, ...]
    """Before the repair, and in it."""
    ask_title: str
    ask: tuple[str, ...]
    """When to ask somebody who does this for a living."""
    numbers_title: str
    numbers: str
    """Over and under the place for the numbers that the family enters itself."""


class RepairTexts:
    """The words of repairs in one language; what it lacks is English.

    Args:
        language: a folder of ``resources/content``.
        folder: the folder ``content``, where it is not the program's own.

    Raises:
        Problem: ``content-broken``, also from every method.
    """

    def __init__(self, language: str = SOURCE_LANGUAGE, folder: Path | None = None) -> None:
        files = ContentFiles(language, folder)
        self._tables = {name: files.table(f"{_FOLDER}/{name}.toml") for name in _FILES}

    def step(self, step: RepairStep) -> StepText:
        """What a parent reads at ``step``."""
        with _reading("steps"):
            row = self._tables["steps"]["step"][step]
            name, say, tip = (text_of(row[key]) for key in ("name", "say", "tip"))
            speak, chosen = (text_of(row[k]) if k in row else "" for k in ("speak", "chosen"))
            return StepText(name, say, tip, speak, chosen)

    def prompt(self, part: Part) -> str:
        """What stands over the lines of ``part``, or over its field."""
        with _reading("steps"):
            return text_of(self._tables["steps"]["part"][part])

    def frame(self, frame: Frame) -> str:
        """A sentence that stands around the lines."""
        with _reading("steps"):
            return text_of(self._tables["steps"]["frame"][frame])

    def hint(self, hint: Hint) -> str:
        """What to say gently about a line."""
        with _reading("steps"):
            return text_of(self._tables["steps"]["hint"][hint])

    def about(self, kind: RuptureKind) -> str:
        """What a kind of hard moment is, and what mending it leans on."""
        with _reading("steps"):
            return text_of(self._tables["steps"]["kind"][kind])

    def feelings(self, band: AgeBand) -> tuple[str, ...]:
        """Words for "I think you felt {feeling}"."""
        return self._list("steps", "feelings", band)

    def feeling_picture(self, feeling: str) -> str:
        """The picture beside a feeling's word; empty where it has none."""
        with _reading("steps"):
            pictures = self._tables["steps"]["feeling_pictures"]
            return text_of(pictures[feeling]) if feeling in pictures else ""

    def reflected(self, words: Words) -> str:
        """What is said of ``words`` at *reflect*: the feelings in a sentence, else the line."""
        feelings = ", ".join(words.get(Part.FEELING, ()))
        line = " ".join(words.get(Part.REFLECTION, ()))
        return self.frame(Frame.FELT).format(feeling=feelings) if feelings else line

    def follow_up(self, band: AgeBand) -> tuple[str, ...]:
        """Ways to ask "what was that like for you?"."""
        return self._list("steps", "follow_up", band)

    def closing(self, band: AgeBand) -> tuple[str, ...]:
        """Something nice to do together at the end."""
        return self._list("steps", "closing", band)

    def lines(self, part: Part, kind: RuptureKind | None, band: AgeBand) -> tuple[str, ...]:
        """The lines to choose from for ``part``; none for a private note.

        Args:
            part: one of ``repair_steps.SAID``; a feeling gives the words of the band.
            kind: not sure, or none yet, gives the gentlest ones.
            band: the child's.
        """
        if part is Part.FEELING:
            return self.feelings(band)
        if kind is None or kind is RuptureKind.NOT_SURE:
            return self._of_kind(RuptureKind.MISUNDERSTANDING, part, band)[:GENTLEST]
        return self._of_kind(kind, part, band)

    def roadblocks(self) -> Mapping[Roadblock, RoadblockText]:
        """What gets in the way, with kind words; private."""
        with _reading("roadblocks"):
            return {one: _roadblock(self._tables["roadblocks"][one]) for one in Roadblock}

    def help(self) -> HelpText:
        """The page for a frightening moment."""
        with _reading("help"):
            table = self._tables["help"]
            return HelpText(
                title=text_of(table["title"]),
                first=texts_of(table["first"]),
                then=texts_of(table["then"]),
                ask_title=text_of(table["ask_title"]),
                ask=texts_of(table["ask"]),
                numbers_title=text_of(table["numbers_title"]),
                numbers=text_of(table["numbers"]),
            )

    def _of_kind(self, kind: RuptureKind, part: Part, band: AgeBand) -> tuple[str, ...]:
        with _reading(kind):
            found = self._tables[kind][band]
            return texts_of(found[part]) if part in found else ()

    def _list(self, name: str, key: str, band: AgeBand) -> tuple[str, ...]:
        with _reading(name):
            return texts_of(self._tables[name][key][band])


def _roadblock(row: Table) -> RoadblockText:
    return RoadblockText(text_of(row["name"]), texts_of(row["words"]), text_of(row["next_step"]))


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Says of the English file ``name`` that it is broken, whatever is wrong in it."""
    try:
        yield
    except WRONG_ROW as error:
        file = f"{_FOLDER}/{name}.toml"
        raise Problem("content-broken", file=file, reason=str(error)) from error
