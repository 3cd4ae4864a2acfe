"""What the page of files says: counts, what cannot be taken and why, what was written."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QDate, QLocale, QObject

from thermometer.sentences import Sentences
from thermometer.services.exchange import Exported, Kind, Place, Plan

MOST_REFUSALS = 100
"""A file of another kind can have a million; more are counted only."""


class ExchangeWords(QObject):
    """Sentences for a parent.

    Args:
        sentences: why a row cannot be taken.
        parent: the page.
    """

    def __init__(self, sentences: Sentences, parent: QObject) -> None:
        super().__init__(parent)
        self._sentences = sentences

    def title(self, plan: Plan) -> str:
        """What an import would come to."""
        if plan.refusals:
            return self.tr("Nothing can be brought in yet")
        if not plan.changes_anything:
            return self.tr("Everything in these files is here already")
        return self.tr("This would be brought in")

    def counts(self, plan: Plan) -> Iterator[str]:
        """How many of each kind are new and how many are here."""
        for kind, count in plan.counts.items():
            line = self.tr("{kind}: {new} new, {here} already here")
            yield line.format(kind=self.kind(kind), new=count.new, here=count.here)

    def kept(self, plan: Plan) -> Iterator[str]:
        """What stays as it is here although a file says otherwise."""
        for kept in plan.kept:
            line = self.tr("{name} is here with another role or age; that stays as it is.")
            yield line.format(name=kept.here.name)
        for _, key in plan.kept_settings:
            yield self.tr("The setting {key} stays as it is here.").format(key=key)

    def refusals(self, plan: Plan) -> Iterator[str]:
        """File, line and reason of what cannot be taken."""
        for refusal in plan.refusals[:MOST_REFUSALS]:
            reason = self._sentences.of(refusal.reason)
            yield self.tr("{place}: {reason}").format(place=self._at(refusal.place), reason=reason)
        left = len(plan.refusals) - MOST_REFUSALS
        if left > 0:
            yield self.tr("and {count} more").format(count=left)

    def _at(self, place: Place) -> str:
        if place.line is None:
            return place.file.name
        return self.tr("{file}, line {line}").format(file=place.file.name, line=place.line)

    def kind(self, kind: Kind) -> str:
        """The name of a kind of record."""
        return {
            Kind.PEOPLE: self.tr("People"),
            Kind.CHECK_INS: self.tr("Check-ins"),
            Kind.TOOL_USES: self.tr("Uses of tools"),
            Kind.RUPTURES: self.tr("Hard moments"),
            Kind.BIDS: self.tr("Attempts to repair"),
            Kind.FOLLOW_UPS: self.tr("Talks afterwards"),
            Kind.SETTINGS: self.tr("Settings"),
            Kind.OWN_THINGS: self.tr("Photos, voices, cards and tools of your own"),
        }[kind]

    def exported(self, done: Exported, folder: str) -> str:
        """What was written where."""
        said = self.tr("Written to {folder}: {files} files.").format(
            folder=folder, files=len(done.rows)
        )
        if not done.unreadable:
            return said
        lost = self.tr("Rows that could not be read and are not in them: {count}.")
        return f"{said} {lost.format(count=done.unreadable)}"

    def day(self, label: str, day: QDate) -> str:
        """A day with what it is the first or last of."""
        shown = QLocale().toString(day, QLocale.FormatType.ShortFormat)
        return self.tr("{label} {day}").format(label=label, day=shown)
