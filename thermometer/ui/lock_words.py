"""What the lock says about time: never a number that counts down."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

SOON, SOME_MINUTES = timedelta(minutes=1), timedelta(minutes=5)


def wait_words(left: timedelta) -> str:
    """How long nothing can be entered, roughly."""
    if left <= SOON:
        return QCoreApplication.translate("Lock", "You can try again in a moment.")
    if left <= SOME_MINUTES:
        return QCoreApplication.translate("Lock", "You can try again in a few minutes.")
    return QCoreApplication.translate("Lock", "You can try again in a while.")


def opens_words(now: datetime, left: timedelta) -> str:
    """When the lock opens by itself: ``tomorrow, 17:40``."""
    today = _local(now)
    # Rounded up: at the minute that is named it is open.
    then = _local(now + left + timedelta(seconds=59))
    time = QLocale().toString(then.time(), QLocale.FormatType.ShortFormat)
    if then.date() == today.date():
        return QCoreApplication.translate("Lock", "today, {time}").format(time=time)
    return QCoreApplication.translate("Lock", "tomorrow, {time}").format(time=time)


def _local(instant: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(instant.timestamp()))
