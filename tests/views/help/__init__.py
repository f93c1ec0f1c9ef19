"""Tests of the help views."""
