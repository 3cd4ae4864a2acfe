"""The language of a family: of those that there are, and from the next start on."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.settings import choice, choose
from thermometer import app, assets
from thermometer.domain.problems import Problem
from thermometer.sentences import languages
from thermometer.services.preferences import KeptPreferences
from thermometer.ui import language


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A second language beside English: its sentences only, of which one is another."""
    resources, real = tmp_path / "resources", assets.folder()
    resources.mkdir()
    for each in real.iterdir():
        if each.name != "content":
            (resources / each.name).symlink_to(each)
    shutil.copytree(real / "content", resources / "content")
    folder = resources / "content" / "de"
    folder.mkdir()
    english = (real / "content" / "en" / "sentences.toml").read_text(encoding="utf-8")
    (folder / "sentences.toml").write_text(english.replace("safe", "sicher"), encoding="utf-8")
    monkeypatch.setattr(assets, "folder", lambda: resources)
    before = QLocale()
    yield "sicher"
    QLocale.setDefault(before)


def test_languages_are_the_folders_that_there_are(german: str) -> None:
    assert languages() == ("en", "de")
    (assets.folder() / "content" / "empty").mkdir()
    assert languages() == ("en", "de")


def test_the_choice_takes_effect_at_the_next_start(
    make_tablet: MakeTablet, folder: Path, clock: FakeClock, german: str
) -> None:
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    tablet.open_settings()
    shown = choice(tablet, "language")
    assert [chip.text() for chip in shown.flow.chips.values()] == ["English", "Deutsch"]
    assert shown.flow.chosen == ("en",)
    assert shown.sentence.text == "From the next start on."
    choose(tablet, "language", "de")
    tablet.close()
    own = app._OwnData(folder, clock, "en")
    for _ in range(2):
        again = own.open(lambda _change: None)
        assert again.content.language == "de"
        assert german in again.sentences.of(Problem("unexpected"))
        assert QLocale().language() is QLocale.Language.German
        again.close()
    other = app._OwnData(folder, clock, "fr").open(lambda _change: None)
    assert other.content.language == "fr"
    other.close()


def test_a_language_that_is_gone_is_english(
    make_tablet: MakeTablet, folder: Path, clock: FakeClock
) -> None:
    tablet = make_tablet()
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, language="tlh"))
    tablet.close()
    services = app._OwnData(folder, clock, "en").open(lambda _change: None)
    assert services.content.language == "en"
    services.close()


def test_a_choice_that_cannot_be_read_lets_go_of_the_data(
    folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_kept: KeptPreferences) -> None:
        raise Problem("data-no-access", path="X")

    own = app._OwnData(folder, clock, "en")
    with monkeypatch.context() as broken:
        broken.setattr(KeptPreferences, "read_again", refuse)
        with pytest.raises(Problem, match="data-no-access"):
            own.open(lambda _change: None)
    own.open(lambda _change: None).close()


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A German catalogue of three sentences: one is right, two cannot be filled."""
    folder = tmp_path / "i18n"
    folder.mkdir()
    pairs = {"Hello {name}": "Hallo {name}", "Bye {name}": "{nome} geht", "Hm {name}": "Hm {name"}
    messages = "".join(
        f"<message><source>{english}</source><translation>{german}</translation></message>"
        for english, german in pairs.items()
    )
    text = f'<TS version="2.1" language="de"><context><name>Page</name>{messages}</context></TS>'
    source = folder / "thermometer_de.ts"
    source.write_text(text, encoding="utf-8")
    release = Path(PySide6.__file__).with_name("lrelease")
    made = [str(release), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))]
    subprocess.run(made, check=True)
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    before = QLocale()
    yield
    QLocale.setDefault(before)


def test_a_translation_that_cannot_be_filled_is_english(
    qapp: QApplication, catalogue: None
) -> None:
    language.install(qapp, "de")
    try:
        said = [
            QCoreApplication.translate("Page", text)
            for text in ("Hello {name}", "Bye {name}", "Hm {name}", "Not in it")
        ]
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
    assert said == ["Hallo {name}", "Bye {name}", "Hm {name}", "Not in it"]
