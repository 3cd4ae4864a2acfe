"""Two that copy the data at once do not get in each other's way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from tests.fakes import FakeClock
from tests.services.test_safekeeping import House


def test_a_backup_and_an_examination_and_a_copy_elsewhere(tmp_path: Path, clock: FakeClock) -> None:
    house = House(tmp_path / "data", clock)
    house.add("Mia")
    house.tap(30)
    (tmp_path / "data" / "restoring").mkdir()
    (tmp_path / "data" / "restoring" / "family.db").write_bytes(b"left by a crash")
    keeping = house.keeping
    with ThreadPoolExecutor(4) as pool:
        made = [pool.submit(keeping.make) for _ in range(3)]
        examined = pool.submit(keeping.examine_beside)
        saved = [pool.submit(keeping.save, tmp_path / str(n)) for n in range(3)]
        wait(made)
        wait([examined])
        wait(saved)
    assert [one.exception() for one in made] == [None] * 3
    assert [one.exception() for one in saved] == [None] * 3
    assert examined.exception() is None
    assert [backup.holds.check_ins for backup in keeping.backups()] == [30, 30, 30]
    left = {path.name for path in (tmp_path / "data").iterdir()}
    assert not {name for name in left if "restoring" in name or "part" in name}
    house.services.close()
