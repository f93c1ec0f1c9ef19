"""Tests of the page in the person's own hands."""
