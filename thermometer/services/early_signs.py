"""The signs that go with a yellow tap: marked one by one, kept with it once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from thermometer.domain.device_settings import MARKED_SIGNS
from thermometer.domain.zones import Zone

if TYPE_CHECKING:
    from thermometer.domain.checkins import CheckIn
    from thermometer.domain.people import Person
    from thermometer.domain.signs import Sign
    from thermometer.services.content import Content
    from thermometer.services.journal import Journal
    from thermometer.store.checkins import CheckIns
    from thermometer.store.settings import Settings

KEY = MARKED_SIGNS
"""What is marked, until it is kept with its check-in: a dead battery must not lose it."""


class EarlySigns:
    """What is offered after a tap, and what becomes of the marks.

    A check-in's signs are filled once. So marks that still change are put by on the disk, and go
    to their check-in when the question is over, or when somebody looks after a sudden end.

    Args:
        content: the signs' words.
        check_ins: where check-ins are kept.
        settings: where marks are put by.
        journal: fills in the signs.
    """

    def __init__(
        self, content: Content, check_ins: CheckIns, settings: Settings, journal: Journal
    ) -> None:
        self._content = content
        self._check_ins = check_ins
        self._settings = settings
        self._journal = journal

    def offered(self, person: Person, zone: Zone) -> tuple[Sign, ...]:
        """The person's own signs in their order; in yellow, and in no other zone.

        Raises:
            Problem: ``content-broken``.
        """
        if zone is not Zone.YELLOW or not person.signs:
            return ()
        known = {sign.id: sign for sign in self._content.signs(person.role)}
        return tuple(known[id_] for id_ in person.signs if id_ in known)

    def mark(self, check_in: CheckIn, signs: tuple[str, ...]) -> None:
        """Puts by which signs are marked now, in place of those before.

        Marks of another check-in are kept first: there, keeping them may have failed.

        Raises:
            Problem: they were not put by; what was before stays.
        """
        before, signs_before = _read(self._settings.get(KEY))
        if signs_before and before != check_in.id:
            self.keep()
        self._settings.set(KEY, {"check_in": str(check_in.id), "signs": list(signs)})

    def keep(self) -> CheckIn | None:
        """Fills the marks in, if there are any; their check-in as now kept.

        Also where the tap was taken back: what was marked is part of what happened, and counts as
        little as the tap does. Marks of a tap that is held wait until that is saved.

        Raises:
            Problem: nothing was kept, and the marks are still put by.
        """
        put_by = self._settings.get(KEY)
        id_, signs = _read(put_by)
        if self._journal.is_held(id_):
            self._journal.save_held()
        if self._journal.is_held(id_):
            return None
        found = self._check_ins.of_ids([id_]).get(id_) if id_ and signs else None
        kept = self._journal.signs(found, signs) if found else None
        if put_by is not None:
            self._settings.set(KEY, None)
        return kept


def _read(put_by: object) -> tuple[UUID | None, tuple[str, ...]]:
    """The check-in and its marks; none where nothing was put by, or nothing that can be read."""
    if not isinstance(put_by, dict):
        return None, ()
    signs = put_by.get("signs")
    try:
        id_ = UUID(str(put_by.get("check_in")))
    except ValueError:
        return None, ()
    return id_, tuple(str(sign) for sign in signs) if isinstance(signs, list) else ()
