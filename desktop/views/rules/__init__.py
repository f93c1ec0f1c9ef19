"""The desk of the rules of a site: what it decides for itself, and where it is changed."""
