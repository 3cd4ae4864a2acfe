"""The command line: what is asked for, and the exit code."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import TextIOWrapper

from thermometer.assets import MissingAssetError
from thermometer.cli import arguments
from thermometer.cli.endings import FAILED, IN_USE
from thermometer.cli.wording import Wording
from thermometer.domain.problems import Problem
from thermometer.sentences import Sentences
from thermometer.ui.probe_words import PROBE_VOICE

_INTERRUPTED = 130


def main(given: Sequence[str] | None = None) -> int:
    """Does what the command line asks for.

    Args:
        given: the arguments, without the program's name; the process's own if None.

    Returns:
        0 done, 1 it could not be carried out, 3 no screen, 4 the data is in use.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after ``--help`` and ``--version``.
    """
    _write_any_character()
    words = list(sys.argv[1:] if given is None else given)
    if words[:1] == [PROBE_VOICE]:  # the window asks itself: see ui/voice.py
        from thermometer import app  # noqa: PLC0415 - a command needs less

        return app.probe_voice("".join(words[1:2]))
    language = arguments.language_of(words)
    try:
        wording = Wording(language)
        options = _checked(arguments.parser(wording), words, wording)
        return _command(options.command)(options, wording)
    except Problem as problem:
        sys.stderr.write(_sentence(problem, language) + "\n")
        return _code(problem)
    except MissingAssetError as error:  # without its files the program has no sentence for it
        sys.stderr.write(f"{error}\n")
        return FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read the output has seen enough
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _command(name: str | None) -> Callable[[Namespace, Wording], int]:
    """What carries the command out; a start of the window does not load what it does not need."""
    if name in {None, "tour"}:
        from thermometer.cli import opening  # noqa: PLC0415

        return opening.open_window if name is None else opening.tour
    if name in {"backup", "restore", "check"}:
        from thermometer.cli import keeping  # noqa: PLC0415

        return {"backup": keeping.backup, "restore": keeping.restore, "check": keeping.check}[name]
    from thermometer.cli import commands  # noqa: PLC0415

    return {
        "import": commands.import_files,
        "export": commands.export,
        "week": commands.week,
        "episodes": commands.episodes,
    }[name or ""]


def _checked(parser: ArgumentParser, words: list[str], wording: Wording) -> Namespace:
    options = parser.parse_args(words)
    first, last = getattr(options, "first_day", None), getattr(options, "last_day", None)
    if first and last and last < first:
        parser.error(wording.say("usage", "days"))
    if options.command == "week" and options.pdf is None and _for_paper(options):
        parser.error(wording.say("usage", "pdf_only"))
    if options.command and (options.sample or options.fullscreen):
        parser.error(wording.say("usage", "window_only"))
    return options


def _for_paper(options: Namespace) -> bool:
    return bool(options.private or options.initials or options.paper or options.replace)


def _sentence(problem: Problem, language: str) -> str:
    try:
        return Sentences(language).of(problem)
    except (Problem, KeyError, MissingAssetError):  # the very file of sentences is broken
        return str(problem)


def _code(problem: Problem) -> int:
    from thermometer.store.problems import InUse  # noqa: PLC0415 - most commands never fail

    return IN_USE if isinstance(problem, InUse) else FAILED


def _write_any_character() -> None:
    """A name with an emoji must not stop a command on an old terminal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
