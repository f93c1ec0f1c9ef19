"""One person's case: where it stands, where to go on, and the banner over all its screens."""
