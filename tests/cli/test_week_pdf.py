"""The page for the therapist from the command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.cli.conftest import NOW, Run, wrong_usage
from tests.ui.print.pages import Pdf

WEEK = ("--now", NOW, "week", "--week", "2026-W43")


@pytest.fixture(autouse=True)
def screen_kept(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command says itself that it needs no screen; not for the tests after it."""
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ["QT_QPA_PLATFORM"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "page.pdf"


def text_of(file: Path) -> str:
    pdf = Pdf(file.read_bytes())
    text = " ".join(pdf.text(number) for number in range(pdf.pages))
    pdf.close()
    return text


def test_it_is_the_first_child_s(run: Run, family_a: None, file: Path) -> None:
    assert run(*WEEK, "--pdf", file) == (0, f"Written: {file}\n", "")
    assert text_of(file).startswith("Mia, 19 – 25 October 2026 self-reported, not a measurement")
    assert file.stat().st_mode & 0o777 == 0o600


def test_somebody_else_s_with_initials_on_letter_paper(
    run: Run, family_a: None, file: Path
) -> None:
    more = ("--person", "leo", "--initials", "--paper", "letter")
    assert run(*WEEK, "--pdf", file, *more)[0] == 0
    pdf = Pdf(file.read_bytes())
    assert pdf.size() == (612, 792)
    assert pdf.text().startswith("L., 19 – 25 October 2026")
    assert pdf.title == "L., 19 – 25 October 2026"
    pdf.close()


def test_private_things_only_with_their_name(run: Run, family_a: None, tmp_path: Path) -> None:
    weeks = ("2026-W43", "2026-W44", "2026-W45", "2026-W46")
    plain, ticked = "", ""
    for week in weeks:
        words = ("--now", NOW, "week", "--week", week, "--pdf")
        assert run(*words, tmp_path / f"{week}.pdf")[0] == 0
        assert run(*words, tmp_path / f"{week}-f.pdf", "--with", "frightening,notes")[0] == 0
        plain += text_of(tmp_path / f"{week}.pdf")
        ticked += text_of(tmp_path / f"{week}-f.pdf")
    assert "I lost control" not in plain
    assert "Counted, not listed" in plain
    assert "I lost control" in ticked
    assert "Counted, not listed" not in ticked


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(
    run: Run, family_a: None, file: Path
) -> None:
    file.write_bytes(b"old")
    code, out, err = run(*WEEK, "--pdf", file)
    assert (code, out) == (1, "")
    assert err.startswith(f"There is already a file {file}.")
    assert file.read_bytes() == b"old"
    assert run(*WEEK, "--pdf", file, "--replace")[0] == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written(run: Run, family_a: None, tmp_path: Path) -> None:
    code, out, err = run(*WEEK, "--pdf", tmp_path / "missing" / "page.pdf")
    assert (code, out) == (1, "")
    assert "cannot be written" in err
    assert list(tmp_path.glob("**/*.pdf")) == []


def test_a_family_of_nobody(run: Run, data: Path, file: Path) -> None:
    data.mkdir()
    code, out, err = run("week", "--pdf", file)
    assert (code, out) == (1, "")
    assert err
    assert not file.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--initials",),
        ("--with", "notes"),
        ("--paper", "a4"),
        ("--replace",),
        ("--json", "--pdf", "page.pdf"),
        ("--pdf", "page.pdf", "--with", "everything"),
        ("--pdf", "page.pdf", "--paper", "a5"),
    ],
)
def test_wrong_usage(run: Run, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert "usage: thermometer" in wrong_usage(run, capsys, "week", *words)
