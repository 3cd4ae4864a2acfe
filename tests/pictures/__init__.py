"""``make pictures``: every drawing on contact sheets, to be looked at before it counts as done."""
