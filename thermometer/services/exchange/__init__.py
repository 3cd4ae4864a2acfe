"""Files that people exchange: CSV for each kind of record, and everything as JSON."""
