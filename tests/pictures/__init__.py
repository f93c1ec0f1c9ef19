"""A picture of every screen, to be looked at: what there is to see, and how each is reached."""
