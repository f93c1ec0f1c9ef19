"""The desk of the rules of a site."""
