"""Tests of what is known of instruments."""
