"""What comes with the program in words: tools, zone words, paces, signs and their texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from thermometer.domain.people import AgeBand, Role, clean_text
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.signs import Sign, SignGroup
from thermometer.domain.tools import Pace, Tool, ToolKind
from thermometer.domain.zones import ByZone, Zone
from thermometer.sentences import SOURCE_LANGUAGE, Table
from thermometer.services import content_rows as rows
from thermometer.services.content_files import ContentFiles

if TYPE_CHECKING:
    from pathlib import Path

MISSING_PICTURE = "missing"


@dataclass(frozen=True, slots=True)
class KindText:
    """How a parent may think of a kind of rupture, and what its repair leans on."""

    name: str
    leans_on: str


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Says of the English file ``name`` that it is broken, whatever is wrong in it."""
    try:
        yield
    except rows.WRONG_ROW as error:
        raise Problem("content-broken", file=name, reason=str(error)) from error


class Content:
    """One language's content, read when it is first asked for and kept.

    Args:
        language: a folder of ``resources/content``; what it lacks is English.
        folder: the folder ``content``, where it is not the program's own.

    Every method raises the Problem ``content-broken`` if its English file cannot be used.
    """

    def __init__(self, language: str = SOURCE_LANGUAGE, folder: Path | None = None) -> None:
        self.language = language
        self._files = ContentFiles(language, folder)

    def words(self, role: Role) -> ByZone[str]:
        """The words for the zones that a new person starts with."""
        with _reading("words.toml"):
            return rows.words_of(self._words[role]["default"])

    def suggestions(self, role: Role) -> ByZone[tuple[str, ...]]:
        """Words offered when somebody chooses their own."""
        with _reading("words.toml"):
            return rows.lists_of(self._words[role]["suggestions"])

    def default_tools(self, role: Role) -> ByZone[tuple[str, ...]]:
        """The ids of the tools that a new person starts with, in their places."""
        with _reading("defaults.toml"):
            return rows.lists_of(self._defaults[role])

    def tools(self) -> tuple[Tool, ...]:
        """Every starter tool that could be read."""
        return tuple(self._tools.values())

    def tool(self, id_: str) -> Tool:
        """The tool ``id_``; an unknown one is a plain card named by the words of its id."""
        known = self._tools.get(id_)
        if known:
            return known
        name = clean_text(id_.replace("-", " ")) or id_
        return Tool(
            id=id_,
            name=name[:1].upper() + name[1:],
            what="",
            picture=MISSING_PICTURE,
            kind=ToolKind.CARD,
            zones=tuple(Zone),
        )

    def pace(self, tool: Tool, band: AgeBand) -> Pace:
        """The pace of ``tool`` for somebody of ``band``.

        A tool's own pace may hold the breath: it is not for those younger than the tool is.
        """
        bands = tuple(AgeBand)
        if tool.pace and bands.index(band) >= bands.index(tool.from_band):
            return tool.pace
        with _reading("paces.toml"):
            pace = rows.pace_of(self._paces[band])
        return replace(pace, breaths=tool.breaths) if tool.breaths else pace

    def signs(self, role: Role) -> tuple[Sign, ...]:
        """The early signs offered for ``role``, by body, voice and doing."""
        with _reading("signs.toml"):
            return tuple(
                Sign(id=id_, text=text, group=group)
                for group in SignGroup
                for id_, text in rows.names_of(self._signs[role][group]).items()
            )

    def contexts(self) -> dict[str, str]:
        """The context tags: ids and what people read."""
        with _reading("contexts.toml"):
            return rows.names_of(self._files.table("contexts.toml"))

    def people_pictures(self) -> dict[str, str]:
        """The pictures a person can choose: ids and what is read aloud."""
        with _reading("people.toml"):
            return rows.names_of(self._files.table("people.toml"))

    def kinds(self) -> dict[RuptureKind, KindText]:
        """The kinds of rupture, in the words of a parent."""
        table = self._files.table("kinds.toml")
        with _reading("kinds.toml"):
            return {
                kind: KindText(
                    name=rows.text_of(table[kind]["name"]),
                    leans_on=rows.text_of(table[kind]["leans_on"]),
                )
                for kind in RuptureKind
            }

    @cached_property
    def _words(self) -> Table:
        return self._files.table("words.toml")

    @cached_property
    def _defaults(self) -> Table:
        return self._files.table("defaults.toml")

    @cached_property
    def _paces(self) -> Table:
        return self._files.table("paces.toml")

    @cached_property
    def _signs(self) -> Table:
        return self._files.table("signs.toml")

    @cached_property
    def _tools(self) -> dict[str, Tool]:
        """The tools by id; a row that cannot be read is left out, or stays English."""
        english: dict[str, Table] = {}
        tools: dict[str, Tool] = {}
        for table in self._files.versions("tools.toml"):
            for id_, row in _rows_by_id(table).items():
                whole = english.setdefault(id_, row) | row
                try:
                    tools[id_] = rows.tool_of(whole)
                except rows.WRONG_ROW:
                    continue
        return tools


def _rows_by_id(table: Table) -> dict[str, Table]:
    """The rows ``[[tool]]`` that have an id, the first of equal ones."""
    found = table.get("tool")
    by_id: dict[str, Table] = {}
    for row in found if isinstance(found, list) else ():
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            by_id.setdefault(row["id"], row)
    return by_id
