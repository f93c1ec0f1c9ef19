"""Tests of the whole source: house rules and words."""
