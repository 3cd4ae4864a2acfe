"""Taking in an ``export.json``: a whole family, into one that may be here already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from thermometer.domain.own_things import card_id
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PEOPLE_ON_HOME
from thermometer.services import own_limits
from thermometer.services.exchange import json_file
from thermometer.services.exchange.cells import quoted
from thermometer.services.exchange.csv_source import Unreadable
from thermometer.services.exchange.json_file import Tables
from thermometer.services.exchange.plan import Kept, Place, Plan
from thermometer.services.exchange.tables import Kind
from thermometer.services.stores import Stores
from thermometer.services.work import Work
from thermometer.store import loading
from thermometer.store.loading import Loaded, Reason, Refused

_PERSON, _SETTING, _OWN_CARD = "person", "setting", "own_card"
_OWN_THINGS = {"media", "own_tool", _OWN_CARD}
_CHANGED_IN_PLACE = {_PERSON, _SETTING, "draft", "own_line", *_OWN_THINGS}
_KINDS = {
    _PERSON: Kind.PEOPLE,
    "check_in": Kind.CHECK_INS,
    "tool_use": Kind.TOOL_USES,
    "rupture": Kind.RUPTURES,
    "bid": Kind.BIDS,
    "follow_up": Kind.FOLLOW_UPS,
    _SETTING: Kind.SETTINGS,
    **dict.fromkeys(sorted(_OWN_THINGS), Kind.OWN_THINGS),
}
"""The tables whose rows are counted for people to see."""
_REASONS = {
    Reason.DIFFERS: "import-json-differs",
    Reason.UNREADABLE: "import-json-unreadable",
    Reason.NOT_ALLOWED: "import-json-not-allowed",
}
_NAMES_A_PERSON = ("person", "observed_by", "came", "grown_up", "child", "by", "made_by", "owner")


def plan(path: Path, stores: Stores, into: Plan, work: Work) -> None:
    """Tries to load a file and notes in the plan ``into`` what came of it.

    Args:
        path: an ``export.json``.
        stores: a copy's, or in a transaction that is undone.
        into: takes what came of it.
        work: told how many rows have been looked at of how many.

    Raises:
        Problem: the data cannot be read.
    """
    try:
        found = json_file.read(path)
    except Unreadable as problem:
        into.refuse(Place(path, problem.line), problem)
        return
    family = stores.people.all(archived=True)
    tables, known = with_people_of(family, found)
    loaded = loading.load(stores.database, tables, work.report)
    into.whole.append(tables)
    _note_loaded(loaded, into)
    _note_people(known, path, into)
    _note_refused(loaded, {str(one.id): one for one in family}, path, into)
    for too_many in _too_many(stores):
        into.refuse(Place(path), too_many)


def load(tables: Tables, stores: Stores, work: Work) -> None:
    """Adds what is not here yet; what is changed in place, and is here, stays as it is.

    Raises:
        Problem: ``import-changed`` where a row cannot be taken any more, or nothing was added.
    """
    loaded = loading.load(stores.database, tables, work.report)
    if not all(map(_stays, loaded.refused)):
        raise Problem("import-changed")


def with_people_of(
    family: Sequence[Person], tables: Tables
) -> tuple[Tables, list[tuple[Person, Mapping[str, Any]]]]:
    """The same rows, speaking of the people who are here.

    Somebody who has the name of a person here is that person, under whatever id.

    Returns:
        The tables, and the people who are here under another id, each with the row left out.
    """
    by_name = {person.name.casefold(): person for person in family}
    ids = {str(person.id) for person in family}
    known, others, renamed = [], [], {}
    for row in tables.get(_PERSON, ()):
        person = by_name.get(_text(row, "name").casefold())
        if person is None or _text(row, "id") in ids | {""}:  # one without an id is refused later
            others.append(row)
        else:
            known.append((person, row))
            renamed[_text(row, "id")] = str(person.id)
    if not known:
        return tables, []
    changed = {name: [_renamed(row, renamed) for row in rows] for name, rows in tables.items()}
    changed[_OWN_CARD] = [_as_card(row) for row in changed.get(_OWN_CARD, ())]
    return changed | {_PERSON: others}, known


def _note_loaded(loaded: Loaded, into: Plan) -> None:
    for table, kind in _KINDS.items():
        added, same = loaded.added[table], loaded.same[table]
        if added or same or table not in _OWN_THINGS:
            into.loaded[kind] += added
            into.meet(kind, same)


def _too_many(stores: Stores) -> Iterator[Problem]:
    """What there is more of now than a family may have."""
    if len(stores.people.all()) > PEOPLE_ON_HOME:
        yield Problem("family-full", limit=PEOPLE_ON_HOME)
    yield from own_limits.exceeded(stores.own_things)


def _note_people(known: list[tuple[Person, Mapping[str, Any]]], path: Path, into: Plan) -> None:
    for person, row in known:
        into.meet(Kind.PEOPLE)
        if (person.role, person.age_band) != (row.get("role"), row.get("age_band")):
            into.kept.append(Kept(Place(path), person))


def _note_refused(loaded: Loaded, family: Mapping[str, Person], path: Path, into: Plan) -> None:
    for refused in loaded.refused:
        is_person = refused.table == _PERSON
        if not _stays(refused) or (is_person and refused.key not in family):
            into.refuse(Place(path), _reason(refused))  # or two in the file are not the same
        elif refused.table == _SETTING:
            into.meet(Kind.SETTINGS)
            into.kept_settings.append((path, refused.key))
        elif is_person:
            into.meet(Kind.PEOPLE)
            into.kept.append(Kept(Place(path), family[refused.key]))


def _stays(refused: Refused) -> bool:
    """Whether a row was left out because the family has since changed it in place here."""
    return refused.table in _CHANGED_IN_PLACE and refused.reason is Reason.DIFFERS


def _reason(refused: Refused) -> Problem:
    table, key = quoted(refused.table), quoted(refused.key)
    return Problem(_REASONS[refused.reason], table=table, number=refused.number, value=key)


def _as_card(row: Any) -> Any:  # noqa: ANN401 - what JSON holds
    """A card with the id that it has here: whose it is, is part of it."""
    try:
        return row | {"id": str(card_id(UUID(row["person"]), row["tool"]))}
    except (TypeError, KeyError, ValueError, AttributeError):
        return row  # which cannot be taken, and is told so


def _text(row: object, key: str) -> str:
    value = row.get(key) if isinstance(row, dict) else None
    return value if isinstance(value, str) else ""


def _renamed(row: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - what JSON holds
    if not isinstance(row, dict):
        return row
    changed = {key: names[row[key]] for key in _NAMES_A_PERSON if _text(row, key) in names}
    return row | changed if changed else row
