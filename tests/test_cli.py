"""The command line: what it does, what it says, and the exit code."""

from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.samples.families import FAMILY_A
from thermometer import __version__, app, assets
from thermometer.cli import main, screen
from thermometer.clock import Clock, SystemClock
from thermometer.store.database import Database

NOW = (FAMILY_A / "now.txt").read_text(encoding="utf-8").strip()
FILES = [str(FAMILY_A / f"{kind}.csv") for kind in ("people", "checkins", "tool_uses")]
REPAIRS = [str(FAMILY_A / f"{kind}.csv") for kind in ("ruptures", "bids")]
PEOPLE = ("Mia", "Leo", "Mum", "Dad")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process: exit code, output, errors."""

    def call(*words: str | Path) -> tuple[int, str, str]:
        code = main(["--data", str(data), *map(str, words)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def family_a(run: Run) -> None:
    assert run("import", *FILES, *REPAIRS)[0] == 0


def wrong_usage(run: Run, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as caught:
        run(*words)
    assert caught.value.code == 2
    return capsys.readouterr().err


# ------------------------------------------------------------------------------ import and export


def test_family_a_goes_in_and_comes_out_the_same(run: Run, tmp_path: Path) -> None:
    code, out, err = run("import", *FILES)
    assert (code, err) == (0, "")
    assert "people: 4 new, 0 already here" in out
    assert "check-ins: 357 new, 0 already here" in out
    assert "uses of tools: 101 new, 0 already here" in out
    code, out, err = run("export", tmp_path / "out")
    assert (code, err) == (0, "")
    assert "checkins.csv: 357" in out
    for path in map(Path, FILES):
        written = (tmp_path / "out" / path.name).read_bytes().splitlines()
        assert sorted(written) == sorted(path.read_bytes().splitlines())


def test_a_second_import_finds_everything_here(run: Run, family_a: None) -> None:
    code, out, _ = run("import", *FILES, *REPAIRS)
    assert code == 0
    assert "check-ins: 0 new, 357 already here" in out
    assert "bids: 0 new, 8 already here" in out


def test_a_dry_run_writes_nothing_and_makes_nothing(run: Run, data: Path) -> None:
    code, out, _ = run("import", "--dry-run", *FILES)
    assert code == 0
    assert out.startswith("Nothing was written.")
    assert "check-ins: 357 new" in out
    assert not data.exists()


def test_a_dry_run_on_a_family(run: Run, family_a: None) -> None:
    assert "check-ins: 0 new, 357 already here" in run("import", "--dry-run", *FILES)[1]


def test_rows_that_cannot_be_taken_are_listed(run: Run, tmp_path: Path) -> None:
    text = Path(FILES[1]).read_text(encoding="utf-8").replace(",red,", ",purple,")
    bad = tmp_path / "bad.csv"
    bad.write_text(text, encoding="utf-8")
    code, out, err = run("import", FILES[0], bad)
    assert (code, out) == (1, "")
    lines = err.splitlines()
    assert len(lines) == text.count(",purple,") + 1
    first = 1 + text.split(",purple,")[0].count("\n")
    assert lines[0].startswith(f"{bad}, line {first}: zone: “purple”")
    assert "Nothing was written" in lines[-1]
    out = run("export", tmp_path / "out")[1]
    assert "people.csv: 0" in out


def test_a_file_that_cannot_be_taken(run: Run, tmp_path: Path) -> None:
    code, _, err = run("import", tmp_path / "nothing.csv")
    assert code == 1
    assert err.splitlines()[0] == f"{tmp_path / 'nothing.csv'}: there is no such file."


def test_what_was_kept_is_said(run: Run, family_a: None, tmp_path: Path) -> None:
    other = tmp_path / "p.csv"
    other.write_text("name,role,age_band\nMia,child,9-12\n", encoding="utf-8")
    code, out, _ = run("import", other)
    assert code == 0
    assert f"{other}, line 2: Mia is already here as child, 6-8; that was kept." in out


def test_settings_that_were_kept_are_said(run: Run, data: Path, tmp_path: Path) -> None:
    def setting(value: int) -> None:
        opened = app.open_family(data, SystemClock(), lambda _change: None)
        opened.stores.settings.set("first-day", value)
        opened.close()

    setting(6)
    run("export", tmp_path / "out")
    setting(0)
    out = run("import", tmp_path / "out" / "export.json")[1]
    assert "the setting first-day is already here with another value" in out


def test_an_earlier_export_is_kept(run: Run, family_a: None, tmp_path: Path) -> None:
    assert run("export", tmp_path / "out")[0] == 0
    code, out, err = run("export", tmp_path / "out")
    assert (code, out) == (1, "")
    assert str(tmp_path / "out") in err
    assert run("export", tmp_path / "out", "--replace")[0] == 0


def test_an_export_of_some_days(run: Run, family_a: None, tmp_path: Path) -> None:
    days = ("--from", "2026-10-19", "--to", "2026-10-19")
    assert "checkins.csv: 15" in run("export", tmp_path / "out", *days)[1]


def test_an_export_to_a_full_disk(
    run: Run, family_a: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("thermometer.services.exchange.whole_files.os.fsync", full)
        code, out, err = run("export", tmp_path / "out")
    assert (code, out) == (1, "")
    assert "not enough room" in err


def test_rows_that_cannot_be_read_are_counted(
    run: Run, family_a: None, data: Path, tmp_path: Path
) -> None:
    database = Database.open(data)
    with database.transaction() as session:
        connection = session.connection()
        connection.exec_driver_sql("DROP TRIGGER check_in_stands")
        connection.exec_driver_sql("UPDATE check_in SET id = replace(id, '-', '?') WHERE rowid = 5")
    database.close()
    out = run("export", tmp_path / "out")[1]
    assert "checkins.csv: 356" in out
    assert "1 rows of the data could not be read" in out


# ------------------------------------------------------------------------------ weeks and episodes


@pytest.mark.parametrize("day", ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"])
def test_the_weeks_of_family_a(run: Run, family_a: None, day: str) -> None:
    code, out, err = run("--now", NOW, "week", "--from", day, "--json")
    assert (code, err) == (0, "")
    expected = (FAMILY_A / f"expected-week-{day}.json").read_text(encoding="utf-8")
    assert json.loads(out) == json.loads(expected)


def test_the_week_has_three_names(run: Run, family_a: None) -> None:
    by_date = run("week", "--from", "2026-11-09", "--now", NOW, "--json")
    assert run("week", "--week", "2026-W46", "--now", NOW, "--json") == by_date
    assert run("week", "--now", NOW, "--json") == by_date


def test_one_person_s_week(run: Run, family_a: None) -> None:
    out = json.loads(run("week", "--now", NOW, "--json", "--person", "mia")[1])
    whole = json.loads(run("week", "--now", NOW, "--json")[1])
    assert [person["name"] for person in out["people"]] == ["Mia"]
    assert out["family"] == whole["family"]


def test_a_week_in_words(run: Run, family_a: None) -> None:
    code, out, err = run("week", "--now", NOW)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 6
    assert "November 2026" in lines[0]
    assert [
        name in line for name, line in zip(["Mia", "Leo", "Mum", "Dad"], lines[1:], strict=False)
    ]
    assert len(run("week", "--now", NOW, "--person", "Leo")[1].splitlines()) == 3


def test_somebody_unknown(run: Run, family_a: None) -> None:
    for command in ("week", "episodes"):
        code, out, err = run(command, "--person", "Oma")
        assert (code, out) == (1, "")
        assert "Oma" in err


def test_the_episodes_of_family_a(run: Run, family_a: None) -> None:
    code, out, err = run("episodes", "--json", "--now", NOW)
    assert (code, err) == (0, "")
    expected = (FAMILY_A / "expected-episodes.json").read_text(encoding="utf-8")
    assert json.loads(out) == json.loads(expected)


def test_some_days_episodes_of_one_person(run: Run, family_a: None) -> None:
    days = ("--from", "2026-10-26", "--to", "2026-11-05")
    out = json.loads(run("episodes", "--now", NOW, "--person", "Leo", *days)[1])
    whole = json.loads((FAMILY_A / "expected-episodes.json").read_text(encoding="utf-8"))
    assert out == [
        episode
        for episode in whole
        if episode["person"] == "Leo" and "2026-10-26" <= episode["start"][:10] <= "2026-11-05"
    ]
    assert out


def test_an_empty_family_has_an_empty_week(run: Run, data: Path) -> None:
    data.mkdir()
    assert json.loads(run("week", "--json")[1])["people"] == []
    assert json.loads(run("episodes", "--json")[1]) == []


@pytest.mark.parametrize("command", [("week",), ("episodes",), ("export", "out")])
def test_no_folder_no_records(run: Run, data: Path, command: tuple[str, ...]) -> None:
    code, out, err = run(*command)
    assert (code, out) == (1, "")
    assert str(data) in err
    assert not data.exists()


# ------------------------------------------------------------------------ usage, folders, language


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
        ["tour", "out", "--theme", "pink"],
        ["--sample", "week"],
        ["--language"],
        ["--da", "x"],
    ],
)
def test_wrong_usage(run: Run, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert "usage: thermometer" in wrong_usage(run, capsys, *words)


def test_wrong_usage_names_what_was_wrong(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    told = wrong_usage(run, capsys, "week", "--now", "2026-11-16T20:00:00")
    assert "2026-11-16T20:00:00 is not a time with its offset" in told


@pytest.mark.parametrize("command", ["", "tour", "import", "export", "week", "episodes"])
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


# ---------------------------------------------------------------------------------------- trouble


def test_data_that_is_in_use(run: Run, data: Path) -> None:
    opened = Database.open(data)
    for words in (["import", *FILES], ["week"], ["export", str(data / "out")]):
        code, out, err = run(*words)
        assert (code, out) == (4, "")
        assert "already open" in err
    opened.close()


@pytest.mark.parametrize("content", [b"", b"a text, not a database" * 100])
def test_data_that_is_not_ours(run: Run, data: Path, content: bytes) -> None:
    data.mkdir()
    (data / "family.db").write_bytes(content)
    (data / "backups").mkdir()
    (data / "backups" / "old.db").write_bytes(b"x")
    code, out, err = run("week")
    assert (code, out) == (1, "")
    assert str(data) in err
    assert (data / "family.db").read_bytes() == content


def test_a_folder_that_cannot_be_made(run: Run, data: Path) -> None:
    data.write_text("a file", encoding="utf-8")
    code, out, err = run("import", *FILES)
    assert (code, out) == (1, "")
    assert str(data) in err


def test_content_that_is_broken(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resources = tmp_path / "resources"
    (resources / "content" / "en").mkdir(parents=True)
    for path in (assets.folder() / "content" / "en").glob("*.toml"):
        (resources / "content" / "en" / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(assets, "folder", lambda: resources)
    (resources / "content" / "en" / "words.toml").write_text("= broken", encoding="utf-8")
    code, _, err = run("import", *FILES)
    assert code == 1
    assert "words.toml" in err
    (resources / "content" / "en" / "cli.toml").write_text("= broken", encoding="utf-8")
    assert "cli.toml" in run("week")[2]
    (resources / "content" / "en" / "sentences.toml").unlink()
    assert "cli.toml" in run("week")[2]
    (resources / "content" / "en" / "cli.toml").unlink()
    code, _, err = run("week")
    assert code == 1
    assert "cli.toml" in err


def test_ctrl_c_leaves_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_words: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "open_family", interrupted)
    assert run("import", *FILES) == (130, "", "")


# ------------------------------------------------------------------------------- window and screen


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the window or the tour was opened with, instead of opening it."""
    found: dict[str, Any] = {}

    def opened(**options: Any) -> int:
        found.update(options)
        return 0

    monkeypatch.setattr(app, "run_window", opened)
    monkeypatch.setattr(app, "run_tour", opened)
    return found


def test_the_window_opens_on_the_family(run: Run, data: Path, called: dict[str, Any]) -> None:
    assert run() == (0, "", "")
    clock: Clock = called.pop("clock")
    assert clock.now().year >= 2024
    assert called == {"folder": data, "sample": False, "fullscreen": False, "language": "en"}


def test_the_window_opens_on_the_sample(run: Run, called: dict[str, Any]) -> None:
    assert run("--sample", "--fullscreen", "--now", NOW, "--language", "de")[0] == 0
    assert (called["sample"], called["fullscreen"], called["language"]) == (True, True, "de")
    assert called["clock"].now().isoformat().startswith("2026-11-14T19:00:0")


def test_the_tour(run: Run, called: dict[str, Any], tmp_path: Path) -> None:
    words = ("tour", tmp_path / "out", "--size", "800x480", "--theme", "dark", "--now", NOW)
    assert run(*words) == (0, "", "")
    del called["clock"]
    folder = tmp_path / "out"
    assert called == {"folder": folder, "size": (800, 480), "theme": "dark", "language": "en"}


@pytest.mark.parametrize(
    ("environment", "system", "missing"),
    [
        ({}, "linux", "none"),
        ({}, "win32", None),
        ({}, "darwin", None),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", None),
        ({"QT_QPA_PLATFORM": "minimal:fontengine=freetype"}, "linux", None),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", "none"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "linux", "none"),
        ({"DISPLAY": ":987"}, "linux", "none"),
        ({"DISPLAY": "nonsense"}, "linux", "none"),
        ({"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nowhere"}, "linux", "none"),
    ],
)
def test_whether_there_is_a_screen(
    environment: dict[str, str], system: str, missing: str | None
) -> None:
    assert screen.missing(environment, system) == missing


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux and its like have no screen")
def test_a_wayland_display_that_answers(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-1"))
        server.listen()
        environment = {"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert screen.missing(environment, "linux") is None
        assert screen.missing(environment | {"QT_QPA_PLATFORM": "wayland"}, "linux") is None
        assert screen.missing(environment | {"QT_QPA_PLATFORM": "xcb"}, "linux") == "none"


def test_without_a_screen_one_sentence_and_three(
    run: Run, data: Path, called: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "missing", lambda: "none")
    code, out, err = run()
    assert (code, out) == (3, "")
    assert err.count("\n") == 1
    assert "no screen" in err
    assert called == {}
    assert not data.exists()


# -------------------------------------------------------------------------------- the real program


def program(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "thermometer", *map(str, words)],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        cwd=Path(__file__).parents[1],
        env=kept | environment,
    )


def test_the_exit_codes_of_the_program(tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = program("--data", data, "import", *FILES)
    assert (done.returncode, done.stderr) == (0, "")
    failed = program("--data", tmp_path / "none", "week")
    assert failed.returncode == 1
    assert program("week", "--from", "x").returncode == 2
    opened = Database.open(data)
    in_use = program("--data", data, "week")
    opened.close()
    assert in_use.returncode == 4
    for ended in (failed, in_use):
        assert ended.stdout == ""
        assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux and its like have no screen")
def test_the_program_without_a_screen(tmp_path: Path) -> None:
    for environment in ({}, {"QT_QPA_PLATFORM": "xcb"}, {"DISPLAY": ":987"}):
        ended = program("--data", tmp_path / "data", **environment)
        assert (ended.returncode, ended.stdout) == (3, "")
        assert ended.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    assert program("--data", tmp_path / "d", "import", *FILES).returncode == 0
    shell = f'"{sys.executable}" -m thermometer --data "{tmp_path / "d"}" episodes --json | head -1'
    ended = subprocess.run(
        shell,
        shell=True,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[1],
    )
    assert ended.stdout == "[\n"
    assert ended.stderr == ""


def test_qt_is_not_loaded_for_a_command(tmp_path: Path) -> None:
    code = (
        "import sys; from thermometer.cli import main; "
        f"main(['--data', {str(tmp_path / 'd')!r}, 'import', {FILES[0]!r}]); "
        "sys.exit(any(name.startswith(('PySide6', 'pyqtgraph')) for name in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[1],
        capture_output=True,
    )
    assert ended.returncode == 0
