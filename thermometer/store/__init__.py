"""The family's data file: the only package that knows SQL."""
