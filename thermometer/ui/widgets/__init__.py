"""Painted or composed; they know domain values, never services."""
