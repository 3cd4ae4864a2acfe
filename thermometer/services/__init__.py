"""What a family does, as verbs: no Qt, no SQL."""
