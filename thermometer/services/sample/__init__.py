"""A made-up family with twelve weeks of records, to look around in."""

from __future__ import annotations
