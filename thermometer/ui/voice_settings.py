"""The settings of the voice: whom it reads to, which one it is, how fast it speaks."""

from __future__ import annotations

import sys
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.settings import SPEECH_RATES, Preferences
from thermometer.ui.entry_form import people_choices
from thermometer.ui.page import Surroundings
from thermometer.ui.settings_part import PreferencePart
from thermometer.ui.widgets.chip_flow import Choice
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_choice import SettingChoice


class VoiceSettings(PreferencePart):
    """Looks for the computer's voice when it comes into view, and says what is missing."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, QCoreApplication.translate("VoiceSettings", "Read to me"))
        self._voice = around.voice
        self.people: SettingChoice[UUID] = SettingChoice(
            self._theme,
            self.tr("Who can let it be read to them"),
            self.tr("The speaker is shown on their screens."),
            {},
            many=True,
        )
        self.people.flow.changed.connect(self._keep_people)
        self.list.add(self.people)
        self.offer("voice", self.tr("Voice"), "", {})
        self.offer(
            "speech_rate",
            self.tr("How fast it speaks"),
            self.tr("A slow voice is easier to follow when one is upset."),
            dict(
                zip(
                    SPEECH_RATES,
                    (self.tr("Slower"), self.tr("As usual"), self.tr("Faster")),
                    strict=True,
                )
            ),
        )
        self._add_buttons()
        for told in (self._voice.ready, self._voice.answered):
            told.connect(self._show_voice)

    def _add_buttons(self) -> None:
        self.listen = PillButton(self._theme, self.tr("Listen"), picture="interface/speaker")
        self.again = PillButton(self._theme, self.tr("Look again"))
        self.listen.clicked.connect(self._listen)
        self.again.clicked.connect(self._look_again)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for button in (self.listen, self.again):
            button.quiet = True
            line.addWidget(button)
        line.addStretch(1)
        self.list.add(row)

    @override
    def show_now(self) -> None:
        super().show_now()
        people, now = self._services.family.people(), self._services.preferences.now
        read_to = {person.id for person in people if now.reads_to(person)}
        self.people.show_choices(people_choices(people), read_to)
        self._voice.look_for()
        self._show_voice()

    @override
    def leave(self) -> None:
        self._voice.stop()

    @override
    def chosen(self, field: str) -> None:
        self._listen()

    def _keep_people(self) -> None:
        """Of those who are asked about; somebody who is set aside keeps what was chosen."""
        flow = self.people.flow

        def choose(now: Preferences) -> Preferences:
            for person in flow.chips:
                now = now.reading_to(person, on=person in flow.chosen)
            return now

        self.keep(choose)

    def _listen(self) -> None:
        self._voice.say(self.tr("Hello. I can read to you."))

    def _look_again(self) -> None:
        self._voice.look_again()
        self._show_voice()

    def _show_voice(self) -> None:
        """The voices that there are, or what to do about it that there is none."""
        chosen, names = self._services.preferences.now.voice, self._voice.names
        offered = {"": Choice(self.tr("As the computer has it"))}
        offered |= {name: Choice(name) for name in names}
        self.choices["voice"].show_choices(offered, [chosen if chosen in names else ""])
        self.choices["voice"].sentence.show_text(self._says())
        is_there = self._voice.is_there
        for widget in (self.choices["voice"].flow, self.choices["speech_rate"], self.listen):
            widget.setVisible(is_there)
        self.again.setVisible(not is_there and not self._voice.is_looked_for)

    def _says(self) -> str:
        if self._voice.is_there:
            return self.tr("The voices of this computer that speak your language.")
        if self._voice.is_looked_for:
            return self.tr("Looking for a voice…")
        return self._what_to_install(sys.platform)

    def _what_to_install(self, system: str) -> str:
        if system == "win32":
            how = self.tr("Add one in the settings of Windows, under Time and language, Speech.")
        elif system == "darwin":
            how = self.tr("Add one in the System Settings, under Accessibility, Spoken Content.")
        else:
            how = self.tr(
                "Install speech-dispatcher and espeak-ng: on Debian, Ubuntu and Raspberry Pi with"
                " “sudo apt install speech-dispatcher-espeak-ng libpulse0”."
            )
        none = self.tr("No voice was found on this computer, so nothing can be read aloud.")
        heard = self.tr("It also needs a loudspeaker or headphones.")
        return f"{none} {how} {heard}"
