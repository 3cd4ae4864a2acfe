"""``export.json`` line by line, and whatever is laid out in another way."""

from __future__ import annotations

import io

import pytest

from thermometer.services.exchange.json_lines import tables_of

HEAD = '{"format": "ours", "tables": {'
WHOLE = f"""{HEAD}
"a": [
{{"x": 1}},
{{"x": "é, ]"}}
],
"b": [],
"c": [
7
]
}}}}
"""


def read(text: str) -> object:
    return tables_of(io.BytesIO(text.encode()), HEAD)


@pytest.mark.parametrize("text", [WHOLE, WHOLE.replace("\n", "\r\n"), WHOLE.strip()])
def test_tables_row_by_row(text: str) -> None:
    assert read(text) == {"a": [{"x": 1}, {"x": "é, ]"}], "b": [], "c": [7]}


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (HEAD, '{"format": "theirs"'),
        ('"a": [\n', '"a": [ '),
        ('"a": [\n', '"a": [,\n'),
        ('"a": [\n', '"a" [\n'),
        ('"a": [\n', "a: [\n"),
        ('"a": [', '"a": {'),
        ("1},", "1}"),
        ("7\n", "7,\n"),
        ("7\n", "seven\n"),
        ('"b": [],', '"b": []'),
        ("}}", "}"),
        ("}}", "}}\n{}"),
        ("]\n}}\n", "]\n"),
        ("]\n}}\n", ""),
    ],
)
def test_any_other_layout_is_left_to_whoever_reads_it_whole(here: str, there: str) -> None:
    assert here in WHOLE
    assert read(WHOLE.replace(here, there)) is None


def test_what_is_no_text_is_left_too() -> None:
    assert tables_of(io.BytesIO(f"{HEAD}\n".encode() + b'"\xff": []\n}}'), HEAD) is None
