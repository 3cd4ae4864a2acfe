"""The settings of what Home shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from thermometer.ui.page import Surroundings
from thermometer.ui.settings_part import PreferencePart


class HomeSettings(PreferencePart):
    """The two buttons for grown-ups, and the words on the plates."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, QCoreApplication.translate("HomeSettings", "What Home shows"))
        shown, hidden = self.tr("Shown"), self.tr("Hidden")
        self.offer(
            "moment_on_home",
            self.tr("“We had a hard moment”"),
            self.tr("Kept with one touch. Hidden, it can still be told under Repairs."),
            {True: shown, False: hidden},
        )
        self.offer(
            "noticed_on_home",
            self.tr("“I noticed” on a child’s card"),
            self.tr("Leads a grown-up through the lock to what they saw. Also found under Week."),
            {True: shown, False: hidden},
        )
        self.offer(
            "words_on_home",
            self.tr("Words on the thermometers"),
            self.tr("Faces alone suit a child who does not read. A screen reader says the words."),
            {True: self.tr("Faces and words"), False: self.tr("Faces alone")},
        )
