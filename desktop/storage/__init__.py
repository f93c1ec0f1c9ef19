"""The sealed store: append-only sealed revisions in one SQLite file. Implements the ports."""
