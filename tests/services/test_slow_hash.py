"""Argon2id for the lock."""

from __future__ import annotations

import pytest

from thermometer.services.slow_hash import MEMORY_KIB, PASSES, SlowHash


def test_a_hash_matches_what_it_was_made_of_only() -> None:
    slow = SlowHash()
    made = slow.hash("482613")
    assert slow.matches(made, "482613")
    assert not slow.matches(made, "482614")


def test_two_hashes_of_one_secret_differ_and_tell_their_cost() -> None:
    slow = SlowHash()
    one, other = slow.hash("482613"), slow.hash("482613")
    assert one != other
    assert one.startswith(f"$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p=1$")


@pytest.mark.parametrize(
    "garbled", ["", "482613", "$argon2id$v=19$nonsense", "$argon2id$v=19$m=32768,t=3,p=1$\ufffd$eA"]
)
def test_what_is_no_hash_matches_nothing(garbled: str) -> None:
    assert not SlowHash().matches(garbled, "482613")
