"""Feelings Thermometer: a feelings thermometer for a family."""

__version__ = "0.1.0"
