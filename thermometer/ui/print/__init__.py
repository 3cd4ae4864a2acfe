"""Painters for paper: what is printed, and what the screen shows of it beforehand."""
