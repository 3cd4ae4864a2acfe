"""A lock on a real file, and what tests of it share."""

from __future__ import annotations

from uuid import uuid4

from tests.fakes import FakeSteadyClock
from thermometer.services.content_files import ContentFiles
from thermometer.services.parent_lock import Answer, ParentLock
from thermometer.services.recovery_words import recovery_words

MUM, DAD = uuid4(), uuid4()
PIN, OTHER, WRONG = "4907", "836194", "9063"
NO_CODE = "acorn moon pear sail tent"


def english() -> tuple[str, ...]:
    """The words that come with the program."""
    return recovery_words(ContentFiles("en"))


def fail(lock: ParentLock, steady: FakeSteadyClock, times: int) -> None:
    """So many wrong tries, each as soon as it may be."""
    for _ in range(times):
        steady.advance(lock.wait().left)
        assert lock.try_pin(MUM, WRONG) is Answer.WRONG


def seconds(lock: ParentLock) -> tuple[float, float]:
    """What is left of the wait, and the whole of it."""
    wait = lock.wait()
    return wait.left.total_seconds(), wait.whole.total_seconds()
