"""Inputs that once went wrong or came close: small files, given again by a test."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
KEPT, FOUND = HERE / "kept", HERE / "found"
SLOW_SECONDS = 1.0


def inputs(name: str) -> list[Path]:
    """What was kept for a target."""
    return sorted(path for path in (KEPT / name).glob("*") if path.is_file())
