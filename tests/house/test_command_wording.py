"""The command line's own texts: each one it asks for is there, each one there is asked for."""

from __future__ import annotations

import tomllib

from tests.house.sources import RESOURCES, calls, literal, sources, strings

PLACE = "thermometer/cli"


def texts() -> dict[str, dict[str, str]]:
    path = RESOURCES / "content" / "en" / "cli.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_every_text_asked_for_is_there() -> None:
    found = []
    for source in sources(PLACE):
        for name, call in calls(source.tree):
            parts = [literal(part) for part in call.args]
            if name == "say" and len(parts) == 2 and None not in parts:
                section, key = map(str, parts)
                if key not in texts().get(section, {}):
                    found.append(source.at(call, f"no text [{section}] {key}"))
    assert found == []


def test_every_text_there_is_asked_for() -> None:
    used = {
        str(text.value).lstrip("-") for source in sources(PLACE) for text in strings(source.tree)
    }
    # The choices of ``only_one_of`` are its keywords.
    used |= {
        str(word.arg)
        for source in sources(PLACE)
        for name, call in calls(source.tree)
        if name == "only_one_of"
        for word in call.keywords
    }
    unused = [
        f"[{section}] {key}"
        for section, inside in texts().items()
        for key in inside
        if section not in used or key not in used
    ]
    assert unused == []
