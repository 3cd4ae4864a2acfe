"""The language of the window: our translations, Qt's own, and how days and times are written."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from thermometer import assets
from thermometer.sentences import fits


class FittingWords(QTranslator):
    """The words of a language; those with other places to fill than the English are left aside."""

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        found = super().translate(context, sourceText, disambiguation, n)
        return found if found and fits(found, sourceText) else sourceText


def install(app: QApplication, language: str) -> None:
    """Make ``language`` (such as ``en``) the window's; what is not translated stays English."""
    system = QLocale.system()
    same = system.name().split("_")[0] == language
    QLocale.setDefault(system if same else QLocale(language))
    ours = str(assets.folder() / "i18n")
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("thermometer", ours), ("qtbase", qts)):
        translator = FittingWords(app) if folder is ours else QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
