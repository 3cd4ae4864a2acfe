"""A repair as its steps need it: who, what it was, how far it has come, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thermometer.domain.drafts import Draft
from thermometer.domain.mending import Repair
from thermometer.domain.people import Person
from thermometer.domain.repair_steps import SAID, Part
from thermometer.domain.ruptures import RuptureKind

if TYPE_CHECKING:
    from thermometer.domain.drafts import OwnLine
    from thermometer.services.bundle import Services
    from thermometer.services.repair_texts import RepairTexts


@dataclass(frozen=True, slots=True)
class Situation:
    """What a step shows.

    Attributes:
        own: the family's own lines, by part.
        draft: as it stands on the screen, maybe a moment ahead of what is kept.
    """

    repair: Repair
    draft: Draft
    child: Person
    grown_up: Person
    texts: RepairTexts
    own: Mapping[Part, tuple[OwnLine, ...]]

    @property
    def kind(self) -> RuptureKind | None:
        """The kind whose words are used."""
        return self.draft.kind or self.repair.kind

    @property
    def frightening(self) -> bool:
        """Whether it was ever said to be."""
        return self.repair.frightening or self.kind is RuptureKind.FRIGHTENING

    def lines(self, part: Part) -> tuple[str, ...]:
        """The lines to choose from."""
        return self.texts.lines(part, self.kind, self.child.age_band)

    def own_lines(self, part: Part) -> tuple[str, ...]:
        """The family's own ones."""
        return tuple(line.text for line in self.own.get(part, ()))

    def own_line(self, part: Part, text: str) -> OwnLine | None:
        """The family's own one that says ``text``."""
        return next((line for line in self.own.get(part, ()) if line.text == text), None)

    def said(self, part: Part) -> str:
        """What was chosen or written."""
        return " ".join(self.draft.words.get(part, ()))


def people_of(services: Services, repair: Repair) -> tuple[Person, Person]:
    """The child, and the grown-up who mends: whoever made the last bid, else whose moment it was.

    Archived ones too: what was begun can be read and finished.
    """
    everybody = {one.id: one for one in services.stories().everybody()}
    rupture, bid = repair.rupture, repair.last_bid
    by = everybody.get(bid.by) if bid else None
    grown_up = by if by and not by.is_child else everybody[rupture.grown_up]
    return everybody[rupture.child], grown_up


def who_may_reach_out(services: Services, repair: Repair) -> tuple[Person, ...]:
    """The grown-ups who are here, the one of the hard moment first."""
    here = [one for one in services.family.people() if not one.is_child]
    return tuple(sorted(here, key=lambda one: one.id != repair.rupture.grown_up))


def situation_of(services: Services, repair: Repair, draft: Draft) -> Situation:
    """Everything a step needs, read now."""
    child, grown_up = people_of(services, repair)
    lines = services.own_lines()
    own: dict[Part, tuple[OwnLine, ...]] = {part: lines.of(part) for part in SAID}
    return Situation(repair, draft, child, grown_up, services.repair_texts(), own)
