"""What kinds, outcomes and the parts of a repair's small story are called."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from thermometer.domain.local_time import local_time
from thermometer.domain.mending_times import Happening, Moment
from thermometer.domain.ruptures import ChildCard, Outcome, Rupture, RuptureKind
from thermometer.domain.try_again import TryAgain
from thermometer.ui.widgets.week_words import clock_time, day_and_month, weekday

KINDS = tuple(RuptureKind)
KIND_PICTURES = {
    RuptureKind.MISUNDERSTANDING: "kinds/misunderstanding",
    RuptureKind.DIFFERENT_NEEDS: "kinds/different-needs",
    RuptureKind.LIMIT: "kinds/limit",
    RuptureKind.FRIGHTENING: "kinds/frightening",
    RuptureKind.NOT_SURE: "kinds/not-sure",
}
OUTCOME_PICTURES = {
    Outcome.TOGETHER: "interface/reconnect",
    Outcome.A_BIT: "interface/a-bit",
    Outcome.NOT_YET: "interface/not-yet",
}
CARD_PICTURES = {
    ChildCard.YES: "interface/card-yes",
    ChildCard.ALMOST: "interface/card-almost",
    ChildCard.NO: "interface/card-no",
}
HAPPENING_PICTURES = {
    Happening.HARD_MOMENT: "interface/repairs",
    Happening.UNDER_WAY: "interface/hands-wave",
    Happening.TOGETHER: "interface/reconnect",
    Happening.A_BIT: "interface/a-bit",
    Happening.NOT_YET: "interface/not-yet",
    Happening.FOLLOW_UP: "interface/heart-mend",
    Happening.ALREADY_DID: "interface/reconnect",
    Happening.LET_BE: "interface/stones",
}


def kind_name(kind: RuptureKind | None) -> str:
    """What a kind of hard moment is called, short."""
    names: dict[RuptureKind | None, str] = {
        RuptureKind.MISUNDERSTANDING: QCoreApplication.translate(
            "RepairWords", "A misunderstanding"
        ),
        RuptureKind.DIFFERENT_NEEDS: QCoreApplication.translate("RepairWords", "Different needs"),
        RuptureKind.LIMIT: QCoreApplication.translate("RepairWords", "A limit"),
        RuptureKind.FRIGHTENING: QCoreApplication.translate("RepairWords", "It was frightening"),
        RuptureKind.NOT_SURE: QCoreApplication.translate("RepairWords", "Not sure"),
    }
    return names.get(kind, "")


def outcome_name(outcome: Outcome) -> str:
    """How a bid went."""
    names = {
        Outcome.TOGETHER: QCoreApplication.translate("RepairWords", "Together"),
        Outcome.A_BIT: QCoreApplication.translate("RepairWords", "A bit"),
        Outcome.NOT_YET: QCoreApplication.translate("RepairWords", "Not yet"),
    }
    return names[outcome]


def card_name(card: ChildCard) -> str:
    """What the child's card says."""
    names = {
        ChildCard.YES: QCoreApplication.translate("RepairWords", "Yes"),
        ChildCard.ALMOST: QCoreApplication.translate("RepairWords", "Almost"),
        ChildCard.NO: QCoreApplication.translate("RepairWords", "No"),
    }
    return names[card]


def happening_name(what: Happening) -> str:
    """One part of the small story."""
    names = {
        Happening.HARD_MOMENT: QCoreApplication.translate("RepairWords", "hard moment"),
        Happening.UNDER_WAY: QCoreApplication.translate("RepairWords", "begun"),
        Happening.TOGETHER: QCoreApplication.translate("RepairWords", "together"),
        Happening.A_BIT: QCoreApplication.translate("RepairWords", "a bit"),
        Happening.NOT_YET: QCoreApplication.translate("RepairWords", "not yet"),
        Happening.FOLLOW_UP: QCoreApplication.translate("RepairWords", "asked again"),
        Happening.ALREADY_DID: QCoreApplication.translate("RepairWords", "already mended"),
        Happening.LET_BE: QCoreApplication.translate("RepairWords", "let be"),
    }
    return names[what]


def again_name(again: TryAgain) -> str:
    """When it is tried again."""
    names = {
        TryAgain.LATER_TODAY: QCoreApplication.translate("RepairWords", "Later today"),
        TryAgain.TOMORROW: QCoreApplication.translate("RepairWords", "Tomorrow"),
    }
    return names[again]


def day_words(day: date, today: date) -> str:
    """A day near today by its name, another by its date."""
    if day == today:
        return QCoreApplication.translate("RepairWords", "today")
    if day == today + timedelta(days=1):
        return QCoreApplication.translate("RepairWords", "tomorrow")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("RepairWords", "yesterday")
    if abs((day - today).days) < 7:
        return weekday(day)
    return f"{weekday(day)} {day_and_month(day)}"


def moment_words(at: datetime, time_zone: str, now: datetime) -> str:
    """A day and a time of day, near now in words."""
    local, today = local_time(at, time_zone), local_time(now, time_zone).date()
    return f"{day_words(local.date(), today)} {clock_time(local)}"


def when_it_was(rupture: Rupture, now: datetime) -> str:
    """When a hard moment was, with ≈ where that is only about right."""
    words = moment_words(rupture.at, rupture.time_zone, now)
    return f"≈ {words}" if rupture.about else words


def story_words(moment: Moment, time_zone: str, now: datetime) -> tuple[str, str]:
    """What happened, and when in a word or two; the second is empty where nobody knows."""
    name = happening_name(moment.what)
    if moment.card is not None:
        name = f"{name}: {card_name(moment.card).lower()}"
    if moment.at is None and moment.begun is not None:
        words = QCoreApplication.translate("RepairWords", "begun {when}")
        return name, words.format(when=moment_words(moment.begun, time_zone, now))
    return name, moment_words(moment.at, time_zone, now) if moment.at else ""


def later_words(asked_from: datetime, time_zone: str, now: datetime) -> str:
    """On the card of two who came back together: when to ask what it was like."""
    if asked_from <= now:
        return QCoreApplication.translate(
            "RepairWords", "A little later: ask what it was like, when you are both in green."
        )
    words = QCoreApplication.translate(
        "RepairWords",
        "A little later: ask what it was like. From about {time}, when you are both in green.",
    )
    local, today = local_time(asked_from, time_zone), local_time(now, time_zone).date()
    same_day = local.date() == today
    time = clock_time(local) if same_day else moment_words(asked_from, time_zone, now)
    return words.format(time=time)


def paused_words(at: datetime, time_zone: str, now: datetime) -> str:
    """When one paused; empty where the clock was set back since, and nobody knows."""
    if at > now:
        return ""
    local, today = local_time(at, time_zone), local_time(now, time_zone).date()
    words = QCoreApplication.translate("RepairWords", "{day} at {time}")
    return words.format(day=day_words(local.date(), today), time=clock_time(local))
