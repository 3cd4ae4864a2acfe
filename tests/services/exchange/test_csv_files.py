"""Files as people's programs write them, and files that are something else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.services.exchange.desk import CHECK_IN, MIA_AND_MUM, Desk, counts, refusals
from thermometer.services.exchange import Kind, csv_source
from thermometer.services.exchange.tables import TABLES

HEADER = ",".join(TABLES[Kind.CHECK_INS].header)
TEXT = f"{HEADER}\n{CHECK_IN}\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT,
        "\ufeff" + TEXT,
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT.replace("\n", "\r\n"),
        TEXT.rstrip("\n"),
        f"\n\n{TEXT}\n\n",
        TEXT + "," * (len(TABLES[Kind.CHECK_INS].header) - 1) + "\n",
        "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in TEXT.split("\n")),
        TEXT.replace("id,person", " id , person"),
    ],
)
def test_one_check_in_however_it_is_written(desk: Desk, content: str) -> None:
    plan = desk.take(desk.people(), desk.file("export (3).txt", content))
    assert counts(plan)["checkins"] == (1, 0)


def test_the_columns_may_stand_in_another_order(desk: Desk) -> None:
    desk.take(desk.file("family", "age_band,name,role\nadult,Mum,parent\n6-8,Mia,child\n"))
    assert [person.name for person in desk.stores.people.all()] == ["Mum", "Mia"]


def test_the_line_is_the_one_on_which_a_row_begins(desk: Desk) -> None:
    content = 'name,role,age_band\n"Mi\na",child,6-8\n\nLeo,baby,3-5\n'
    assert refusals(desk.look(desk.file("p.csv", content))) == [("p.csv", 5, "import-role")]


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        ("", None, "import-empty"),
        (" \n\n", None, "import-empty"),
        ("\ufeff", None, "import-empty"),
        (",,\n,,\n", None, "import-empty"),
        (TEXT.encode("utf-16"), None, "import-utf-16"),
        (TEXT.encode("utf-16-le"), None, "import-utf-16"),
        (TEXT.encode("utf-16-be"), None, "import-utf-16"),
        ("name;role;age_band\nMia;child;6-8\n", 1, "import-columns"),
        ("name,role\nMia,child\n", 1, "import-columns"),
        ("name,role,age_band,age_band\n", 1, "import-columns"),
        ("<html><body>", 1, "import-columns"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "import-not-utf-8"),
        (
            "name,role,age_band\nMia,child,6-8\nZo\xe9,child,6-8\n".encode("latin-1"),
            3,
            "import-not-utf-8",
        ),
        ('name,role,age_band\n"Mia"s,child,6-8\n', 2, "import-not-csv"),
        ('name,role,age_band\n"Mia,child,6-8\n', 2, "import-not-csv"),
        ("name,role,age_band\nMia,child,6-8\rLeo,child,3-5\r", 2, "import-not-csv"),
        ("name,role,age_band\n" + "x" * 200_000 + ",child,6-8\n", 2, "import-cell-too-long"),
        ("name,role,age_band\n" + "x" * 2_000_000, 2, "import-cell-too-long"),
    ],
)
def test_a_file_that_cannot_be_taken(
    desk: Desk, content: str | bytes, line: int | None, key: str
) -> None:
    plan = desk.look(desk.file("a.csv", content), desk.people())
    assert refusals(plan) == [("a.csv", line, key)]
    assert desk.services.sentences.of(plan.refusals[0].reason)


def test_a_file_that_is_not_there_or_a_folder(desk: Desk) -> None:
    plan = desk.look(desk.folder / "nothing.csv", desk.folder, desk.folder / "data\0.csv")
    assert [key for _, _, key in refusals(plan)] == [
        "import-missing",
        "import-folder",
        "import-missing",
    ]


def test_a_file_that_may_not_be_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.people()

    def forbidden(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    (refusal,) = desk.look(path).refusals
    assert refusal.reason.key == "import-no-access"
    assert "Permission denied" in desk.services.sentences.of(refusal.reason)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that cannot be read at its start")
def test_a_disk_that_fails_while_it_is_read(desk: Desk) -> None:
    (refusal,) = desk.look(Path("/proc/self/mem")).refusals
    assert refusal.reason.key == "import-no-access"


def test_a_file_larger_than_the_limit(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.people()
    monkeypatch.setattr(csv_source, "LARGEST_CSV", path.stat().st_size)
    assert refusals(desk.look(path)) == []
    monkeypatch.setattr(csv_source, "LARGEST_CSV", path.stat().st_size - 1)
    assert refusals(desk.look(path)) == [("people.csv", None, "import-too-large")]


def test_more_rows_than_the_limit(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_source, "MOST_ROWS", 2)
    assert refusals(desk.look(desk.people())) == []
    longer = desk.file("longer.csv", MIA_AND_MUM + "Leo,child,3-5\n")
    assert refusals(desk.look(longer)) == [("longer.csv", 4, "import-too-many-rows")]


def test_a_name_is_safe_whatever_it_is(desk: Desk) -> None:
    rows = [
        "'=cmd(),child,6-8",
        "'+1,child,6-8",
        "''t Hooft,parent,adult",
        '"Zoë ""Zo"" 👨‍👩‍👧",child,9-12',
        "\u202eeoL,child,3-5",
        "Mi\0a,child,6-8",
    ]
    desk.take(desk.table(Kind.PEOPLE, *rows))
    assert [person.name for person in desk.stores.people.all()] == [
        "=cmd()",
        "+1",
        "'t Hooft",
        'Zoë "Zo" 👨‍👩‍👧',
        "eoL",
        "Mia",
    ]
    desk.exporting.write(desk.folder / "out")
    lines = (desk.folder / "out" / "people.csv").read_text(encoding="utf-8").split("\n")
    assert [line.strip() for line in lines[1:4]] == rows[:3]
    assert counts(desk.take(desk.folder / "out" / "people.csv")) == {"people": (0, 6)}
