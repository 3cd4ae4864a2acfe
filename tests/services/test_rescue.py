"""A damaged or lost file: the newest sound backup and what can still be read become one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.services.test_safekeeping import House
from thermometer.domain.problems import Problem
from thermometer.services.rescue import Rescue
from thermometer.store.database import FILE
from thermometer.store.problems import Damaged, Lost

HOUR = timedelta(hours=1)


class Damage:
    """A closed family with a backup of three taps and two taps after it; it may be damaged."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        house = House(folder, clock)
        house.add("Mia")
        house.tap(3)
        made = house.keeping.make()
        assert made is not None
        self.backup = made
        clock.advance(HOUR)
        house.tap(2)
        house.services.close()
        self.folder, self.path, self.clock = folder, folder / FILE, clock
        self.rescue = Rescue(folder, clock)

    def strike(self) -> bytes:
        """The first page is gone; what lies there now."""
        self.path.write_bytes(bytes(4096) + self.path.read_bytes()[4096:])
        with pytest.raises(Damaged):
            House(self.folder, self.clock)
        return self.path.read_bytes()

    def again(self) -> House:
        return House(self.folder, self.clock)

    def left(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()} - {"reserve", "backups"}


@pytest.fixture
def damage(tmp_path: Path, clock: FakeClock) -> Damage:
    return Damage(tmp_path / "data", clock)


def test_backup_and_salvage_become_one(damage: Damage) -> None:
    content = damage.strike()
    ready = damage.rescue.prepare()
    assert (ready.file, ready.made_at) == (damage.backup.path, damage.backup.made_at)
    assert (ready.backup, ready.salvaged, ready.holds.check_ins) == (damage.backup.holds, 2, 5)
    assert damage.path.read_bytes() == content
    aside = damage.rescue.finish()
    assert aside is not None
    assert aside.name == "corrupt-2026-11-22T193000Z.db"
    assert aside.read_bytes() == content
    assert damage.left() == {FILE, aside.name}
    house = damage.again()
    assert (house.names(), house.taps()) == (["Mia"], 5)
    house.tap()
    assert house.keeping.examine().sound
    house.services.close()


def test_nothing_is_changed_by_looking(damage: Damage) -> None:
    content = damage.strike()
    damage.rescue.prepare()
    damage.rescue.prepare()
    damage.rescue.drop()
    assert damage.path.read_bytes() == content
    assert damage.left() == {FILE}


@pytest.mark.parametrize("content", [None, b"", b"a text, no database"])
def test_what_is_gone_comes_back_from_the_backup(damage: Damage, content: bytes | None) -> None:
    damage.path.unlink()
    if content is not None:
        damage.path.write_bytes(content)
    with pytest.raises(Lost if not content else Damaged):
        damage.again()
    ready = damage.rescue.prepare()
    assert (ready.salvaged, ready.holds.check_ins) == (0, 3)
    aside = damage.rescue.finish()
    assert (aside is None) == (content is None)
    house = damage.again()
    assert house.taps() == 3
    house.services.close()


def test_after_a_crash_in_the_midst_the_file_set_aside_is_read(damage: Damage) -> None:
    damage.strike()
    damage.path.rename(damage.folder / "corrupt-2026-11-22T193000Z.db")
    assert damage.rescue.set_aside_before() == [damage.folder / "corrupt-2026-11-22T193000Z.db"]
    assert damage.rescue.prepare().holds.check_ins == 5
    assert damage.rescue.finish() is None
    house = damage.again()
    assert house.taps() == 5
    house.services.close()


def test_a_backup_that_has_gone_bad_is_passed_over(damage: Damage) -> None:
    house = damage.again()
    damage.clock.advance(HOUR)
    worse = house.keeping.make()
    assert worse is not None
    house.services.close()
    data = worse.path.read_bytes()
    worse.path.write_bytes(data[:8192] + bytes(4096) + data[12288:])
    assert [one.path for one in damage.rescue.backups()] == [worse.path, damage.backup.path]
    newest = damage.rescue.newest()
    assert newest is not None
    assert newest.path == damage.backup.path


def test_without_a_backup_there_is_what_can_be_read(damage: Damage) -> None:
    damage.backup.path.unlink()
    data = bytearray(damage.path.read_bytes())
    data[-4096:] = bytes(4096)
    damage.path.write_bytes(data)
    ready = damage.rescue.prepare()
    assert (ready.file, ready.made_at, ready.backup) == (None, None, None)
    assert ready.salvaged == ready.holds.check_ins == 5
    damage.rescue.finish()
    house = damage.again()
    assert (house.names(), house.taps()) == (["Mia"], 5)
    house.services.close()


def test_nothing_readable_and_no_backup_is_a_new_beginning(damage: Damage) -> None:
    damage.backup.path.unlink()
    damage.path.write_bytes(b"a text" * 1000)
    ready = damage.rescue.prepare()
    assert (ready.holds.check_ins, ready.holds.people) == (0, {})
    aside = damage.rescue.finish()
    assert aside is not None
    assert aside.read_bytes() == b"a text" * 1000


def test_a_chosen_backup_of_another_family_is_not_mixed_with_this_one(
    damage: Damage, tmp_path: Path
) -> None:
    others = House(tmp_path / "others", damage.clock)
    others.add("Noor")
    others.tap(7)
    file = tmp_path / "theirs"
    others.keeping.save(file, passphrase="secret")
    others.services.close()
    damage.strike()
    with pytest.raises(Problem, match="backup-not-opened"):
        damage.rescue.prepare(file, "wrong")
    assert damage.left() == {FILE}
    ready = damage.rescue.prepare(file, "secret")
    assert (ready.salvaged, ready.holds.check_ins) == (0, 7)
    assert list(ready.holds.people.values()) == ["Noor"]
    damage.rescue.drop()
