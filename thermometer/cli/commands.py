"""What each command without a window does; all of them give the exit code."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING
from uuid import UUID

from thermometer import app
from thermometer.cli.data import opened, say, still_clock
from thermometer.cli.endings import DONE, FAILED
from thermometer.cli.places import data_folder
from thermometer.cli.wording import Wording
from thermometer.clock import Clock
from thermometer.domain.local_time import local_day
from thermometer.domain.people import same_name
from thermometer.domain.problems import Problem
from thermometer.domain.week_days import MONDAY, WeekDays

if TYPE_CHECKING:
    from thermometer.services.bundle import Services
    from thermometer.services.reports import Reports


def import_files(options: Namespace, wording: Wording) -> int:
    """Takes in files, or says what that would do."""
    from thermometer.cli import results  # noqa: PLC0415 - only this command needs it

    folder = data_folder(options)
    with opened(options, begins=True, tries=options.dry_run) as services:
        importing = services.importing()
        plan = importing.preview(options.files)
        if plan.refusals:
            say(results.refusals(plan, wording, services.sentences), to=sys.stderr)
            return FAILED
        if not options.dry_run:
            importing.take(plan)
    first = ("result", "would") if options.dry_run else ("result", "imported")
    say([wording.say(*first, folder=folder), *results.counts(plan, wording)])
    return DONE


def export(options: Namespace, wording: Wording) -> int:
    """Writes everything into a folder."""
    from thermometer.cli import results  # noqa: PLC0415 - only this command needs it
    from thermometer.services.exchange import Days  # noqa: PLC0415

    with opened(options) as services:
        done = services.exporting().write(
            options.folder,
            days=Days(options.first_day, options.last_day),
            replace=options.replace,
        )
    say(results.exported(done, options.folder, wording))
    return DONE


def week(options: Namespace, wording: Wording) -> int:
    """The numbers of a week."""
    from thermometer.services import reports  # noqa: PLC0415 - only this command needs it
    from thermometer.services.week_text import WeekText  # noqa: PLC0415

    clock = still_clock(options)
    with opened(options) as services:
        made = _reports(services)
        only = _person(made, options.person)
        days = _week_days(options, clock, services)
        if options.pdf is not None:
            return _week_pdf(services, options, wording, days, only)
        numbers = made.week(days, clock.now())
    if options.json:
        _say_json(reports.week_json(numbers, only=only))
    else:
        say(WeekText(options.language).lines(numbers, only=only))
    return DONE


def _week_pdf(
    services: Services, options: Namespace, wording: Wording, days: WeekDays, person: UUID | None
) -> int:
    from thermometer.services.therapist_values import Choice, Private  # noqa: PLC0415 - only here

    clock = still_clock(options)
    private = frozenset(map(Private, options.private or ()))
    choice = Choice(private=private, initials=options.initials)
    page = services.therapist_pages().make(days, person, choice, clock.now(), clock.time_zone())
    app.write_pdf(
        page, options.pdf, paper=options.paper, replace=options.replace, language=options.language
    )
    say([wording.say("result", "written", file=options.pdf)])
    return DONE


def episodes(options: Namespace, _wording: Wording) -> int:
    """The derived episodes, as JSON."""
    from thermometer.services import reports  # noqa: PLC0415 - only this command needs it

    with opened(options) as services:
        made = _reports(services)
        only = _person(made, options.person)
        now = still_clock(options).now()
        found = made.episodes(now, options.first_day, options.last_day, only=only)
        _say_json(reports.episodes_json(found, made.names()))
    return DONE


def _reports(services: Services) -> Reports:
    from thermometer.services.reports import Reports  # noqa: PLC0415 - only two commands need it

    stores = services.stores
    return Reports(stores.people, stores.check_ins, stores.tool_uses, stores.repairs)


def _person(made: Reports, name: str | None) -> UUID | None:
    if name is None:
        return None
    for id_, known in made.names().items():
        if same_name(known, name):
            return id_
    raise Problem("person-unknown", name=name)


def _week_days(options: Namespace, clock: Clock, services: Services) -> WeekDays:
    """The week asked for, else the one that holds now where the computer is.

    It begins on the family's first day of the week, on Monday where none was chosen.
    """
    named: WeekDays | None = options.week
    if named is not None:
        return named
    if options.first_day is not None:
        return WeekDays(options.first_day)
    first = services.preferences.now.first_day.weekday
    return WeekDays.holding(local_day(clock.now(), clock.time_zone()), first or MONDAY)


def _say_json(value: object) -> None:
    say([json.dumps(value, indent=2, ensure_ascii=False)])
