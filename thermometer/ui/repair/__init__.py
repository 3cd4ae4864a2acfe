"""The steps of a guided repair: what each shows, and what it tells."""
