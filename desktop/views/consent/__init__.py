"""Consents: each asked by itself, read in the person's language, signed, refused, withdrawn."""
