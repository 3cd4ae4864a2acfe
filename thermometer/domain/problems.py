"""What can go wrong in the world, as opposed to a mistake of ours."""

from __future__ import annotations


class Problem(Exception):
    """Something that a person can be told in a sentence.

    The sentence lives in ``resources/content/<language>/sentences.toml`` under ``key``; ``values``
    fill its ``{places}``.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values
