"""Backups of an open family: when, where to, what is in them, and putting them back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.backups import Holdings, Worry
from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services import sealing
from thermometer.services.bundle import Services
from thermometer.services.safekeeping import Safekeeping
from thermometer.store.problems import Damaged

DAY = timedelta(days=1)
PASSPHRASE = "correct horse"


class House:
    """An open family in a folder of its own."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.changes: list[Change] = []
        self.clock = clock
        self.services: Services = app.open_family(folder, clock, self.changes.append)

    @property
    def keeping(self) -> Safekeeping:
        return self.services.safekeeping()

    def add(self, name: str) -> None:
        self.services.family.add(name, Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")

    def tap(self, times: int = 1) -> None:
        for _ in range(times):
            self.services.journal.check_in(self.services.family.people()[0].id, Zone.GREEN)

    def names(self) -> list[str]:
        return [person.name for person in self.services.family.people()]

    def taps(self) -> int:
        return len(self.services.stores.check_ins.between(None, None))


@pytest.fixture
def nobody(tmp_path: Path, clock: FakeClock) -> Iterator[House]:
    house = House(tmp_path / "data", clock)
    yield house
    house.services.close()


@pytest.fixture
def house(nobody: House) -> House:
    nobody.add("Mia")
    nobody.tap(3)
    nobody.changes.clear()
    return nobody


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder on another disk."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def test_nobody_needs_no_backup(nobody: House) -> None:
    assert not nobody.keeping.is_due()
    assert nobody.keeping.make() is None
    assert nobody.keeping.backups() == ()
    assert nobody.keeping.newest() is None
    nobody.clock.advance(30 * DAY)
    assert nobody.keeping.worries() == ()


def test_a_backup_is_due_once_a_day(house: House) -> None:
    assert house.keeping.is_due()
    made = house.keeping.make()
    assert made is not None
    assert (made.holds.check_ins, list(made.holds.people.values())) == (3, ["Mia"])
    assert house.keeping.backups() == (made,)
    assert house.keeping.newest() == made
    assert not house.keeping.is_due()
    house.clock.advance(timedelta(hours=4))  # past midnight in UTC, not yet in Berlin
    assert not house.keeping.is_due()
    house.clock.advance(timedelta(hours=2))
    assert house.keeping.is_due()


def test_old_ones_are_thinned_with_a_new_one(house: House) -> None:
    for _ in range(20):
        house.clock.advance(DAY)
        house.keeping.make()
    assert 12 <= len(house.keeping.backups()) < 20


def test_after_a_week_without_a_backup_a_parent_is_told(house: House) -> None:
    assert house.keeping.worries() == ()
    house.clock.advance(8 * DAY)
    assert house.keeping.worries() == (Worry.NO_BACKUP,)
    house.keeping.make()
    assert house.keeping.worries() == ()
    house.clock.advance(8 * DAY)
    house.services.stores.database.low_space = True
    assert house.keeping.worries() == (Worry.ALMOST_NO_SPACE, Worry.NO_BACKUP)


def damage(house: House) -> None:
    """A row that refers to nobody: what an examination takes for damage."""
    connection = house.services.stores.database.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("UPDATE tool_use SET came = person WHERE 0")
    connection.execute("INSERT INTO setting VALUES ('nobody', 1, 'key', '1', 1)")


@pytest.mark.parametrize("find", [Safekeeping.examine_beside, Safekeeping.make])
def test_damage_that_is_found_is_a_worry(
    find: Callable[[Safekeeping], object], house: House
) -> None:
    damage(house)
    with pytest.raises(Damaged):
        find(house.keeping)
    assert house.keeping.worries() == (Worry.DAMAGED,)
    assert house.keeping.backups() == ()
    assert house.keeping.examine().faults


def test_a_sound_family_is_no_worry(house: House) -> None:
    house.keeping.examine_beside()
    assert house.keeping.examine().sound
    assert house.keeping.worries() == ()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_backup_elsewhere_can_be_put_back(
    passphrase: str | None, house: House, elsewhere: Path
) -> None:
    file = elsewhere / "family.backup"
    told: list[tuple[int, int]] = []
    holds = house.keeping.save(file, passphrase=passphrase, report=lambda *step: told.append(step))
    assert told
    assert holds.check_ins == 3
    assert [path.name for path in elsewhere.iterdir()] == [file.name]
    assert file.stat().st_mode & 0o777 == 0o600
    assert (b"Mia" in file.read_bytes()) == (passphrase is None)
    house.tap(2)
    coming = house.keeping.look_into(file, passphrase)
    assert coming.is_same_family
    assert (coming.holds, coming.here.check_ins) == (holds, 5)
    house.changes.clear()
    before = house.keeping.restore(coming)
    assert before is not None
    assert (house.taps(), house.changes) == (3, [Change.EVERYTHING])
    house.tap()
    house.keeping.undo(before)
    assert house.taps() == 5
    house.tap()
    assert house.taps() == 6


def test_a_file_that_is_there_is_replaced_only_if_asked(house: House, elsewhere: Path) -> None:
    file = elsewhere / "family.backup"
    file.write_text("letters")
    for passphrase in (None, PASSPHRASE):
        with pytest.raises(Problem, match="file-exists"):
            house.keeping.save(file, passphrase=passphrase)
        assert file.read_text() == "letters"
    house.keeping.save(file, replace=True)
    assert house.keeping.look_into(file).holds.check_ins == 3


def test_a_place_that_cannot_be_written_is_named(house: House, tmp_path: Path) -> None:
    file = tmp_path / "gone" / "family.backup"
    for passphrase in (None, PASSPHRASE):
        with pytest.raises(Problem) as caught:
            house.keeping.save(file, passphrase=passphrase)
        assert caught.value.key == "file-no-access"
        assert caught.value.values["file"] == str(file)


def test_a_full_stick_is_named(house: House) -> None:
    with pytest.raises(Problem) as caught:
        house.keeping.save(Path("/dev/full/family.backup"))
    assert caught.value.key == "file-no-access"


def test_the_wrong_passphrase_may_be_tried_again_and_again(house: House, elsewhere: Path) -> None:
    file = elsewhere / "family.age"
    house.keeping.save(file, passphrase=PASSPHRASE)
    with pytest.raises(Problem, match="backup-sealed"):
        house.keeping.look_into(file)
    for _ in range(3):
        with pytest.raises(Problem, match="backup-not-opened"):
            house.keeping.look_into(file, "wrong")
    assert house.keeping.look_into(file, PASSPHRASE).holds.check_ins == 3
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(Problem, match="backup-not-opened"):
        house.keeping.look_into(file, PASSPHRASE)
    with pytest.raises(Problem, match="backup-no-passphrase"):
        house.keeping.save(elsewhere / "other.age", passphrase="")
    assert not (elsewhere / "other.age").exists()


def test_without_the_library_it_says_so(
    house: House, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = elsewhere / "family.age"
    house.keeping.save(file, passphrase=PASSPHRASE)
    monkeypatch.setitem(sys.modules, "pyrage", None)  # as where it is not installed
    for attempt in (
        lambda: house.keeping.look_into(file, PASSPHRASE),
        lambda: house.keeping.save(elsewhere / "other.age", passphrase=PASSPHRASE),
    ):
        with pytest.raises(Problem, match="backup-no-age"):
            attempt()
    assert house.keeping.save(elsewhere / "plain").check_ins == 3


def test_a_backup_that_is_not_there_or_may_not_be_read(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nowhere in (tmp_path / "nothing", tmp_path, Path("nul\0")):
        with pytest.raises(Problem, match="backup-missing"):
            house.keeping.look_into(nowhere)

    def refuse(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sealing, "is_sealed", refuse)
    (tmp_path / "theirs").write_bytes(b"x")
    with pytest.raises(Problem, match="backup-no-access"):
        house.keeping.look_into(tmp_path / "theirs")


def test_another_familys_backup_is_known_as_such(
    house: House, elsewhere: Path, tmp_path: Path
) -> None:
    others = House(tmp_path / "others", house.clock)
    others.add("Noor")
    file = elsewhere / "theirs"
    others.keeping.save(file)
    others.services.close()
    coming = house.keeping.look_into(file)
    assert not coming.is_same_family
    assert house.keeping.restore(coming) is not None
    assert house.names() == ["Noor"]


def test_an_import_is_preceded_by_a_backup(house: House, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,role,age_band\nNoor,child,6-8\n", encoding="utf-8")
    importing = house.services.importing()
    plan = importing.preview([file])
    assert house.keeping.backups() == ()
    importing.take(plan)
    (before,) = house.keeping.backups()
    assert list(before.holds.people.values()) == ["Mia"]
    assert house.names() == ["Mia", "Noor"]
    importing.take(importing.preview([file]))  # brings nothing new
    assert len(house.keeping.backups()) == 1


@pytest.mark.parametrize(
    ("here", "there", "known"),
    [
        ({}, {"1": "Mia"}, "yes"),
        ({"1": "Mia"}, {}, "yes"),
        ({"1": "Mia"}, {"1": "Noor"}, "yes"),
        ({"1": "Mia"}, {"2": "mia"}, "yes"),
        ({"1": "Mia"}, {"2": "Noor"}, "no"),
    ],
)
def test_a_family_is_known_by_its_people(
    here: dict[str, str], there: dict[str, str], known: str
) -> None:
    one, other = (Holdings(people, 0, None, None) for people in (here, there))
    assert one.is_family_of(other) == (known == "yes")


def test_into_an_empty_house_without_a_backup_before(
    house: House, elsewhere: Path, tmp_path: Path
) -> None:
    file = elsewhere / "family.backup"
    house.keeping.save(file)
    new = House(tmp_path / "new", house.clock)
    assert new.keeping.restore(new.keeping.look_into(file)) is None
    assert (new.names(), new.taps()) == (["Mia"], 3)
    new.services.close()
