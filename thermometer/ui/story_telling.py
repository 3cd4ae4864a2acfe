"""The words in which a story is told: its head, its lines, who saw what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import End, Episode
from thermometer.domain.local_time import local_time
from thermometer.domain.minutes import minutes, plain
from thermometer.domain.people import Person, Role
from thermometer.domain.stories import Story
from thermometer.domain.story_events import Event, Tapped, Used
from thermometer.domain.tools import Answer, Tool, ToolKind
from thermometer.domain.zones import Zone
from thermometer.ui.widgets.story_list import StoryLine
from thermometer.ui.widgets.week_words import clock_time, lasted, weekday, whole_day

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

BETWEEN = " · "


def zone_word(zone: Zone) -> str:
    """What a zone is called between grown-ups."""
    match zone:
        case Zone.GREEN:
            return QCoreApplication.translate("StoryTelling", "green")
        case Zone.YELLOW:
            return QCoreApplication.translate("StoryTelling", "yellow")
        case Zone.RED:
            return QCoreApplication.translate("StoryTelling", "red")


def time_of(check_in: CheckIn) -> str:
    """The time of day of a check-in where it was made, with ≈ where it is approximate."""
    time = clock_time(local_time(check_in.at, check_in.time_zone))
    return f"≈ {time}" if check_in.about else time


def title_of(person: Person, check_in: CheckIn) -> str:
    """Whose it is and when: Mia, Thursday 16:41."""
    day = weekday(local_time(check_in.at, check_in.time_zone).date())
    return f"{person.name}, {day} {time_of(check_in)}"


def about_episode(episode: Episode) -> str:
    """How long it was, how high it went, and how long in red."""
    parts = [lasted(episode)]
    peak = QCoreApplication.translate("StoryTelling", "highest {zone}")
    parts.append(peak.format(zone=zone_word(episode.peak)))
    if episode.time_in_red:
        red = QCoreApplication.translate("StoryTelling", "{minutes} min in red")
        parts.append(red.format(minutes=plain(minutes(episode.time_in_red))))
    if episode.caught_in_yellow:
        parts.append(QCoreApplication.translate("StoryTelling", "caught in yellow"))
    return BETWEEN.join(parts)


@dataclass(frozen=True, slots=True)
class StoryTelling:
    """Tells a story in lines.

    Args:
        people: everybody who may be named, by id.
        signs: what the signs are called, by id.
        tool: gives a tool as a person knows it, by its id.
    """

    people: Mapping[UUID, Person]
    signs: Mapping[str, str]
    tool: Callable[[UUID, str], Tool]

    def head(self, story: Story) -> tuple[str, str]:
        """The title and the words beside it."""
        first = story.first
        day = whole_day(local_time(first.at, first.time_zone).date())
        if story.episode is None:
            none = QCoreApplication.translate("StoryTelling", "withdrawn; no episode is left")
            return title_of(story.person, first), BETWEEN.join((day, none))
        return title_of(story.person, first), BETWEEN.join((day, about_episode(story.episode)))

    def lines(self, story: Story) -> list[StoryLine]:
        """A line for each event, in order."""
        return [self._line(story, event) for event in story.events]

    def chart(self, story: Story) -> str:
        """What the small chart shows, in words: who was where and when."""
        told = []
        for line in story.lines:
            taps = (c for run in line.runs for c in run.check_ins)
            inside = (c for c in taps if story.span.start <= c.at <= story.span.end)
            steps = ", ".join(f"{time_of(c)} {zone_word(c.zone)}" for c in inside)
            if steps:
                told.append(f"{line.person.name}: {steps}")
        return "; ".join(told)

    def who(self, person: UUID | None) -> str:
        """Who saw it: by name, or "you" where there is only one grown-up."""
        grown_ups = [one for one in self.people.values() if not one.is_child and not one.archived]
        if person is None or (len(grown_ups) == 1 and grown_ups[0].id == person):
            return QCoreApplication.translate("StoryTelling", "You")
        return self.name(person)

    def name(self, person: UUID) -> str:
        """Somebody's name; those who are gone have none."""
        gone = QCoreApplication.translate("StoryTelling", "somebody")
        return self.people[person].name if person in self.people else gone

    def sign_words(self, signs: Sequence[str]) -> str:
        """The signs of a check-in in words; unknown ones by the words of their ids."""
        return ", ".join(self.signs.get(sign, sign.replace("-", " ")).lower() for sign in signs)

    def _line(self, story: Story, event: Event) -> StoryLine:
        return self._used(event) if isinstance(event, Used) else self._tapped(story, event)

    def _tapped(self, story: Story, event: Tapped) -> StoryLine:
        check_in = event.check_in
        return StoryLine(
            time=time_of(check_in),
            title=story.person.words.of(check_in.zone),
            below=BETWEEN.join(self._parts(story.person, event)),
            zone=check_in.zone,
            struck=check_in.withdrawn_at is not None,
            quiet=not event.within,
            check_in=check_in.id,
        )

    def _parts(self, person: Person, event: Tapped) -> list[str]:
        check_in = event.check_in
        if check_in.withdrawn_at is not None:
            return [self.withdrawn(event)]
        parts = []
        if check_in.source is Source.OBSERVED:
            parts.append(self.seen_by(person, check_in))
        if check_in.signs:
            parts.append(self.sign_words(check_in.signs))
        parts += [self._view(person, check_in, view) for view in event.views]
        if event.after is not None and check_in.zone is Zone.GREEN:
            after = QCoreApplication.translate("StoryTelling", "after {tool}")
            parts.append(after.format(tool=self.tool(person.id, event.after.tool).name))
        return parts

    def seen_by(self, person: Person, check_in: CheckIn) -> str:
        """Who entered an observation, and whether afterwards."""
        if check_in.observed_by == person.id:
            text = QCoreApplication.translate("StoryTelling", "entered by {name}")
        else:
            text = QCoreApplication.translate("StoryTelling", "seen by {name}")
        by = check_in.observed_by
        return text.format(name=self.name(by) if by else self.who(None).lower())

    def withdrawn(self, event: Tapped) -> str:
        """Why a check-in is struck through."""
        if event.mistake is None:
            return QCoreApplication.translate("StoryTelling", "withdrawn")
        if event.anew is not None:
            anew = QCoreApplication.translate(
                "StoryTelling", "the clock was wrong; entered anew for {when}"
            )
            day = whole_day(local_time(event.anew.at, event.anew.time_zone).date())
            return anew.format(when=f"{day}, {time_of(event.anew)}")
        if event.mistake.made_by is None:
            return QCoreApplication.translate("StoryTelling", "a mistake, made by somebody else")
        text = QCoreApplication.translate("StoryTelling", "a mistake, made by {name}")
        return text.format(name=self.name(event.mistake.made_by))

    def _view(self, person: Person, own: CheckIn, view: CheckIn) -> str:
        """The other view, kept beside the person's own: "Mia: yellow. You saw: red."."""
        who = self.who(view.observed_by)
        if view.zone is own.zone:
            text = QCoreApplication.translate("StoryTelling", "{who} saw the same")
            return text.format(who=who)
        text = QCoreApplication.translate("StoryTelling", "{name}: {own}. {who} saw: {zone}.")
        return text.format(
            name=person.name, own=zone_word(own.zone), who=who, zone=zone_word(view.zone)
        )

    def _used(self, event: Used) -> StoryLine:
        tool = self.tool(event.use.person, event.use.tool)
        return StoryLine(
            time=clock_time(local_time(event.use.started_at, event.use.time_zone)),
            title=tool.name,
            below=self._came(event) if tool.kind is ToolKind.CALL else self._outcome(event),
            picture=tool.picture,
        )

    def _came(self, event: Used) -> str:
        if event.use.came is None:
            return self._outcome(event)
        name = self.name(event.use.came)
        if event.came_in is None or event.came_in is Zone.GREEN:
            return QCoreApplication.translate("StoryTelling", "{name} came").format(name=name)
        text = QCoreApplication.translate("StoryTelling", "{name} came, and was in {zone} too")
        return text.format(name=name, zone=zone_word(event.came_in))

    @staticmethod
    def _outcome(event: Used) -> str:
        match event.use.answer:
            case Answer.SMALLER:
                return QCoreApplication.translate("StoryTelling", "smaller afterwards")
            case Answer.SAME:
                return QCoreApplication.translate("StoryTelling", "the same afterwards")
            case Answer.BIGGER:
                return QCoreApplication.translate("StoryTelling", "bigger afterwards")
            case None if event.helped:
                return QCoreApplication.translate("StoryTelling", "was followed by calm")
            case None:
                return ""


def is_unfinished(episode: Episode | None) -> bool:
    """Whether nobody has said yet how it ended."""
    return episode is not None and episode.state is not End.KNOWN


def telling_of(services: Services) -> StoryTelling:
    """Tells the stories of the family of ``services`` in its language."""
    content = services.content
    signs = {sign.id: sign.text for role in Role for sign in content.signs(role)}
    people = {one.id: one for one in services.stories().everybody()}
    return StoryTelling(people, signs, services.safe_places.tool)
