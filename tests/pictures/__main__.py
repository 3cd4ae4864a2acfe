"""``make pictures``: draw the contact sheets, and numbered ones to be named without words."""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QImage

from tests.pictures.catalogue import Drawing, drawings
from tests.pictures.sheets import numbered, sheets
from thermometer.ui.window import application

NAMED_BLIND = ("tools", "people", "signs", "faces", "interface", "contexts", "kinds")
SEED = 7
"""One shuffled order, so that what two viewers said can be laid side by side."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the sheets go; made if it is not there")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="number only these: tools/water")
    asked = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    found = drawings()
    for folder, pictures in found.items():
        for i, sheet in enumerate(sheets(pictures), 1):
            _save(sheet, asked.folder / f"{folder}-{i}.png")
    flat = [one for folder in NAMED_BLIND for one in found[folder]]
    _number([one for one in flat if one.name in (asked.only or [one.name])], asked.folder)
    sys.stdout.write(f"{asked.folder}\n")
    return 0


def _number(pictures: Sequence[Drawing], folder: Path) -> None:
    """Sheets with nothing but numbers, and beside them the key to the numbers."""
    shuffled = random.Random(SEED).sample(pictures, len(pictures))
    for i, sheet in enumerate(numbered(shuffled), 1):
        _save(sheet, folder / "naming" / f"sheet-{i}.png")
    key = {i: {"id": one.name, "spoken": one.spoken} for i, one in enumerate(shuffled, 1)}
    text = json.dumps(key, indent=1, ensure_ascii=False)
    (folder / "naming" / "key.json").write_text(text, encoding="utf-8")


def _save(sheet: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not sheet.save(str(path)):
        raise SystemExit(f"cannot be written: {path}")


if __name__ == "__main__":
    raise SystemExit(main())
