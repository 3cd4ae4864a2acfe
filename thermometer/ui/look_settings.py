"""The settings of how it looks and moves, and of the language and the week."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from typing_extensions import override

from thermometer.domain.settings import TEXT_SIZES, BreathPace, FirstDay, Look, Motion
from thermometer.sentences import SOURCE_LANGUAGE, languages
from thermometer.ui.page import Surroundings
from thermometer.ui.settings_part import PreferencePart


class LookSettings(PreferencePart):
    """Colours and the size of text."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("LookSettings", "How it looks")
        super().__init__(around, title)
        self.offer(
            "look",
            self.tr("Colours"),
            self.tr("High contrast draws a line around everything that can be touched."),
            {
                Look.SYSTEM: self.tr("Like the computer"),
                Look.LIGHT: self.tr("Light"),
                Look.DARK: self.tr("Dark"),
                Look.CONTRAST: self.tr("High contrast"),
            },
        )
        self.offer(
            "text_size",
            self.tr("Text size"),
            self.tr("Larger text shows fewer people and cards at a time."),
            {size: self.tr("{size} %").format(size=size) for size in TEXT_SIZES},
        )


class MotionSettings(PreferencePart):
    """How much moves, and how slowly it breathes."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("MotionSettings", "How it moves")
        super().__init__(around, title)
        self.offer(
            "motion",
            self.tr("Motion"),
            self.tr("With less motion things are there at once instead of moving."),
            {Motion.FULL: self.tr("Full"), Motion.REDUCED: self.tr("Less")},
        )
        self.offer(
            "breath_pace",
            self.tr("Breathing pace"),
            self.tr("How long each breath of a guide lasts. Stop if you feel dizzy."),
            {
                BreathPace.SLOWER: self.tr("A second slower"),
                BreathPace.AS_IS: self.tr("As it is"),
                BreathPace.FASTER: self.tr("A second faster"),
            },
        )


class LanguageSettings(PreferencePart):
    """The language, of those that there are, and the first day of the week."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("LanguageSettings", "Language and week")
        super().__init__(around, title)
        found = languages()
        names = {language: language_name(language) for language in found}
        says = self.tr("From the next start on.")
        if len(found) == 1:
            says = self.tr("{language} is the only one so far.").format(language=names[found[0]])
        self.offer("language", self.tr("Language"), says, names)
        self.offer(
            "first_day",
            self.tr("First day of the week"),
            self.tr("Where a week begins on the Week page and in print."),
            {
                FirstDay.SYSTEM: self.tr("Like the computer"),
                FirstDay.MONDAY: self.tr("Monday"),
                FirstDay.SUNDAY: self.tr("Sunday"),
                FirstDay.SATURDAY: self.tr("Saturday"),
            },
        )

    @override
    def show_now(self) -> None:
        super().show_now()
        flow = self.choices["language"].flow
        if not flow.chosen:  # nothing was chosen: it is as it was started
            flow.show_chosen(self._services.content.language)


def language_name(language: str) -> str:
    """A language as those who speak it call it."""
    if language == SOURCE_LANGUAGE:
        return "English"
    locale = QLocale(language)
    known = locale.language() is not QLocale.Language.C
    return locale.nativeLanguageName().capitalize() if known else language
