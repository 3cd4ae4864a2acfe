"""The texts of the command line itself, from ``content/<language>/cli.toml``."""

from __future__ import annotations

from thermometer.sentences import content_table


class Wording:
    """Help texts and results in one language; one that it does not have is in English.

    Args:
        language: a folder of ``resources/content``; unknown ones read English.
    """

    def __init__(self, language: str) -> None:
        self._texts: dict[str, dict[str, str]] = content_table(language, "cli.toml")

    def say(self, section: str, key: str, /, **values: object) -> str:
        """The text ``key`` of ``section`` with its places filled."""
        return self._texts[section][key].format(**values)
