"""The story of an episode: read from what was kept, and what a parent says about it afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.checkins import CheckIn
from thermometer.domain.episodes import Episode
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Mend, Remark, Subject
from thermometer.domain.stories import Story, episode_of, span_of, span_to_read, tell
from thermometer.domain.story_events import Happened
from thermometer.domain.thresholds import NOTE_LENGTH

if TYPE_CHECKING:
    from datetime import datetime

    from thermometer.clock import Clock
    from thermometer.services.reports import Reports
    from thermometer.services.stores import Stores
    from thermometer.store.remarks import Remarks

_DAYS_AROUND = timedelta(days=7)
"""So far the episode before and the one after are looked for."""


class Stories:
    """Tells stories, and keeps what is said about them.

    Args:
        stores: where everything is kept.
        remarks: where remarks and mistakes are kept.
        reports: derives episodes.
        clock: tells now.
        notify: told after each change.
    """

    def __init__(
        self, stores: Stores, remarks: Remarks, reports: Reports, clock: Clock, notify: Notify
    ) -> None:
        self._stores = stores
        self._remarks = remarks
        self._reports = reports
        self._clock = clock
        self._notify = notify

    def read(self, check_in: UUID) -> Story:
        """The story of the episode that a check-in belongs to, or belonged to.

        Raises:
            Problem: ``data-record-gone`` where there is no such check-in, or it cannot be read.
        """
        now = self._clock.now()
        family = self.everybody()
        anchor = self.check_in(check_in)
        person = next((one for one in family if one.id == anchor.person), None)
        if person is None:
            raise Problem("data-record-gone")
        episodes = self._episodes(anchor, now)
        happened = self._happened(anchor, episode_of(anchor, episodes), now)
        ids = [c.id for c in happened.check_ins if c.person == person.id]
        remarks = self._remarks.of_check_ins(ids)
        return tell(person, anchor, happened, episodes, remarks, family, now)

    def everybody(self) -> list[Person]:
        """All who may be named in a story, those set aside too."""
        return self._stores.people.all(archived=True)

    def check_in(self, id_: UUID) -> CheckIn:
        """One check-in as it was kept.

        Raises:
            Problem: ``data-record-gone``.
        """
        found = self._stores.check_ins.of_ids([id_])
        if id_ not in found:
            raise Problem("data-record-gone")
        return found[id_]

    def note(self, story: Story, text: str) -> bool:
        """Keeps a private note; whether there was anything new to keep.

        Raises:
            Problem: ``note-too-long``, or it was not kept.
        """
        note = text.replace("\0", "").strip()
        if len(note) > NOTE_LENGTH:
            raise Problem("note-too-long", limit=NOTE_LENGTH)
        return self._say(story, Subject.NOTE, note, before=story.text(Subject.NOTE))

    def tag(self, story: Story, contexts: tuple[str, ...]) -> bool:
        """Keeps what else was going on; whether there was anything new to keep.

        Raises:
            Problem: it was not kept.
        """
        before = ";".join(story.contexts)
        return self._say(story, Subject.CONTEXTS, ";".join(contexts), before=before)

    def settle_tags(self, story: Story) -> bool:
        """Fills the tags of the first check-in, if it has none; what was said first stands there.

        Returns:
            Whether there was anything to fill.

        Raises:
            Problem: they were not kept.
        """
        if story.first.contexts or not story.contexts:
            return False
        self._stores.check_ins.describe(story.first.id, contexts=story.contexts)
        self._notify(Change.CHECK_INS)
        return True

    def answer(self, story: Story, mend: Mend | None) -> bool:
        """Keeps the answer to "anything to mend?", None to take it back; whether it was new.

        Raises:
            Problem: it was not kept.
        """
        text = mend.value if mend else ""
        return self._say(story, Subject.MEND, text, before=story.text(Subject.MEND))

    def _say(self, story: Story, subject: Subject, text: str, *, before: str) -> bool:
        if text == before:
            return False
        replaced = story.said.get(subject)
        self._remarks.add(
            Remark(
                id=uuid4(),
                check_in=story.key,
                subject=subject,
                text=text,
                entered_at=self._clock.now(),
                replaces=replaced.id if replaced else None,
            )
        )
        self._notify(Change.REMARKS)
        return True

    def _episodes(self, anchor: CheckIn, now: datetime) -> list[Episode]:
        first, last = (anchor.at + days for days in (-_DAYS_AROUND, _DAYS_AROUND))
        return self._reports.episodes(now, first.date(), last.date(), only=anchor.person)

    def _happened(self, anchor: CheckIn, episode: Episode | None, now: datetime) -> Happened:
        span = span_of(anchor, episode, now)
        around = span_to_read(span)
        check_ins = self._stores.check_ins.between(around.start, around.end)
        mistakes = self._remarks.mistakes(
            c.id for c in check_ins if c.withdrawn_at is not None and c.person == anchor.person
        )
        return Happened(
            check_ins=check_ins,
            uses=self._stores.tool_uses.between(span.start, span.end, anchor.person),
            mistakes=mistakes,
            anew=self._stores.check_ins.of_ids(mistake.id for mistake in mistakes),
        )
