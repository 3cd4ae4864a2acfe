"""What the command line understands, and where it looks for the data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import FILES, Run, wrong_usage
from thermometer import __version__, assets
from thermometer.cli import arguments, main
from thermometer.ui import screen_window


@pytest.mark.parametrize(
    "words",
    [
        ["sing"],
        ["import"],
        ["export"],
        ["week", "--week", "2026-W60"],
        ["week", "--week", "last"],
        ["week", "--from", "16.11.2026"],
        ["week", "--from", "2026-11-16", "--week", "2026-W47"],
        ["week", "--now", "2026-11-16T20:00:00"],
        ["week", "--now", "soon"],
        ["episodes", "--from", "2026-11-17", "--to", "2026-11-16"],
        ["export", "out", "--from", "2026-11-17", "--to", "2026-11-16"],
        ["tour", "out", "--size", "wide"],
        ["tour", "out", "--size", "479x320"],
        ["tour", "out", "--size", "480x319"],
        ["tour", "out", "--size", "4097x800"],
        ["tour", "out", "--size", "800x4097"],
        ["tour", "out", "--theme", "pink"],
        ["--sample", "week"],
        ["--language"],
        ["--da", "x"],
        ["week", "--data", ""],
    ],
)
def test_wrong_usage(run: Run, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert "usage: thermometer" in wrong_usage(run, capsys, *words)


def test_wrong_usage_names_what_was_wrong(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    told = wrong_usage(run, capsys, "week", "--now", "2026-11-16T20:00:00")
    assert "2026-11-16T20:00:00 is not a time with its offset" in told


def test_a_tour_of_every_size_that_the_window_can_have() -> None:
    text = assets.find("tour", "screen.json").read_text(encoding="utf-8")
    (screen,) = json.loads(text)["screens"]
    assert screen_window.SMALLEST.toTuple() == arguments.SMALLEST
    assert (screen["width"], screen["height"]) == arguments.LARGEST
    for width, height in (arguments.SMALLEST, arguments.LARGEST):
        assert arguments.read_size(f"{width}x{height}") == (width, height)


@pytest.mark.parametrize(
    "command",
    ["", "tour", "import", "export", "week", "episodes", "backup", "restore", "check"],
)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*command.split(), "--help"])
    assert caught.value.code == 0
    out = capsys.readouterr().out
    assert "--data FOLDER" in out
    assert "--language" in out


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"thermometer {__version__}\n"


def test_where_the_data_is(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    places = [tmp_path / "one", tmp_path / "two", tmp_path / "three"]
    monkeypatch.setenv("THERMOMETER_DATA", str(places[0]))
    assert main(["import", FILES[0]]) == 0
    assert main(["--data", str(places[1]), "import", FILES[0]]) == 0
    assert main(["import", "--data", str(places[2]), FILES[0]]) == 0
    assert all((place / "family.db").is_file() for place in places)
    monkeypatch.setenv("THERMOMETER_DATA", "")
    assert main(["import", FILES[0]]) == 0
    assert str(home) in capsys.readouterr().out.splitlines()[-2]
    assert list(home.rglob("family.db"))


def test_an_unknown_language_is_english(run: Run) -> None:
    assert "check-ins: 357 new" in run("import", "--language", "tlh", *FILES)[1]
