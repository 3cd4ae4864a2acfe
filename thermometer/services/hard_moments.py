"""Hard moments: logged in three taps, filled in later, asked about, and found to be one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.drafts import SameMoment
from thermometer.domain.episodes import Episode
from thermometer.domain.mend_questions import MendAnswer, MendQuestion, belongs, mend_questions
from thermometer.domain.mending import Repair
from thermometer.domain.people import Role
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Mend, Remark, Subject
from thermometer.domain.ruptures import Resolution, Rupture, RuptureKind
from thermometer.domain.same_moments import Twins, can_be_replaced
from thermometer.services.notes import kept_note

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.services.repair_list import RepairList
    from thermometer.services.reports import Reports
    from thermometer.services.stores import Stores
    from thermometer.store.remarks import Remarks

_ASKED = timedelta(days=3)
"""Days that are read for "anything to mend?": the two it is asked for, and the begin of those."""


class HardMoments:
    """Ruptures, before anything is done about them.

    Args:
        stores: where everything is kept.
        remarks: where answers about episodes are kept.
        repairs: tells how each repair stands.
        reports: derives episodes.
        clock: tells now and where.
        notify: told after each change.
    """

    def __init__(
        self,
        stores: Stores,
        remarks: Remarks,
        repairs: RepairList,
        reports: Reports,
        clock: Clock,
        notify: Notify,
    ) -> None:
        self._stores = stores
        self._remarks = remarks
        self._repairs = repairs
        self._reports = reports
        self._clock = clock
        self._notify = notify

    def log(
        self,
        grown_up: UUID,
        child: UUID,
        *,
        at: datetime | None = None,
        about: bool | None = None,
        kind: RuptureKind | None = None,
        episode: UUID | None = None,
        note: str = "",
        practice: bool = False,
    ) -> Rupture:
        """Keeps a hard moment between a grown-up and a child at once.

        Args:
            grown_up: one of the parents.
            child: one of the children.
            at: when it was, None for now.
            about: whether that is approximate; without it, any other time than now is.
            kind: if it is known already.
            episode: the id of the first check-in of the episode that it belongs to.
            note: private.
            practice: whether it is only rehearsed.

        Raises:
            Problem: ``moment-people``, ``entered-for-later``, ``note-too-long``, or nothing was
                kept.
        """
        self._two(grown_up, child)
        rupture = Rupture(
            id=uuid4(),
            at=self._past(at),
            time_zone=self._clock.time_zone(),
            grown_up=grown_up,
            child=child,
            about=at is not None if about is None else about,
            practice=practice,
            episode=episode,
            kind=kind,
            note=kept_note(note) or None,
        )
        self._stores.repairs.add_ruptures([rupture])
        self._notify(Change.REPAIRS)
        return rupture

    def describe(
        self,
        rupture: UUID,
        *,
        kind: RuptureKind | None = None,
        at: datetime | None = None,
        episode: UUID | None = None,
        note: str = "",
    ) -> Repair:
        """Fills in what a hard moment was; None and an empty note leave it as it is.

        What is empty is filled. To change what stands, its record is replaced by a new one, as
        long as nothing was done about it.

        Raises:
            Problem: ``repair-stands``, ``entered-for-later``, ``note-too-long``, or nothing was
                kept.
        """
        repair = self._repairs.one(rupture)
        said: dict[str, Any] = {"kind": kind, "episode": episode, "note": kept_note(note) or None}
        new = {name: value for name, value in said.items() if value is not None}
        if at is not None and at != repair.rupture.at:
            new |= {"at": self._past(at), "about": True}
        changed = {name: v for name, v in new.items() if v != getattr(repair.rupture, name)}
        if any(getattr(repair.rupture, name) not in (None, False) for name in changed):
            self._replace(repair, changed)
        elif changed:
            self._fill(repair.id, changed)
        return self._repairs.one(rupture)

    def episodes(self, rupture: UUID) -> tuple[Episode, ...]:
        """The episodes of the two that it may belong to, by their start."""
        moment = self._repairs.one(rupture).rupture
        day, now = moment.at.date(), self._clock.now()
        first, last = day - timedelta(days=1), day + timedelta(days=1)
        near = (
            episode
            for one in (moment.child, moment.grown_up)
            for episode in self._reports.episodes(now, first, last, only=one)
        )
        loose = replace(moment, episode=None)
        return tuple(sorted((e for e in near if belongs(loose, e)), key=lambda e: e.start))

    def questions(self) -> tuple[MendQuestion, ...]:
        """The episodes for which "anything to mend?" is still to be asked, the latest first."""
        now = self._clock.now()
        episodes = self._reports.episodes(now, (now - _ASKED).date())
        check_ins = [c.id for episode in episodes for c in episode.check_ins]
        return mend_questions(
            episodes,
            {one.id: one.role for one in self._stores.people.all()},
            self._stores.repairs.ruptures(now - _ASKED),
            self._remarks.of_check_ins(check_ins),
            now,
        )

    def answer(
        self, question: MendQuestion, answer: MendAnswer, other: UUID | None = None
    ) -> Rupture | None:
        """Keeps the answer; yes and already did keep a hard moment too.

        Args:
            question: what was asked.
            answer: yes, no, or already did.
            other: with whom, unless the answer is no: the grown-up of a child's episode, the
                child of a grown-up's.

        Raises:
            Problem: ``moment-people``, or nothing was kept.
        """
        mend = Mend.NO if answer is MendAnswer.NO else Mend.YES
        remark = Remark(
            id=uuid4(),
            check_in=question.episode.id,
            subject=Subject.MEND,
            text=mend.value,
            entered_at=self._clock.now(),
        )
        rupture = None if mend is Mend.NO else self._moment(question, answer, other)

        def work(_: object) -> None:
            self._remarks.add(remark)
            self._stores.repairs.add_ruptures(() if rupture is None else (rupture,))

        self._stores.database.write(work)
        self._notify(Change.REMARKS)
        if rupture is not None:
            self._notify(Change.REPAIRS)
        return rupture

    def join(self, twins: Twins) -> Repair:
        """Makes one of two: the one that stays takes over what only the other one says.

        Raises:
            Problem: ``repair-stands``, or nothing was kept.
        """
        stays, goes = self._repairs.one(twins.stays.id), self._repairs.one(twins.goes.id)
        if stays.id == goes.id or not can_be_replaced(goes):
            raise Problem("repair-stands")
        rupture = goes.rupture

        def work(_: object) -> None:
            self._stores.mending.say_same(self._said(rupture.id, stays.id, same=True))
            self._stores.repairs.fill_rupture(
                stays.id, kind=rupture.kind, episode=rupture.episode, note=rupture.note
            )

        self._stores.database.write(work)
        self._notify(Change.REPAIRS)
        return self._repairs.one(stays.id)

    def keep_apart(self, twins: Twins) -> None:
        """Keeps that they are two; nobody asks about them again.

        Raises:
            Problem: it was not kept.
        """
        said = self._said(twins.goes.id, twins.stays.id, same=False)
        self._stores.mending.say_same(said)
        self._notify(Change.REPAIRS)

    def _moment(self, question: MendQuestion, answer: MendAnswer, other: UUID | None) -> Rupture:
        """The hard moment of an episode; when in it, only its taps tell."""
        person = question.episode.person
        pair = (other, person) if question.role is Role.CHILD else (person, other)
        grown_up, child = self._two(*pair)
        already = answer is MendAnswer.ALREADY_DID
        first = question.episode.check_ins[0]
        return Rupture(
            id=uuid4(),
            at=question.first_red,
            time_zone=first.time_zone,
            grown_up=grown_up,
            child=child,
            about=True,
            episode=first.id,
            resolution=Resolution.ALREADY_DID if already else None,
        )

    def _replace(self, repair: Repair, changed: dict[str, Any]) -> None:
        if not can_be_replaced(repair):
            raise Problem("repair-stands")
        new = replace(repair.rupture, id=uuid4(), **changed)
        self._stores.mending.say_same(self._said(repair.id, new.id, same=True), instead=new)
        self._notify(Change.REPAIRS)

    def _fill(self, rupture: UUID, new: dict[str, Any]) -> None:
        self._stores.repairs.fill_rupture(rupture, **new)
        self._notify(Change.REPAIRS)

    def _said(self, rupture: UUID, other: UUID, *, same: bool) -> SameMoment:
        now = self._clock.now()
        return SameMoment(id=uuid4(), rupture=rupture, other=other, same=same, entered_at=now)

    def _past(self, at: datetime | None) -> datetime:
        now = self._clock.now()
        if at is not None and at > now:
            raise Problem("entered-for-later")
        return now if at is None else at

    def _two(self, grown_up: UUID | None, child: UUID | None) -> tuple[UUID, UUID]:
        """Both, if they are what they are called and are still here."""
        roles: dict[UUID | None, Role] = {one.id: one.role for one in self._stores.people.all()}
        found = roles.get(grown_up), roles.get(child)
        if grown_up and child and found == (Role.PARENT, Role.CHILD):
            return grown_up, child
        raise Problem("moment-people")
