"""What takes in files from anywhere, each ready to be given any bytes again and again.

``take`` returns whether they were taken. It raises whatever must not come: any exception but a
``Problem``, or an ``AssertionError`` where something was half written, or not the same twice.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QColor, QImage

from tests.fakes import FakeClock
from tests.fuzz.mutations import MARK, SCRIPT
from thermometer import app
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PICTURE_BYTES
from thermometer.services.bundle import Services
from thermometer.services.exchange import Import
from thermometer.services.exchange.importing import Import as Importing
from thermometer.services.own_media import OwnMedia
from thermometer.store import whole
from thermometer.ui import photos
from thermometer.ui.widgets.middle_square import NoPhotoError, middle_of
from thermometer.ui.widgets.own_pictures import KINDS

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "family-a"
ROWS = 12
"""Of each sample: a seed is small, so that what was changed in it matters."""

LONGEST_SCRIPT = 1_000_000
"""Steps of SQLite."""


class Target(Protocol):
    """One way in."""

    def seeds(self) -> Iterator[bytes]:
        """Files that can be taken."""

    def take(self, data: bytes) -> bool:
        """Gives it ``data``; whether it was taken."""

    def close(self) -> None:
        """Lets go of what it has opened."""


class _House:
    """A family on disk that is as it was at the beginning, whatever was taken."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._pristine = folder / "family", folder / "pristine"
        self.clock = FakeClock()
        services = self.open()
        _settle(services, folder / "brought")
        services.close()
        shutil.copytree(self.folder, self._pristine)
        self.services = self.open()

    def open(self) -> Services:
        return app.open_family(self.folder, self.clock, lambda _: None)

    def begin_again(self) -> None:
        self.services.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self._pristine, self.folder)
        self.services = self.open()

    def contents(self) -> str:
        """All that is in the family's file, as a hash."""
        data = self.services.stores.database.connection.serialize()
        return hashlib.sha256(data).hexdigest()


def _settle(services: Services, brought: Path) -> None:
    """The sample family moves in."""
    brought.mkdir()
    importing = services.importing()
    plan = importing.preview([_short(path, brought) for path in sorted(SAMPLES.glob("*.csv"))])
    assert not plan.refusals
    importing.take(plan)


def _short(path: Path, into: Path) -> Path:
    copied = into / path.name
    copied.write_bytes(_first_rows(path))
    return copied


def _first_rows(path: Path) -> bytes:
    return b"".join(path.read_bytes().splitlines(keepends=True)[: ROWS + 1])


class _Imported:
    """Files that the family takes in beside what it has."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._house = _House(folder)
        self._file = folder / "wild"
        self._before = self._house.contents()

    def take(self, data: bytes) -> bool:
        """Previews ``data`` and, if nothing speaks against it, takes it in: twice the same."""
        self._file.write_bytes(data)
        services = self._house.services
        importing = _without_backup(services)
        plan = importing.preview([self._file])
        assert self._house.contents() == self._before, "a preview has written"
        for refusal in plan.refusals:
            services.sentences.of(refusal.reason)
        if plan.refusals or not plan.changes_anything:
            return not plan.refusals
        try:
            importing.take(plan)
        except Problem:
            assert self._house.contents() == self._before, "half an import was written"
            return False
        try:
            self._look_again(services)
        finally:
            self._house.begin_again()
            self._before = self._house.contents()
        return True

    def _look_again(self, services: Services) -> None:
        again = _without_backup(services).preview([self._file])
        assert not again.refusals, [str(each.reason) for each in again.refusals]
        assert not again.changes_anything, "a second import would add something"
        assert not services.stores.database.unreadable
        dumped = whole.dump(services.stores.database)
        json.dumps(dumped)
        for row in dumped["media"]:
            _draw(services.own_media(), str(row["id"]))

    def close(self) -> None:
        """Lets go of the family."""
        self._house.services.close()


def _draw(media: OwnMedia, id_: str) -> None:
    data = media.picture(f"own:{id_}")
    if data is not None:
        with suppress(NoPhotoError):
            middle_of(data, 64, KINDS)


def _without_backup(services: Services) -> Import:
    """As the family imports, only that nobody waits for the backup before it."""
    return Importing(
        services.stores, services.content, services.clock, services.notify, lambda _: None
    )


class Csv(_Imported):
    """One CSV file of any kind."""

    def seeds(self) -> Iterator[bytes]:
        """Each kind of file, and one of them as other programs write it."""
        for path in sorted(SAMPLES.glob("*.csv")):
            yield _first_rows(path)
        yield b"\xef\xbb\xbf" + _first_rows(SAMPLES / "checkins.csv").replace(b"\n", b"\r\n")


class Json(_Imported):
    """An ``export.json``."""

    def seeds(self) -> Iterator[bytes]:
        """The family's own, line by line and in one line, and one of somebody else."""
        folder = self._folder / "out"
        self._house.services.exporting().write(folder, replace=True)
        text = (folder / "export.json").read_bytes()
        yield text
        yield json.dumps(json.loads(text)).encode()
        yield text.replace(b'"Mia"', b'"Lea"').replace(b"a", b"b", 3)
        yield b'{"format": "feelings-thermometer", "version": 1, "tables": {}}'


class Backup:
    """A backup, put in the place of everything that is here."""

    def __init__(self, folder: Path) -> None:
        self._house = _House(folder)
        self._file = folder / "wild.db"
        made = self._house.services.safekeeping().make()
        assert made is not None
        self._sound = made.path.read_bytes()
        self._house.begin_again()
        self._before = self._house.contents()

    def seeds(self) -> Iterator[bytes]:
        """A sound one, edits of it, and what only looks like a sealed one."""
        yield self._sound
        yield MARK
        yield MARK + bytes([0, 0, 24, 0, 0, 40]) * 3
        yield SCRIPT + b"UPDATE person SET name = 'Lea'"
        yield b"age-encryption.org/v1\n-> scrypt c2FsdHNhbHRzYWx0c2Fs 30\nAAAA\n--- AAAA\n"
        yield b"-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----\n"

    def take(self, data: bytes) -> bool:
        """Looks into ``data`` and puts it back, if it can be put back."""
        self._write(data)
        keeping = self._house.services.safekeeping()
        try:
            coming = keeping.look_into(self._file, "open sesame")
            assert self._house.contents() == self._before, "a look has written"
            keeping.restore(coming)
        except Problem as problem:
            self._house.services.sentences.of(problem)
            assert self._house.contents() == self._before, "half a backup was put back"
            return False
        try:
            _live_on(self._house.services)
        finally:
            self._house.begin_again()
            self._before = self._house.contents()
        return True

    def _write(self, data: bytes) -> None:
        if not data.startswith(SCRIPT):
            self._file.write_bytes(edited(self._sound, data))
            return
        self._file.write_bytes(self._sound)
        with closing(sqlite3.connect(self._file)) as changed, suppress(sqlite3.Error, ValueError):
            changed.set_progress_handler(lambda: 1, LONGEST_SCRIPT)
            changed.executescript(data[len(SCRIPT) :].decode("utf-8", "replace"))

    def close(self) -> None:
        """Lets go of the family."""
        self._house.services.close()


def edited(sound: bytes, data: bytes) -> bytes:
    """``data`` itself, or after a mark edits of ``sound``: where (four bytes) and what (two)."""
    if not data.startswith(MARK):
        return data
    changed, edits = bytearray(sound), data[len(MARK) :]
    for start in range(0, len(edits) - 5, 6):
        where = int.from_bytes(edits[start : start + 4], "big") % len(changed)
        changed[where : where + 2] = edits[start + 4 : start + 6]
    return bytes(changed)


def _live_on(services: Services) -> None:
    """The family that was put back can be read and written."""
    people = services.stores.people.all(archived=True)
    services.stores.check_ins.between(None, None)
    json.dumps(whole.dump(services.stores.database))
    assert services.safekeeping().backups()
    services.safekeeping().examine_beside()
    for person in people:
        services.journal.zone_now(person.id)


class Picture:
    """A photo from anywhere."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "wild.png"

    def seeds(self) -> Iterator[bytes]:
        """A small picture in each format that is read, and some that are not."""
        image = QImage(24, 16, QImage.Format.Format_ARGB32)
        image.fill(QColor("teal"))
        for kind in ("PNG", "JPEG", "BMP", "WEBP", "TIFF", "XPM"):
            if image.save(str(self._file), kind):  # type: ignore[call-overload]
                yield self._file.read_bytes()
        yield b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x00\x00\x00" + (
            b"\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
        )
        yield b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"

    def take(self, data: bytes) -> bool:
        """Takes the photo; what is kept is small and can be drawn."""
        try:
            kept = photos.photo_of_data(data)
        except Problem:
            return False
        assert len(kept) <= PICTURE_BYTES
        image = middle_of(kept, photos.SIDE, KINDS)
        assert max(image.width(), image.height()) <= photos.SIDE
        return True

    def close(self) -> None:
        """Nothing is open."""


TARGETS: dict[str, Callable[[Path], Target]] = {
    "csv": Csv,
    "json": Json,
    "backup": Backup,
    "picture": Picture,
}
