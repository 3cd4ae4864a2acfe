"""The words of the therapist's page that are not sentences of the content."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QDate, QLocale, QObject

from thermometer.domain.data_line import DataLine
from thermometer.domain.episodes import End, Episode
from thermometer.domain.minutes import MinutesSummary, minutes, plain
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.repair_numbers import Mending
from thermometer.domain.ruptures import Resolution
from thermometer.domain.thresholds import EPISODE_GAP
from thermometer.domain.tools import Answer
from thermometer.domain.zones import Zone
from thermometer.services.therapist_values import (
    About,
    EpisodeLine,
    MomentLine,
    NoteLine,
    TherapistPage,
    UsedTool,
)

BETWEEN = " · "
HOUR, LONG = timedelta(hours=1), timedelta(hours=3)


class ReportWords(QObject):
    """Every label of the page, in the language of the window."""

    def title(self, page: TherapistPage) -> str:
        """Whose week it is."""
        return self.tr("{name}, {days}").format(name=page.name, days=page.days_text)

    def caution(self) -> str:
        """What kind of numbers these are."""
        return self.tr("self-reported, not a measurement")

    def rests_on(self, page: TherapistPage) -> str:
        """The data line."""
        line = page.rests_on
        parts = [
            self.tr("Used on {days} of 7 days").format(days=line.days_used),
            self.tr("check-ins: {own} by {name}, {observed} observed").format(
                own=line.own, name=page.name, observed=line.observed
            ),
            self.tr("ends not known: {ends} of {episodes}").format(
                ends=line.unknown_ends, episodes=page.week.episodes
            ),
            self.tr("entered afterwards: {entered}").format(entered=line.afterwards),
            *self._rare(line, page.unreadable),
        ]
        return BETWEEN.join(parts)

    def _rare(self, line: DataLine, unreadable: int) -> list[str]:
        rare = []
        if line.still_open:
            rare.append(self.tr("still open: {open}").format(open=line.still_open))
        if unreadable:
            rare.append(self.tr("could not be read: {count}").format(count=unreadable))
        return rare

    def figures(self, page: TherapistPage) -> list[tuple[str, str, str]]:
        """The four figures: what each is called, itself, and what it stands for."""
        week = page.week
        peaks = self.tr("{yellow} to yellow, {red} to red; {minutes} min in red").format(
            yellow=week.peak_yellow, red=week.peak_red, minutes=plain(week.minutes_in_red)
        )
        caught = self.tr("{caught} of {episodes}").format(
            caught=week.caught_in_yellow, episodes=week.episodes
        )
        return [
            (self.tr("Left green"), str(week.episodes), peaks),
            (self.tr("Caught in yellow"), caught, self.tr("back in green without red")),
            (self.tr("Back to green"), *self._back_to_green(week)),
            (self.tr("Repaired"), *self._repaired(page)),
        ]

    def _back_to_green(self, week: PersonWeek) -> tuple[str, str]:
        known = self.tr("{known} of {episodes} ends known").format(
            known=week.end_known, episodes=week.episodes
        )
        numbers = week.minutes_to_green
        if numbers.median is None or numbers.shortest is None or numbers.longest is None:
            return self._listed(numbers) or self.tr("not known"), known
        span = self.tr("median; {shortest} to {longest} min").format(
            shortest=plain(numbers.shortest), longest=plain(numbers.longest)
        )
        return self._min(numbers.median), self.tr("{span}; {known}").format(span=span, known=known)

    def _listed(self, numbers: MinutesSummary) -> str:
        """The durations themselves, where they are too few for a median."""
        listed = [plain(each) for each in numbers.listed]
        if len(listed) == 2:
            both = self.tr("{first} and {second} min")
            return both.format(first=listed[0], second=listed[1])
        return self.tr("{minutes} min").format(minutes=listed[0]) if listed else ""

    def _min(self, number: float) -> str:
        return self.tr("{minutes} min").format(minutes=plain(number))

    def _long(self, lasted: timedelta) -> str:
        """Minutes, and about how many hours where they are many."""
        if lasted < LONG:
            return self._min(minutes(lasted))
        both = self.tr("{minutes} min (about {hours} h)")
        return both.format(minutes=plain(minutes(lasted)), hours=round(lasted / HOUR))

    def _repaired(self, page: TherapistPage) -> tuple[str, str]:
        repairs = page.repairs.numbers
        with_whom = self.tr("hard moments with {name}").format(name=page.name)
        if not repairs.ruptures:
            return self.tr("none noted"), with_whom
        if repairs.open:
            still_open = self.tr("{with_whom}; still open: {open}")
            with_whom = still_open.format(with_whom=with_whom, open=repairs.open)
        if not repairs.countable:
            return self.tr("{count} noted").format(count=repairs.ruptures), with_whom
        counted = self.tr("{repaired} of {countable}")
        return counted.format(repaired=repairs.repaired, countable=repairs.countable), with_whom

    def sections(self) -> dict[str, str]:
        """The names of the sections by a key of the page's."""
        return {
            "days": self.tr("Escalations by day and highest zone"),
            "hours": self.tr("When it happened"),
            "episodes": self.tr("Episodes"),
            "signs": self.tr("First signs"),
            "tools": self.tr("What was followed by calm"),
            "repairs": self.tr("Hard moments and repair"),
            "notes": self.tr("Private notes"),
            "question": self.tr("Our question for you"),
        }

    def episode_heads(self) -> tuple[str, ...]:
        """Over the columns of the episodes."""
        return (
            self.tr("when"),
            self.tr("first and highest zone"),
            self.tr("back to green"),
            self.tr("in red"),
            self.tr("first signs"),
            self.tr("tools, with the answer after them"),
        )

    def moment_heads(self) -> tuple[str, ...]:
        """Over the columns of the hard moments."""
        return (self.tr("when"), self.tr("with"), self.tr("what it was"), self.tr("how it went"))

    def zones(self, episode: Episode) -> str:
        """Its first zone and its peak."""
        peak = self.zone(episode.peak)
        if episode.first_zone is episode.peak:
            return peak
        return self.tr("{first} to {peak}").format(first=self.zone(episode.first_zone), peak=peak)

    def zone(self, zone: Zone) -> str:
        """A zone by its colour's name."""
        match zone:
            case Zone.GREEN:
                return self.tr("green")
            case Zone.YELLOW:
                return self.tr("yellow")
            case Zone.RED:
                return self.tr("red")

    def when(self, line: EpisodeLine) -> str:
        """The local day and time of its start."""
        episode = line.episode
        at = self._day_and_time(episode.local_start.isoweekday(), f"{episode.local_start:%H:%M}")
        return self._about(at) if episode.check_ins[0].about else at

    def _about(self, what: str) -> str:
        return self.tr("≈ {value}").format(value=what)

    def _day_and_time(self, weekday: int, time: str) -> str:
        day = QLocale().dayName(weekday, QLocale.FormatType.ShortFormat)
        return self.tr("{day} {time}").format(day=day, time=time)

    def lasted(self, episode: Episode) -> str:
        """How long until it was green again."""
        if episode.duration is not None:
            lasted = self._min(minutes(episode.duration))
            return self._about(lasted) if episode.about else lasted
        return self.tr("still open") if episode.state is End.OPEN else self.tr("end not known")

    def in_red(self, episode: Episode) -> str:
        """How long it was red, as far as is known."""
        return self._min(minutes(episode.time_in_red)) if episode.time_in_red else ""

    def used(self, tool: UsedTool) -> str:
        """A tool and the answer after it."""
        match tool.answer:
            case None:
                return tool.name
            case Answer.SMALLER:
                answer = self.tr("smaller")
            case Answer.SAME:
                answer = self.tr("same")
            case Answer.BIGGER:
                answer = self.tr("bigger")
        return self.tr("{tool}: {answer}").format(tool=tool.name, answer=answer)

    def more(self, count: int) -> str:
        """Under a list that is not whole."""
        return self.tr("and {count} more").format(count=count)

    def no_signs(self, page: TherapistPage, least: int) -> str:
        """Why no first signs are counted."""
        if page.week.episodes < least:
            return self.tr("Fewer than {least} episodes: too few to count.").format(least=least)
        return self.tr("No signs were ticked.")

    def sign_heads(self, page: TherapistPage) -> tuple[str, ...]:
        """Over the columns of the first signs."""
        of = self.tr("at the start of {episodes} episodes").format(episodes=page.week.episodes)
        return (of, self.tr("times"))

    def tool_heads(self) -> tuple[str, ...]:
        """Over the columns of the tools."""
        return (self.tr("tool"), self.tr("known outcomes"), "", self.tr("uses"))

    def no_tools(self) -> str:
        """Instead of a list of tools."""
        return self.tr("No tool was used in this week.")

    def moment_at(self, line: MomentLine, time: str, weekday: int) -> str:
        """The local day and time of a hard moment."""
        at = self._day_and_time(weekday, time)
        return self._about(at) if line.mending.rupture.about else at

    def mended(self, mending: Mending) -> str:
        """How a hard moment went on."""
        tries = self.tr("; attempts: {count}").format(count=len(mending.bids))
        took = mending.time_to_repair
        if took is not None:
            after = self.tr("together again after {time}").format(time=self._long(took))
            return after + (tries if mending.bids[1:] else "")
        match mending.rupture.resolution:
            case Resolution.ALREADY_DID:
                return self.tr("was mended already")
            case Resolution.LET_BE:
                return self.tr("let be")
            case None:
                return self.tr("still open") + (tries if mending.bids else "")

    def repairs(self, page: TherapistPage) -> str:
        """The counts of the family's repairs, in a line."""
        numbers = page.repairs.numbers
        said = [page.repairs.said]
        if numbers.open:
            said.append(self.tr("Still open: {open}.").format(open=numbers.open))
        if numbers.bids:
            calm = self.tr("The grown-up was calm first in {calm} of {bids} attempts.")
            said.append(calm.format(calm=numbers.calm_first, bids=numbers.bids))
        if numbers.not_yet:
            again = self.tr("After “not yet” somebody came again: {again} of {not_yet}.")
            said.append(again.format(again=numbers.came_again, not_yet=numbers.not_yet))
        if page.repairs.counted_only:
            only = self.tr("Counted, not listed: {count}.")
            said.append(only.format(count=page.repairs.counted_only))
        return " ".join(said)

    def note_head(self, note: NoteLine) -> str:
        """When a note is about, and about what."""
        at = self._day_and_time(note.at.isoweekday(), f"{note.at:%H:%M}")
        match note.about:
            case About.EPISODE:
                about = self.tr("episode")
            case About.RUPTURE:
                about = self.tr("hard moment")
            case About.FOLLOW_UP:
                about = self.tr("talked about it later")
        return self.tr("{when} · {about}").format(when=at, about=about)

    def explanation(self, page: TherapistPage) -> str:
        """What an episode is, and when this was printed."""
        at = page.printed_at
        day = QDate(at.year, at.month, at.day)
        printed = QLocale().toString(day, QLocale.FormatType.LongFormat)
        gap = round(EPISODE_GAP.total_seconds() / 60)
        said = (
            self.tr("An episode lasts from leaving green until green again."),
            self.tr("After {gap} minutes without a check-in its end is not known.").format(gap=gap),
            self.tr("Feelings Thermometer, {printed}").format(printed=printed),
        )
        return " ".join(said)

    def legend(self) -> list[tuple[Zone, str]]:
        """The three shapes."""
        return [(zone, self.zone(zone)) for zone in Zone]
