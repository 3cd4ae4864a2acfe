from __future__ import annotations

from pathlib import Path

import pytest

from thermometer.clock import SystemSteadyClock


def test_steady_seconds_never_go_back() -> None:
    clock = SystemSteadyClock()
    times = [clock.seconds() for _ in range(1000)]
    assert times == sorted(times)


def test_one_start_of_the_device_has_one_name(tmp_path: Path) -> None:
    name = tmp_path / "boot_id"
    name.write_text("a-b-c\n", encoding="ascii")
    assert SystemSteadyClock(name).boot() == SystemSteadyClock(name).boot() == "a-b-c"


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"])
def test_without_a_name_every_start_of_the_program_is_another(
    tmp_path: Path, content: bytes | None
) -> None:
    name = tmp_path / "boot_id"
    if content is not None:
        name.write_bytes(content)
    one, other = SystemSteadyClock(name), SystemSteadyClock(name)
    assert one.boot() == one.boot() != other.boot()
    assert one.seconds() <= other.seconds()
