"""The needs of one case: what named each, where it stands, and which come first."""
