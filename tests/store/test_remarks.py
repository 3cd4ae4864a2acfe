"""Remarks stand and are replaced; a mistake is withdrawn together with who made it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

import pytest

from tests.store import records
from thermometer.domain.people import Person
from thermometer.domain.remarks import Subject, standing
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.problems import Gone
from thermometer.store.remarks import Remarks


@pytest.fixture
def remarks(database: Database) -> Remarks:
    return Remarks(database)


def test_a_change_is_a_new_remark_and_both_are_kept(
    remarks: Remarks, check_ins: CheckIns, mia: Person
) -> None:
    tap, other = records.check_in(mia.id), records.check_in(mia.id)
    check_ins.add_all([tap, other])
    first = records.remark(tap.id, "a tired evening")
    second = records.remark(tap.id, "", replaces=first.id)
    elsewhere = records.remark(other.id, "tired;hungry", subject=Subject.CONTEXTS)
    for remark in (first, second, elsewhere):
        remarks.add(remark)
    assert remarks.of_check_ins([tap.id]) == [first, second]
    assert standing(remarks.of_check_ins([tap.id, other.id])) == {
        Subject.NOTE: second,
        Subject.CONTEXTS: elsewhere,
    }


def test_a_mistake_is_withdrawn_with_who_made_it(
    remarks: Remarks, check_ins: CheckIns, mia: Person, papa: Person
) -> None:
    tap = records.check_in(mia.id)
    check_ins.add(tap)
    later = records.NOW + timedelta(hours=2)
    mistake = records.mistake(tap.id, papa.id, later)
    assert remarks.withdraw(mistake).withdrawn_at == later
    assert remarks.mistakes([tap.id]) == [mistake]


def test_a_mistake_of_somebody_else(remarks: Remarks, check_ins: CheckIns, mia: Person) -> None:
    tap = records.check_in(mia.id)
    check_ins.add(tap)
    mistake = records.mistake(tap.id, None)
    remarks.withdraw(mistake)
    assert remarks.mistakes([tap.id]) == [mistake]


def test_nothing_is_withdrawn_where_the_maker_cannot_be_kept(
    remarks: Remarks, check_ins: CheckIns, mia: Person, database: Database
) -> None:
    tap = records.check_in(mia.id)
    check_ins.add(tap)
    nobody = records.mistake(tap.id, records.child().id)
    with pytest.raises(Exception, match="FOREIGN KEY") as raised:
        remarks.withdraw(nobody)
    assert isinstance(raised.value.__cause__, sqlite3.IntegrityError)
    assert check_ins.of_ids([tap.id]) == {tap.id: tap}
    assert remarks.mistakes([tap.id]) == []


def test_a_tap_that_is_gone_cannot_be_a_mistake(remarks: Remarks, mia: Person) -> None:
    gone = records.check_in(mia.id)
    with pytest.raises(Gone):
        remarks.withdraw(records.mistake(gone.id, mia.id))
    assert remarks.mistakes([gone.id]) == []
