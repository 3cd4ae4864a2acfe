"""The tables of ``resources/content``: a language's own, laid over the English ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer import assets
from thermometer.domain.problems import Problem
from thermometer.sentences import SOURCE_LANGUAGE, Table, laid_over, read_toml

if TYPE_CHECKING:
    from pathlib import Path


class ContentFiles:
    """Reads content files; English is the source, any other language may lack what it likes.

    Args:
        language: a folder of ``content``; unknown ones read English.
        folder: the folder ``content``, where it is not the program's own.
    """

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self._language = language
        self._folder = folder

    def versions(self, name: str) -> list[Table]:
        """The English table of the file ``name``, then the language's own if it can be read.

        Raises:
            Problem: ``content-broken``, if the English file cannot be read.
        """
        english = read_toml(self._path(SOURCE_LANGUAGE, name))
        if self._language == SOURCE_LANGUAGE:
            return [english]
        try:
            return [english, read_toml(self._path(self._language, name))]
        except Problem:
            return [english]

    def table(self, name: str) -> Table:
        """The file ``name`` in English, with every text that the language has in its own.

        Raises:
            Problem: ``content-broken``, if the English file cannot be read.
        """
        english, *own = self.versions(name)
        return laid_over(english, own[0]) if own else english

    def _path(self, language: str, name: str) -> Path:
        return (self._folder or assets.folder() / "content") / language / name
