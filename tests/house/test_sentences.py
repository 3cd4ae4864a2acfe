"""Below the window, people are told things by key; the sentences live in the content folder."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from functools import cache

import pytest

from tests.house.sources import (
    RESOURCES,
    Source,
    calls,
    inside,
    literal,
    name_of,
    snippet,
    sources,
    strings,
)

BELOW = ("thermometer/services/", "thermometer/cli", "thermometer/app.py", "thermometer/__main__")
TELLING = frozenset({"print", "write", "writelines", "error", "exit"})
EXPLAINING = frozenset({"help", "description", "epilog", "usage", "metavar"})
MISTAKES_OF_OURS = frozenset(
    {"ValueError", "TypeError", "KeyError", "RuntimeError", "LookupError", "AssertionError"}
)
# A cell does not know its column; the table that reads it adds the name before anybody is told.
ADDED_LATER = {"thermometer/services/exchange/": {"column"}}
KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
PHRASE = re.compile(r"[^\W\d_]{2,} +[^\W\d_]{2,}")
SENTENCE = re.compile(r"[A-Z][\w’']* +[\w’'].*[.!?…:]\s*|[A-Z][a-z’']+(?: [\w’',]+){2,}")


@cache
def sentences() -> dict[str, str]:
    text = (RESOURCES / "content" / "en" / "sentences.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def problem_classes(everything: tuple[Source, ...]) -> set[str]:
    """``Problem`` and whatever is derived from it, by name."""
    names = {"Problem"}
    classes = [
        node
        for source in everything
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
    ]
    size = 0
    while size != len(names):
        size = len(names)
        names |= {kind.name for kind in classes if names & set(map(name_of, kind.bases))}
    return names


def keys_used(source: Source, classes: set[str]) -> list[tuple[str, ast.Call]]:
    """The keys that ``source`` gives to a problem or asks a sentence for."""
    return [
        (key, call)
        for name, call in calls(source.tree)
        if (name in classes and call.args) or (name == "say" and len(call.args) == 1)
        for key in [literal(call.args[0])]
        if key is not None
    ]


def told(source: Source) -> list[str]:
    """Texts of people's language that the code itself says instead of naming a key."""
    found = [
        source.at(text, f"{name}({text.value!r})")
        for name, call in calls(source.tree)
        for given in _what_is_told(name, call)
        for text in strings(given)
        if PHRASE.search(str(text.value))
    ]
    aside = inside(source.tree, MISTAKES_OF_OURS)
    found += [
        source.at(text, f"a sentence: {text.value!r}")
        for text in strings(source.tree, aside)
        if SENTENCE.fullmatch(str(text.value))
    ]
    return found


def _what_is_told(name: str, call: ast.Call) -> list[ast.expr]:
    told_now = list(call.args) if name in TELLING else []
    return told_now + [word.value for word in call.keywords if word.arg in EXPLAINING]


@pytest.mark.parametrize(
    "text",
    [
        "err.write('nothing was changed')",
        "out.write(f'{count} rows were read')",
        "parser.add_argument('--data', help='the folder to use')",
        "raise Problem('The file cannot be read.')",
        "REASON = 'The zone is not known here'",
    ],
)
def test_a_sentence_in_the_code_is_found(text: str) -> None:
    assert told(snippet(text))


@pytest.mark.parametrize(
    "text",
    [
        "err.write(sentences.say('nothing-changed'))",
        "raise Problem('import-zone', line=3)",
        "raise ValueError('The caller gave a naive time.')",
        "out.write(json.dumps(week, indent=2))",
        "HEADER = 'id,person,at,time_zone'",
        "'''Explains what this is for.'''",
    ],
)
def test_a_key_is_fine(text: str) -> None:
    assert told(snippet(text)) == []


def test_a_derived_problem_is_known_by_name() -> None:
    source = snippet("class InUse(Problem): ...\nclass Locked(store.InUse): ...\nclass Row: ...")
    assert problem_classes((source,)) == {"Problem", "InUse", "Locked"}


def test_services_and_the_command_line_speak_by_key() -> None:
    found = [text for source in sources(*BELOW) for text in told(source)]
    assert found == []


def test_every_key_used_has_its_sentence() -> None:
    everything = sources("thermometer/")
    classes = problem_classes(everything)
    found = [
        source.at(call, f"no sentence for {key!r}")
        for source in everything
        for key, call in keys_used(source, classes)
        if key not in sentences()
    ]
    assert found == []


def test_every_sentence_is_used() -> None:
    used = {text.value for source in sources("thermometer/") for text in strings(source.tree)}
    assert sorted(set(sentences()) - used) == []


@pytest.mark.parametrize("key", sentences())
def test_a_sentence_is_well_formed(key: str) -> None:
    text = sentences()[key]
    assert KEY.fullmatch(key)
    assert text.strip() == text != ""
    places = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    assert all(name.isidentifier() for name in places)


def test_values_given_are_the_places_of_the_sentence() -> None:
    everything = sources("thermometer/")
    classes = problem_classes(everything)
    found = []
    for source in everything:
        for key, call in keys_used(source, classes):
            given = {word.arg for word in call.keywords} | _added_later(source.path)
            parts = string.Formatter().parse(sentences().get(key, ""))
            missing = {name for _, name, _, _ in parts if name} - given
            if missing and None not in given:
                found.append(source.at(call, f"{key!r} needs {sorted(missing)}"))
    assert found == []


def _added_later(path: str) -> set[str]:
    return {
        name for place, names in ADDED_LATER.items() if path.startswith(place) for name in names
    }
