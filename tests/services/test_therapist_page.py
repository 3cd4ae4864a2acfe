"""What stands on the page for the therapist, and what does not."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from tests.builders import MIA, a_check_in, a_child, a_parent
from tests.fakes import BERLIN, SUNDAY_EVENING
from tests.store.test_unreadable import harm
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Remark, Subject
from thermometer.domain.ruptures import Bid, FollowUp, Outcome, Rupture, RuptureKind
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone
from thermometer.services.content import Content
from thermometer.services.exchange.copying import stores_of
from thermometer.services.reports import Reports
from thermometer.services.safe_place import SafePlaces
from thermometer.services.stores import Stores
from thermometer.services.therapist_page import TherapistPages
from thermometer.services.therapist_values import About, Choice, Private, TherapistPage
from thermometer.services.week_text import WeekText
from thermometer.store.database import Database
from thermometer.store.remarks import Remarks

WEEK = WeekDays(date(2026, 11, 16))
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
MUM, LEO = uuid4(), uuid4()
THEN = SUNDAY_EVENING - 6 * HOUR
EVERYTHING = Choice(private=frozenset(Private))


@pytest.fixture
def stores(database: Database) -> Stores:
    """Mia, her brother Leo and Mum, on a Sunday with one episode of each child."""
    kept = stores_of(database)
    kept.people.add_all(
        [a_child(), a_child(id=LEO, name="Leo", position=2), a_parent(id=MUM, position=1)]
    )
    first = a_check_in(Zone.YELLOW, THEN, signs=("louder", "own-sign"))
    kept.check_ins.add_all(
        [
            first,
            a_check_in(Zone.RED, THEN + 5 * MINUTE),
            a_check_in(Zone.GREEN, THEN + 25 * MINUTE),
            a_check_in(Zone.RED, THEN + HOUR, person=LEO),
        ]
    )
    kept.tool_uses.add_all(
        [
            used("water", THEN + 6 * MINUTE, answer=Answer.SMALLER),
            used("squish", THEN + 7 * MINUTE, practice=True),
            used("squish", THEN + HOUR),
            used("squish", THEN + 6 * MINUTE, person=LEO),
        ]
    )
    Remarks(database).add(
        Remark(
            id=uuid4(),
            check_in=first.id,
            subject=Subject.NOTE,
            text="A long day.",
            entered_at=SUNDAY_EVENING,
        )
    )
    return kept


def used(tool: str, at: object, *, person: UUID = MIA, **fields: object) -> ToolUse:
    whole = {"zone": Zone.RED, "time_zone": BERLIN, "id": uuid4(), "person": person}
    return ToolUse(tool=tool, started_at=at, **(whole | fields))  # type: ignore[arg-type]


def hurt(kind: RuptureKind, *, child: UUID = MIA, note: str | None = None) -> Rupture:
    return Rupture(
        id=uuid4(),
        at=THEN + HOUR,
        time_zone=BERLIN,
        grown_up=MUM,
        child=child,
        kind=kind,
        note=note,
    )


def page(stores: Stores, choice: Choice = Choice(), person: UUID | None = None) -> TherapistPage:  # noqa: B008 - frozen
    reports = Reports(stores.people, stores.check_ins, stores.tool_uses, stores.repairs)
    content = Content()
    pages = TherapistPages(
        reports, stores, content, SafePlaces(content, lambda: stores.own_things), WeekText()
    )
    return pages.make(WEEK, person, choice, SUNDAY_EVENING, BERLIN)


def test_it_is_the_first_childs_unless_somebody_is_named(stores: Stores) -> None:
    assert page(stores).name == "Mia"
    assert page(stores, person=MUM).name == "Mum"
    with pytest.raises(Problem, match="report-nobody"):
        page(stores, person=uuid4())


def test_a_family_without_children_has_a_page_too(database: Database) -> None:
    kept = stores_of(database)
    with pytest.raises(Problem, match="report-nobody"):
        page(kept)
    kept.people.add(a_parent())
    assert page(kept).name == "Mum"


def test_an_episode_with_its_signs_and_tools(stores: Stores) -> None:
    (line,) = page(stores).episodes
    assert (line.episode.peak, line.episode.end_known) == (Zone.RED, True)
    assert line.signs == ("Louder", "Own sign")
    assert [(tool.name, tool.answer) for tool in line.tools] == [("Drink of water", Answer.SMALLER)]


def test_the_words_are_those_of_the_week(stores: Stores) -> None:
    found = page(stores)
    assert found.days_text == "16 – 22 November 2026"
    assert found.said.startswith("Mia left green once.")
    assert [(tool.name, tool.count.uses, tool.said) for tool in found.tools] == [
        ("Drink of water", 1, "tried once, too early to tell"),
        ("Squish it", 1, "tried once, too early to tell"),
    ]
    assert found.caution == "Feelings also settle by themselves."
    assert found.signs == ()  # fewer than three episodes
    assert (found.rests_on.own, found.rests_on.days_used, found.unreadable) == (3, 1, 0)
    assert f"{found.printed_at:%H:%M}" == "19:30"


def test_hard_moments_of_a_brother_stay_at_home(stores: Stores) -> None:
    limit, other = hurt(RuptureKind.LIMIT), hurt(RuptureKind.LIMIT, child=LEO)
    stores.repairs.add_ruptures([limit, other])
    bid = Bid(
        id=uuid4(),
        rupture=limit.id,
        at=THEN + 2 * HOUR,
        time_zone=BERLIN,
        by=MUM,
        outcome=Outcome.TOGETHER,
    )
    stores.repairs.add_bids([bid])
    found = page(stores).repairs
    assert (found.numbers.ruptures, found.numbers.repaired, found.counted_only) == (1, 1, 0)
    assert [(m.with_whom, m.kind) for m in found.listed] == [("Mum", "I had to say no")]
    assert found.said == "Hard moments repaired: 1 of 1."
    assert page(stores, person=MUM).repairs.numbers.ruptures == 2
    assert [m.with_whom for m in page(stores, person=MUM).repairs.listed] == ["Mia", "Leo"]


def test_frightening_ones_are_counted_and_listed_only_if_ticked(stores: Stores) -> None:
    stores.repairs.add_ruptures([hurt(RuptureKind.FRIGHTENING, note="I threw a cup.")])
    found = page(stores, Choice(private=frozenset({Private.NOTES})))
    assert (found.repairs.numbers.ruptures, found.repairs.counted_only) == (1, 1)
    assert found.repairs.listed == ()
    assert "cup" not in str(found)
    listed = page(stores, Choice(private=frozenset({Private.FRIGHTENING})))
    assert len(listed.repairs.listed) == 1
    assert listed.repairs.counted_only == 0


def test_notes_are_there_only_if_ticked(stores: Stores) -> None:
    moment = hurt(RuptureKind.LIMIT, note="I shouted.")
    stores.repairs.add_ruptures([moment, hurt(RuptureKind.NOT_SURE)])
    for note, at in (("She drew it.", THEN + 3 * HOUR), (None, THEN + 4 * HOUR)):
        follow_up = FollowUp(id=uuid4(), rupture=moment.id, at=at, time_zone=BERLIN, note=note)
        stores.repairs.add_follow_ups([follow_up])
    assert page(stores).notes == ()
    assert "shouted" not in str(page(stores))  # nor anywhere else on the page
    assert [(note.about, note.text) for note in page(stores, EVERYTHING).notes] == [
        (About.EPISODE, "A long day."),
        (About.RUPTURE, "I shouted."),
        (About.FOLLOW_UP, "She drew it."),
    ]


def test_a_note_taken_back_is_not_printed(stores: Stores, database: Database) -> None:
    remarks = Remarks(database)
    (line,) = page(stores).episodes
    (note,) = remarks.of_check_ins([line.episode.id])
    remarks.add(
        Remark(
            id=uuid4(),
            check_in=note.check_in,
            subject=Subject.NOTE,
            text="",
            entered_at=SUNDAY_EVENING,
            replaces=note.id,
        )
    )
    assert page(stores, EVERYTHING).notes == ()


def test_initials_are_everywhere(stores: Stores) -> None:
    stores.repairs.add_ruptures([hurt(RuptureKind.LIMIT)])
    found = page(stores, Choice(initials=True))
    assert found.name == "Mi."
    assert found.said.startswith("Mi. left green")
    assert [moment.with_whom for moment in found.repairs.listed] == ["Mu."]


def test_records_that_cannot_be_read_are_counted_where_they_are_missing(
    stores: Stores, database: Database
) -> None:
    database.unreadable.add(("check_in", "of another week"))
    assert page(stores).unreadable == 0
    harm(database, "check_in", "UPDATE check_in SET zone = 'purple' WHERE zone = 'green'")
    found = page(stores)
    assert found.unreadable == 1
    assert found.rests_on.unknown_ends == 1
    assert ("check_in", "of another week") in database.unreadable
