"""Everything in which a person can be named is known, and texts lose the name alone."""

from __future__ import annotations

import sys

import pytest

from tests.store.erased_family import ZOE
from thermometer.domain.erasing import _LAST_CASED, Names
from thermometer.store import (
    erasing_rows,
    erasing_tables,
    erasing_texts,
)
from thermometer.store.database import Database
from thermometer.store.erasing_tables import Fate, Kind

PLAIN = {  # columns that hold ids, and words of the program's own
    *"device time_zone source zone answer kind resolution outcome card step part subject".split(),
    *"role age_band audience from_band picture zones pace done steps_done key replaces".split(),
    *"recording id colour".split(),
}
DEEP = "[" * 100_000
NAMES_OTHERS = {"person.name"}
"""The name of somebody else stays, whatever it is: it is theirs."""


def columns(database: Database) -> dict[str, dict[str, str]]:
    """The columns of every table of a family, with their types."""
    tables = erasing_rows.tables_in(database.connection) - {"alembic_version", "schema_needs"}
    return {
        table: {
            str(row[1]): str(row[2])
            for row in database.connection.execute(f"PRAGMA table_info({table})")
        }
        for table in tables
    }


def test_every_reference_of_the_schema_is_known(database: Database) -> None:
    known = {(one.table, one.column, one.to) for one in erasing_tables.REFERENCES}
    there = {
        (table, str(row[3]), str(row[2]))
        for table in columns(database)
        for row in database.connection.execute(f"PRAGMA foreign_key_list({table})")
    }
    assert {one for one in there if one[2] != "device"} - known == set()
    assert known - there == {("rupture", "episode", "check_in")}  # it may come from elsewhere


def test_what_cannot_be_empty_goes(database: Database) -> None:
    needed = {
        (table, str(row[1]))
        for table in columns(database)
        for row in database.connection.execute(f"PRAGMA table_info({table})")
        if row[3]
    }
    emptied = {(o.table, o.column) for o in erasing_tables.REFERENCES if o.fate is Fate.EMPTIED}
    assert emptied & needed == set()


def test_every_column_of_words_is_known(database: Database) -> None:
    references = {(one.table, one.column) for one in erasing_tables.REFERENCES}
    unknown = {
        f"{table}.{name}"
        for table, found in columns(database).items()
        for name, kind in found.items()
        if kind == "TEXT"
        and name not in PLAIN
        and name not in erasing_tables.TEXTS.get(table, {})
        and (table, name) not in references
    }
    assert unknown - NAMES_OTHERS == {"setting.value"}  # which is looked through by itself
    there = columns(database)
    assert all(set(cols) <= set(there[table]) for table, cols in erasing_tables.TEXTS.items())


def test_nothing_refuses_to_be_deleted(database: Database) -> None:
    triggers = database.connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'"
    ).fetchall()
    assert triggers == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mia was here", "… was here"),
        ("with mia, MIA and Mia's bear", "with …, … and …'s bear"),
        ("Mias Bär", "…s Bär"),
        ("Miami and Amia", "Miami and Amia"),
        ("Mia Lou", "… Lou"),
        ("Mia_Leo and Mia2, 2Mia", "…_Leo and …2, 2…"),
        ("昨天Mia很生气", "昨天…很生气"),
        ("", ""),
    ],
)
def test_a_name_is_found_as_a_word(text: str, left: str) -> None:
    assert Names(["Mia"]).out_of(text) == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("美亚", "昨天美亚很生气", "昨天…很生气"),
        ("مِيا", "ومِيا", "و…"),
        ("มีอา", "เมื่อวานมีอาโกรธ", "เมื่อวาน…โกรธ"),
        ("ЗОЯ", "Зоя и Зоями", "… и Зоями"),
        ("Zoë", "zoe\u0308 and Zoe\u0308lle", "… and Zoe\u0308lle"),
        ("S", "ss", "……"),
        ("…", "…", "…"),
        ("Mia2", "Mia2x mia22", "…x …2"),
        ("🦊", "a🦊b", "a…b"),
    ],
)
def test_only_letters_with_capitals_make_a_longer_word(name: str, text: str, left: str) -> None:
    assert Names([name]).out_of(text) == left
    assert Names([name]).out_of(left) == left


def test_a_name_inside_a_longer_word_stays_and_is_told() -> None:
    names = Names(["Mia"])
    assert names.out_of("Miami, Mia") == "Miami, …"
    assert names.are_inside("Miami, Mia")
    assert not names.are_inside("Mia, mia's")
    assert not Names([]).are_inside("Mia")
    everywhere = Names(["Mia"], inside=True)
    assert everywhere.out_of("Miami, Mias") == "…mi, …s"
    assert not everywhere.are_inside("Miami")


def test_no_letter_with_capitals_lies_beyond_those_that_are_known() -> None:
    beyond = map(chr, range(_LAST_CASED, sys.maxunicode + 1))
    assert not any(letter.lower() != letter.upper() for letter in beyond)


def test_nobodys_name_is_found_nowhere() -> None:
    assert Names([]).out_of("Mia") == "Mia"


def test_the_longer_of_two_names_goes_whole() -> None:
    assert Names(["Mia", "Mia Lou"]).out_of("Mia Lou came") == "… came"


@pytest.mark.parametrize(
    ("kind", "text", "left"),
    [
        (Kind.TEXT, "Mia's", "…'s"),
        (Kind.WORDS, "mia;at Mia's;school", "mia;at …'s;school"),
        (Kind.JSON, '{"mia": ["Mia", 1, {"a": "mia"}]}', '{"mia": ["…", 1, {"a": "…"}]}'),
        (Kind.JSON, '{"a":  "b"}', '{"a":  "b"}'),
        (Kind.JSON, "{broken Mia", "{broken …"),
        (Kind.JSON, f"{DEEP}Mia", f"{DEEP}…"),
        (Kind.JSON, f'{DEEP[:400]}"Mia"{"]" * 400}', f'{DEEP[:400]}"…"{"]" * 400}'),
        (Kind.JSON, '["Mia", 1e999]', '["…", 1e999]'),
        (Kind.JSON, "NaN", "NaN"),
    ],
)
def test_columns_lose_the_name(kind: Kind, text: str, left: str) -> None:
    assert erasing_texts.rewritten(Names(["Mia"]), kind, text) == left


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mia cried", ("Mia cried",)),
        ("nobody", ()),
        ('{"a": ["Mia", "Leo"], "b": 1}', ("Mia",)),
        ("12", ()),
        (f"{DEEP}Mia", (f"{DEEP}Mia",)),
    ],
)
def test_mentions_are_shown(text: str, found: tuple[str, ...]) -> None:
    assert erasing_texts.changed_texts(Names(["Mia"]), text) == found


@pytest.mark.parametrize(
    ("key", "text", "left"),
    [
        ("voices", '{"X": 1}', '{"X": 1}'),
        ("voices", f'"{ZOE.id}"', None),
        ("voices", f'"{ZOE.id.hex}"', None),
        ("texts", "{broken Mia", None),
        ("texts", "{broken", "{broken"),
        ("texts", f"{DEEP}Mia", None),
        ("texts", DEEP, DEEP),
        ("lock.pins", f"{DEEP}{ZOE.id}", "null"),
        ("lock.pins", DEEP, DEEP),
        ("preferences", "NaN", "NaN"),
        ("preferences", "{broken Mia", "{broken Mia"),
        ("preferences", '{"look": "mia"}', '{"look": "mia"}'),
        ("texts", '{"look": "mia", "n": null}', '{"look": "…", "n": null}'),
    ],
)
def test_settings_lose_somebody(key: str, text: str, left: str | None) -> None:
    assert erasing_texts.setting_without(key, text, str(ZOE.id), Names(["Mia"])) == left
