"""What the command line says when the data or its own files are not as they should be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import FILES, Run
from thermometer import app, assets
from thermometer.store.database import Database


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


def test_a_folder_in_which_no_family_has_begun(run: Run, data: Path) -> None:
    data.mkdir()
    (data / "letter.txt").write_text("something else", encoding="utf-8")
    for words in (["week"], ["export", str(data / "out")], ["check"]):
        code, out, err = run(*words)
        assert (code, out) == (1, "")
        assert str(data) in err
    assert run("import", "--dry-run", *FILES)[0] == 0
    assert [path.name for path in data.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_looked_into(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    data.mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    code, out, err = run("week")
    assert (code, out) == (1, "")
    assert "allow access" in err


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
