"""Firstlight: bedside assessment, consent and safety planning for violence intervention."""

__version__ = "0.1.0"
