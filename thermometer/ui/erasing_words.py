"""What is said before somebody is erased: what goes, what others lose, what becomes of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thermometer.domain.erasing import REMOVED, BackupFate, Going
from thermometer.ui.backup_words import BackupWords

if TYPE_CHECKING:
    from thermometer.clock import Clock

MENTIONS_SHOWN = 12
Said = tuple[str, str]
"""A line, and what is said under it."""


class ErasingWords(QObject):
    """Lines for a parent.

    Args:
        clock: where the device is.
        parent: the page.
    """

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._dates = BackupWords(clock, self)

    def goes(self, going: Going, name: str) -> Iterator[Said]:
        """What is theirs and goes."""
        rows, reach = going.reach.rows, going.reach
        own = self.tr("{name}: name, picture, own words, signs and tools").format(name=name)
        yield own, ""
        yield self._counted(self.tr("Check-ins: {count}"), rows.get("check_in", 0)), ""
        yield self._counted(self.tr("Tools used: {count}"), rows.get("tool_use", 0)), ""
        below = self.tr(
            "With all of them: tries to come back together ({bids}), follow-ups ({follow_ups}),"
            " and what was written down on the way."
        ).format(bids=rows.get("bid", 0), follow_ups=rows.get("follow_up", 0))
        yield self._counted(self.tr("Hard moments: {count}"), rows.get("rupture", 0)), below
        yield self._counted(self.tr("Notes and tags: {count}"), rows.get("remark", 0)), ""
        media = rows.get("media", 0) + rows.get("own_card", 0)
        yield self._counted(self.tr("Own cards, photos and recordings: {count}"), media), ""
        if reach.has_pin:
            only = self.tr("It is the only one: without it, a hold of three seconds opens this.")
            yield self.tr("The PIN"), only if reach.is_only_pin else ""

    def others(self, going: Going, name: str) -> Iterator[Said]:
        """What stays of others, and forgets them."""
        emptied = going.reach.emptied
        for key, line, below in (
            (
                "check_in.observed_by",
                self.tr("Check-ins of others that {name} saw: {count}"),
                self.tr("They stay, without who saw it."),
            ),
            (
                "tool_use.came",
                self.tr("Calls to which {name} came: {count}"),
                self.tr("They stay, without who came."),
            ),
            (
                "mistake.made_by",
                self.tr("Mistaken taps that {name} made for others: {count}"),
                self.tr("They stay taken back, without who made them."),
            ),
        ):
            if emptied.get(key):
                yield line.format(name=name, count=emptied[key]), below
        mentions = going.reach.mentions
        if mentions:
            line = self.tr("Texts that name {name}: {count}").format(name=name, count=len(mentions))
            said = self.tr("They stay, with {removed} in place of the name: {texts}")
            yield line, said.format(removed=REMOVED, texts=self._shown(mentions))
        if going.reach.own_photos:
            line = self.tr("Photos of the family’s own tools: {tools}")
            below = self.tr(
                "They belong to nobody, so they stay. If {name} is in one, please change or remove"
                " it first: Safe Place, the tool, its photo."
            )
            tools = ", ".join(going.reach.own_photos)
            yield line.format(tools=tools), below.format(name=name)

    def inside(self, going: Going, name: str, *, goes: bool) -> Said | None:
        """Texts in which the name is a part of a longer word, and what becomes of that."""
        texts = going.reach.inside
        if not texts:
            return None
        line = self.tr("Longer words in which {name} stands, in texts: {count}")
        said = self.tr("They stay as they are: {texts}")
        if goes:
            said = self.tr("There, too, {removed} takes the place of the name: {texts}")
        below = said.format(removed=REMOVED, texts=self._shown(texts))
        return line.format(name=name, count=len(texts)), below

    def _shown(self, texts: tuple[str, ...]) -> str:
        shown = " · ".join(f"“{text}”" for text in texts[:MENTIONS_SHOWN])
        more = len(texts) - MENTIONS_SHOWN
        if more <= 0:
            return shown
        return self.tr("{texts} · and {more} more").format(texts=shown, more=more)

    def files(self, going: Going, name: str) -> Iterator[Said]:
        """What becomes of the files on this device, and what is out of reach."""
        stay = [fate for fate in going.backups if fate.stays]
        drop = [fate for fate in going.backups if not fate.stays]
        if stay:
            line = self.tr("Backups that are rewritten without {name}: {count}")
            yield line.format(name=name, count=len(stay)), self._when(stay)
        if drop:
            line = self.tr("Backups that cannot be read, and are removed: {count}")
            yield self._counted(line, len(drop)), self._when(drop)
        if going.damaged:
            line = self.tr("Files kept aside after damage, which are removed: {count}")
            below = self.tr("With whatever of the others could still be read in them.")
            yield self._counted(line, len(going.damaged)), below
        yield (
            self.tr("What you have taken elsewhere stays as it is"),
            self.tr("Copies on other disks, exported files and printed pages are out of reach."),
        )

    def _when(self, fates: Iterable[BackupFate]) -> str:
        dates = (
            fate.path.name if fate.made_at is None else self._dates.when(fate.made_at)
            for fate in fates
        )
        return " · ".join(dates)

    @staticmethod
    def _counted(line: str, count: int) -> str:
        return line.format(count=count)
