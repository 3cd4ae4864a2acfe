"""The commands that keep the records safe: backup, restore, check."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from thermometer.cli.data import opened, say, still_clock
from thermometer.cli.endings import DONE, FAILED
from thermometer.cli.places import data_folder
from thermometer.cli.wording import Wording
from thermometer.domain.backups import Found, Holdings
from thermometer.domain.local_time import local_time
from thermometer.domain.problems import Problem
from thermometer.sentences import Sentences
from thermometer.services.rescue import Ready, Rescue
from thermometer.services.safekeeping import Safekeeping
from thermometer.store.problems import Damaged


def backup(options: Namespace, wording: Wording) -> int:
    """Writes everything into one file."""
    with opened(options) as services, progress() as report:
        holds = services.safekeeping().save(
            options.file,
            passphrase=_passphrase(options),
            replace=options.replace,
            report=report,
        )
    say([wording.say("result", "written", file=options.file), _holds(holds, options, wording)])
    return DONE


def restore(options: Namespace, wording: Wording) -> int:
    """Puts a backup in the place of what is here, after a backup of that."""
    try:
        with opened(options, begins=True, tries=options.dry_run) as services:
            return _restore(options, wording, services.safekeeping())
    except Damaged as damaged:
        return _rescue(options, wording, damaged)


def _restore(options: Namespace, wording: Wording, keeping: Safekeeping) -> int:
    coming = keeping.look_into(options.file, _passphrase(options))
    folder = data_folder(options)
    if options.dry_run:
        say(_in_backup(options, wording, coming.holds))
        say([wording.say("result", "now_here", folder=folder)])
        say([_holds(coming.here, options, wording), wording.say("result", "not_restored")])
        return DONE
    if not coming.is_same_family and not options.replace:
        names = ", ".join(coming.holds.people.values())
        raise Problem("backup-other-family", file=str(options.file), names=names)
    with progress() as report:
        before = keeping.restore(coming, report)
    say([wording.say("result", "restored", folder=folder), _holds(coming.holds, options, wording)])
    if before:
        say([wording.say("result", "undo", file=before.path)])
    return DONE


def _rescue(options: Namespace, wording: Wording, damaged: Damaged) -> int:
    """Puts a backup and what can still be read in the place of a damaged file."""
    folder = data_folder(options)
    rescue = Rescue(folder, still_clock(options))
    try:
        ready = rescue.prepare(options.file, _passphrase(options))
        if options.dry_run:
            say([Sentences(options.language).of(damaged)], to=sys.stderr)
            say(_rescued(options, wording, ready, "would_rescue"))
            say([wording.say("result", "not_restored")])
            return DONE
        aside = rescue.finish()
    finally:
        rescue.drop()
    say(_rescued(options, wording, ready, "restored"))
    if aside:
        say([wording.say("result", "set_aside", file=aside)])
    return DONE


def check(options: Namespace, wording: Wording) -> int:
    """Examines the records and says what was found."""
    try:
        with opened(options) as services, progress() as report:
            found = services.safekeeping().examine(report)
    except Damaged as damaged:
        say([Sentences(options.language).of(damaged)], to=sys.stderr)
        return _say_what_helps(options, wording)
    say(_found(found, options, wording))
    if found.faults:
        return _say_what_helps(options, wording)
    say(_backups(options, wording))
    return DONE if found.sound else FAILED


def _say_what_helps(options: Namespace, wording: Wording) -> int:
    """What there would be after a restore of the newest sound backup."""
    rescue = Rescue(data_folder(options), still_clock(options))
    try:
        ready = rescue.prepare()
    finally:
        rescue.drop()
    say(_rescued(options, wording, ready, "would_rescue"))
    if ready.file:
        say([wording.say("result", "can_restore", file=ready.file)])
    return FAILED


def _rescued(options: Namespace, wording: Wording, ready: Ready, first: str) -> Iterator[str]:
    yield wording.say("result", first, folder=data_folder(options))
    yield _holds(ready.holds, options, wording)
    if ready.salvaged:
        yield wording.say("result", "salvaged", count=ready.salvaged)


def _in_backup(options: Namespace, wording: Wording, holds: Holdings) -> Iterator[str]:
    yield wording.say("result", "in_backup", file=options.file)
    yield _holds(holds, options, wording)


def _holds(holds: Holdings, options: Namespace, wording: Wording) -> str:
    names = ", ".join(holds.people.values()) or wording.say("result", "nobody")
    if holds.first is None or holds.last is None:
        return wording.say("result", "holds_none", names=names)
    first, last = _local(holds.first, options), _local(holds.last, options)
    count = holds.check_ins
    return wording.say("result", "holds", names=names, count=count, first=first, last=last)


def _found(found: Found, options: Namespace, wording: Wording) -> Iterator[str]:
    path = data_folder(options)
    if found.faults:
        yield wording.say("result", "found_faults", path=path)
        yield from (wording.say("result", "fault", text=text) for text in found.faults)
    elif found.sound:
        yield wording.say("result", "found_sound", path=path)
    if found.holds:
        yield _holds(found.holds, options, wording)
    if found.unreadable:
        yield wording.say("result", "found_unreadable", count=found.unreadable)


def _backups(options: Namespace, wording: Wording) -> Iterator[str]:
    rescue = Rescue(data_folder(options), still_clock(options))
    there = rescue.backups()
    if there:
        at = _local(there[0].made_at, options)
        yield wording.say("result", "backups", count=len(there), at=at)
        yield _holds(there[0].holds, options, wording)
    else:
        yield wording.say("result", "backups_none")
    for aside in rescue.set_aside_before():
        yield wording.say("result", "aside", file=aside)


def _local(at: datetime, options: Namespace) -> str:
    return local_time(at, still_clock(options).time_zone()).strftime("%Y-%m-%d %H:%M")


def _passphrase(options: Namespace) -> str | None:
    """The first line of the file that was named for it.

    Raises:
        Problem: it cannot be read.
    """
    file: Path | None = options.passphrase_file
    if file is None:
        return None
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, ValueError) as error:
        raise Problem("passphrase-no-access", file=str(file)) from error


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """On a terminal, shows how far long work has come, and takes that away at the end."""
    shows = sys.stderr.isatty()

    def report(done: int, total: int) -> None:
        if shows and total:
            sys.stderr.write(f"\r{done * 100 // total:3} %")
            sys.stderr.flush()

    try:
        yield report
    finally:
        if shows:
            sys.stderr.write("\r     \r")
