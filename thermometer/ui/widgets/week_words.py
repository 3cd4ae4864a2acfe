"""Days, times and durations as the Week page writes them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from thermometer.domain.episodes import End, Episode
from thermometer.domain.minutes import minutes, plain

SHORT = QLocale.FormatType.ShortFormat


def clock_time(moment: datetime) -> str:
    """The time of day of a local ``moment``, as the language writes it."""
    return QLocale().toString(QTime(moment.hour, moment.minute), SHORT)


def hour_label(hour: int) -> str:
    """An hour of the day, as short as the language allows: 15, or 3 pm."""
    if "AP" not in QLocale().timeFormat(SHORT).upper():
        return str(hour)
    return QLocale().toString(QTime(hour, 0), "h ap")


def weekday(day: date) -> str:
    """The day of the week in full."""
    return QLocale().standaloneDayName(day.isoweekday())


def short_weekday(day: date) -> str:
    """The day of the week in three letters or so."""
    return QLocale().standaloneDayName(day.isoweekday(), SHORT)


def whole_day(day: date) -> str:
    """The day with its date but without its year: Thursday 19 November."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM")


def day_and_month(day: date) -> str:
    """The date as short as can be: 19 Nov."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def lasted(episode: Episode) -> str:
    """How long ``episode`` took, with ≈ where that is only about right, or that nobody knows."""
    if episode.state is End.OPEN:
        return QCoreApplication.translate("WeekWords", "still going on")
    if episode.duration is None:
        return QCoreApplication.translate("WeekWords", "end not known")
    number = plain(minutes(episode.duration))
    if episode.about:
        return QCoreApplication.translate("WeekWords", "≈ {minutes} min").format(minutes=number)
    return QCoreApplication.translate("WeekWords", "{minutes} min").format(minutes=number)
