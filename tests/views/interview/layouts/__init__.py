"""Tests of the layouts of a page."""
