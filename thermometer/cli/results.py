"""What a command says of what it did, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from thermometer.cli.wording import Wording
from thermometer.sentences import Sentences
from thermometer.services.exchange import Exported, Kept, Kind, Place, Plan, Refusal

_WORDS = {
    Kind.PEOPLE: "people",
    Kind.CHECK_INS: "checkins",
    Kind.TOOL_USES: "tool_uses",
    Kind.RUPTURES: "ruptures",
    Kind.BIDS: "bids",
    Kind.FOLLOW_UPS: "follow_ups",
    Kind.SETTINGS: "settings",
    Kind.OWN_THINGS: "own_things",
}


def refusals(plan: Plan, wording: Wording, sentences: Sentences) -> Iterator[str]:
    """Each row that cannot be taken, then what that means."""
    for refusal in plan.refusals:
        yield _refused(refusal, sentences.of(refusal.reason), wording)
    yield sentences.say("import-refused", count=len(plan.refusals))


def counts(plan: Plan, wording: Wording) -> Iterator[str]:
    """How many of each kind are new and how many are here already, and what was kept."""
    for kind, count in plan.counts.items():
        word = wording.say("kinds", _WORDS[kind])
        yield wording.say("result", "count", kind=word, new=count.new, here=count.here)
    for kept in plan.kept:
        yield _kept(kept, wording)
    for file, key in plan.kept_settings:
        yield wording.say("result", "kept_setting", file=file, key=key)


def exported(done: Exported, folder: Path, wording: Wording) -> Iterator[str]:
    """Which files were written, with how many rows."""
    yield wording.say("result", "exported", folder=folder)
    for name, rows in done.rows.items():
        yield wording.say("result", "exported_file", file=name, count=rows)
    if done.unreadable:
        yield wording.say("result", "unreadable", count=done.unreadable)


def _refused(refusal: Refusal, reason: str, wording: Wording) -> str:
    if refusal.column is None:
        return _at(refusal.place, reason, wording)
    file, line = refusal.place
    return wording.say(
        "result", "refused_cell", file=file, line=line, column=refusal.column, reason=reason
    )


def _at(place: Place, reason: str, wording: Wording) -> str:
    if place.line is None:
        return wording.say("result", "refused", file=place.file, reason=reason)
    return wording.say("result", "refused_line", file=place.file, line=place.line, reason=reason)


def _kept(kept: Kept, wording: Wording) -> str:
    here = kept.here
    said = wording.say(
        "result", "kept", name=here.name, role=here.role.value, age_band=here.age_band.value
    )
    return _at(kept.place, said, wording)
