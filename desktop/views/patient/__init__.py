"""Patient-facing mode: one section of one form for the person's own hands."""
