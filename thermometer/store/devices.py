"""This device, and the numbers that it gives to its rows."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection

from thermometer.store.values import micros


def this_device(connection: Connection, now: datetime) -> UUID:
    """The id of the device on which the file lives; given to it the first time."""
    found = connection.exec_driver_sql("SELECT id FROM device WHERE here = 1").scalar()
    if found is not None:
        with suppress(ValueError):
            return UUID(str(found))
        # A name that has gone bad: its rows keep it, new ones get another.
        connection.exec_driver_sql("UPDATE device SET here = 0 WHERE here = 1")
    new = uuid4()
    connection.exec_driver_sql(
        "INSERT INTO device (id, here, sequence, made_at) VALUES (?, 1, 0, ?)",
        (str(new), micros(now)),
    )
    return new


def take_numbers(connection: Connection, count: int) -> int:
    """Takes ``count`` sequence numbers of this device and says the first.

    They are kept in the file, so that a number is never given twice, even when its row is erased.
    """
    last = connection.exec_driver_sql(
        "UPDATE device SET sequence = sequence + ? WHERE here = 1 RETURNING sequence", (count,)
    ).scalar_one()
    return int(last) - count + 1


def last_number(connection: sqlite3.Connection) -> int:
    """The last number that this device has given to a row; 0 before the first.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    found = connection.execute("SELECT sequence FROM device WHERE here = 1").fetchone()
    return int(found[0]) if found else 0
