"""Oversight: accesses to review, erasures to agree to, legal holds, keys on loan."""
