"""The story of an episode: what belongs to it, who saw what, what was around."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from tests.builders import MIA, a_check_in, a_child, a_parent
from tests.fakes import SUNDAY_EVENING
from tests.store import records
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.histories import History
from thermometer.domain.people import Person
from thermometer.domain.remarks import Remark, Subject
from thermometer.domain.stories import Story, episode_of, members, span_of, tell
from thermometer.domain.story_events import Happened, Tapped, Used, zone_at
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.zones import Zone

CHILD, MUM = a_child(), a_parent()
LEO = a_child(id=UUID(int=3), name="Leo")
NOW = SUNDAY_EVENING + timedelta(hours=6)
GREEN, YELLOW, RED = Zone


def tap(zone: Zone, minute: float, **own: Any) -> CheckIn:
    return a_check_in(zone, SUNDAY_EVENING + timedelta(minutes=minute), **own)


def seen(zone: Zone, minute: float, by: Person = MUM, **own: Any) -> CheckIn:
    return tap(zone, minute, source=Source.OBSERVED, observed_by=by.id, **own)


def use(minute: float, person: UUID = MIA, **own: Any) -> ToolUse:
    return records.tool_use(person, SUNDAY_EVENING + timedelta(minutes=minute), **own)


def story_of(anchor: CheckIn, check_ins: list[CheckIn], **more: Any) -> Story:
    theirs = [c for c in check_ins if c.person == MIA]
    remarks: list[Remark] = more.pop("remarks", [])
    now = more.pop("now", NOW)
    return tell(
        CHILD,
        anchor,
        Happened(check_ins=check_ins, **more),
        History.of(theirs, now).episodes,
        remarks,
        (CHILD, LEO, MUM),
        now,
    )


def taps(story: Story) -> list[Tapped]:
    return [event for event in story.events if isinstance(event, Tapped)]


def uses(story: Story) -> list[Used]:
    return [event for event in story.events if isinstance(event, Used)]


def test_the_check_ins_of_the_episode_and_what_was_around() -> None:
    calm, up, top, down = tap(GREEN, -10), tap(YELLOW, 0), tap(RED, 6), tap(GREEN, 24)
    again, far = tap(GREEN, 39), tap(GREEN, 40)
    story = story_of(up, [calm, up, top, down, again, far])
    assert story.episode is not None
    assert story.key == story.first.id == up.id
    assert [(t.check_in.id, t.within) for t in taps(story)] == [
        (calm.id, False),
        (up.id, True),
        (top.id, True),
        (down.id, True),
        (again.id, False),
    ]
    assert story.span.start == up.at - timedelta(minutes=15)
    assert story.span.end == down.at + timedelta(minutes=15)


def test_practice_is_no_part_of_it() -> None:
    up = tap(YELLOW, 0)
    story = story_of(
        up, [up, tap(RED, 2, practice=True)], uses=[use(3, practice=True), use(4), use(5, MUM.id)]
    )
    assert [t.check_in for t in taps(story)] == [up]
    assert [u.use.started_at for u in uses(story)] == [up.at + timedelta(minutes=4)]


def test_two_views_stand_side_by_side() -> None:
    up, other = tap(YELLOW, 0), tap(YELLOW, 3)
    red, same = seen(RED, 1.4), seen(YELLOW, 1.6)
    story = story_of(up, [up, red, same, other])
    first, second = taps(story)
    assert (first.views, first.differing) == ((red,), (red,))
    assert (second.views, second.differing) == ((same,), ())


def test_an_observation_of_its_own_is_part_of_the_episode() -> None:
    up, red = tap(YELLOW, 0), seen(RED, 10)
    story = story_of(up, [up, red])
    assert [(t.check_in, t.within) for t in taps(story)] == [(up, True), (red, True)]


def test_a_withdrawn_tap_stays_in_its_place_with_who_made_it() -> None:
    up, wrong = tap(YELLOW, 0), tap(RED, 2, withdrawn_at=NOW)
    mistake = records.mistake(wrong.id, LEO.id)
    story = story_of(up, [up, wrong, tap(GREEN, 9)], mistakes=[mistake])
    struck = taps(story)[1]
    assert (struck.check_in, struck.within, struck.mistake) == (wrong, False, mistake)
    assert story.episode is not None
    assert story.episode.peak is YELLOW


def test_a_story_whose_first_tap_was_withdrawn_goes_on_under_the_next() -> None:
    wrong = tap(YELLOW, -40, withdrawn_at=NOW)
    up, down = tap(YELLOW, 0), tap(GREEN, 9)
    note = records.remark(wrong.id, "said before")
    story = story_of(wrong, [wrong, up, down], remarks=[note])
    assert story.key == up.id
    assert story.span.start == wrong.at - timedelta(minutes=15)
    assert story.text(Subject.NOTE) == "said before"


def test_a_story_of_which_nothing_is_left() -> None:
    wrong = tap(YELLOW, 0, withdrawn_at=NOW, contexts=("tired",))
    before, after = tap(YELLOW, -400), tap(RED, 400)
    note = records.remark(wrong.id, "a slip")
    story = story_of(wrong, [before, wrong, after], remarks=[note], now=NOW + timedelta(days=1))
    assert story.episode is None
    assert (story.key, story.first) == (wrong.id, wrong)
    assert story.contexts == ("tired",)
    assert story.text(Subject.NOTE) == "a slip"
    assert story.before is not None
    assert story.after is not None
    assert (story.before.id, story.after.id) == (before.id, after.id)


def test_nobody_is_known() -> None:
    wrong = tap(YELLOW, 0, withdrawn_at=NOW)
    story = story_of(wrong, [])
    assert (story.events, story.lines, story.before, story.after) == ((), (), None, None)


def test_the_nearest_episode_is_taken_for_one_that_was_withdrawn() -> None:
    one, two = tap(YELLOW, 0), tap(GREEN, 10)
    three, four = tap(RED, 100), tap(GREEN, 110)
    found = History.of([one, two, three, four], NOW).episodes
    assert episode_of(tap(YELLOW, 50), found) == found[0]
    assert episode_of(tap(YELLOW, 60), found) == found[1]
    assert episode_of(tap(YELLOW, 55), found) == found[0]
    assert episode_of(tap(YELLOW, 5), found) == found[0]
    assert episode_of(tap(YELLOW, 231), found) is None
    assert episode_of(three, found) == found[1]


def test_an_open_one_lasts_until_now() -> None:
    up = tap(YELLOW, 0)
    now = up.at + timedelta(minutes=50)
    (episode,) = History.of([up], now).episodes
    assert span_of(up, episode, now).end == now + timedelta(minutes=15)


def test_remarks_of_the_neighbour_are_not_its_own() -> None:
    one, down, two = tap(YELLOW, 0), tap(GREEN, 5), tap(YELLOW, 10)
    said = [records.remark(one.id, "one"), records.remark(two.id, "two")]
    story = story_of(one, [one, down, two], remarks=said)
    assert story.text(Subject.NOTE) == "one"
    assert members(one, story.episode, [one, down, two]) == {one.id, down.id}


def test_the_tags_said_last_go_before_those_of_the_check_ins() -> None:
    up, top = tap(YELLOW, 0, contexts=("tired",)), tap(RED, 3, contexts=("noise", "tired"))
    assert story_of(up, [up, top]).contexts == ("tired", "noise")
    last = records.remark(up.id, "hungry;ill", subject=Subject.CONTEXTS)
    assert story_of(up, [up, top], remarks=[last]).contexts == ("hungry", "ill")
    none = replace(last, id=uuid4(), text="", replaces=last.id)
    assert story_of(up, [up, top], remarks=[last, none]).contexts == ()


def test_a_tool_with_its_answer_and_what_followed() -> None:
    up, down = tap(RED, 0), tap(GREEN, 20)
    squish = use(2, ended_at=up.at + timedelta(minutes=3), answer=Answer.SAME)
    breaths = use(10, ended_at=up.at + timedelta(minutes=12))
    story = story_of(up, [up, down], uses=[breaths, squish])
    assert [(u.use, u.helped) for u in uses(story)] == [(squish, False), (breaths, True)]
    assert taps(story)[-1].after == breaths
    assert taps(story)[0].after is None


def test_a_tool_long_before_is_not_what_it_came_after() -> None:
    up, late = tap(RED, 0), tap(YELLOW, 33)
    story = story_of(up, [up, late], uses=[use(1, ended_at=up.at + timedelta(minutes=2))])
    assert taps(story)[-1].after is None
    near = story_of(up, [up, late], uses=[use(3)])
    assert taps(near)[-1].after is not None


def test_who_came_to_a_call_and_how_they_were() -> None:
    up = tap(RED, 0)
    hers = tap(YELLOW, -20, person=MUM.id)
    ended = up.at + timedelta(minutes=2)
    call = use(1, tool="come-please", ended_at=ended, came=MUM.id)
    assert uses(story_of(up, [up, hers], uses=[call]))[0].came_in is YELLOW
    assert uses(story_of(up, [up], uses=[call]))[0].came_in is None
    assert uses(story_of(up, [up, hers], uses=[replace(call, came=None)]))[0].came_in is None


def test_the_lines_are_those_of_the_person_and_of_the_other_role() -> None:
    up, hers, his = tap(RED, 0), tap(YELLOW, 3, person=MUM.id), tap(RED, 4, person=LEO.id)
    story = story_of(up, [up, hers, his])
    assert [line.person for line in story.lines] == [CHILD, MUM]
    far = tap(YELLOW, -140, person=MUM.id)
    assert [line.person for line in story_of(up, [far, up]).lines] == [CHILD]


def test_the_zone_at_an_instant_holds_for_120_minutes() -> None:
    one, two = tap(YELLOW, 0), tap(RED, 10)
    assert zone_at([one, two], one.at - timedelta(seconds=1)) is None
    assert zone_at([one, two], one.at) is YELLOW
    assert zone_at([one, two], two.at + timedelta(minutes=120)) is RED
    assert zone_at([one, two], two.at + timedelta(minutes=120, seconds=1)) is None
