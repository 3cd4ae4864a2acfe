"""Colours by meaning, sizes by one factor, one font."""
