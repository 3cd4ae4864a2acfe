"""Argon2id: slow enough that trying out many is no fun, quick enough for a hand at the pad."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MEMORY_KIB = 32 * 1024
PASSES = 3


class SlowHash:
    """Hashes that carry their own salt and cost."""

    def __init__(self) -> None:
        self._argon2 = PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=1)

    def hash(self, secret: str) -> str:
        """A hash of ``secret`` with a new salt."""
        return self._argon2.hash(secret)

    def matches(self, hashed: str, secret: str) -> bool:
        """Whether ``hashed`` was made of ``secret``; what is no hash matches nothing."""
        try:
            return self._argon2.verify(hashed, secret)
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return False
