"""Tests of the needs of a case."""
