"""Telling the rows that are new from those that are here already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from thermometer.domain.checkins import CheckIn
from thermometer.domain.problems import Problem
from thermometer.services.exchange.plan import Plan, Row
from thermometer.services.exchange.tables import NO_ID, Table
from thermometer.services.work import Work, portions

if TYPE_CHECKING:
    from thermometer.store.checkins import CheckIns

_NAMESPACE = UUID("6b0d6a5e-3c0b-4f7e-9f0e-5a1f5f2f4c11")
"""Of the ids given to check-ins that came without: the same row gets the same id each time."""
OfIds = Callable[[Iterable[UUID]], Mapping[UUID, Any]]
_INSTANT = timedelta(microseconds=1)


def sift(table: Table, rows: Sequence[Row], of_ids: OfIds, plan: Plan, work: Work) -> set[UUID]:
    """Sorts the rows that have an id into ``plan``, in their order.

    Args:
        table: of the rows.
        rows: those without an id are left aside.
        of_ids: finds what is here already.
        plan: takes what is new and what cannot be taken.
        work: asked now and then whether to go on.

    Returns:
        The ids that they have, here already or not.

    Raises:
        Stopped: it was asked to stop.
    """
    exact = table.content()
    loose = table.content(without=("entered_at",))
    with_id = [row for row in rows if row.thing.id != NO_ID]
    here = _found((row.thing.id for row in with_id), of_ids, work)
    seen: dict[UUID, Any] = {}
    new = plan.plan_for(table.kind)
    for row in with_id:
        thing = row.thing
        content = exact if row.says_when_entered else loose
        known = here.get(thing.id) or seen.get(thing.id)
        if known is None:
            seen[thing.id] = thing
            new.append(thing)
        elif content(known) == content(thing):
            plan.meet(table.kind)
        else:
            key = "import-id-differs" if thing.id in here else "import-id-twice"
            plan.refuse(row.place, Problem(key, value=str(thing.id)))
    return seen.keys() | here.keys()


class Nameless:
    """Check-ins without an id: told apart by everything else they hold, and counted.

    Two equal rows are two check-ins. A row is here already if a check-in with the same content is
    that no other row of the import stands for, or the one that an import of this row made: its id
    is derived from the row, so it is known again even when a tag was added to it since.

    Args:
        table: of the check-ins.
        check_ins: what is here.
        taken: ids that other rows of the import stand for.
        work: asked now and then whether to go on.
    """

    def __init__(
        self, table: Table, check_ins: CheckIns, taken: Iterable[UUID], work: Work
    ) -> None:
        self._work = work
        self._table = table
        self._check_ins = check_ins
        self._taken = set(taken)
        self._here: set[UUID] = set()
        self._exact = table.content(without=("id",))
        self._loose = table.content(without=("id", "entered_at"))

    def sift(self, rows: Sequence[Row], plan: Plan) -> None:
        """Sorts the rows that have no id into ``plan``."""
        nameless = [row for row in rows if row.thing.id == NO_ID]
        if not nameless:
            return
        ids = self._derived_ids(nameless)
        self._here |= _found(ids, self._check_ins.of_ids, self._work).keys()
        left = []
        for row, id_ in zip(nameless, ids, strict=True):
            if id_ in self._here and id_ not in self._taken:
                self._taken.add(id_)
                plan.meet(self._table.kind)
            else:
                left.append((row, id_))
        self._sift_by_content(left, plan)

    def _derived_ids(self, rows: Sequence[Row]) -> list[UUID]:
        ordinals: dict[Hashable, int] = defaultdict(int)
        ids = []
        for row in rows:
            key = self._content(row)
            ids.append(_derived(key, ordinals[key]))
            ordinals[key] += 1
        return ids

    def _content(self, row: Row) -> Hashable:
        content: Hashable = (self._exact if row.says_when_entered else self._loose)(row.thing)
        return content

    def _sift_by_content(self, left: list[tuple[Row, UUID]], plan: Plan) -> None:
        """Rows that say when they were entered come first: fewer check-ins can be theirs."""
        pools = self._pools([row for row, _ in left])
        new = []
        for place in sorted(range(len(left)), key=lambda n: not left[n][0].says_when_entered):
            row, id_ = left[place]
            pool = pools[self._content(row)]
            while pool and pool[-1] in self._taken:
                pool.pop()
            if pool:
                self._taken.add(pool.pop())
                plan.meet(self._table.kind)
            else:
                new.append((place, self._with_id(row, id_)))
        plan.plan_for(self._table.kind).extend(thing for _, thing in sorted(new, key=_place))

    def _pools(self, rows: Sequence[Row]) -> dict[Hashable, list[UUID]]:
        """The ids of what is here, by content with and without the time of entry."""
        pools: dict[Hashable, list[UUID]] = defaultdict(list)
        instants = {row.thing.at for row in rows}
        if instants:
            for one in self._check_ins.between(min(instants), max(instants) + _INSTANT):
                if one.at in instants:
                    pools[self._exact(one)].append(one.id)
                    pools[self._loose(one)].append(one.id)
        return pools

    def _with_id(self, row: Row, id_: UUID) -> CheckIn:
        ordinal = 0
        while id_ in self._taken or id_ in self._here:
            id_ = _derived(self._content(row), ordinal)
            self._here |= self._check_ins.of_ids([id_]).keys()
            ordinal += 1
        self._taken.add(id_)
        check_in: CheckIn = replace(row.thing, id=id_)
        return check_in


def _found(ids: Iterable[UUID], of_ids: OfIds, work: Work) -> dict[UUID, Any]:
    """What is here of ``ids``."""
    here: dict[UUID, Any] = {}
    for some in portions(ids):
        work.check()
        here.update(of_ids(some))
    return here


def _place(numbered: tuple[int, CheckIn]) -> int:
    return numbered[0]


def _derived(content: Hashable, ordinal: int) -> UUID:
    parts = content if isinstance(content, tuple) else (content,)
    return uuid5(_NAMESPACE, "\x1f".join(map(str, (*parts, ordinal))))
