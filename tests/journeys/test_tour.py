"""The tour walks the real app, and writes a picture of every page and state."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.problems import Problem

SHOWN = (
    "first-start first-start-child first-start-parent first-start-family home-resting home "
    "safe-place-child-green safe-place-child-yellow safe-place-child-red "
    "safe-place-parent-green safe-place-parent-yellow safe-place-parent-red home-oops "
    "safe-place-child-yellow-signs safe-place-child-yellow-signs-done "
    "safe-place-parent-yellow-signs noticed-lock noticed-from-home home-faces "
    "tool-guide how-is-it-now tool-steps tool-timer tool-card tool-card-glow tool-call body-scan "
    "guide-flower-candle-in guide-square-full guide-bee-hum-out still-guide-flower-candle-full "
    "one-card one-card-drawings one-card-camera one-card-camera-taken one-card-own "
    "one-card-recording one-card-recorded card-file one-card-place own-tool own-tool-guide "
    "own-tool-timer own-tool-steps own-tool-two-steps own-tool-step-picture own-tool-kept "
    "own-tool-remove safe-place-setup-own family-child-photo "
    "story one-check-in noticed late-entry settings-look settings-sound settings-home "
    "settings-lock settings-data settings-about licences licence idle erase-person keep-for "
    "settings-health health-worried health-copied clock clock-below clock-settled "
    "erase-all "
    "repairs repairs-who-reaches-out repair-calm-first repair-calm-first-resumed repair-both-sides "
    "repair-both-sides-resumed repair-go-to-child repair-go-to-child-resumed repair-reflect "
    "repair-reflect-resumed repair-childs-card repair-validate repair-validate-resumed "
    "repair-own-it-did repair-own-it-resumed repair-own-it-whole repair-mend-it "
    "repair-mend-it-resumed repair-how-did-it-go repairs-paused-at-the-end "
    "repair-how-did-it-go-resumed repair-not-yet repair-later repair-follow-up repairs-together "
    "hard-moment-grown-up hard-moment-child hard-moment-saved "
    "home-can-read home-reads safe-place-yellow-reads safe-place-red-reads"
).split()


def test_it_shows_every_page_at_the_smallest_size(
    tmp_path: Path, clock: FakeClock, qapp: object
) -> None:
    out = tmp_path / "pictures"
    code = app.run_tour(folder=out, size=(800, 480), theme="light", language="en", clock=clock)
    assert code == 0
    pictures = sorted(out.iterdir())
    names = [path.stem.split("-", 1)[1] for path in pictures]
    assert [name for name in SHOWN if name not in names] == []
    assert [path.name[:3] for path in pictures] == [f"{i:03}" for i in range(1, len(names) + 1)]
    images = [QImage(str(path)) for path in pictures]
    assert {image.size().toTuple() for image in images} == {(800, 480)}
    same = [one for (one, a), (_, b) in pairwise(zip(names, images, strict=True)) if a == b]
    assert same == []


def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, clock: FakeClock, qapp: object
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Problem, match="tour-no-access"):
        app.run_tour(
            folder=tmp_path / "file" / "pictures",
            size=(800, 480),
            theme="light",
            language="en",
            clock=clock,
        )
