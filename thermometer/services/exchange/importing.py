"""Import: first what it would do, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thermometer.domain.changes import Change, Notify
from thermometer.domain.problems import Problem
from thermometer.domain.progress import Report
from thermometer.services.exchange import reading, whole_family
from thermometer.services.exchange.copying import stores_of
from thermometer.services.exchange.csv_source import Source
from thermometer.services.exchange.plan import Plan
from thermometer.services.exchange.roll import Roll
from thermometer.services.exchange.shelves import shelves
from thermometer.services.exchange.sifting import Nameless, sift
from thermometer.services.exchange.tables import TABLES, Kind
from thermometer.services.stores import Stores
from thermometer.services.work import Work, let_go, portions
from thermometer.store.copies import copy_of
from thermometer.store.incoming import Incoming

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.services.content import Content


class Import:
    """Takes in files that people bring.

    Args:
        stores: where records are kept.
        content: what new people begin with.
        clock: when a row that does not say so was entered.
        notify: told after an import.
        back_up: called before anything is written, with whom to tell how far it has come.
    """

    def __init__(
        self,
        stores: Stores,
        content: Content,
        clock: Clock,
        notify: Notify,
        back_up: Callable[[Report], object],
    ) -> None:
        self._stores = stores
        self._content = content
        self._clock = clock
        self._notify = notify
        self._back_up = back_up

    def preview(self, files: Iterable[Path], work: Work | None = None) -> Plan:
        """What taking in ``files`` would do; nothing is written.

        Args:
            files: in any order.
            work: told how many bytes have been read of how many.

        Raises:
            Problem: the data cannot be read.
            Stopped: it was asked to stop.
        """
        work = work or Work()
        with copy_of(self._stores.database) as copy:
            stores = stores_of(copy)
            plan = Plan(tuple(stores.people.all(archived=True)))
            sources = reading.examine(files, plan)
            # What a whole family would bring is tried, so that the CSV files may speak of it.
            for source in sources:
                if source.table is None:
                    whole_family.plan(source.path, stores, plan, work)
            self._plan_csv(sources, stores, plan, work)
        return plan

    def _plan_csv(self, sources: Sequence[Source], stores: Stores, plan: Plan, work: Work) -> None:
        ruptures = {rupture.id: rupture.at for rupture in stores.repairs.ruptures()}
        people = stores.people.all(archived=True)
        roll = Roll(people, ruptures, self._clock.now())
        reader = reading.CsvReader(roll, people, plan, self._content, work)
        for kind, rows in reader.read(sources).items():
            taken = sift(TABLES[kind], rows, shelves(stores)[kind].of_ids, plan, work)
            if kind is Kind.CHECK_INS:
                Nameless(TABLES[kind], stores.check_ins, taken, work).sift(rows, plan)
            let_go(rows)

    def take(self, plan: Plan, work: Work | None = None) -> None:
        """Carries out a plan without refusals: all of it or, if anything fails, nothing.

        Args:
            plan: as ``preview`` made it.
            work: told how many records of CSV files have been written of how many.

        Raises:
            Problem: ``import-refused`` for a plan with refusals, ``import-changed`` if the data
                has changed since the plan was made, or why the data cannot be written.
            Stopped: it was asked to stop.
        """
        if plan.refusals:
            raise Problem("import-refused", count=len(plan.refusals))
        if not plan.changes_anything:
            return
        work = work or Work()
        self._back_up(work.report)
        with copy_of(self._stores.database) as copy:
            incoming = Incoming(self._stores.database, copy)
            self._write(plan, stores_of(copy), work)
            with incoming.waiting(work.report):
                incoming.take(lambda: _check_family(plan, self._stores), work.check)
        self._notify(Change.EVERYTHING)

    def _write(self, plan: Plan, stores: Stores, work: Work) -> None:
        """Writes what is new into a copy of the data."""
        _check_family(plan, stores)
        _check_new(plan, stores, work)
        for tables in plan.whole:
            whole_family.load(tables, stores, work)
        add = {kind: shelf.add_all for kind, shelf in shelves(stores).items()}
        add[Kind.PEOPLE] = stores.people.add_all
        done, total = 0, sum(map(len, plan.new.values()))
        work.report(done, total)
        for kind in Kind:
            for some in portions(plan.new.get(kind, ())):
                add[kind](some)
                done += len(some)
                work.report(done, total)


def _check_family(plan: Plan, stores: Stores) -> None:
    """Makes sure that the people are who they were when the plan was made."""
    if tuple(stores.people.all(archived=True)) != plan.family:
        raise Problem("import-changed")


def _check_new(plan: Plan, stores: Stores, work: Work) -> None:
    """Makes sure that none of the new records has come meanwhile."""
    for kind, shelf in shelves(stores).items():
        for some in portions(plan.new.get(kind, ())):
            work.check()
            if shelf.of_ids(one.id for one in some):
                raise Problem("import-changed")
