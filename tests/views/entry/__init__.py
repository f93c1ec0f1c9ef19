"""Tests of the entry views."""
