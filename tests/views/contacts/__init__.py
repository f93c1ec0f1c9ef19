"""Tests of the desk of contacts."""
