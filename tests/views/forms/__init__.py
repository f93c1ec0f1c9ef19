"""Tests of the desk of forms."""
