"""The resource directory: listings, how fresh they are, and which of them fit a person's needs."""
