"""What is said about episodes afterwards, in the file; and taps that were mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session

from thermometer.domain.checkins import CheckIn
from thermometer.domain.remarks import Mistake, Remark
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.records import Records
from thermometer.store.remark_rows import MistakeRow, RemarkRow


class Remarks:
    """Remarks about episodes; each stands, and a change is a new one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._check_ins = CheckIns(database)
        self._remarks: Records[Remark] = Records(database, RemarkRow)
        self._mistakes: Records[Mistake] = Records(database, MistakeRow)

    def add(self, remark: Remark) -> None:
        """Keeps a remark.

        Raises:
            Problem: it was not kept.
        """
        self._remarks.add(remark)

    def of_check_ins(self, ids: Iterable[UUID]) -> list[Remark]:
        """Those about episodes known by one of these check-ins, in the order of the rows."""
        return self._remarks.where("check_in", ids)

    def withdraw(self, mistake: Mistake) -> CheckIn:
        """Withdraws the tap that was a mistake and keeps who made it: both, or neither.

        Raises:
            Gone: the tap is not in the file any more.
            Problem: nothing was changed.
        """

        def work(_: Session) -> CheckIn:
            withdrawn = self._check_ins.withdraw(mistake.check_in, mistake.entered_at)
            self._mistakes.add(mistake)
            return withdrawn

        return self._database.write(work)

    def mistakes(self, ids: Iterable[UUID]) -> list[Mistake]:
        """What was said of those of these check-ins that were mistakes."""
        return self._mistakes.where("check_in", ids)
