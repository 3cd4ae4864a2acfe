"""Which commands and options there are, and what may stand in them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from thermometer import __version__
from thermometer.cli.wording import Wording
from thermometer.domain.problems import Problem
from thermometer.domain.week_days import WeekDays, day_called
from thermometer.sentences import SOURCE_LANGUAGE

T = TypeVar("T")
_Parsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - the type has no other name

THEMES = ("light", "dark", "contrast")
PAPERS = ("a4", "letter")
PRIVATE = ("notes", "roadblocks", "frightening")
_SIZE = (1280, 800)
SMALLEST = (480, 320)
"""As small as the window can be, in pixels."""
LARGEST = (4096, 4096)
"""The screen that the tour is walked on (``resources/tour/screen.json``), in pixels."""


def language_of(arguments: Sequence[str]) -> str:
    """The language asked for, read before the help that is written in it."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    early.add_argument("--language", default=SOURCE_LANGUAGE)
    try:
        language: str = early.parse_known_args(list(arguments))[0].language
    except argparse.ArgumentError:
        return SOURCE_LANGUAGE
    return language


def parser(wording: Wording) -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    made = argparse.ArgumentParser(
        prog="thermometer", description=wording.say("program", "description"), allow_abbrev=False
    )
    _add_everywhere(made, wording)
    made.add_argument(
        "--version",
        action="version",
        version=f"%(prog)s {__version__}",
        help=wording.say("program", "version"),
    )
    made.add_argument("--sample", action="store_true", help=wording.say("program", "sample"))
    made.add_argument(
        "--fullscreen", action="store_true", help=wording.say("program", "fullscreen")
    )
    made.set_defaults(data=None, now=None, language=SOURCE_LANGUAGE)
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    for name, add in _COMMANDS.items():
        add(_Command(commands, name, wording))
    return made


class _Command:
    """One sub-command, whose texts come from the section of its name."""

    def __init__(self, commands: _Parsers, name: str, wording: Wording) -> None:
        self.name = name
        self.wording = wording
        self.parser = commands.add_parser(
            name,
            help=wording.say(name, "help"),
            description=wording.say(name, "description"),
            allow_abbrev=False,
        )
        _add_everywhere(self.parser, wording)

    def add(self, option: str, text: str, **more: Any) -> None:  # noqa: ANN401 - as argparse has it
        """Adds an argument or an option, with the help called ``text``."""
        self.parser.add_argument(option, help=self.wording.say(self.name, text), **more)

    def only_one_of(self, **options: dict[str, Any]) -> None:
        """Adds options that exclude each other, each with the help of its own name."""
        group = self.parser.add_mutually_exclusive_group()
        for name, more in options.items():
            text = self.wording.say(self.name, name.strip("_"))
            group.add_argument(f"--{name.strip('_')}", help=text, **more)


def _add_everywhere(made: argparse.ArgumentParser, wording: Wording) -> None:
    """The options that may stand before a command or after it."""

    def add(option: str, metavar: str, read: Callable[[str], object]) -> None:
        text = wording.say("program", option.strip("-"))
        made.add_argument(option, metavar=metavar, type=read, help=text, default=argparse.SUPPRESS)

    add("--data", "FOLDER", _path(wording))
    add("--now", "TIME", _reader(wording, "time", read_time))
    add("--language", "LANGUAGE", str)


def _add_tour(command: _Command) -> None:
    command.add("folder", "folder", metavar="FOLDER", type=_path(command.wording))
    size = _reader(command.wording, "size", read_size)
    command.add("--size", "size", metavar="WIDTHxHEIGHT", type=size, default=_SIZE)
    command.add("--theme", "theme", choices=THEMES, default=THEMES[0])


def _add_import(command: _Command) -> None:
    command.add("files", "files", metavar="FILE", type=_path(command.wording), nargs="+")
    command.add("--dry-run", "dry_run", action="store_true")


def _add_export(command: _Command) -> None:
    command.add("folder", "folder", metavar="FOLDER", type=_path(command.wording))
    _add_days(command)
    command.add("--replace", "replace", action="store_true")


def _add_days(command: _Command) -> None:
    day = _reader(command.wording, "day", day_called)
    command.add("--from", "from", metavar="DATE", type=day, dest="first_day")
    command.add("--to", "to", metavar="DATE", type=day, dest="last_day")


def _add_week(command: _Command) -> None:
    week = _reader(command.wording, "week", WeekDays.of_iso)
    day = _reader(command.wording, "day", day_called)
    command.only_one_of(
        week={"metavar": "YEAR-Wnn", "type": week},
        from_={"metavar": "DATE", "type": day, "dest": "first_day"},
    )
    command.add("--person", "person", metavar="NAME")
    command.only_one_of(
        json={"action": "store_true"}, pdf={"metavar": "FILE", "type": _path(command.wording)}
    )
    private = _reader(command.wording, "private", read_private)
    command.add("--with", "with", metavar="WHAT", type=private, dest="private")
    command.add("--initials", "initials", action="store_true")
    command.add("--paper", "paper", choices=PAPERS)
    command.add("--replace", "replace", action="store_true")


def _add_episodes(command: _Command) -> None:
    _add_days(command)
    command.add("--person", "person", metavar="NAME")
    command.add("--json", "json", action="store_true")


def _add_backup(command: _Command) -> None:
    command.add("file", "file", metavar="FILE", type=_path(command.wording))
    command.add("--passphrase-file", "passphrase_file", metavar="FILE", type=_path(command.wording))
    command.add("--replace", "replace", action="store_true")


def _add_restore(command: _Command) -> None:
    command.add("file", "file", metavar="FILE", type=_path(command.wording))
    command.add("--passphrase-file", "passphrase_file", metavar="FILE", type=_path(command.wording))
    command.add("--dry-run", "dry_run", action="store_true")
    command.add("--replace", "replace", action="store_true")


def _add_check(_command: _Command) -> None:
    """It takes what every command takes."""


_COMMANDS = {
    "tour": _add_tour,
    "import": _add_import,
    "export": _add_export,
    "week": _add_week,
    "episodes": _add_episodes,
    "backup": _add_backup,
    "restore": _add_restore,
    "check": _add_check,
}


def read_time(text: str) -> datetime:
    """An instant with its offset.

    Raises:
        ValueError: it has none, or is no time at all.
    """
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found


def read_path(text: str) -> Path:
    """A file or folder by its name.

    Raises:
        ValueError: nothing, as a script passes on an unset variable; ``Path`` takes it for here.
    """
    if not text:
        raise ValueError(text)
    return Path(text)


def read_size(text: str) -> tuple[int, int]:
    """Width and height as ``1280x800``, in pixels.

    Raises:
        ValueError: it is no size, or none that the window can have.
    """
    match = re.fullmatch(r"([1-9][0-9]{2,3})x([1-9][0-9]{2,3})", text)
    if not match:
        raise ValueError(text)
    width, height = int(match[1]), int(match[2])
    if not (SMALLEST[0] <= width <= LARGEST[0] and SMALLEST[1] <= height <= LARGEST[1]):
        raise ValueError(text)
    return width, height


def read_private(text: str) -> tuple[str, ...]:
    """Some of ``PRIVATE``, separated by commas.

    Raises:
        ValueError: one of the words is another.
    """
    words = tuple(word.strip() for word in text.split(","))
    if not set(words) <= set(PRIVATE):
        raise ValueError(text)
    return words


def _path(wording: Wording) -> Callable[[str], Path]:
    return _reader(wording, "path", read_path)


def _reader(wording: Wording, key: str, read: Callable[[str], T]) -> Callable[[str], T]:
    """``read``, with a sentence of ours where it cannot."""

    def reader(text: str) -> T:
        try:
            return read(text)
        except (ValueError, OverflowError, Problem) as error:
            raise argparse.ArgumentTypeError(wording.say("usage", key, value=text)) from error

    return reader
